import type { Timeline } from './timeline.ts'

/** Something to be done by one person. */
export interface Work {
  /** Milliseconds that a fresh person takes. */
  readonly takesMs: number
  /** @param slowness how much longer it took than by a fresh person: 1 and more. */
  readonly done: (slowness: number) => void
}

/** How people tire at a desk. */
export interface Tiring {
  readonly freshMs: number
  readonly fatiguePerHour: number
  readonly breakAfterMs: number
  readonly breakMs: number
}

export interface DeskTold {
  readonly longestQueue: number
  readonly waits: readonly Wait[]
  readonly busyMs: number
}

/** From asking to being begun with, milliseconds. */
export interface Wait {
  readonly fromMs: number
  readonly toMs: number
}

interface Person {
  isFree: boolean
  /** Undefined until the first work. */
  beganMs: number | undefined
  sinceBreakMs: number
}

interface Waiting {
  readonly sinceMs: number
  readonly work: Work
}

const HOUR_MS = 3_600_000

/** People who do the same kind of thing, each one thing at a time, first come first served. */
export class Desk {
  readonly #timeline: Timeline
  readonly #people: readonly Person[]
  readonly #tiring: Tiring | undefined
  readonly #queue: Waiting[] = []
  readonly #waits: Wait[] = []
  #begun = 0
  #longestQueue = 0
  #busyMs = 0

  constructor(timeline: Timeline, people: number, tiring?: Tiring) {
    this.#timeline = timeline
    this.#tiring = tiring
    this.#people = Array.from({ length: people }, () => ({ isFree: true, beganMs: undefined, sinceBreakMs: 0 }))
  }

  ask(work: Work): void {
    this.#queue.push({ sinceMs: this.#timeline.nowMs, work })
    this.#begin()
    this.#longestQueue = Math.max(this.#longestQueue, this.#queue.length - this.#begun)
  }

  told(): DeskTold {
    return {
      longestQueue: this.#longestQueue,
      waits: this.#waits,
      busyMs: this.#busyMs,
    }
  }

  // The queue is read along and never shifted: it holds every piece of the night.
  #begin(): void {
    const person = this.#people.find(({ isFree }) => isFree)
    const next = this.#queue[this.#begun]
    if (person === undefined || next === undefined) return
    this.#begun += 1
    const { nowMs } = this.#timeline
    this.#waits.push({ fromMs: next.sinceMs, toMs: nowMs })
    person.isFree = false
    person.beganMs ??= nowMs
    const slowness = this.#slowness(nowMs - person.beganMs)
    const takesMs = Math.round(next.work.takesMs * slowness)
    this.#busyMs += takesMs
    person.sinceBreakMs += takesMs
    this.#timeline.at(nowMs + takesMs, () => {
      next.work.done(slowness)
      this.#timeline.at(this.#timeline.nowMs + this.#restMs(person), () => {
        person.isFree = true
        this.#begin()
      })
    })
  }

  #slowness(onShiftMs: number): number {
    if (this.#tiring === undefined) return 1
    const { freshMs, fatiguePerHour } = this.#tiring
    return 1 + (fatiguePerHour * Math.max(0, onShiftMs - freshMs)) / HOUR_MS
  }

  #restMs(person: Person): number {
    if (this.#tiring === undefined || person.sinceBreakMs < this.#tiring.breakAfterMs) return 0
    person.sinceBreakMs = 0
    return this.#tiring.breakMs
  }
}
