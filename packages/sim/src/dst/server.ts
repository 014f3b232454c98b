import {
  type AppendOutcome,
  type EventLog,
  PortDamaged,
  PortUnavailable,
  type ReleasedCheckpoint,
  type ReleaseOutcome,
} from '@khata/node'
import type { Program, World } from './world.ts'

/** One site's server of streams: a program of its own, which may be away, and may forget what it acknowledged. */
export class Server {
  #available = true
  /** How often it was started: what was on its way to it before then is lost with the connection. */
  starts = 1
  readonly #entries = new Map<string, Uint8Array[]>()
  readonly #checkpoints = new Map<string, ReleasedCheckpoint[]>()
  /** Messages whose bits have turned over at rest. */
  readonly #flipped = new Set<Uint8Array>()
  #lastPlace = 0

  clone(): Server {
    const copy = new Server()
    for (const [log, entries] of this.#entries) copy.#entries.set(log, [...entries])
    for (const [log, notes] of this.#checkpoints) copy.#checkpoints.set(log, [...notes])
    copy.#lastPlace = this.#lastPlace
    return copy
  }

  /** Its files are replaced by an older copy of them. */
  become(older: Server): void {
    this.starts += 1
    this.#flipped.clear()
    this.#entries.clear()
    this.#checkpoints.clear()
    for (const [log, entries] of older.#entries) this.#entries.set(log, entries)
    for (const [log, notes] of older.#checkpoints) this.#checkpoints.set(log, notes)
    this.#lastPlace = older.#lastPlace
  }

  /** While false it answers nobody. */
  get available(): boolean {
    return this.#available
  }

  stop(): void {
    this.#available = false
    this.starts += 1
  }

  start(): void {
    this.#available = true
  }

  get logs(): readonly string[] {
    return [...this.#entries.keys()]
  }

  get damaged(): boolean {
    return [...this.#entries.values()].some((messages) => messages.some((message) => this.#flipped.has(message)))
  }

  /** A bit of one message turns over: its checksum is wrong from now on, and the server gives it to nobody. */
  flip(log: string, index: number): void {
    const message = this.entries(log)[index]
    if (message !== undefined) this.#flipped.add(message)
  }

  /** Entries as a client is given them. */
  read(log: string, from: number, entriesMax: number): readonly Uint8Array[] {
    const messages = this.entries(log).slice(from, from + entriesMax)
    if (messages.some((message) => this.#flipped.has(message))) throw new PortDamaged(`event-log/hole: ${log}`)
    return messages.map((message) => message.slice())
  }

  entries(log: string): readonly Uint8Array[] {
    return this.#entries.get(log) ?? []
  }

  checkpoints(log: string): readonly ReleasedCheckpoint[] {
    return this.#checkpoints.get(log) ?? []
  }

  append(log: string, expectedSize: number, entries: readonly Uint8Array[]): AppendOutcome {
    const held = this.#entries.get(log) ?? []
    if (held.length === expectedSize) {
      this.#entries.set(log, [...held, ...entries])
      return { type: 'appended' }
    }
    const there = held.slice(expectedSize, expectedSize + entries.length)
    return sameBytes(there, entries) ? { type: 'appended' } : { type: 'conflict', size: held.length }
  }

  release(log: string, note: string, expectedPlace: number): ReleaseOutcome {
    const released = this.checkpoints(log)
    const newest = released.at(-1)
    const place = newest?.place ?? 0
    if (place !== expectedPlace) {
      return newest?.note === note ? { type: 'released', place } : { type: 'conflict', place }
    }
    this.#lastPlace += 1
    this.#checkpoints.set(log, [...released, { note, place: this.#lastPlace }])
    return { type: 'released', place: this.#lastPlace }
  }

  /** Loses the newest entries of every log, and the newest checkpoints, as an unsynced server does with the power. */
  forget(kept: (held: number) => number): void {
    this.starts += 1
    for (const [log, entries] of this.#entries) this.#entries.set(log, entries.slice(0, kept(entries.length)))
    for (const [log, notes] of this.#checkpoints) this.#checkpoints.set(log, notes.slice(0, kept(notes.length)))
    // Not exactly a server's own counting, and harsher: places are given out again.
    this.#lastPlace = Math.max(0, ...[...this.#checkpoints.values()].flat().map(({ place }) => place))
  }
}

/** What the streams of a site tell whoever watches over the run. */
export interface ServerWatch {
  appended(program: Program, log: string, from: number, entries: readonly Uint8Array[]): void
  released(program: Program, server: Server, log: string, note: string): void
}

export interface ServerFaults {
  /** Of requests and of answers, each. */
  readonly lossRate: number
  /** Of requests that arrive long after their sender has given up. */
  readonly lateRate: number
}

const wayMsMax = 6
const timeoutMs = 5_000
const lateMsMax = 20_000

/** One program's client of its site's server. */
export class SimEventLog implements EventLog {
  readonly #world: World
  readonly #program: Program
  readonly #server: Server
  readonly #faults: ServerFaults
  readonly #watch: ServerWatch

  constructor(place: { readonly world: World; readonly program: Program }, server: Server, more: ServerMore) {
    this.#world = place.world
    this.#program = place.program
    this.#server = server
    this.#faults = more.faults
    this.#watch = more.watch
  }

  open(log: string): Promise<number> {
    return this.#ask(() => this.#server.entries(log).length)
  }

  append(log: string, expectedSize: number, entries: readonly Uint8Array[]): Promise<AppendOutcome> {
    const copies = entries.map((entry) => entry.slice())
    return this.#ask(() => {
      const before = this.#server.entries(log).length
      const outcome = this.#server.append(log, expectedSize, copies)
      if (this.#server.entries(log).length > before) this.#watch.appended(this.#program, log, before, copies)
      return outcome
    })
  }

  read(log: string, from: number, entriesMax: number): Promise<readonly Uint8Array[]> {
    return this.#ask(() => this.#server.read(log, from, entriesMax))
  }

  newestCheckpoint(log: string): Promise<ReleasedCheckpoint | undefined> {
    return this.#ask(() => this.#server.checkpoints(log).at(-1))
  }

  releaseCheckpoint(log: string, note: string, expectedPlace: number): Promise<ReleaseOutcome> {
    return this.#ask(() => {
      const outcome = this.#server.release(log, note, expectedPlace)
      if (outcome.type === 'released') this.#watch.released(this.#program, this.#server, log, note)
      return outcome
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {}

  /** The request travels, is done, and the answer travels back; either may be lost, and the sender then knows nothing. */
  #ask<T>(act: () => T): Promise<T> {
    const world = this.#world
    const answer = Promise.withResolvers<T>()
    const isLate = world.happens(this.#faults.lateRate)
    const wayMs = isLate ? world.between(timeoutMs, lateMsMax) : world.between(0, wayMsMax)
    const arrives = !world.happens(this.#faults.lossRate)
    const returns = !isLate && !world.happens(this.#faults.lossRate)
    const { starts } = this.#server
    world.later(wayMs, () => {
      if (!arrives || !this.#server.available || this.#server.starts !== starts) return
      const deliver = settling(answer, act)
      if (returns) void world.call(this.#program, world.between(0, wayMsMax), deliver)
    })
    return world.within(this.#program, timeoutMs, answer, () => new PortUnavailable('event-log/unavailable'))
  }
}

export interface ServerMore {
  readonly faults: ServerFaults
  readonly watch: ServerWatch
}

/** Acts at once; what is returned tells whoever waits what came of it. */
function settling<T>(answer: PromiseWithResolvers<T>, act: () => T): () => void {
  try {
    const done = act()
    return () => answer.resolve(done)
  } catch (error) {
    return () => answer.reject(error)
  }
}

function sameBytes(held: readonly Uint8Array[], mine: readonly Uint8Array[]): boolean {
  return held.length === mine.length && held.every((entry, at) => Buffer.compare(entry, mine[at] ?? nothing) === 0)
}

const nothing = new Uint8Array()
