import { encodePullReply } from '@khata/proto'
import { installNativeSha256, installNativeVerify } from '@khata/verifier-pool'
import { beforeAll, expect, test } from 'vitest'
import { systemClock } from '../adapters/clock.ts'
import { SiteBench } from '../contract/site-bench.ts'
import { frozenSeat } from '../contract/writer-bench.ts'
import type { Link, VerifierPool } from '../ports.ts'
import { openFollower } from './opening.ts'
import { Puller } from './puller.ts'
import { stopLog } from './running-log.ts'

beforeAll(async () => {
  installNativeSha256()
  await installNativeVerify()
})

test('a log stops while its stream is away and a pulled frame waits for it', async () => {
  const bench = new SiteBench(await frozenSeat())
  const appending = Promise.withResolvers<void>()
  const journal = { info: () => appending.resolve(), alarm: () => undefined }
  const site = { ...bench.site, clock: systemClock, journal }
  const failures: unknown[] = []
  const events = {
    onHeld: () => undefined,
    onHalted: (detail: string) => failures.push(detail),
    onFailed: (error: unknown) => failures.push(error),
  }
  const runner = await openFollower({ ...bench.setting, site }, { cosign: (note) => note, events })
  const link = linkThat(() => {
    bench.streams.available = false
    const entries = bench.entries.map(({ bytes }) => bytes)
    return encodePullReply({ size: entries.length, entries, checkpoint: bench.noteOf(bench.entries), code: '' })
  })
  const { onFailed } = events
  const puller = new Puller({ site, log: bench.frozen.seat.name, follower: runner, links: [link], onFailed })
  await appending.promise
  await stopLog({ kind: 'follower', runner, puller, pushers: [], lineage: undefined, halted: undefined })
  expect(failures).toEqual([])
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
  const events = { onHeld: () => undefined, onHalted: () => undefined, onFailed: () => undefined }
  const setting = { ...bench.setting, site: { ...bench.site, verifier } }
  const runner = await openFollower(setting, { cosign: (note) => note, events })
  const entries = bench.entries.map(({ bytes }) => bytes)
  const answer = runner.receive({ from: 0, entries, note: bench.noteOf(bench.entries) })
  await verifying.promise
  await runner.stop()
  verdicts.resolve()
  expect(await answer).toEqual({ type: 'halted' })
})

function linkThat(answer: () => Uint8Array): Link {
  return { request: () => Promise.resolve(answer()), [Symbol.asyncDispose]: () => Promise.resolve() }
}
