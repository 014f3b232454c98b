import { encodeFrontier, type Frontier, type OpenedEntry } from '@khata/ledger'
import type { Put } from '../ports.ts'
import { frameBytesMax, frameEntriesMax, groupBytesMax, groupEntriesMax } from './limits.ts'
import type { NameTags, StatementPlaces } from './places.ts'
import { entryRow, headRow } from './rows.ts'
import type { TileBuilder } from './tile-builder.ts'

/** Entries that become durable together: one fsynced batch of the store, one atomic batch of the stream. */
export interface Group {
  readonly from: number
  readonly entries: readonly GroupEntry[]
  /** The log's frontier after the group. */
  readonly after: Frontier
}

export interface GroupEntry {
  readonly entry: OpenedEntry
  /** What its statement is found by, also where the entry is void: an order of the root may change which ones are. */
  readonly tags: NameTags | undefined
}

export function groupSize(group: Group): number {
  return group.from + group.entries.length
}

export function groupBytes(group: Group): readonly Uint8Array[] {
  return group.entries.map(({ entry }) => entry.bytes)
}

/** What a log's writer or follower grows with its entries. */
export interface GrowingIndexes {
  readonly tiles: TileBuilder
  readonly places: StatementPlaces
}

/** The rows of a group: entries, their statements' names, tiles that have grown, and the frontier that ends the store. */
export function groupRows(log: string, group: Group, { tiles, places }: GrowingIndexes): readonly Put[] {
  const entries = groupBytes(group).map((value, at) => ({ key: entryRow(log, group.from + at), value }))
  const hashes = tiles.add(group.entries.map(({ entry }) => entry.leaf))
  return [...entries, places.add(group), ...hashes, { key: headRow(log), value: encodeFrontier(group.after) }]
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
