import { openEntry } from '@khata/ledger'
import type { Store } from '../ports.ts'
import { readEntries } from './reading.ts'

/** What a hub does not hold yet, of one log or of several. */
export interface Backlog {
  readonly entries: number
  readonly bytes: number
  /** When the oldest of them was sequenced, milliseconds since 1970; undefined where there is none. */
  readonly oldestAt: number | undefined
}

export const noBacklog: Backlog = { entries: 0, bytes: 0, oldestAt: undefined }

/** Entries read at once. */
const pieceEntries = 500

interface Measured extends Backlog {
  readonly from: number
}

/** Measures what waits, reading each entry once for as long as its hub stands still. */
export class BacklogMeter {
  readonly #store: Store
  readonly #measured = new Map<string, Measured>()

  constructor(store: Store) {
    this.#store = store
  }

  /** Entries from <= index < to of a log that a hub lacks. */
  async measure(log: string, hub: string, from: number, to: number): Promise<Backlog> {
    const key = `${log} ${hub}`
    if (from >= to) {
      this.#measured.delete(key)
      return noBacklog
    }
    const before = this.#measured.get(key)
    const isGrown = before !== undefined && before.from === from && from + before.entries <= to
    let { entries, bytes, oldestAt } = isGrown ? before : noBacklog
    while (from + entries < to) {
      const at = from + entries
      const piece = await readEntries(this.#store, log, at, Math.min(at + pieceEntries, to))
      const [first] = piece
      oldestAt ??= first && sequencedAt(first)
      entries += piece.length
      bytes += piece.reduce((sum, { length }) => sum + length, 0)
    }
    this.#measured.set(key, { from, entries, bytes, oldestAt })
    return { entries, bytes, oldestAt }
  }
}

export function together(backlogs: readonly Backlog[]): Backlog {
  const times = backlogs.flatMap(({ oldestAt }) => oldestAt ?? [])
  return {
    entries: backlogs.reduce((sum, { entries }) => sum + entries, 0),
    bytes: backlogs.reduce((sum, { bytes }) => sum + bytes, 0),
    oldestAt: times.length === 0 ? undefined : Math.min(...times),
  }
}

function sequencedAt(bytes: Uint8Array): number | undefined {
  const opened = openEntry(bytes)
  return opened.ok ? opened.value.entry.sequencedAt : undefined
}
