import type { Msg, NatsConnection, Subscription } from 'nats'
import { headers } from 'nats'
import type { Link, LinkServer, LinkVerb } from '../../ports.ts'
import { PortUnavailable } from '../../ports.ts'
import { copyOf } from '../bytes.ts'
import type { LinkAnswer, LinkFault } from '../link.ts'
import { checkLinkPayload } from '../../replica/link-payload.ts'
import type { Names } from './names.ts'
import { logAsked, namesOf } from './names.ts'
import { inboxes } from './options.ts'
import type { NatsSession } from './session.ts'

/** The hub verifies and fsyncs a whole group before it answers, and others may be before it. */
const linkTimeoutMs = 20_000

/** Requests being answered at once, in bytes: hundreds of offices may push together. Past it: ask again later. */
export const linkBytesInFlightMax = 64 * 2 ** 20

/** What a request without payload weighs. */
export const requestOverheadBytes = 4_096

const errorHeader = 'Khata-Error'
const queueGroup = 'khata'

/** Requests to the node at another site, over that site's own server. The caller closes the session. */
export class NatsLink implements Link {
  readonly #session: NatsSession
  readonly #names: Names
  #closed = false

  constructor(session: NatsSession, election: string) {
    this.#session = session
    this.#names = namesOf(election)
  }

  async request(verb: LinkVerb, log: string, payload: Uint8Array): Promise<Uint8Array> {
    checkLinkPayload(payload)
    if (this.#closed) throw new PortUnavailable('link/closed: the link has been closed')
    const subject = this.#names.linkSubject(verb, log)
    const reply = await this.#session.request(subject, payload, { timeoutMs: linkTimeoutMs })
    const error = reply.headers?.get(errorHeader) ?? ''
    if (error !== '')
      throw new PortUnavailable(`link/failed: the other side could not answer ${verb} of ${log}: ${error}`)
    return copyOf(reply.data)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true
  }
}

/** Answers the requests that reach the site's own server. The caller closes the session. */
export class NatsLinkServer implements LinkServer {
  readonly #session: NatsSession
  readonly #names: Names
  readonly #onFault: LinkFault
  readonly #subscriptions = new Set<Subscription>()
  readonly #answering = new Set<Promise<void>>()
  #bytesInFlight = 0
  #closed = false

  constructor(session: NatsSession, election: string, onFault: LinkFault) {
    this.#session = session
    this.#names = namesOf(election)
    this.#onFault = onFault
  }

  serve(verb: LinkVerb, answer: LinkAnswer): void {
    this.#session.onConnection((connection) => {
      if (!this.#closed) this.#subscribe(connection, verb, answer)
    })
  }

  /** Takes no further request, and answers those that were on the way: nobody is left to wait for a timeout. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true
    // Where the connection is gone, nothing is on the way and the drain is refused.
    const draining = [...this.#subscriptions].map((one) =>
      this.#session.use(() => one.drain(), { failure: 'draining' }),
    )
    await Promise.allSettled(draining)
    await Promise.all(this.#answering)
  }

  #subscribe(connection: NatsConnection, verb: LinkVerb, answer: LinkAnswer): void {
    const subscription = connection.subscribe(this.#names.linkSubjects(verb), {
      queue: queueGroup,
      callback: (error, message) => {
        if (error === null) this.#take(verb, answer, message)
        else this.#onFault(verb, error)
      },
    })
    this.#subscriptions.add(subscription)
    void subscription.closed.then(() => this.#subscriptions.delete(subscription))
  }

  #take(verb: LinkVerb, answer: LinkAnswer, message: Msg): void {
    // The answer is published as this node, which may write where the asker may not: into its streams, above all.
    if (!isInbox(message.reply)) return this.#onFault(verb, new Error(`answer asked for on ${message.reply}`))
    const log = logAsked(message.subject)
    if (log === undefined) return respondError(message, 'failed')
    const bytes = message.data.length + requestOverheadBytes
    if (this.#bytesInFlight + bytes > linkBytesInFlightMax) return respondError(message, 'busy')
    this.#bytesInFlight += bytes
    const answering = this.#answer(verb, () => answer(log, copyOf(message.data)), message).finally(() => {
      this.#bytesInFlight -= bytes
      this.#answering.delete(answering)
    })
    this.#answering.add(answering)
  }

  /** A handler that throws is told to the log, and its text is not sent abroad. */
  async #answer(verb: LinkVerb, answer: () => Promise<Uint8Array>, message: Msg): Promise<void> {
    try {
      const reply = await answer()
      checkLinkPayload(reply)
      message.respond(reply)
    } catch (error) {
      this.#onFault(verb, error)
      respondError(message, 'failed')
    }
  }
}

function isInbox(subject: string | undefined): boolean {
  return subject?.startsWith(`${inboxes}.`) === true
}

function respondError(message: Msg, error: 'busy' | 'failed'): void {
  const carried = headers()
  carried.set(errorHeader, error)
  message.respond(new Uint8Array(), { headers: carried })
}
