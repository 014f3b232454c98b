import { Agenda, type Due } from './agenda.ts'

/** A running program. Once dead it never hears again of what it waited for. */
export class Program {
  readonly name: string
  #alive = true

  constructor(name: string) {
    this.name = name
  }

  get alive(): boolean {
    return this.#alive
  }

  kill(): void {
    this.#alive = false
  }
}

/** A breach of what must always hold: the run ends here. */
export class Violation extends Error {
  override readonly name = 'Violation'
}

const traceLinesMax = 2000

/**
 * Time, chance and the record of one run; everything random comes from the one seed. Each millisecond has a chance of its
 * own, so that what is left out of a night changes nothing that it has no part in.
 */
export class World {
  readonly agenda: Agenda
  /** Chance of what happens beside the events: however much of that there is, the events' own stays what it is. */
  readonly beside: Chance
  readonly #chance: Chance
  readonly #startedAt: number
  readonly #trace: string[] = []
  #violation: Error | undefined

  constructor(seed: number, startedAt: number) {
    this.agenda = new Agenda(startedAt)
    this.#startedAt = startedAt
    this.#chance = new Chance(seed, () => this.elapsedMs)
    this.beside = new Chance(mixed(seed, besideSalt), () => this.elapsedMs)
  }

  get now(): number {
    return this.agenda.now
  }

  /** Milliseconds since the run began. */
  get elapsedMs(): number {
    return this.now - this.#startedAt
  }

  get violation(): Error | undefined {
    return this.#violation
  }

  /** Does something for a program at a later time and answers it then; a program that has died meanwhile does nothing. */
  call<T>(program: Program, delayMs: number, act: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.agenda.after(delayMs, () => {
        if (!program.alive) return
        try {
          resolve(act())
        } catch (error) {
          reject(error)
        }
      })
    })
  }

  /** Does something whoever asked for it lives or not: what has left a machine arrives. */
  later(delayMs: number, act: () => void): Due {
    return this.agenda.after(delayMs, act)
  }

  /** The answer, or this error when it has not come in time. */
  within<T>(program: Program, timeoutMs: number, answer: PromiseWithResolvers<T>, error: () => Error): Promise<T> {
    const due = this.later(timeoutMs, () => {
      if (program.alive) answer.reject(error())
    })
    const cancel = (): void => {
      due.cancelled = true
    }
    answer.promise.then(cancel, cancel)
    return answer.promise
  }

  sleep(program: Program, ms: number): Promise<void> {
    return this.call(program, ms, () => undefined)
  }

  between(least: number, most: number): number {
    return this.#chance.between(least, most)
  }

  happens(probability: number): boolean {
    return this.#chance.happens(probability)
  }

  note(line: string): void {
    if (this.#trace.length >= traceLinesMax) this.#trace.shift()
    this.#trace.push(`${(this.elapsedMs / 1000).toFixed(3).padStart(9)} ${line}`)
  }

  get trace(): readonly string[] {
    return this.#trace
  }

  /** The first breach ends the run; what follows from it is not judged. */
  breach(error: Error): void {
    if (this.#violation !== undefined) return
    this.#violation = error
    this.note(`VIOLATION ${error.message}`)
  }

  must(holds: boolean, claim: string): void {
    if (!holds) this.breach(new Violation(claim))
  }
}

const besideSalt = 0x1b

/** Draws of one kind. */
export class Chance {
  readonly #seed: number
  readonly #elapsedMs: () => number
  #drawnAt = -1
  #drawn = 0

  constructor(seed: number, elapsedMs: () => number) {
    this.#seed = seed
    this.#elapsedMs = elapsedMs
  }

  between(least: number, most: number): number {
    return least + Math.floor(this.#uniform() * (most - least + 1))
  }

  happens(probability: number): boolean {
    return this.#uniform() < probability
  }

  #uniform(): number {
    const elapsedMs = this.#elapsedMs()
    if (this.#drawnAt !== elapsedMs) this.#drawn = 0
    this.#drawnAt = elapsedMs
    this.#drawn += 1
    return mixed(mixed(this.#seed, elapsedMs), this.#drawn) / 2 ** 32
  }
}

/** 32 bits in which neighbours have nothing in common (the finalizer of MurmurHash3). */
function mixed(one: number, other: number): number {
  let bits = one ^ Math.imul(other + 1, 0x9e3779b1)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
