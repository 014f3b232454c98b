import type { Link, LinkServer, LinkVerb } from '../../ports.ts'
import { PortUnavailable } from '../../ports.ts'
import { copyOf } from '../bytes.ts'
import type { LinkAnswer, LinkFault } from '../link.ts'
import { checkLinkPayload } from '../../replica/link-payload.ts'

/** What lies between links and a server in one process. */
export class MemoryLinkWay {
  /** While false no request is answered. */
  available = true
  readonly answers = new Map<LinkVerb, LinkAnswer>()
}

/** Answers MemoryLinks in the same process. */
export class MemoryLinkServer implements LinkServer {
  readonly #way: MemoryLinkWay
  readonly #onFault: LinkFault

  constructor(way: MemoryLinkWay, onFault: LinkFault) {
    this.#way = way
    this.#onFault = onFault
  }

  serve(verb: LinkVerb, answer: LinkAnswer): void {
    this.#way.answers.set(verb, (log, payload) => this.#answer(verb, () => answer(log, copyOf(payload))))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#way.answers.clear()
  }

  async #answer(verb: LinkVerb, answer: () => Promise<Uint8Array>): Promise<Uint8Array> {
    try {
      const reply = await answer()
      checkLinkPayload(reply)
      return copyOf(reply)
    } catch (cause) {
      this.#onFault(verb, cause)
      throw new PortUnavailable(`link/failed: the other side could not answer ${verb}`, { cause })
    }
  }
}

/** A Link to a server in the same process. */
export class MemoryLink implements Link {
  readonly #way: MemoryLinkWay
  #closed = false

  constructor(way: MemoryLinkWay) {
    this.#way = way
  }

  async request(verb: LinkVerb, log: string, payload: Uint8Array): Promise<Uint8Array> {
    checkLinkPayload(payload)
    if (this.#closed) throw new PortUnavailable('link/closed: the link has been closed')
    const answer = this.#way.available ? this.#way.answers.get(verb) : undefined
    if (answer === undefined) throw new PortUnavailable(`link/no-answer: nobody serves ${verb}`)
    return await answer(log, payload)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true
  }
}
