import { randomBytes } from 'node:crypto'
import { brotliCompressSync } from 'node:zlib'
import { decodePartReply, encodePartRequest, type PartRequestInput } from '@khata/proto'
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { MemoryLink, MemoryLinkServer, MemoryLinkWay } from '../adapters/memory/link.ts'
import { linkContract } from '../contract/link.ts'
import { type Clock, type Link, type LinkVerb, PortUnavailable } from '../ports.ts'
import { PartedLink } from './parted-link.ts'
import { PartedLinkServer } from './parted-link-server.ts'
import { partMark } from './parts.ts'

linkContract(
  'in pieces',
  async () => {
    const way = new MemoryLinkWay()
    const clock = new SkippingClock()
    return {
      openLink: async () => new PartedLink(new MemoryLink(way), { clock, newId }),
      openServer: async (onFault) => new PartedLinkServer(new MemoryLinkServer(way, onFault), clock),
      fail: async () => {
        way.available = false
      },
      recover: async () => {
        way.available = true
      },
      [Symbol.asyncDispose]: async () => undefined,
    }
  },
  test,
)

it('any request comes through a slow line that loses pieces, and nobody answers the same one twice', async () => {
  const line = fc.record({
    bytesPerSecond: fc.integer({ min: 300, max: 20_000 }),
    lossPerMille: fc.integer({ min: 0, max: 400 }),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 2 }),
  })
  const payload = fc.uint8Array({ minLength: 1, maxLength: 40_000, size: 'max' })
  await fc.assert(
    fc.asyncProperty(line, payload, payload, async (how, asked, answer) => {
      await using place = new SlowPlace(how)
      const taken: Uint8Array[] = []
      place.serve(async (request) => {
        taken.push(request)
        return answer
      })
      const reply = await place.untilAnswered(asked)
      expect(Buffer.compare(reply, answer)).toBe(0)
      expect(taken.every((request) => Buffer.compare(request, asked) === 0)).toBe(true)
      expect(taken.length).toBeLessThanOrEqual(place.attempts)
    }),
    { numRuns: 40, endOnFailure: true },
  )
})

it('a cut costs a piece: what had come before is not sent again', async () => {
  await using place = new SlowPlace({ bytesPerSecond: 2_000, lossPerMille: 0, seed: 1 })
  place.serve(async () => Uint8Array.of(1))
  const asked = randomBytes(100_000)
  place.cutEveryMs = 20_000
  await place.untilAnswered(asked)
  expect(place.requestsBegun).toBe(1)
  expect(place.bytesCarried).toBeLessThan(asked.length * 1.5)
})

it('a hub that was started anew has the request from the beginning', async () => {
  await using place = new SlowPlace({ bytesPerSecond: 2_000, lossPerMille: 0, seed: 1 })
  place.serve(async (request) => request)
  const asked = randomBytes(60_000)
  place.onPiece = (piece) => {
    if (piece === 4) place.startAnew()
  }
  expect(Buffer.compare(await place.untilAnswered(asked), asked)).toBe(0)
  expect(place.requestsBegun).toBe(2)
})

it('a line on which nothing comes through any more is given up, not waited for', async () => {
  await using place = new SlowPlace({ bytesPerSecond: 2_000, lossPerMille: 0, seed: 1 })
  place.serve(async (request) => request)
  place.onPiece = (piece) => {
    if (piece === 3) place.lossPerMille = 1_000
  }
  const before = place.clock.now()
  await expect(place.link.request('push', 'NA-1', randomBytes(60_000))).rejects.toThrow(PortUnavailable)
  expect(place.clock.now() - before).toBeGreaterThan(180_000)
  expect(place.clock.now() - before).toBeLessThan(300_000)
})

it.each([
  ['no piece', Uint8Array.of(0, 255), 'part/malformed'],
  ['an id of another length', pieceOf({ id: new Uint8Array(15) }), 'part/malformed'],
  ['more than a link carries', pieceOf({ total: 1_000_001 }), 'part/too-large'],
])('is refused by code: %s', async (_name, payload, code) => {
  const way = new MemoryLinkWay()
  const server = new PartedLinkServer(new MemoryLinkServer(way, () => undefined), new SkippingClock())
  server.serve('push', async () => expect.fail('asked'))
  const reply = decodePartReply(await new MemoryLink(way).request('push', 'NA-1', payload))
  expect(reply).toMatchObject({ ok: true, value: { code, held: 0 } })
})

