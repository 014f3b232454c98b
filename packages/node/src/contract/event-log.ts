import assert from 'node:assert/strict'
import type { AppendOutcome, EventLog } from '../ports.ts'
import { PortUnavailable } from '../ports.ts'
import type { Case, RegisterTest } from './case.ts'
import { eventually, registerCases, requirePlain } from './case.ts'

/** One site's streams, with as many clients as wanted. */
export interface EventLogPlace extends AsyncDisposable {
  /** A client of its own. */
  open(): Promise<EventLog>
  /** Takes the service away as suddenly as it can go: `kill -9`. */
  fail(): Promise<void>
  /** Brings it back with all that it acknowledged. */
  recover(): Promise<void>
}

/** What every EventLog keeps. `test` is the test framework's own. */
export function eventLogContract(name: string, place: () => Promise<EventLogPlace>, test: RegisterTest): void {
  registerCases(name, cases, place, test)
}

const cases: Readonly<Record<string, Case<EventLogPlace>>> = {
  'opens a new log empty and a known one at its size': opensAtSize,
  'keeps batches of 1, 2 and 500 in order': keepsBatches,
  'keeps an entry of 65,535 bytes and a batch of such': keepsLargeEntries,
  'reads from any index, fewer at the end, none beyond it': readsRanges,
  'keeps logs apart': keepsLogsApart,
  'refuses another expected size and stores nothing': refusesOtherSizes,
  'answers appended where the entries are there already': lostAcknowledgement,
  'tells other bytes at the same place as a conflict': otherBytes,
  'lets exactly one of two racing writers win': racingWriters,
  'keeps pipelined appends in order': pipelined,
  'does not share memory with its callers': sharesNothing,
  'refuses what is past the named limits': limits,
  'takes a log that was not opened for a bug': notOpened,
  'releases checkpoints one after another, for each log': checkpoints,
  'answers released where the same checkpoint is the newest': sameCheckpoint,
  'lets exactly one of two racing checkpoints win': racingCheckpoints,
  'answers PortUnavailable while the service is away, and resumes by itself': outage,
  'loses nothing acknowledged and doubles nothing when killed in the middle': killedInTheMiddle,
}

async function opensAtSize(place: EventLogPlace): Promise<void> {
  await using log = await place.open()
  assert.equal(await log.open('NA-46'), 0)
  assert.equal(await log.open('NA-46'), 0)
  await log.append('NA-46', 0, entriesOf('a', 3))
  assert.equal(await log.open('NA-46'), 3)
  await using other = await place.open()
  assert.equal(await other.open('NA-46'), 3)
}

async function keepsBatches(place: EventLogPlace): Promise<void> {
  await using log = await opened(place)
  const all = entriesOf('entry', 503)
  assert.deepEqual(await log.append(name, 0, all.slice(0, 1)), appended)
  assert.deepEqual(await log.append(name, 1, all.slice(1, 3)), appended)
  assert.deepEqual(await log.append(name, 3, all.slice(3)), appended)
  assert.deepEqual(plain(await log.read(name, 0, 1_000)), all)
}

async function keepsLargeEntries(place: EventLogPlace): Promise<void> {
  await using log = await opened(place)
  const large = Array.from({ length: 20 }, (_, at) => new Uint8Array(65_535).fill(at + 1))
  assert.deepEqual(await log.append(name, 0, large.slice(0, 1)), appended)
  assert.deepEqual(await log.append(name, 1, large.slice(1)), appended)
  assert.deepEqual(plain(await log.read(name, 0, 20)), large)
}

async function readsRanges(place: EventLogPlace): Promise<void> {
  await using log = await opened(place)
  const all = entriesOf('entry', 1_200)
  for (let at = 0; at < 1_200; at += 400) await log.append(name, at, all.slice(at, at + 400))
  assert.deepEqual(plain(await log.read(name, 0, 5_000)), all)
  assert.deepEqual(plain(await log.read(name, 7, 5)), all.slice(7, 12))
  assert.deepEqual(plain(await log.read(name, 1_199, 10)), all.slice(1_199))
  assert.deepEqual(await log.read(name, 1_200, 10), [])
  assert.deepEqual(await log.read(name, 9_999, 10), [])
  assert.deepEqual(await log.read(name, 0, 0), [])
}

