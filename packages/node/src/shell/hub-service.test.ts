import { registerSize } from '@khata/ledger'
import { decodePushReply, encodePullReply, encodePushReply, encodePushRequest, type PushReply } from '@khata/proto'
import { installNativeSha256, installNativeVerify } from '@khata/verifier-pool'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../adapters/clock.ts'
import { SiteBench } from '../contract/site-bench.ts'
import { frozenSeat } from '../contract/writer-bench.ts'
import type { Link } from '../ports.ts'
import { checkpointRow, entryRow } from '../replica/rows.ts'
import { answerPush, type HubContext } from './hub-service.ts'
import { openFollower } from './opening.ts'
import { Pusher } from './pusher.ts'

let bench: SiteBench
/** Entries of the register that the hub holds. */
let registerHeld: number
let hub: HubContext

beforeAll(async () => {
  installNativeSha256()
  await installNativeVerify()
})

beforeEach(async () => {
  bench = new SiteBench(await frozenSeat())
  registerHeld = 1
  const setting = { ...bench.setting, reach: { durable: () => registerHeld, whole: () => false } }
  const events = { onHeld: () => undefined, onHalted: () => undefined, onFailed: () => undefined }
  const runner = await openFollower(setting, { cosign: (note) => note, events })
  const name = bench.frozen.seat.name
  const followerOf = (log: string) => Promise.resolve(log === name ? runner : undefined)
  hub = { store: bench.site.store, followerOf, hub: undefined }
})

test('a hub that is behind in the register says so, and takes the same frame when that has come', async () => {
  expect(await pushed()).toMatchObject({ code: 'frame/register-behind', size: 0 })
  registerHeld = registerSize(bench.setting.register!)
  expect(await pushed()).toMatchObject({ code: '', size: bench.entries.length, retryAfterMs: 0 })
})

test('a hub says which log it does not know', async () => {
  expect(await pushed('NA-999')).toMatchObject({ code: 'push/unknown-log', size: 0 })
})

test.each([
  ['NA-1', 'frame/register-behind', 'info'],
  ['NA-1', 'push/unknown-log', 'info'],
  ['NA-1', 'frame/fork', 'alarm'],
  ['register', 'push/unknown-log', 'alarm'],
])('a pusher of %s that is answered %s tells it as %s', async (log, code, level) => {
  const told = Promise.withResolvers<string>()
  const journal = { info: () => told.resolve('info'), alarm: () => told.resolve('alarm') }
  const note = new TextEncoder().encode('a checkpoint')
  const rows = [
    { key: entryRow(log, 0), value: Uint8Array.of(1) },
    { key: checkpointRow(log, 1), value: note },
  ]
  await bench.site.store.write(rows, 'fsync')
  const pusher = new Pusher({
    site: { ...bench.site, clock: systemClock, journal },
    log,
    hub: 'punjab',
    link: linkThatRefuses(code),
    releasedSize: () => 1,
    onReply: () => Promise.resolve(),
    onFailed: told.reject,
  })
  expect(await told.promise).toBe(level)
  await pusher.stop()
})

async function pushed(log = bench.frozen.seat.name): Promise<PushReply> {
  const entries = bench.entries.map(({ bytes }) => bytes)
  const request = encodePushRequest({ log, from: 0, entries, checkpoint: bench.noteOf(bench.entries) })
  const reply = decodePushReply(await answerPush(hub, request))
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.value
}

/** To a hub that holds nothing. */
function linkThatRefuses(code: string): Link {
  const nothing = { size: 0, checkpoint: new Uint8Array(0) }
  return {
    request: (verb) =>
      Promise.resolve(
        verb === 'pull'
          ? encodePullReply({ ...nothing, entries: [], code: '' })
          : encodePushReply({ ...nothing, code, retryAfterMs: 0 }),
      ),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  }
}
