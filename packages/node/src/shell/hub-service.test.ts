import { type OpenedEntry, registerSize } from '@khata/ledger'
import {
  decodePullReply,
  decodePushReply,
  encodePullReply,
  encodePullRequest,
  encodePushReply,
  encodePushRequest,
  type PushReply,
} from '@khata/proto'
import { installNativeSha256, installNativeVerify } from '@khata/verifier-pool'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '../adapters/clock.ts'
import { SiteBench } from '../contract/site-bench.ts'
import { frozenSeat } from '../contract/writer-bench.ts'
import { type Link, PortUnavailable } from '../ports.ts'
import { checkpointRow, entryRow, forkRow } from '../replica/rows.ts'
import { answerPull, answerPush, type HubContext } from './hub-service.ts'
import { openFollower } from './opening.ts'
import { Pusher } from './pusher.ts'
import { readRows } from './reading.ts'

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
  hub = { store: bench.site.store, followerOf, knowsRules: () => true, hub: undefined }
})

test('a hub that is behind in the register says so, and takes the same frame when that has come', async () => {
  expect(await pushed()).toMatchObject({ code: 'frame/register-behind', size: 0 })
  registerHeld = registerSize(bench.setting.register!)
  expect(await pushed()).toMatchObject({ code: '', size: bench.entries.length, retryAfterMs: 0 })
})

test('a request about another log than it was addressed to is answered with a code and does nothing', async () => {
  registerHeld = registerSize(bench.setting.register!)
  const { name } = bench.frozen.seat
  const frame = { from: 0, entries: bench.entries.map(({ bytes }) => bytes), checkpoint: bench.noteOf(bench.entries) }
  const push = decodePushReply(await answerPush(hub, 'NA-999', encodePushRequest({ log: name, ...frame })))
  expect(push).toMatchObject({ value: { code: 'link/other-log', size: 0 } })
  await pushed()
  const pull = encodePullRequest({ log: name, from: 0, entriesMax: 1 })
  expect(decodePullReply(await answerPull(hub, 'NA-999', pull))).toMatchObject({
    value: { code: 'link/other-log', size: 0, entries: [], checkpoint: new Uint8Array() },
  })
  expect(decodePullReply(await answerPull(hub, name, pull))).toMatchObject({
    value: { code: '', size: bench.entries.length },
  })
})

test('a hub says which log it does not know', async () => {
  expect(await pushed('NA-999')).toMatchObject({ code: 'push/unknown-log', size: 0 })
})

test('a hub whose program lacks the rules of the election says so', async () => {
  hub = { ...hub, followerOf: () => Promise.resolve(undefined), knowsRules: () => false }
  expect(await pushed()).toMatchObject({ code: 'rules/unknown-version', size: 0 })
})

test('a hub whose copy has stopped gives no answer, and does not take its disk for damaged', async () => {
  registerHeld = registerSize(bench.setting.register!)
  await bench.stream(bench.otherwise())
  await expect(pushed()).rejects.toThrow(PortUnavailable)
})

describe('a hub that is shown another history than it holds keeps what was signed', () => {
  beforeEach(() => {
    registerHeld = registerSize(bench.setting.register!)
  })

  test('of as many entries as it holds', async () => {
    await pushed()
    const note = bench.noteOf(bench.otherwise())
    expect(await pushedFrom(0, bench.otherwise(), note)).toMatchObject({
      code: 'frame/fork',
      size: bench.entries.length,
    })
    expect(await keptForks()).toEqual([note])
    expect(bench.alarms).toEqual(['fork'])
  })

  test('of more entries than it holds', async () => {
    const held = bench.entries.slice(0, -1)
    await pushedFrom(0, held, bench.noteOf(held))
    const other = [...held.slice(0, -2), ...held.slice(-2).toReversed(), ...bench.entries.slice(-1)]
    const note = bench.noteOf(other)
    const reply = await pushedFrom(held.length, bench.entries.slice(-1), note)
    expect(reply).toMatchObject({ code: 'frame/root-differs', size: held.length })
    expect(await keptForks()).toEqual([note])
    expect(bench.alarms).toEqual(['fork'])
  })
})

test.each([
  ['NA-1', 'frame/register-behind', 'info'],
  ['NA-1', 'push/unknown-log', 'info'],
  ['NA-1', 'frame/fork', 'alarm'],
  ['NA-1', 'rules/unknown-version', 'alarm'],
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

function pushed(log = bench.frozen.seat.name): Promise<PushReply> {
  return pushedFrom(0, bench.entries, bench.noteOf(bench.entries), log)
}

async function pushedFrom(
  from: number,
  entries: readonly OpenedEntry[],
  checkpoint: Uint8Array,
  log = bench.frozen.seat.name,
): Promise<PushReply> {
  const request = encodePushRequest({ log, from, entries: entries.map(({ bytes }) => bytes), checkpoint })
  const reply = decodePushReply(await answerPush(hub, log, request))
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.value
}

async function keptForks(): Promise<readonly Uint8Array[]> {
  const prefix = forkRow(bench.frozen.seat.name, '')
  const rows = await readRows(bench.site.store, { from: prefix, to: `${prefix}~` })
  return rows.map(([, note]) => note)
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
