import { entryBytesMax } from '@khata/ledger'

/** Entries in one append: the largest atomic batch a nats-server takes. */
export const appendEntriesMax = 1_000

/** Refuses what no caller may ask for: an append past the named limits is a bug, not an outcome. */
export function checkAppend(expectedSize: number, entries: readonly Uint8Array[]): void {
  if (!Number.isSafeInteger(expectedSize) || expectedSize < 0) throw new RangeError(`size ${expectedSize}`)
  if (entries.length === 0) throw new RangeError('an append of no entries')
  if (entries.length > appendEntriesMax) {
    throw new RangeError(`${entries.length} entries in one append, at most ${appendEntriesMax} (appendEntriesMax)`)
  }
  for (const entry of entries) {
    if (entry.length === 0 || entry.length > entryBytesMax) {
      throw new RangeError(`an entry of ${entry.length} bytes, at least 1 and at most ${entryBytesMax} (entryBytesMax)`)
    }
  }
}

/** Whether both lists hold the same byte strings in the same order. */
export function sameBytes(held: readonly Uint8Array[], mine: readonly Uint8Array[]): boolean {
  return held.length === mine.length && held.every((entry, at) => Buffer.compare(entry, mine[at] ?? nothing) === 0)
}

const nothing = new Uint8Array()
