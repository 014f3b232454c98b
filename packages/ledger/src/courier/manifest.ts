import { utf8Encode } from '../base/bytes.ts'
import { parseDecimal } from '../base/decimal.ts'
import { invariant } from '../base/invariant.ts'
import { courierSpansMax } from '../base/limits.ts'
import { err, ok, type Result } from '../base/result.ts'
import { formatNote, type NoteRefusal, openNote } from '../log/note.ts'
import type { NoteKey, NoteVerifier, Sign } from '../log/note-key.ts'

/**
 * What a courier's bundle says of itself, signed by the node that packed it: docs/courier.md. It tells people what they
 * carry and names what is missing; no entry and no checkpoint is believed for its sake.
 */
export interface CourierManifest {
  readonly election: string
  /** Who packed it: hq, a province's code, or a seat of the office. */
  readonly packer: string
  /** For whom, by the same names. */
  readonly addressee: string
  /** The packer's clock, milliseconds since 1970. */
  readonly packedAt: number
  readonly spans: readonly CourierSpan[]
}

/** Entries from <= index < to of a log; a checkpoint alone where the two are equal. */
export interface CourierSpan {
  readonly log: string
  readonly from: number
  readonly to: number
}

export type ManifestFault = NoteRefusal | { readonly code: 'courier/bad-manifest' }

/** The signed note of a manifest: what `head` shows of a bundle's file. */
export function signManifest(manifest: CourierManifest, key: NoteKey, sign: Sign): Uint8Array {
  const text = formatManifest(manifest)
  invariant(parseManifest(text) !== undefined, 'a manifest is lines that can be read')
  return formatNote({ text, signatures: [{ name: key.name, keyId: key.keyId, signature: sign(utf8Encode(text)) }] })
}

/** Believes a manifest only when one of the given keys signed it. */
export function openManifest(
  note: Uint8Array,
  verifiers: readonly NoteVerifier[],
): Result<CourierManifest, ManifestFault> {
  const opened = openNote(note, verifiers)
  if (!opened.ok) return opened
  const manifest = parseManifest(opened.value.text)
  return manifest === undefined ? err({ code: 'courier/bad-manifest' }) : ok(manifest)
}

function formatManifest({ election, packer, addressee, packedAt, spans }: CourierManifest): string {
  const lines = spans.map(({ log, from, to }) => `${log} ${from} ${to}`)
  return ['khata/courier/v1', election, packer, addressee, packedAt, ...lines, ''].join('\n')
}

/** Exactly what `formatManifest` writes, whoever signed it: for showing, never for trust. */
export function parseManifest(text: string): CourierManifest | undefined {
  const [, election = '', packer = '', addressee = '', at = '', ...lines] = text.split('\n')
  const spans = lines.slice(0, -1).map(parseSpan)
  const whole = spans.filter((span) => span !== undefined)
  if (spans.length > courierSpansMax || whole.length < spans.length) return undefined
  if (![packer, addressee].every((name) => namePattern.test(name))) return undefined
  const packedAt = parseDecimal(at)
  if (packedAt === undefined) return undefined
  const manifest = { election, packer, addressee, packedAt, spans: whole }
  return formatManifest(manifest) === text ? manifest : undefined
}

const namePattern = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/

function parseSpan(line: string): CourierSpan | undefined {
  const [log = '', first = '', end = '', ...more] = line.split(' ')
  const [from, to] = [parseDecimal(first), parseDecimal(end)]
  if (from === undefined || to === undefined || to < from || more.length > 0 || !namePattern.test(log)) return undefined
  return { log, from, to }
}
