import {
  err,
  fromBase64,
  type NoteRefusal,
  type NoteVerifier,
  ok,
  openNote,
  type Result,
  refusalAdvice,
  toHex,
} from '@khata/ledger'
import { adviceCharactersMax } from './limits.ts'

/** A node's signed refusal of one statement: a C2SP signed note whose text has seven lines. */
export interface RefusalNote {
  readonly election: string
  /** Log that it concerns; undefined where there is none of the name that the statement gave. */
  readonly log: string | undefined
  /** Statement hash, lower-case hex. */
  readonly statement: string
  readonly code: string
  /** The node's clock, milliseconds since 1970. */
  readonly refusedAt: number
  readonly advice: string
}

export type RefusalNoteFault = NoteRefusal | { readonly code: 'delivery/refusal-malformed' }

/** Believes a refusal only when one of the given keys signed it. */
export function openRefusalNote(
  note: Uint8Array,
  verifiers: readonly NoteVerifier[],
): Result<RefusalNote, RefusalNoteFault> {
  const opened = openNote(note, verifiers)
  if (!opened.ok) return opened
  const [header, election, log, hash = '', code, at = '', advice, end, ...more] = opened.value.text.split('\n')
  const statement = fromBase64(hash)
  const complete = election !== undefined && code !== undefined && advice !== undefined && end === ''
  if (header !== 'khata/refusal/v1' || !complete || more.length > 0 || statement === undefined) return malformed
  if (!/^[a-z0-9-]{1,40}\/[a-z0-9-]{1,60}$/.test(code) || !/^[0-9]{1,15}$/.test(at)) return malformed
  return ok({
    election,
    log: log === '-' ? undefined : log,
    statement: toHex(statement),
    code,
    refusedAt: Number(at),
    advice: adviceFor(code, advice),
  })
}

const malformed = err({ code: 'delivery/refusal-malformed' })

/** This program's own words where it knows the code: what a node writes there is not for an officer to obey. */
function adviceFor(code: string, said: string): string {
  const known: Readonly<Record<string, string>> = refusalAdvice
  return Object.hasOwn(known, code) ? (known[code] ?? '') : said.slice(0, adviceCharactersMax)
}
