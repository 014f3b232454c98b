import { decodePartReply, encodePartRequest, type PartReply } from '@khata/proto'
import { type Clock, type Link, type LinkVerb, PortUnavailable } from '../ports.ts'
import { linkPayloadBytesMax } from '../replica/limits.ts'
import { nextPartBytes, partBytesFirst } from '../replica/part-size.ts'
import { pack, partMark, unpack } from './parts.ts'

/** A request that has not moved on for so long is given up: the caller decides what to ask next. */
const patienceMs = 180_000
/** Between a lost piece and the next try. */
const retryMs = 500

export interface PartedLinkSetting {
  readonly clock: Clock
  /** 16 bytes that no other request has. */
  readonly newId: () => Uint8Array
}

type Ask = (bytes: Uint8Array) => Promise<Uint8Array>

/**
 * A link that sends what the line cannot carry at once in pieces, and fetches answers in pieces: as large as a piece
 * comes through in seconds. A cut costs one piece, not the request. On a quick line requests go whole, in parallel.
 */
export class PartedLink implements Link {
  readonly #link: Link
  readonly #setting: PartedLinkSetting
  readonly #closing = new AbortController()
  #partBytes = partBytesFirst
  /** Pieces of all requests go one after another: on a slow line those of one would hold up the others'. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(link: Link, setting: PartedLinkSetting) {
    this.#link = link
    this.#setting = setting
  }

  /** Throws PortUnavailable where the line is down, or has carried nothing of this request for `patienceMs`. */
  async request(verb: LinkVerb, log: string, payload: Uint8Array): Promise<Uint8Array> {
    const ask: Ask = (bytes) => this.#timed(bytes, () => this.#link.request(verb, log, bytes))
    if (this.#partBytes >= linkPayloadBytesMax) return await ask(payload)
    return await this.#inParts(pack(payload), ask)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort(new PortUnavailable('link/closed: the link has been closed'))
    await this.#link[Symbol.asyncDispose]()
  }

  async #inParts(whole: Uint8Array, ask: Ask): Promise<Uint8Array> {
    const { clock, newId } = this.#setting
    const way = new Way(newId(), whole)
    for (let movedAt = clock.now(); way.answer === undefined; ) {
      const reply = await this.#askNext(way, ask, movedAt + patienceMs)
      if (reply !== undefined && way.moves(replyIn(reply))) movedAt = clock.now()
    }
    return unpack(way.answer)
  }

  /** The reply to the next piece; undefined where it is lost and may be sent again. */
  async #askNext(way: Way, ask: Ask, giveUpAt: number): Promise<Uint8Array | undefined> {
    const piece = way.next(this.#partBytes)
    try {
      // A whole request waits for the hub's answer: meanwhile the line is free.
      return await (way.isSentBy(this.#partBytes) ? ask(piece) : this.#inTurn(() => ask(piece)))
    } catch (error) {
      if (!(error instanceof PortUnavailable) || !way.hasBegun || this.#setting.clock.now() >= giveUpAt) throw error
      await this.#pause()
      return undefined
    }
  }

  async #pause(): Promise<void> {
    const { signal } = this.#closing
    await this.#setting.clock.sleep(retryMs, signal).catch(() => signal.throwIfAborted())
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(act)
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  async #timed(sent: Uint8Array, act: () => Promise<Uint8Array>): Promise<Uint8Array> {
    this.#closing.signal.throwIfAborted()
    const { clock } = this.#setting
    const before = clock.now()
    const fared = (outcome: 'answered' | 'lost', answered = 0): void => {
      const carried = Math.max(sent.length, answered)
      this.#partBytes = nextPartBytes(this.#partBytes, { outcome, tookMs: clock.now() - before, carried })
    }
    try {
      const reply = await act()
      fared('answered', reply.length)
      return reply
    } catch (error) {
      if (error instanceof PortUnavailable) fared('lost')
      throw error
    }
  }
}

/** How far one request and its answer have come. */
class Way {
  readonly #id: Uint8Array
  readonly #whole: Uint8Array
  #held = 0
  #answer = new Uint8Array(0)
  #answerHeld = 0

  constructor(id: Uint8Array, whole: Uint8Array) {
    this.#id = id
    this.#whole = whole
  }

  /** Some of it has come through: what is lost from now on is only a piece. */
  get hasBegun(): boolean {
    return this.#held > 0
  }

  /** Whether a piece of so many bytes is the request's last. */
  isSentBy(bytesMax: number): boolean {
    return this.#held < this.#whole.length && this.#held + bytesMax >= this.#whole.length
  }

  /** The next piece, with its mark in front; the answer is asked for together with the last one. */
  next(bytesMax: number): Uint8Array {
    const part = this.#whole.subarray(this.#held, this.#held + bytesMax)
    const request = encodePartRequest({
      id: this.#id,
      total: this.#whole.length,
      offset: this.#held,
      part,
      answerFrom: this.#answerHeld,
      answerBytesMax: bytesMax,
    })
    return partMark(request)
  }

  /** Whether something has come through. Throws PortUnavailable where the hub has forgotten what it held. */
  moves({ held, answerTotal, answer }: PartReply): boolean {
    if (held < this.#held) throw new PortUnavailable('link/forgotten: the other side holds nothing of the request now')
    const hasMoved = held > this.#held || answer.length > 0
    this.#held = held
    if (this.#answer.length !== answerTotal) this.#answer = new Uint8Array(answerTotal)
    this.#answer.set(answer.subarray(0, answerTotal - this.#answerHeld), this.#answerHeld)
    this.#answerHeld = Math.min(this.#answerHeld + answer.length, answerTotal)
    return hasMoved
  }

  get answer(): Uint8Array | undefined {
    return this.#answer.length > 0 && this.#answerHeld === this.#answer.length ? this.#answer : undefined
  }
}

function replyIn(bytes: Uint8Array): PartReply {
  const reply = decodePartReply(bytes)
  if (!reply.ok) throw new PortUnavailable(`link/unreadable: ${reply.error.code}: ${reply.error.detail}`)
  if (reply.value.code !== '') throw new PortUnavailable(`link/refused: ${reply.value.code}`)
  return reply.value
}
