import { checkpointTrustOf, frontierRoot, openReceipt, refuse, toHex } from '@khata/ledger'
import { encodePullReply } from '@khata/proto'
import { installNativeSha256, installNativeVerify } from '@khata/verifier-pool'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { MemoryDisk, MemoryStore } from '../adapters/memory/store.ts'
import { rootOf, SiteBench } from '../contract/site-bench.ts'
import { type FrozenSeat, frozenSeat } from '../contract/writer-bench.ts'
import { type Link, PortDamaged, PortUnavailable } from '../ports.ts'
import { checkpointRow, cosignedRow, entryRow, genesisRow, headRow, snapshotRow } from '../replica/rows.ts'
import { judgeLineage } from './lineage.ts'
import { lookUpStatement } from './lookup.ts'
import { loadLog } from './open-log.ts'
import { readHead, rootAt } from './reading.ts'
import { encodeCosigned, receiptOf } from './receipts.ts'
import { RegisterBehind } from './register-reach.ts'
import { writeSnapshot } from './snapshot.ts'

let frozen: FrozenSeat
let bench: SiteBench

beforeAll(async () => {
  installNativeSha256()
  await installNativeVerify()
})

beforeEach(async () => {
  frozen = await frozenSeat()
  bench = new SiteBench(frozen)
})

describe('after a stop', () => {
  test('store and stream that agree are loaded as they are', async () => {
    await bench.store(bench.entries)
    await bench.stream(bench.entries)
    const loaded = await loadLog(bench.setting)
    expect(loaded.fold.size).toBe(bench.entries.length)
    expect(frontierRoot(loaded.frontier)).toEqual(rootOf(bench.entries))
    expect(bench.alarms).toEqual([])
  })

  test('entries that the stream lacks are appended again', async () => {
    await bench.store(bench.entries)
    await bench.stream(bench.entries.slice(0, -3))
    await loadLog(bench.setting)
    expect(bench.streams.entries.get('NA-1')).toEqual(bench.entries.map(({ bytes }) => bytes))
    expect(bench.alarms).toEqual(['stream-behind-store'])
    expect(await lineage()).toEqual({ mayWrite: true })
  })

  test('entries that the store lacks are verified and adopted, and the store never writes again', async () => {
    await bench.store(bench.entries.slice(0, -3))
    await bench.stream(bench.entries)
    const loaded = await loadLog(bench.setting)
    expect(loaded.fold.size).toBe(bench.entries.length)
    expect(toHex(await rootAt(bench.site.store, 'NA-1', bench.entries.length))).toBe(toHex(rootOf(bench.entries)))
    for (const _ of [1, 2]) expect(await lineage()).toMatchObject({ code: 'lineage/store-behind-stream' })
  })

  test('tentative entries where the stream holds others are set aside, with what they left in the indexes', async () => {
    const others = bench.otherwise()
    await bench.store(others)
    const tentative = others.at(-1)!
    const statement = tentative.statement.ok ? tentative.statement.value : undefined
    await bench.site.store.write([{ key: checkpointRow('NA-1', others.length), value: bench.noteOf(others) }], 'fsync')
    await bench.stream(bench.entries)
    const loaded = await loadLog(bench.setting)
    expect(loaded.setAside).toEqual([{ statement: statement?.bytes, signature: statement?.signature }])
    expect(frontierRoot(loaded.fold.frontier)).toEqual(rootOf(bench.entries))
    expect(await lookUpStatement(bench.site.store, loaded, statement!)).toBeUndefined()
    expect(await bench.site.store.read([checkpointRow('NA-1', others.length)])).toEqual([undefined])
    expect((await rowsUnder('x/NA-1/')).length).toBe(2)
    expect(await lineage()).toMatchObject({ mayWrite: false })
  })

  test('what is set aside past a full tile leaves no leaf behind in it', async () => {
    bench = new SiteBench(await frozenSeat({ stations: 150 }))
    const truth = bench.entries.slice(0, 240)
    const tail = bench.otherwise().slice(-1)
    // The store's own tail is any other entries: what matters is that they fill the tile.
    await bench.store([...truth, ...Array.from({ length: 30 }, () => tail[0]!)])
    await bench.stream(bench.entries.slice(0, 250))
    const { frontier } = await loadLog(bench.setting)
    expect(frontier.size).toBe(250)
    for (const size of [240, 245, 250]) {
      const root = await rootAt(bench.site.store, 'NA-1', size)
      expect(toHex(root)).toBe(toHex(rootOf(bench.entries.slice(0, size))))
    }
  })

  test('what is appended again survives the loss of power, though its own fsync had failed', async () => {
    await bench.store(bench.entries)
    await bench.stream(bench.entries.slice(0, -1))
    const disk = new MemoryDisk()
    const store = new MemoryStore(disk)
    for await (const rows of bench.site.store.scan({ from: '', to: '~' })) {
      for (const [key, value] of rows) await store.write([{ key, value }], 'lazy')
    }
    await loadLog({ ...bench.setting, site: { ...bench.site, store } })
    disk.losePower()
    expect((await readHead(store, 'NA-1')).size).toBe(await bench.site.eventLog.open('NA-1'))
  })

  test('a changed entry, and a checkpoint that the entries contradict, stop the node', async () => {
    await bench.store(bench.entries)
    await bench.stream(bench.entries)
    await bench.release(bench.otherwise())
    await expect(loadLog(bench.setting)).rejects.toThrow(PortDamaged)
    const bytes = bench.entries[2]!.bytes.slice()
    bytes[bytes.length - 1]! ^= 1
    await bench.site.store.write([{ key: entryRow('NA-1', 2), value: bytes }], 'fsync')
    await expect(loadLog(bench.setting)).rejects.toThrow(PortDamaged)
  })

  test('a log that pins more of the register than is held waits for it', async () => {
    await bench.store(bench.entries)
    await bench.stream(bench.entries)
    const short = { ...bench.setting, reach: { durable: () => 3, whole: () => false } }
    await expect(loadLog(short)).rejects.toThrow(RegisterBehind)
    const whole = { ...bench.setting, reach: { durable: () => 3, whole: () => true } }
    expect((await loadLog(whole)).fold.size).toBe(bench.entries.length)
  })
})

