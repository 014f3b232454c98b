import type { Link, LinkServer, LinkVerb } from '../../ports.ts'
import { PortUnavailable } from '../../ports.ts'
import { checkLinkPayload } from '../link.ts'
import type { LinkAnswer, LinkFault } from '../link.ts'

/** Answers MemoryLinks in the same process. */
export class MemoryLinkServer implements LinkServer {
  /** While false no request is answered. */
  available = true
  readonly #answers = new Map<LinkVerb, LinkAnswer>()
  readonly #onFault: LinkFault

  constructor(onFault: LinkFault) {
    this.#onFault = onFault
  }

  serve(verb: LinkVerb, answer: LinkAnswer): void {
    if (this.#answers.has(verb)) throw new Error(`${verb} is served already`)
    this.#answers.set(verb, answer)
  }

  async answer(verb: LinkVerb, payload: Uint8Array): Promise<Uint8Array> {
    const answer = this.available ? this.#answers.get(verb) : undefined
    if (answer === undefined) throw new PortUnavailable(`link/no-answer: nobody serves ${verb}`)
    try {
      const reply = await answer(payload.slice())
      checkLinkPayload(reply)
      return reply.slice()
    } catch (cause) {
      this.#onFault(verb, cause)
      throw new PortUnavailable(`link/failed: the other side could not answer ${verb}`, { cause })
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#answers.clear()
  }
}

/** A Link to a server in the same process. */
export class MemoryLink implements Link {
  readonly #server: MemoryLinkServer
  #closed = false

  constructor(server: MemoryLinkServer) {
    this.#server = server
  }

  async request(verb: LinkVerb, payload: Uint8Array): Promise<Uint8Array> {
    checkLinkPayload(payload)
    if (this.#closed) throw new PortUnavailable('link/closed: the link has been closed')
    return await this.#server.answer(verb, payload)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true
  }
}
