import type { Msg } from 'nats'
import { createInbox } from 'nats'
import { PortDamaged } from '../../ports.ts'
import { copyOf } from '../bytes.ts'
import type { NatsSession } from './session.ts'

/** One request for messages; the server ends a reply early at 64 MiB. */
export const readTogetherMax = 1_000

/** Between one message of a reply and the next. */
const readStallMs = 5_000

/**
 * The payloads from a sequence on, at most `messagesMax`; fewer at the end of the stream.
 * Throws PortDamaged when a message between two others is not there.
 */
export async function readPayloads(
  session: NatsSession,
  stream: string,
  from: number,
  messagesMax: number,
): Promise<Uint8Array[]> {
  const subject = `$JS.API.DIRECT.GET.${stream}`
  const failure = `reading ${stream} at ${from}`
  return await session.use(
    async (connection) => {
      const inbox = createInbox(session.inboxPrefix)
      const reply = new DirectReply(stream, from)
      const subscription = connection.subscribe(inbox, { callback: (error, message) => reply.take(error, message) })
      try {
        const request = JSON.stringify({ seq: from, batch: Math.min(messagesMax, readTogetherMax) })
        connection.publish(subject, request, { reply: inbox })
        return await reply.done
      } finally {
        reply.stop()
        subscription.unsubscribe()
      }
    },
    { failure, subject },
  )
}

/**
 * Collects one reply to a batched direct get (NATS ADR-31). Its messages come in ascending sequence, from at least the
 * sequence asked for; so where as many came as lie between that one and the last, none is missing, and only the
 * closing status's headers need be read: reading every message's costs more than all the rest.
 */
class DirectReply {
  readonly #stream: string
  readonly #from: number
  readonly #payloads: Uint8Array[] = []
  readonly #done = Promise.withResolvers<Uint8Array[]>()
  readonly #stalled: NodeJS.Timeout

  constructor(stream: string, from: number) {
    this.#stream = stream
    this.#from = from
    this.#stalled = setTimeout(() => this.#done.reject(new Error('the reply stopped')), readStallMs)
  }

  get done(): Promise<Uint8Array[]> {
    return this.#done.promise
  }

  take(error: Error | null, message: Msg): void {
    this.#stalled.refresh()
    if (error !== null) this.#done.reject(error)
    else if (message.data.length === 0) this.#end(message)
    // The client's payload is a view of a whole socket buffer, which it would keep in memory.
    else this.#payloads.push(copyOf(message.data))
  }

  stop(): void {
    clearTimeout(this.#stalled)
  }

  #end(message: Msg): void {
    const code = message.headers?.code ?? 0
    const last = Number(message.headers?.get('Nats-Last-Sequence'))
    if (code === 404) this.#done.resolve([])
    else if (code !== 204) this.#done.reject(new Error(`${code} ${message.headers?.description ?? ''}`))
    else if (last !== this.#from + this.#payloads.length - 1) this.#done.reject(this.#hole(last))
    else this.#done.resolve(this.#payloads)
  }

  #hole(last: number): PortDamaged {
    const held = this.#payloads.length
    return new PortDamaged(`event-log/hole: ${this.#stream} gave ${held} messages from ${this.#from} to ${last}`)
  }
}
