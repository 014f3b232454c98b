import { type Clock, type LineageMark, type LineageMarker, PortUnavailable, type VerifierPool } from '@khata/node'
import { keyParser, parsedKeysMax, type Triple, verifyTriple } from '@khata/ledger'
import type { Program, World } from './world.ts'

/** One machine's clock: virtual time, and how wrong the machine is about it. */
export class SimClock implements Clock {
  readonly #world: World
  readonly #program: Program
  readonly #machine: { readonly clockErrorMs: number }

  constructor(world: World, program: Program, machine: { readonly clockErrorMs: number }) {
    this.#world = world
    this.#program = program
    this.#machine = machine
  }

  now(): number {
    return this.#world.now + this.#machine.clockErrorMs
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.reject(signal.reason)
    const done = Promise.withResolvers<void>()
    const give = (): void => done.reject(signal.reason)
    signal.addEventListener('abort', give, { once: true })
    void this.#world.call(this.#program, ms, () => {
      signal.removeEventListener('abort', give)
      done.resolve()
    })
    return done.promise
  }
}

/** Marks on media of their own: a stick that survives the machine's disks, and may be pulled out. */
export class Marks {
  readonly #marks = new Map<string, LineageMark>()
  away = false

  clone(): Marks {
    const copy = new Marks()
    for (const [log, mark] of this.#marks) copy.#marks.set(log, mark)
    return copy
  }

  /** The stick is another: an older copy of it. */
  become(older: Marks): void {
    this.#marks.clear()
    for (const [log, mark] of older.#marks) this.#marks.set(log, mark)
  }

  get(log: string): LineageMark | undefined {
    return this.#marks.get(log)
  }

  clear(): void {
    this.#marks.clear()
  }

  set(log: string, mark: LineageMark): void {
    this.#marks.set(log, mark)
  }
}

const markMsMax = 12

export class SimMarker implements LineageMarker {
  readonly #world: World
  readonly #program: Program
  readonly #marks: Marks

  constructor(world: World, program: Program, marks: Marks) {
    this.#world = world
    this.#program = program
    this.#marks = marks
  }

  read(log: string): Promise<LineageMark | undefined> {
    return this.#use(() => this.#marks.get(log))
  }

  write(log: string, mark: LineageMark): Promise<void> {
    return this.#use(() => this.#marks.set(log, mark))
  }

  #use<T>(act: () => T): Promise<T> {
    return this.#world.call(this.#program, this.#world.between(0, markMsMax), () => {
      if (this.#marks.away) throw new PortUnavailable('marker/unavailable')
      return act()
    })
  }
}

/** Verdicts that are remembered, at most. */
const verdictsMax = 50_000
const verdicts = new Map<string, boolean>()
const parseKey = keyParser(parsedKeysMax)
const verifyMsMax = 2

/** Real signatures, each checked once in all runs of this program: the verdict depends on nothing but the bytes. */
export class SimVerifier implements VerifierPool {
  readonly #world: World
  readonly #program: Program

  constructor(world: World, program: Program) {
    this.#world = world
    this.#program = program
  }

  verify(batch: readonly Triple[]): Promise<readonly boolean[]> {
    return this.#world.call(this.#program, this.#world.between(0, verifyMsMax), () => batch.map(verdictOn))
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}

/** For whoever checks outside virtual time. */
export const plainVerifier = {
  verify: async (batch: readonly Triple[]): Promise<readonly boolean[]> => batch.map(verdictOn),
}

function verdictOn(triple: Triple): boolean {
  const { key, message, signature } = triple
  const name = Buffer.concat([key, signature, message]).toString('latin1')
  const known = verdicts.get(name)
  if (known !== undefined) return known
  if (verdicts.size >= verdictsMax) verdicts.clear()
  const verdict = verifyTriple(triple, parseKey)
  verdicts.set(name, verdict)
  return verdict
}
