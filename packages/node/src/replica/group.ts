import { encodeFrontier, type Frontier, type OpenedEntry } from '@khata/ledger'
import type { Put } from '../ports.ts'
import { frameBytesMax, frameEntriesMax, groupBytesMax, groupEntriesMax } from './limits.ts'
import { chainOf, encodePlace, entryRow, headRow, idRow, sequenceRow } from './rows.ts'

/** Entries that become durable together: one fsynced batch of the store, one atomic batch of the stream. */
export interface Group {
  readonly from: number
  readonly entries: readonly GroupEntry[]
  /** The log's frontier after the group. */
  readonly after: Frontier
}

export interface GroupEntry {
  readonly entry: OpenedEntry
  readonly admitted: boolean
  /** Set where the signer has used this sequence number before: the first keeps its place in the index. */
  readonly repeatsSequence: boolean
}

export function groupSize(group: Group): number {
  return group.from + group.entries.length
}

export function groupBytes(group: Group): readonly Uint8Array[] {
  return group.entries.map(({ entry }) => entry.bytes)
}

/** The rows of a group: entries, their ids and sequences, full tiles, and the frontier that ends the store. */
export function groupRows(log: string, group: Group, tiles: readonly Put[]): readonly Put[] {
  const entries = group.entries.flatMap((one, at) => entryRows(log, one, group.from + at))
  return [...entries, ...tiles, { key: headRow(log), value: encodeFrontier(group.after) }]
}

// Void entries leave no trace in the indexes: what has no effect cannot make a later statement a repetition.
function entryRows(log: string, { entry, admitted, repeatsSequence }: GroupEntry, index: number): readonly Put[] {
  const rows: Put[] = [{ key: entryRow(log, index), value: entry.bytes }]
  if (!admitted || !entry.statement.ok) return rows
  const opened = entry.statement.value
  const { hashHex, statement } = opened
  const place = encodePlace({ index, hash: hashHex })
  rows.push({ key: idRow(log, opened), value: place })
  if (!repeatsSequence) rows.push({ key: sequenceRow(log, chainOf(opened), statement.sequence), value: place })
  return rows
}

/** An entry as far as its length goes. */
interface Sized {
  readonly entry: Pick<OpenedEntry, 'bytes'>
}

/** How many of these entries, from the front, make one group. */
export function groupLength(entries: readonly Sized[]): number {
  return lengthWithin(entries, groupEntriesMax, groupBytesMax)
}

/** How many of these entries, from the front, one checkpoint and so one frame may cover. */
export function frameLength(entries: readonly Sized[]): number {
  return lengthWithin(entries, frameEntriesMax, frameBytesMax)
}

/** At least one. */
function lengthWithin(entries: readonly Sized[], entriesMax: number, bytesMax: number): number {
  let bytes = 0
  let length = 0
  for (const { entry } of entries) {
    bytes += entry.bytes.length
    if (length > 0 && (length >= entriesMax || bytes > bytesMax)) break
    length += 1
  }
  return length
}