test('what the root has made void since is no precedent of what comes after', async () => {
  const { election, seat } = frozen
  const { log, ro } = seat
  const po = seat.po(1)
  const cut = log.fold.size
  const first = seat.must(po.submit({ votes: [1, 2, 3] }))
  seat.must(ro.ask(first, 1))
  const second = seat.must(po.correct(first, { votes: [2, 2, 3] }))
  seat.must(po.lock(second))
  seat.must(ro.ask(second, 1))
  seat.must(po.correct(second, { votes: [3, 2, 3] }))
  await bench.store(bench.entries.slice(0, -1))
  await bench.stream(bench.entries)
  election.revoke(ro.key, 'NA-1', cut)
  const { fold } = await loadLog(bench.setting)
  expect(fold.voids.map(({ signer }) => signer)).toContain(po.keyHex)
  expect(fold).toEqual(log.refolded(0, (same) => same))
})

describe('a snapshot', () => {
  test('spares the replay only where it is whole, of this code and of these entries', async () => {
    await bench.store(bench.entries)
    await bench.stream(bench.entries)
    const { fold } = await loadLog(bench.setting)
    await writeSnapshot(bench.site.store, fold, bench.setting)
    const voids = { ...fold, voids: [{ index: 1, signer: '', refusal: refuse('log/superseded') }] }
    await writeSnapshot(bench.site.store, voids, bench.setting)
    expect((await loadLog(bench.setting)).fold.voids).toHaveLength(1)
    expect((await loadLog({ ...bench.setting, code: 'two' })).fold.voids).toEqual([])
    const [row] = await bench.site.store.read([snapshotRow('NA-1')])
    row![row!.length - 40]! ^= 1
    await bench.site.store.write([{ key: snapshotRow('NA-1'), value: row }], 'fsync')
    expect((await loadLog(bench.setting)).fold.voids).toEqual([])
  })
})

