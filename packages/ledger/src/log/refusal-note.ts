import { fromBase64, toBase64 } from '../base/base64.ts'
import { fromHex, toHex, utf8Encode } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import { hashBytes } from '../base/limits.ts'
import { err, ok, type Result } from '../base/result.ts'
import { formatNote, type NoteRefusal, openNote } from './note.ts'
import type { NoteKey, NoteVerifier, Sign } from './note-key.ts'

/** A node's refusal of one statement, as its signed note says it: docs/protocol.md, "Refusals". */
export interface RefusalNote {
  readonly election: string
  /** Log that it concerns; undefined where there is none of the name that the statement gave. */
  readonly log: string | undefined
  /** Statement hash, lower-case hex; of the received bytes where they are no statement. */
  readonly statement: string
  /** A newer node may know codes that this program does not. */
  readonly code: string
  /** The node's clock, milliseconds since 1970. */
  readonly refusedAt: number
  /** One line. */
  readonly advice: string
}

export type RefusalNoteFault = NoteRefusal | { readonly code: 'note/no-refusal' }

/** The signed note of a refusal, so that the refused can show it to others. */
export function signRefusal(refusal: RefusalNote, key: NoteKey, sign: Sign): Uint8Array {
  const text = formatRefusal(refusal)
  invariant(parseRefusal(text) !== undefined, 'a refusal is seven lines that can be read')
  return formatNote({ text, signatures: [{ name: key.name, keyId: key.keyId, signature: sign(utf8Encode(text)) }] })
}

/** Believes a refusal only when one of the given keys signed it. */
export function openRefusal(
  note: Uint8Array,
  verifiers: readonly NoteVerifier[],
): Result<RefusalNote, RefusalNoteFault> {
  const opened = openNote(note, verifiers)
  if (!opened.ok) return opened
  const refusal = parseRefusal(opened.value.text)
  return refusal === undefined ? err({ code: 'note/no-refusal' }) : ok(refusal)
}

function formatRefusal({ election, log = '-', statement, code, refusedAt, advice }: RefusalNote): string {
  const hash = toBase64(fromHex(statement) ?? new Uint8Array(0))
  return ['khata/refusal/v1', election, log, hash, code, refusedAt, advice, ''].join('\n')
}

/** Exactly what `formatRefusal` writes. */
function parseRefusal(text: string): RefusalNote | undefined {
  const [, election = '', log = '', hash = '', code = '', at = '', advice = ''] = text.split('\n')
  const statement = fromBase64(hash)
  if (statement?.length !== hashBytes || !codePattern.test(code)) return undefined
  const named = { election, log: log === '-' ? undefined : log, statement: toHex(statement) }
  const refusal = { ...named, code, refusedAt: Number(at), advice }
  return Number.isSafeInteger(refusal.refusedAt) && formatRefusal(refusal) === text ? refusal : undefined
}

const codePattern = /^[a-z0-9-]{1,40}\/[a-z0-9-]{1,60}$/
