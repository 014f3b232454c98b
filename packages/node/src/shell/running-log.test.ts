import { encodePullReply } from '@khata/proto'
import { installNativeSha256, installNativeVerify } from '@khata/verifier-pool'
import { beforeAll, expect, test } from 'vitest'
import { systemClock } from '../adapters/clock.ts'
import { SiteBench } from '../contract/site-bench.ts'
import { frozenSeat } from '../contract/writer-bench.ts'
import { type Link, PortDamaged, PortUnavailable, type VerifierPool } from '../ports.ts'
import { snapshotRow } from '../replica/rows.ts'
import { openFollower, openWriter } from './opening.ts'
import { Puller } from './puller.ts'
import { Pusher } from './pusher.ts'
import { stopLog } from './running-log.ts'
import type { Site } from './site.ts'
import { snapshotEveryEntries } from './snapshot.ts'

beforeAll(async () => {
  installNativeSha256()
  await installNativeVerify()
})

test('a log stops while its stream is away and a pulled frame waits for it', async () => {
  const bench = new SiteBench(await frozenSeat())
  const appending = Promise.withResolvers<void>()
  const journal = { info: () => appending.resolve(), alarm: () => undefined }
  const site = { ...bench.site, clock: systemClock, journal }
  const { runner, failures, onFailed } = await followed(bench, site)
  const link = linkThat(() => {
    bench.streams.available = false
    const entries = bench.entries.map(({ bytes }) => bytes)
    return encodePullReply({ size: entries.length, entries, checkpoint: bench.noteOf(bench.entries), code: '' })
  })
  const puller = new Puller({ site, log: bench.frozen.seat.name, follower: runner, links: [link], onFailed })
  await appending.promise
  await stopLog({ kind: 'follower', runner, puller, pushers: [], lineage: undefined, halted: undefined })
  expect(failures).toEqual([])
})

test('a snapshot is written once nothing has come for a moment, and not while much comes', async () => {
  const bench = new SiteBench(await frozenSeat())
  await Promise.all([bench.store(bench.entries), bench.stream(bench.entries)])
  await bench.release(bench.entries)
  await bench.mark(bench.entries)
  const sleeps: PromiseWithResolvers<void>[] = []
  const sleep = (): Promise<void> => sleeps[sleeps.push(Promise.withResolvers()) - 1]!.promise
  const setting = { ...bench.setting, site: { ...bench.site, clock: { ...bench.site.clock, sleep } } }
  const { election, seat } = bench.frozen
  const signer = { key: seat.sequencer.key, sign: (message: Uint8Array) => seat.sequencer.sign(message) }
  const events = { onReleased: () => undefined, onHalted: () => undefined, onFailed: () => undefined }
  const opened = await openWriter(setting, { signer, links: [], events })
  if (opened.type !== 'writer') throw new Error(opened.type)
  const { runner } = opened
  const say = async (times: number): Promise<void> => {
    for (let said = 0; said < times; said++) {
      runner.say({ body: 'registerPinned', registerPinned: election.registerPosition })
    }
    await runner.untilCovered(runner.fold.size + times)
  }
  const pass = async (): Promise<void> => {
    sleeps.at(-1)!.resolve()
    await new Promise(setImmediate)
  }
  const isKept = async () => (await bench.site.store.read([snapshotRow(seat.name)]))[0] !== undefined
  await say(snapshotEveryEntries)
  await expect.poll(() => sleeps.length).toBe(1)
  await say(1)
  await pass()
  expect(await isKept()).toBe(false)
  await pass()
  expect(await isKept()).toBe(true)
  expect(sleeps).toHaveLength(2)
  await runner.stop()
})

test('a frame whose signatures are still being verified when its log stops is answered', async () => {
  const bench = new SiteBench(await frozenSeat())
  const [verifying, verdicts] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const verifier: VerifierPool = {
    verify: async (batch) => {
      verifying.resolve()
      await verdicts.promise
      return bench.site.verifier.verify(batch)
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  }
  const { runner } = await followed(bench, { ...bench.site, verifier })
  const entries = bench.entries.map(({ bytes }) => bytes)
  const answer = runner.receive({ from: 0, entries, note: bench.noteOf(bench.entries) })
  await verifying.promise
  await runner.stop()
  verdicts.resolve()
  expect(await answer).toEqual({ type: 'halted' })
})

test('a log stops at once while another site owes it an answer', async () => {
  const bench = new SiteBench(await frozenSeat())
  const asked = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const silent = (at: number): Link => ({
    request: () => {
      asked[at]!.resolve()
      return new Promise(() => undefined)
    },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  })
  const { runner, failures, onFailed } = await followed(bench)
  const common = { site: { ...bench.site, clock: systemClock }, log: bench.frozen.seat.name, onFailed }
  const puller = new Puller({ ...common, follower: runner, links: [silent(0)] })
  const onReply = () => Promise.resolve()
  const pusher = new Pusher({ ...common, hub: 'hq', link: silent(1), releasedSize: () => 1, onReply })
  await Promise.all(asked.map(({ promise }) => promise))
  await stopLog({ kind: 'follower', runner, puller, pushers: [pusher], lineage: undefined, halted: undefined })
  expect(failures).toEqual([])
})

test('a frame that a port is away for is asked for again, and any other failure ends the node', async () => {
  for (const [error, ends] of [
    [new PortUnavailable('verifier/busy'), false],
    [new PortDamaged('an entry that cannot be read'), true],
    [new TypeError('a bug'), true],
  ] as const) {
    const bench = new SiteBench(await frozenSeat())
    const verifier: VerifierPool = {
      verify: () => Promise.reject(error),
      [Symbol.asyncDispose]: () => Promise.resolve(),
    }
    const { runner, failures } = await followed(bench, { ...bench.site, verifier })
    const entries = bench.entries.map(({ bytes }) => bytes)
    const frame = { from: 0, entries, note: bench.noteOf(bench.entries) }
    await expect(runner.receive(frame)).rejects.toBe(error)
    await runner.receive({ ...frame, from: 1 })
    expect(failures).toEqual(ends ? [error] : [])
  }
})

async function followed(bench: SiteBench, site: Site = bench.site) {
  const failures: unknown[] = []
  const onFailed = (error: unknown): void => void failures.push(error)
  const events = { onHeld: () => undefined, onHalted: onFailed, onFailed }
  const runner = await openFollower({ ...bench.setting, site }, { cosign: (note) => note, events })
  return { runner, failures, onFailed }
}

function linkThat(answer: () => Uint8Array): Link {
  return { request: () => Promise.resolve(answer()), [Symbol.asyncDispose]: () => Promise.resolve() }
}