it('pieces that unpack to more than a link carries reach nobody', async () => {
  const way = new MemoryLinkWay()
  const faults: unknown[] = []
  const server = new PartedLinkServer(
    new MemoryLinkServer(way, (_verb, error) => faults.push(error)),
    new SkippingClock(),
  )
  server.serve('push', async () => expect.fail('asked'))
  const bomb = new Uint8Array(brotliCompressSync(new Uint8Array(2_000_000)))
  const request = new MemoryLink(way).request('push', 'NA-1', pieceOf({ total: bomb.length, part: bomb }))
  await expect(request).rejects.toThrow(PortUnavailable)
  expect(String(faults[0])).toContain('link/unreadable')
})

function newId(): Uint8Array {
  return new Uint8Array(randomBytes(16))
}

function pieceOf(change: Partial<PartRequestInput>): Uint8Array {
  const piece = { id: newId(), total: 1, offset: 0, part: Uint8Array.of(6), answerFrom: 0, answerBytesMax: 1_000 }
  return partMark(encodePartRequest({ ...piece, ...change }))
}

/** Whoever sleeps wakes at once, and the time has passed. */
class SkippingClock implements Clock {
  #now = 0

  now(): number {
    return this.#now
  }

  async sleep(ms: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    this.#now += ms
  }
}

interface LineSetting {
  readonly bytesPerSecond: number
  readonly lossPerMille: number
  readonly seed: number
}

const timeoutMs = 20_000

/** A link in pieces over a line that takes its time, in a clock of its own, and a hub that can be started anew. */
class SlowPlace implements AsyncDisposable {
  readonly clock = new SkippingClock()
  readonly link: PartedLink
  lossPerMille: number
  cutEveryMs = Infinity
  bytesCarried = 0
  /** Requests of whoever asks: a new one where one was given up. */
  attempts = 0
  onPiece: (nth: number) => void = () => undefined
  readonly #way = new MemoryLinkWay()
  readonly #ids = new Set<string>()
  #pieces = 0
  #state: number
  #answer: (request: Uint8Array) => Promise<Uint8Array> = () => Promise.reject(new Error('nobody answers'))

  constructor({ bytesPerSecond, lossPerMille, seed }: LineSetting) {
    this.lossPerMille = lossPerMille
    this.#state = seed
    const inner = new MemoryLink(this.#way)
    const line: Link = {
      request: (verb, log, payload) => this.#carry(inner, bytesPerSecond, [verb, log, payload]),
      [Symbol.asyncDispose]: () => inner[Symbol.asyncDispose](),
    }
    const ids = () => {
      const id = newId()
      this.#ids.add(Buffer.from(id).toString('hex'))
      return id
    }
    this.link = new PartedLink(line, { clock: this.clock, newId: ids })
  }

  /** Requests that were begun, each with an id of its own. */
  get requestsBegun(): number {
    return this.#ids.size
  }

  serve(answer: (request: Uint8Array) => Promise<Uint8Array>): void {
    this.#answer = answer
    this.startAnew()
  }

  startAnew(): void {
    const server = new PartedLinkServer(new MemoryLinkServer(this.#way, () => undefined), this.clock)
    server.serve('push', (_log, request) => this.#answer(request))
  }

  /** As whoever asks does: again and again. */
  async untilAnswered(asked: Uint8Array): Promise<Uint8Array> {
    for (;;) {
      this.attempts += 1
      try {
        return await this.link.request('push', 'NA-1', asked)
      } catch (error) {
        if (!(error instanceof PortUnavailable)) throw error
      }
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.link[Symbol.asyncDispose]()
  }

  async #carry(
    inner: Link,
    bytesPerSecond: number,
    [verb, log, payload]: readonly [LinkVerb, string, Uint8Array],
  ): Promise<Uint8Array> {
    this.#pieces += 1
    this.onPiece(this.#pieces)
    const begun = this.clock.now()
    const upMs = (1_000 * payload.length) / bytesPerSecond
    this.bytesCarried += payload.length
    if (upMs > timeoutMs || this.#isLost()) return await this.#lose(timeoutMs)
    const isCut = Math.floor(begun / this.cutEveryMs) < Math.floor((begun + upMs) / this.cutEveryMs)
    if (isCut) return await this.#lose(this.cutEveryMs - (begun % this.cutEveryMs))
    const reply = await inner.request(verb, log, payload)
    const tookMs = upMs + (1_000 * reply.length) / bytesPerSecond
    if (tookMs > timeoutMs) return await this.#lose(timeoutMs)
    await this.clock.sleep(tookMs, new AbortController().signal)
    return reply
  }

  async #lose(afterMs: number): Promise<never> {
    await this.clock.sleep(afterMs, new AbortController().signal)
    throw new PortUnavailable('nats/no-answer: lost')
  }

  /** Park and Miller's generator: the same line for the same seed. */
  #isLost(): boolean {
    this.#state = (this.#state * 48_271) % (2 ** 31 - 1)
    return this.#state % 1_000 < this.lossPerMille
  }
}