describe('lineage', () => {
  beforeEach(async () => {
    await bench.store(bench.entries)
    await bench.stream(bench.entries)
  })

  test('is shown where marker, checkpoint and hub agree with the store', async () => {
    await bench.release(bench.entries.slice(0, 5))
    await bench.mark(bench.entries.slice(0, 6))
    expect(await lineage([hubShowing(bench.noteOf(bench.entries.slice(0, 7)))])).toEqual({ mayWrite: true })
  })

  test('is refused to a store behind its marker, or of another history', async () => {
    await bench.marker.write('NA-1', { size: bench.entries.length + 1, root: 'a'.repeat(64) })
    expect(await lineage()).toMatchObject({ code: 'lineage/store-behind-marker' })
    bench = new SiteBench(frozen)
    await bench.store(bench.entries)
    await bench.stream(bench.entries)
    await bench.mark(bench.otherwise())
    expect(await lineage()).toMatchObject({ code: 'lineage/fork' })
  })

  test('is refused to a store behind a hub, or of another history, and a silent hub is passed over', async () => {
    expect(await lineage([silent])).toEqual({ mayWrite: true })
    const longer = bench.noteOf([...bench.entries, bench.entries[0]!])
    expect(await lineage([silent, hubShowing(longer)])).toMatchObject({ code: 'lineage/store-behind-hub' })
    expect(await lineage([silent])).toMatchObject({ code: 'lineage/store-behind-hub' })
  })

  test('is refused to a store with another history than a hub holds', async () => {
    const note = bench.noteOf(bench.otherwise())
    expect(await lineage([hubShowing(note)])).toMatchObject({ code: 'lineage/fork' })
  })
})

test('an empty store may open a log only where it was allowed to', async () => {
  expect(await lineage()).toMatchObject({ code: 'lineage/no-genesis' })
  await bench.allow()
  expect(await lineage()).toEqual({ mayWrite: true })
  await bench.mark(bench.entries)
  expect(await lineage()).toMatchObject({ code: 'lineage/store-behind-marker' })
})

test('a store that was empty and was filled from elsewhere opens no log, whatever it is allowed then', async () => {
  await bench.store(bench.entries)
  await bench.stream(bench.entries)
  await bench.site.store.write([{ key: genesisRow('NA-1'), value: undefined }], 'fsync')
  expect(await lineage()).toMatchObject({
    code: 'lineage/no-genesis',
    detail: expect.stringContaining('came from elsewhere') as string,
  })
  await bench.allow()
  expect(await lineage()).toMatchObject({ code: 'lineage/no-genesis' })
})

test("a receipt is under the newest checkpoint, or under a hub's where that is wanted and covers the entry", async () => {
  const { store } = bench.site
  const newest = bench.noteOf(bench.entries)
  await bench.store(bench.entries)
  expect(await receiptOf(store, 'NA-1', 4, 'any')).toBeUndefined()
  await store.write([{ key: checkpointRow('NA-1', bench.entries.length), value: newest }], 'fsync')
  expect(await holdsAt(4, 'any')).toBe(bench.entries.length)
  expect(await receiptOf(store, 'NA-1', 4, 'replicated')).toBeUndefined()
  const cosigned = { size: 6, note: bench.noteOf(bench.entries.slice(0, 6)) }
  await store.write([{ key: cosignedRow('NA-1', 'hq'), value: encodeCosigned(cosigned) }], 'fsync')
  expect(await holdsAt(4, 'replicated')).toBe(6)
  expect(await receiptOf(store, 'NA-1', 6, 'replicated')).toBeUndefined()
})

async function holdsAt(index: number, wanted: 'any' | 'replicated'): Promise<number | undefined> {
  const receipt = await receiptOf(bench.site.store, 'NA-1', index, wanted)
  const trust = checkpointTrustOf(frozen.election.registerState, bench.setting.identity)
  const opened = receipt && openReceipt(receipt, trust)
  return opened?.ok === true ? opened.value.checkpoint.size : undefined
}

async function lineage(links: readonly Link[] = []) {
  return judgeLineage(bench.setting, await loadLog(bench.setting), links)
}

async function rowsUnder(prefix: string): Promise<readonly string[]> {
  const keys: string[] = []
  for await (const rows of bench.site.store.scan({ from: prefix, to: `${prefix}~` })) {
    for (const [key] of rows) keys.push(key)
  }
  expect(keys).not.toContain(headRow('NA-1'))
  return keys
}

const silent: Link = {
  request: () => Promise.reject(new PortUnavailable('link/no-answer')),
  [Symbol.asyncDispose]: () => Promise.resolve(),
}

function hubShowing(checkpoint: Uint8Array): Link {
  const reply = encodePullReply({ size: 0, entries: [], checkpoint, code: '' })
  return { ...silent, request: () => Promise.resolve(reply) }
}