async function keepsLogsApart(place: EventLogPlace): Promise<void> {
  await using log = await opened(place)
  assert.equal(await log.open('register'), 0)
  await log.append(name, 0, entriesOf('a', 2))
  await log.append('register', 0, entriesOf('b', 3))
  assert.deepEqual(plain(await log.read(name, 0, 10)), entriesOf('a', 2))
  assert.deepEqual(plain(await log.read('register', 0, 10)), entriesOf('b', 3))
}

async function refusesOtherSizes(place: EventLogPlace): Promise<void> {
  await using log = await opened(place)
  await log.append(name, 0, entriesOf('a', 3))
  for (const expected of [0, 2, 4, 100]) {
    for (const count of [1, 2]) {
      assert.deepEqual(await log.append(name, expected, entriesOf('other', count)), conflict(3))
    }
  }
  assert.deepEqual(plain(await log.read(name, 0, 10)), entriesOf('a', 3))
}

async function lostAcknowledgement(place: EventLogPlace): Promise<void> {
  await using log = await opened(place)
  const [single, group] = [entriesOf('single', 1), entriesOf('group', 500)]
  await log.append(name, 0, single)
  assert.deepEqual(await log.append(name, 0, single), appended)
  await log.append(name, 1, group)
  assert.deepEqual(await log.append(name, 1, group), appended)
  assert.deepEqual(await log.append(name, 0, single), appended)
  assert.equal(await log.open(name), 501)
}

async function otherBytes(place: EventLogPlace): Promise<void> {
  await using log = await opened(place)
  const group = entriesOf('group', 10)
  await log.append(name, 0, group)
  const changed = group.map((entry, at) => (at === 9 ? bytes('changed') : entry))
  assert.deepEqual(await log.append(name, 0, changed), conflict(10))
  assert.deepEqual(await log.append(name, 0, [...group, bytes('more')]), conflict(10))
  assert.deepEqual(await log.append(name, 0, group.toReversed()), conflict(10))
}

async function racingWriters(place: EventLogPlace): Promise<void> {
  await using first = await opened(place)
  await using second = await opened(place)
  for (let round = 0; round < 30; round++) {
    const count = 1 + (round % 3)
    const size = await first.open(name)
    const outcomes = await Promise.all([
      first.append(name, size, entriesOf(`first ${round}`, count)),
      second.append(name, size, entriesOf(`second ${round}`, count)),
    ])
    const winner = outcomes.findIndex((outcome) => outcome.type === 'appended')
    assert.deepEqual(outcomes[1 - winner], conflict(size + count))
    const held = await second.read(name, size, 100)
    assert.deepEqual(plain(held), entriesOf(`${winner === 0 ? 'first' : 'second'} ${round}`, count))
  }
}

async function pipelined(place: EventLogPlace): Promise<void> {
  await using log = await opened(place)
  const all = entriesOf('entry', 300)
  const starts = Array.from({ length: 30 }, (_, at) => at * 10)
  const outcomes = await Promise.all(starts.map((at) => log.append(name, at, all.slice(at, at + 10))))
  assert.deepEqual(
    outcomes,
    starts.map(() => appended),
  )
  assert.deepEqual(plain(await log.read(name, 0, 1_000)), all)
}

async function sharesNothing(place: EventLogPlace): Promise<void> {
  await using log = await opened(place)
  const mine = [Buffer.from('mine'), Buffer.from('also mine')]
  await log.append(name, 0, mine)
  for (const entry of mine) entry.fill(0)
  for (const entry of await log.read(name, 0, 2)) entry.fill(1)
  assert.deepEqual(plain(await log.read(name, 0, 2)), [bytes('mine'), bytes('also mine')])
}

async function limits(place: EventLogPlace): Promise<void> {
  await using log = await opened(place)
  await assert.rejects(log.append(name, 0, entriesOf('a', 1_001)), RangeError)
  await assert.rejects(log.append(name, 0, []), RangeError)
  await assert.rejects(log.append(name, 0, [new Uint8Array(65_536)]), RangeError)
  await assert.rejects(log.append(name, 0, [new Uint8Array()]), RangeError)
  assert.equal(await log.open(name), 0)
}

async function notOpened(place: EventLogPlace): Promise<void> {
  await using log = await place.open()
  const isBug = (error: unknown): boolean => error instanceof Error && !(error instanceof PortUnavailable)
  await assert.rejects(log.append('never', 0, entriesOf('a', 1)), isBug)
  await assert.rejects(log.read('never', 0, 1), isBug)
}

