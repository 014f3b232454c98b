import { decodeEntry, encodeEntry, type Entry } from '@khata/proto'
import { entryBytesMax, hashBytes } from '../base/limits.ts'
import { err, ok, type Result } from '../base/result.ts'
import { leafHash } from '../log/merkle.ts'
import { type OpenedStatement, openStatement, type StatementFault } from './statement.ts'

/** An entry with its exact bytes and leaf hash. A statement inside that cannot be read makes it void, not invalid. */
export interface OpenedEntry {
  readonly bytes: Uint8Array
  readonly leaf: Uint8Array
  readonly entry: Entry
  readonly statement: Result<OpenedStatement, StatementFault>
}

export type EntryFault =
  | { readonly code: 'entry/malformed'; readonly detail: string }
  | { readonly code: 'entry/too-large'; readonly bytes: number; readonly bytesMax: number }

/** Decodes an entry. Its place in the log is checked by the fold. */
export function openEntry(bytes: Uint8Array): Result<OpenedEntry, EntryFault> {
  if (bytes.length > entryBytesMax) {
    return err({ code: 'entry/too-large', bytes: bytes.length, bytesMax: entryBytesMax })
  }
  const decoded = decodeEntry(bytes)
  if (!decoded.ok) return err({ code: 'entry/malformed', detail: `${decoded.error.code}: ${decoded.error.detail}` })
  const entry = decoded.value
  if (entry.previous.length !== hashBytes) return err({ code: 'entry/malformed', detail: 'previous is not 32 bytes' })
  return ok({ bytes, leaf: leafHash(bytes), entry, statement: openStatement(entry.statement, entry.signature) })
}

export interface EntryPlace {
  readonly index: number
  readonly previous: Uint8Array
  readonly epoch: number
  readonly sequencedAt: number
}

/** Gives a statement its place in a log. The result is verified again by whoever reads it. */
export function makeEntry(statement: OpenedStatement, place: EntryPlace): OpenedEntry {
  const entry = { ...place, statement: statement.bytes, signature: statement.signature }
  const bytes = encodeEntry(entry)
  return { bytes, leaf: leafHash(bytes), entry, statement: ok(statement) }
}
