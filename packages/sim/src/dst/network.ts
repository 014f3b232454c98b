import { type Link, type LinkServer, type LinkVerb, PortUnavailable } from '@khata/node'
import type { Chance, Program, World } from './world.ts'

export interface WayFaults {
  /** Of requests and of answers, each. */
  readonly lossRate: number
  /** Of requests that arrive twice. */
  readonly doubleRate: number
  readonly delayMsMax: number
}

/** Who may reach whom. */
export class Network {
  readonly #cut = new Set<string>()
  readonly #isolated = new Set<string>()
  readonly #servers = new Map<string, SimLinkServer>()

  cut(from: string, to: string): void {
    this.#cut.add(`${from}>${to}`)
  }

  mend(): void {
    this.#cut.clear()
  }

  /** No way leads to this machine or from it, until it joins again: mending mends no ways where there are none. */
  isolate(name: string): void {
    this.#isolated.add(name)
  }

  join(name: string): void {
    this.#isolated.delete(name)
  }

  isIsolated(name: string): boolean {
    return this.#isolated.has(name)
  }

  reaches(from: string, to: string): boolean {
    return !this.#cut.has(`${from}>${to}`) && !this.isIsolated(from) && !this.isIsolated(to)
  }

  listen(name: string, server: SimLinkServer): void {
    this.#servers.set(name, server)
  }

  server(name: string): SimLinkServer | undefined {
    const server = this.#servers.get(name)
    return server?.program.alive === true ? server : undefined
  }
}

type Handler = (log: string, payload: Uint8Array) => Promise<Uint8Array>

export class SimLinkServer implements LinkServer {
  readonly program: Program
  /** Told of every request whose handler threw. */
  readonly failed: (error: unknown) => void
  readonly #handlers = new Map<LinkVerb, Handler>()

  constructor(program: Program, failed: (error: unknown) => void) {
    this.program = program
    this.failed = failed
  }

  serve(verb: LinkVerb, answer: Handler): void {
    this.#handlers.set(verb, answer)
  }

  handler(verb: LinkVerb): Handler | undefined {
    return this.#handlers.get(verb)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#handlers.clear()
  }
}

const timeoutMs = 5_000

/** One program's way to another machine. */
export class SimLink implements Link {
  readonly #world: World
  readonly #program: Program
  readonly #ends: LinkEnds
  readonly #faults: WayFaults

  constructor(world: World, program: Program, ends: LinkEnds, faults: WayFaults) {
    this.#world = world
    this.#program = program
    this.#ends = ends
    this.#faults = faults
  }

  request(verb: LinkVerb, log: string, payload: Uint8Array): Promise<Uint8Array> {
    const answer = Promise.withResolvers<Uint8Array>()
    const sent = { verb, log, payload: payload.slice() }
    this.#ends.seen(verb, sent.payload)
    this.#send(sent, answer)
    if (this.#chanceOf(verb).happens(this.#faults.doubleRate)) this.#send(sent, Promise.withResolvers())
    return this.#world.within(this.#program, timeoutMs, answer, () => new PortUnavailable('link/no-answer'))
  }

  async [Symbol.asyncDispose](): Promise<void> {}

  /** Images travel beside the entries. */
  #chanceOf(verb: LinkVerb): Pick<Chance, 'between' | 'happens'> {
    return verb === 'image' ? this.#world.beside : this.#world
  }

  #send({ verb, log, payload }: Sent, answer: PromiseWithResolvers<Uint8Array>): void {
    const { network, from, to } = this.#ends
    const chance = this.#chanceOf(verb)
    const arrives = !chance.happens(this.#faults.lossRate)
    this.#world.later(chance.between(1, this.#faults.delayMsMax), () => {
      const server = arrives && network.reaches(from, to) ? network.server(to) : undefined
      const handler = server?.handler(verb)
      if (server === undefined || handler === undefined) return
      handler(log, payload.slice()).then(
        (reply) => this.#return(verb, payload, reply.slice(), answer),
        (error: unknown) => server.failed(error),
      )
    })
  }

  #return(verb: LinkVerb, payload: Uint8Array, reply: Uint8Array, answer: PromiseWithResolvers<Uint8Array>): void {
    const { network, from, to, answered } = this.#ends
    answered(verb, payload, reply)
    const chance = this.#chanceOf(verb)
    const arrives = !chance.happens(this.#faults.lossRate)
    this.#world.later(chance.between(1, this.#faults.delayMsMax), () => {
      if (arrives && network.reaches(to, from) && this.#program.alive) answer.resolve(reply)
    })
  }
}

interface Sent {
  readonly verb: LinkVerb
  readonly log: string
  readonly payload: Uint8Array
}

export interface LinkEnds {
  readonly network: Network
  readonly from: string
  readonly to: string
  /** Called with everything that is sent. */
  readonly seen: (verb: LinkVerb, payload: Uint8Array) => void
  /** Called with every answer that is given, whether or not it arrives. */
  readonly answered: (verb: LinkVerb, payload: Uint8Array, reply: Uint8Array) => void
}