async function checkpoints(place: EventLogPlace): Promise<void> {
  await using log = await opened(place)
  await log.open('register')
  assert.equal(await log.newestCheckpoint(name), undefined)
  const first = await log.releaseCheckpoint(name, 'note 1\n— ü', 0)
  const other = await log.releaseCheckpoint('register', 'note R', 0)
  assert.equal(first.type, 'released')
  assert.equal(other.type, 'released')
  const second = await log.releaseCheckpoint(name, 'note 2', first.place)
  assert.equal(second.type, 'released')
  assert.deepEqual(await log.newestCheckpoint(name), { note: 'note 2', place: second.place })
  assert.deepEqual(await log.newestCheckpoint('register'), { note: 'note R', place: other.place })
  for (const stale of [0, first.place, second.place + 1]) {
    assert.deepEqual(await log.releaseCheckpoint(name, 'note 3', stale), { type: 'conflict', place: second.place })
  }
  assert.deepEqual(await log.newestCheckpoint(name), { note: 'note 2', place: second.place })
}

async function sameCheckpoint(place: EventLogPlace): Promise<void> {
  await using log = await opened(place)
  const first = await log.releaseCheckpoint(name, 'note 1', 0)
  assert.deepEqual(await log.releaseCheckpoint(name, 'note 1', 0), first)
  assert.equal((await log.releaseCheckpoint(name, 'note 2', first.place)).type, 'released')
}

async function racingCheckpoints(place: EventLogPlace): Promise<void> {
  await using first = await opened(place)
  await using second = await opened(place)
  let newest = 0
  for (let round = 0; round < 20; round++) {
    const outcomes = await Promise.all([
      first.releaseCheckpoint(name, `first ${round}`, newest),
      second.releaseCheckpoint(name, `second ${round}`, newest),
    ])
    const won = outcomes.filter((outcome) => outcome.type === 'released')
    assert.equal(won.length, 1)
    newest = won[0]?.place ?? 0
  }
}

async function outage(place: EventLogPlace): Promise<void> {
  await using log = await opened(place)
  await log.append(name, 0, entriesOf('before', 2))
  const released = await log.releaseCheckpoint(name, 'note', 0)
  await place.fail()
  await assert.rejects(log.append(name, 2, entriesOf('during', 2)), PortUnavailable)
  await assert.rejects(log.append(name, 2, entriesOf('during', 1)), PortUnavailable)
  await assert.rejects(log.read(name, 0, 1), PortUnavailable)
  await assert.rejects(log.open(name), PortUnavailable)
  await assert.rejects(log.newestCheckpoint(name), PortUnavailable)
  await assert.rejects(log.releaseCheckpoint(name, 'other', released.place), PortUnavailable)
  await place.recover()
  assert.deepEqual(plain(await eventually(() => log.read(name, 0, 10))), entriesOf('before', 2))
  assert.deepEqual(await log.append(name, 2, entriesOf('after', 2)), appended)
  assert.deepEqual(await log.newestCheckpoint(name), { note: 'note', place: released.place })
}

/** The writer knows only what every caller knows: after PortUnavailable it asks for the same again. */
async function killedInTheMiddle(place: EventLogPlace): Promise<void> {
  await using log = await opened(place)
  const all = entriesOf('entry', 2_000)
  const writing = async (): Promise<void> => {
    for (let at = 0; at < all.length; ) {
      const group = all.slice(at, at + 1 + (at % 40))
      assert.deepEqual(await eventually(() => log.append(name, at, group)), appended)
      at += group.length
      if (at > 500 && at < 1_000) killing ??= killAndRecover(place)
    }
  }
  let killing: Promise<void> | undefined
  await writing()
  await killing
  assert.deepEqual(plain(await log.read(name, 0, 5_000)), all)
  assert.equal(await log.open(name), all.length)
}

async function killAndRecover(place: EventLogPlace): Promise<void> {
  for (let times = 0; times < 2; times++) {
    await place.fail()
    await place.recover()
  }
}

const name = 'NA-46'
const appended: AppendOutcome = { type: 'appended' }

function conflict(size: number): AppendOutcome {
  return { type: 'conflict', size }
}

async function opened(place: EventLogPlace): Promise<EventLog> {
  const log = await place.open()
  await log.open(name)
  return log
}

function entriesOf(text: string, count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, at) => bytes(`${text} ${at}`))
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function plain(entries: readonly Uint8Array[]): readonly Uint8Array[] {
  return entries.map(requirePlain)
}
