import { type Link, type LinkVerb, PortUnavailable } from '@khata/node'
import { decodePullReply, decodePushReply, encodePullReply, encodePushReply } from '@khata/proto'

/** How an office deceives with a key that is rightly its own. */
export type Treason =
  /** Two instances with streams of their own sign two histories, and neither heeds what a hub shows of the other. */
  | 'two-faced'
  /** One instance writes its night again in another order, and does not heed what a hub shows of the first one. */
  | 're-sequencing'
  /** Receipts are given, and nothing of the log is brought to any hub. */
  | 'withholding'
  /** Some statements are never sequenced: their senders are answered nothing. */
  | 'deaf'

/** A traitor's way to a hub. What it asks about other logs goes its way unchanged. */
export class TraitorLink implements Link {
  readonly #link: Link
  readonly #own: readonly string[]
  readonly #treason: Treason

  constructor(link: Link, own: readonly string[], treason: Treason) {
    this.#link = link
    this.#own = own
    this.#treason = treason
  }

  async request(verb: LinkVerb, log: string, payload: Uint8Array): Promise<Uint8Array> {
    if (verb === 'image') return this.#link.request(verb, log, payload)
    const isOwn = this.#own.includes(log)
    if (isOwn && this.#treason === 'withholding') throw new PortUnavailable('traitor: nothing is brought')
    const reply = await this.#link.request(verb, log, payload)
    return isOwn && forksItsLog(this.#treason) ? withoutCheckpoint(verb, reply) : reply
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#link[Symbol.asyncDispose]()
  }
}

/** Whether an office that deceives so signs a second history. */
export function forksItsLog(treason: Treason | undefined): boolean {
  return treason === 'two-faced' || treason === 're-sequencing'
}

/** A node that is shown no other history goes on with its own. */
function withoutCheckpoint(verb: LinkVerb, bytes: Uint8Array): Uint8Array {
  const none = new Uint8Array()
  if (verb === 'push') {
    const reply = decodePushReply(bytes)
    return reply.ok ? encodePushReply({ ...reply.value, checkpoint: none }) : bytes
  }
  const reply = decodePullReply(bytes)
  return reply.ok ? encodePullReply({ ...reply.value, checkpoint: none }) : bytes
}
