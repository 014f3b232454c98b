import { LinkMode } from '@khata/proto'
import { expect, test } from 'vitest'
import { MemoryDisk, MemoryStore } from '../adapters/memory/store.ts'
import { type Link, PortUnavailable } from '../ports.ts'
import { modeHeldMs, modeSaidEveryMs, silentMsMax } from '../replica/modes.ts'
import { HubModes, type SaidMode } from './hub-modes.ts'

/** A clock that stands still but for what a test lets pass, and whose sleepers it wakes by hand. */
class Bench {
  now = 1_000_000
  answers = true
  readonly disk = new MemoryDisk()
  readonly said: SaidMode[] = []
  #wake = Promise.withResolvers<void>()

  async open(): Promise<HubModes> {
    const clock = {
      now: () => this.now,
      sleep: (_: number, signal: AbortSignal) => {
        this.#wake = Promise.withResolvers()
        signal.addEventListener('abort', () => this.#wake.reject(signal.reason))
        return this.#wake.promise
      },
    }
    const journal = { info: () => undefined, alarm: () => undefined }
    const site = { store: new MemoryStore(this.disk), clock, journal } as never
    return HubModes.open({ site, links: new Map([['hq', this.link]]), onFailed: (error) => expect.fail(String(error)) })
  }

  get link(): Link {
    return {
      request: async () => {
        if (!this.answers) throw new PortUnavailable('away')
        return new Uint8Array(1)
      },
      [Symbol.asyncDispose]: async () => undefined,
    }
  }

  /** Time passes, and whoever slept looks. */
  async pass(ms: number): Promise<void> {
    this.now += ms
    this.#wake.resolve()
    for (let turns = 0; turns < 20; turns++) await Promise.resolve()
  }
}

async function ask(modes: HubModes, bench: Bench): Promise<void> {
  await modes
    .watched('hq', bench.link)
    .request('pull', 'NA-1', new Uint8Array(0))
    .catch((error: unknown) => expect(error).toBeInstanceOf(PortUnavailable))
}

test('what becomes of requests decides the mode, and the logs are told once it has held', async () => {
  const bench = new Bench()
  const modes = await bench.open()
  const stopping = new AbortController()
  const telling = modes.tell((changed) => bench.said.push(changed) > 0, stopping.signal).catch(() => undefined)
  await ask(modes, bench)
  expect(modes.all).toEqual({ mode: 'online', since: bench.now })
  await bench.pass(modeHeldMs)
  expect(bench.said).toEqual([])
  const answeredAt = bench.now
  await ask(modes, bench)
  bench.answers = false
  await bench.pass(silentMsMax)
  await ask(modes, bench)
  expect(modes.hubs).toEqual([{ hub: 'hq', mode: 'offline', since: answeredAt }])
  await bench.pass(modeHeldMs)
  expect(bench.said).toEqual([{ mode: LinkMode.OFFLINE, hub: 'hq', since: answeredAt }])
  modes.carried('hq')
  expect(modes.all?.mode).toBe('courier')
  await bench.pass(modeHeldMs)
  expect(bench.said).toHaveLength(1)
  await bench.pass(modeSaidEveryMs)
  expect(bench.said.at(-1)).toMatchObject({ mode: LinkMode.COURIER })
  stopping.abort(new Error('stopping'))
  await telling
})

test('a node that starts again knows since when it is cut off, and what it has told', async () => {
  const bench = new Bench()
  const before = await bench.open()
  before.carried('hq')
  const since = bench.now
  await bench.pass(500_000)
  const modes = await bench.open()
  expect(modes.hubs).toEqual([{ hub: 'hq', mode: 'courier', since }])
})

test('a mode that no log could be told of yet is told later', async () => {
  const bench = new Bench()
  const modes = await bench.open()
  const stopping = new AbortController()
  let isOpen = false
  const telling = modes
    .tell((changed) => isOpen && bench.said.push(changed) > 0, stopping.signal)
    .catch(() => undefined)
  await bench.pass(modeHeldMs)
  expect(bench.said).toEqual([])
  isOpen = true
  await bench.pass(1)
  expect(bench.said).toHaveLength(1)
  stopping.abort(new Error('stopping'))
  await telling
})
