import type { AppendOutcome, EventLog, ReleasedCheckpoint, ReleaseOutcome } from '../../ports.ts'
import { PortUnavailable } from '../../ports.ts'
import { copyOf } from '../bytes.ts'
import { checkAppend, sameBytes } from '../append.ts'

/** What a MemoryEventLog's clients share: the streams of one site's server. */
export class MemoryStreams {
  /** While false every call is refused with PortUnavailable, and nothing is stored. */
  available = true
  readonly entries = new Map<string, Uint8Array[]>()
  readonly checkpoints = new Map<string, ReleasedCheckpoint[]>()
  #lastPlace = 0

  nextPlace(): number {
    this.#lastPlace += 1
    return this.#lastPlace
  }
}

/** An EventLog in memory: for tests and for the simulator. */
export class MemoryEventLog implements EventLog {
  readonly #streams: MemoryStreams
  readonly #opened = new Set<string>()
  #closed = false

  constructor(streams: MemoryStreams = new MemoryStreams()) {
    this.#streams = streams
  }

  async open(log: string): Promise<number> {
    this.#requireAvailable()
    this.#opened.add(log)
    const held = this.#streams.entries.get(log)
    if (held === undefined) this.#streams.entries.set(log, [])
    return held?.length ?? 0
  }

  async append(log: string, expectedSize: number, entries: readonly Uint8Array[]): Promise<AppendOutcome> {
    checkAppend(expectedSize, entries)
    const held = this.#held(log)
    if (held.length === expectedSize) {
      held.push(...entries.map(copyOf))
      return { type: 'appended' }
    }
    const there = held.slice(expectedSize, expectedSize + entries.length)
    return sameBytes(there, entries) ? { type: 'appended' } : { type: 'conflict', size: held.length }
  }

  async read(log: string, from: number, entriesMax: number): Promise<readonly Uint8Array[]> {
    return this.#held(log)
      .slice(from, from + entriesMax)
      .map(copyOf)
  }

  async newestCheckpoint(log: string): Promise<ReleasedCheckpoint | undefined> {
    this.#held(log)
    return this.#streams.checkpoints.get(log)?.at(-1)
  }

  async releaseCheckpoint(log: string, note: string, expectedPlace: number): Promise<ReleaseOutcome> {
    this.#held(log)
    const released = this.#streams.checkpoints.get(log) ?? []
    const newest = released.at(-1)
    const place = newest?.place ?? 0
    if (place !== expectedPlace) {
      return newest?.note === note ? { type: 'released', place } : { type: 'conflict', place }
    }
    const mine = { note, place: this.#streams.nextPlace() }
    this.#streams.checkpoints.set(log, [...released, mine])
    return { type: 'released', place: mine.place }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true
  }

  #held(log: string): Uint8Array[] {
    this.#requireAvailable()
    const held = this.#streams.entries.get(log)
    if (held === undefined || !this.#opened.has(log)) throw new Error(`log ${log} was not opened`)
    return held
  }

  #requireAvailable(): void {
    if (this.#closed || !this.#streams.available) throw new PortUnavailable('event-log/unavailable: no server')
  }
}
