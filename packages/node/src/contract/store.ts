import assert from 'node:assert/strict'
import type { Put, ScanRange, Store } from '../ports.ts'
import { PortUnavailable } from '../ports.ts'
import type { Case, RegisterTest } from './case.ts'
import { collect, registerCases, requirePlain } from './case.ts'

/** A place where a store lives while it is opened and closed. */
export interface StorePlace extends AsyncDisposable {
  open(): Promise<Store>
}

/** What every Store keeps. `test` is the test framework's own. */
export function storeContract(name: string, place: () => Promise<StorePlace>, test: RegisterTest): void {
  registerCases(name, cases, place, test)
}

const cases: Readonly<Record<string, Case<StorePlace>>> = {
  'reads values in the order of the keys, undefined where there is none': readsInOrder,
  'keeps a value of 65,535 bytes, an empty one and every byte': keepsBytes,
  'does not share memory with its callers': sharesNothing,
  'writes a batch in order: the last put of a key counts': lastPutCounts,
  'takes rows away': takesRowsAway,
  'scans from <= key < to in byte order': scansInOrder,
  'scans backwards and with a limit': scansBackwards,
  'scans what was there when the scan began': scansSnapshot,
  'lets a scan be left early': scanLeftEarly,
  'takes concurrent writes in the order of the calls': concurrentWritesInOrder,
  'shows all of a batch or nothing': batchesAreAtomic,
  'holds after close and open again what was fsynced, and the lazy writes before it': reopens,
  'answers PortUnavailable once closed': closed,
}

async function readsInOrder(place: StorePlace): Promise<void> {
  await using store = await place.open()
  await store.write([row('a', 1), row('b', 2), row('c', 3)], 'lazy')
  assert.deepEqual(numbers(await store.read(['c', 'none', 'a', 'c'])), [3, undefined, 1, 3])
  assert.deepEqual(await store.read([]), [])
}

async function keepsBytes(place: StorePlace): Promise<void> {
  await using store = await place.open()
  const large = new Uint8Array(65_535).map((_, at) => at % 251)
  const every = new Uint8Array(256).map((_, at) => at)
  await store.write(
    [
      { key: 'empty', value: new Uint8Array() },
      { key: 'every', value: every },
      { key: 'large', value: large },
    ],
    'fsync',
  )
  const read = await store.read(['empty', 'every', 'large'])
  assert.deepEqual(read.map(plain), [new Uint8Array(), every, large])
}

async function sharesNothing(place: StorePlace): Promise<void> {
  await using store = await place.open()
  const mine = Buffer.of(1, 2, 3)
  await store.write([{ key: 'a', value: mine }], 'lazy')
  mine.fill(9)
  const [first] = await store.read(['a'])
  first?.fill(8)
  const [second] = await store.read(['a'])
  assert.deepEqual(second === undefined ? undefined : plain(second), Uint8Array.of(1, 2, 3))
}

async function lastPutCounts(place: StorePlace): Promise<void> {
  await using store = await place.open()
  await store.write([row('a', 1), { key: 'a', value: undefined }, row('a', 2), row('b', 1)], 'fsync')
  await store.write([{ key: 'b', value: undefined }], 'lazy')
  assert.deepEqual(numbers(await store.read(['a', 'b'])), [2, undefined])
}

async function takesRowsAway(place: StorePlace): Promise<void> {
  await using store = await place.open()
  await store.write([row('a', 1), row('b', 2)], 'fsync')
  await store.write(
    [
      { key: 'a', value: undefined },
      { key: 'never', value: undefined },
    ],
    'fsync',
  )
  assert.deepEqual(await scanned(store, everything), ['b'])
}

async function scansInOrder(place: StorePlace): Promise<void> {
  await using store = await place.open()
  const keys = ['a', 'a/', 'a/0', 'a0', 'B', 'b', '~', 'a/10', 'a/9']
  await store.write(
    keys.map((key, at) => row(key, at)),
    'lazy',
  )
  assert.deepEqual(await scanned(store, everything), keys.toSorted(byBytes))
  assert.deepEqual(await scanned(store, { from: 'a/', to: 'a0' }), ['a/', 'a/0', 'a/10', 'a/9'])
  assert.deepEqual(await scanned(store, { from: 'b', to: 'a' }), [])
  assert.deepEqual(await scanned(store, { from: 'x', to: 'y' }), [])
}

async function scansBackwards(place: StorePlace): Promise<void> {
  await using store = await place.open()
  const keys = Array.from({ length: 1_000 }, (_, at) => `k/${String(at).padStart(4, '0')}`)
  await store.write(
    keys.map((key, at) => row(key, at)),
    'lazy',
  )
  assert.deepEqual(await scanned(store, { from: 'k/', to: 'k0' }), keys)
  assert.deepEqual(await scanned(store, { from: 'k/', to: 'k0', reverse: true }), keys.toReversed())
  assert.deepEqual(
    await scanned(store, { from: 'k/0500', to: 'k/0503', reverse: true }),
    keys.slice(500, 503).toReversed(),
  )
  assert.deepEqual(await scanned(store, { from: 'k/', to: 'k0', limit: 3 }), keys.slice(0, 3))
  assert.deepEqual(await scanned(store, { from: 'k/', to: 'k0', limit: 1, reverse: true }), keys.slice(-1))
  assert.deepEqual(await scanned(store, { from: 'k/', to: 'k0', limit: 0 }), [])
}

async function scansSnapshot(place: StorePlace): Promise<void> {
  await using store = await place.open()
  const keys = Array.from({ length: 600 }, (_, at) => `k${String(at).padStart(4, '0')}`)
  await store.write(
    keys.map((key) => row(key, 1)),
    'lazy',
  )
  const seen: number[] = []
  for await (const rows of store.scan(everything)) {
    if (seen.length === 0) await store.write([row('k0599', 2), row('k0600', 2)], 'lazy')
    assert.notEqual(rows.length, 0)
    seen.push(...rows.map(([, value]) => value[0] ?? -1))
  }
  assert.deepEqual(
    seen,
    keys.map(() => 1),
  )
}

async function scanLeftEarly(place: StorePlace): Promise<void> {
  await using store = await place.open()
  await store.write([row('a', 1), row('b', 2), row('c', 3)], 'lazy')
  for await (const [first] of store.scan(everything)) if (first?.[0] === 'a') break
  assert.deepEqual(await scanned(store, everything), ['a', 'b', 'c'])
}

async function concurrentWritesInOrder(place: StorePlace): Promise<void> {
  await using store = await place.open()
  const rounds = Array.from({ length: 200 }, (_, at) => at % 256)
  await Promise.all(rounds.map((at) => store.write([row('a', at), row(`b${at}`, at)], at % 7 === 0 ? 'fsync' : 'lazy')))
  assert.deepEqual(numbers(await store.read(['a', 'b0', 'b199'])), [199, 0, 199])
}

/** Every batch writes one number under ten keys: a reader never sees two numbers. */
async function batchesAreAtomic(place: StorePlace): Promise<void> {
  await using store = await place.open()
  const keys = Array.from({ length: 10 }, (_, at) => `k${at}`)
  const writing = Array.from({ length: 100 }, (_, round) =>
    store.write(
      keys.map((key) => row(key, round)),
      'lazy',
    ),
  )
  for (let look = 0; look < 50; look++) {
    const values = (await collect(store.scan(everything))).flat()
    assert.equal(new Set(values.map(([, value]) => requirePlain(value)[0])).size <= 1, true)
    assert.equal(values.length === 0 || values.length === keys.length, true)
  }
  await Promise.all(writing)
}

async function reopens(place: StorePlace): Promise<void> {
  const first = await place.open()
  await first.write([row('lazy', 1)], 'lazy')
  await first.write([row('fsynced', 2)], 'fsync')
  await first[Symbol.asyncDispose]()
  await using second = await place.open()
  assert.deepEqual(numbers(await second.read(['lazy', 'fsynced'])), [1, 2])
}

async function closed(place: StorePlace): Promise<void> {
  const store = await place.open()
  await store[Symbol.asyncDispose]()
  await assert.rejects(store.read(['a']), PortUnavailable)
  await assert.rejects(store.write([row('a', 1)], 'lazy'), PortUnavailable)
  await assert.rejects(collect(store.scan(everything)), PortUnavailable)
}

const everything: ScanRange = { from: '', to: '\x7f' }

function row(key: string, value: number): Put {
  return { key, value: Uint8Array.of(value) }
}

function numbers(values: readonly (Uint8Array | undefined)[]): readonly (number | undefined)[] {
  return values.map((value) => value?.[0])
}

async function scanned(store: Store, range: ScanRange): Promise<readonly string[]> {
  return (await collect(store.scan(range))).flat().map(([key]) => key)
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

function plain(value: Uint8Array | undefined): Uint8Array | undefined {
  return value === undefined ? undefined : requirePlain(value)
}
