import { sha256, toHex } from '@khata/ledger'
import { PortDamaged, PortUnavailable, type Put, type Store } from '@khata/node'
import { beforeEach, describe, expect, test } from 'vitest'
import { seeded } from '../election/seeded.ts'
import { runUntilDone } from './ceremony.ts'
import { Disk, SimStore } from './disk.ts'
import { History } from './history.ts'
import { ImageFiles, SimImageStore } from './image-disk.ts'
import { SimClock } from './instruments.ts'
import { Network, SimLink, SimLinkServer } from './network.ts'
import { Server, type ServerFaults, SimEventLog } from './server.ts'
import { Program, World } from './world.ts'

let world: World
let program: Program

beforeEach(() => {
  world = new World(1, 0)
  program = new Program('office')
})

describe('the false disk', () => {
  test('keeps what was fsynced and, of the rest, whole batches from the oldest on', async () => {
    for (const kept of [0, 1, 2]) {
      const disk = new Disk()
      const store = new SimStore(world, program, disk)
      const work = async (): Promise<void> => {
        await store.write([row('a', 1)], 'lazy')
        await store.write([row('b', 1)], 'fsync')
        await store.write([row('a', 2), row('c', 2)], 'lazy')
        await store.write([row('b', 3), { key: 'c', value: undefined }], 'lazy')
      }
      await runUntilDone(world, work())
      disk.losePower(() => kept)
      const after = [
        [1, 1, undefined],
        [2, 1, 2],
        [2, 3, undefined],
      ][kept]
      expect(await runUntilDone(world, numbers(new SimStore(world, program, disk)))).toEqual(after)
    }
  })

  test('answers nobody whose program has died, and keeps nothing but a beginning of what was under way', async () => {
    const disk = new Disk()
    const store = new SimStore(world, program, disk)
    let answered = 0
    for (const key of ['a', 'b', 'c']) void store.write([row(key, 1)], 'fsync').then(() => (answered += 1))
    program.kill()
    store.abandon()
    while (await world.agenda.step());
    expect(answered).toBe(0)
    const held = ['a', 'b', 'c'].map((key) => disk.get(key) !== undefined)
    expect(held.toSorted().toReversed()).toEqual(held)
  })

  test('gives no row of which a bit has turned, by its key or in a range', async () => {
    const disk = new Disk()
    const store = new SimStore(world, program, disk)
    await runUntilDone(world, store.write([row('a', 1)], 'fsync'))
    disk.flip(seeded(1, 0))
    await expect(runUntilDone(world, store.read(['a']))).rejects.toThrow(PortDamaged)
    const scanned = store.scan({ from: 'a', to: 'b' }).next()
    await expect(runUntilDone(world, scanned)).rejects.toThrow(PortDamaged)
    await runUntilDone(world, store.write([row('a', 2)], 'fsync'))
    expect(await runUntilDone(world, store.read(['a']))).toEqual([Uint8Array.of(2)])
  })

  test('refuses writes while it is full, and takes them again', async () => {
    const disk = new Disk()
    const store = new SimStore(world, program, disk)
    disk.full = true
    await expect(runUntilDone(world, store.write([row('a', 1)], 'fsync'))).rejects.toThrow(PortUnavailable)
    disk.full = false
    await runUntilDone(world, store.write([row('a', 1)], 'fsync'))
    expect(await runUntilDone(world, store.read(['a']))).toEqual([Uint8Array.of(1)])
  })
})

describe('the false folder of images', () => {
  const image = Uint8Array.from({ length: 100 }, (_, at) => at)
  const hash = toHex(sha256(image))
  const draft = `${hash}.one`
  const openOn = (files: ImageFiles, isFull = false) =>
    new SimImageStore(world, program, { files, isFull: () => isFull })

  test('keeps what was kept, and of a draft what its loss of power leaves', async () => {
    const files = new ImageFiles()
    const store = openOn(files)
    await runUntilDone(world, store.append(draft, image))
    await runUntilDone(world, store.keep(draft, hash))
    await runUntilDone(world, store.append(draft, image))
    files.losePower(
      () => 40,
      () => true,
    )
    const after = openOn(files)
    expect(await runUntilDone(world, after.read(hash))).toEqual(image)
    expect(await runUntilDone(world, after.readDraft(draft))).toEqual(image.map((byte, at) => (at < 60 ? byte : 0)))
    files.losePower(
      () => 30,
      () => false,
    )
    expect(openOn(files).drafts.get(draft)).toBe(70)
    expect(world.violation).toBeUndefined()
  })

  test('is told of whoever keeps other bytes under a name, or finds damage where there is none', async () => {
    for (const act of [
      (store: SimImageStore) => store.keep(draft, hash),
      (store: SimImageStore) => store.setAside(hash),
    ]) {
      world = new World(1, 0)
      await runUntilDone(world, act(openOn(new ImageFiles())))
      expect(world.violation).toBeInstanceOf(Error)
    }
  })

  test('turns a bit, takes nothing while it is full, and no image twice for one', async () => {
    const files = new ImageFiles()
    await expect(runUntilDone(world, openOn(files, true).append(draft, image))).rejects.toThrow(PortUnavailable)
    expect(files.flip(seeded(1, 0))).toBeUndefined()
    const store = openOn(files)
    await runUntilDone(world, store.append(draft, image))
    await runUntilDone(world, store.keep(draft, hash))
    expect(files.flip(seeded(1, 0))).toBe(hash)
    expect(await runUntilDone(world, store.read(hash))).not.toEqual(image)
    await runUntilDone(world, store.setAside(hash))
    expect(store.images.size).toBe(0)
  })
})

describe('the false streams', () => {
  test('take entries at the expected size only, the same ones twice, and others never', async () => {
    const log = clientOf(new Server(), calm)
    const append = (size: number, ...bytes: readonly number[]) =>
      runUntilDone(
        world,
        log.append(
          'NA-1',
          size,
          bytes.map((byte) => Uint8Array.of(byte)),
        ),
      )
    expect(await append(0, 1, 2)).toEqual({ type: 'appended' })
    expect(await append(0, 1, 2)).toEqual({ type: 'appended' })
    expect(await append(0, 1, 3)).toEqual({ type: 'conflict', size: 2 })
    expect(await append(3, 4)).toEqual({ type: 'conflict', size: 2 })
    expect(await runUntilDone(world, log.read('NA-1', 1, 9))).toEqual([Uint8Array.of(2)])
  })

  test('release checkpoints one after another', async () => {
    const log = clientOf(new Server(), calm)
    const release = (note: string, place: number) => runUntilDone(world, log.releaseCheckpoint('NA-1', note, place))
    expect(await release('one', 0)).toEqual({ type: 'released', place: 1 })
    expect(await release('one', 0)).toEqual({ type: 'released', place: 1 })
    expect(await release('two', 0)).toEqual({ type: 'conflict', place: 1 })
    expect(await release('two', 1)).toEqual({ type: 'released', place: 2 })
  })

  test('leave their client without an answer when one is lost, whether or not it was done', async () => {
    const server = new Server()
    const log = clientOf(server, { lossRate: 1, lateRate: 0 })
    await expect(runUntilDone(world, log.append('NA-1', 0, [Uint8Array.of(1)]))).rejects.toThrow(PortUnavailable)
    expect(server.entries('NA-1')).toEqual([])
    server.stop()
    await expect(runUntilDone(world, clientOf(server, calm).open('NA-1'))).rejects.toThrow(PortUnavailable)
  })

  test('give no message of which a bit has turned, and all others', async () => {
    const server = new Server()
    const log = clientOf(server, calm)
    await runUntilDone(world, log.append('NA-1', 0, [Uint8Array.of(1), Uint8Array.of(2)]))
    server.flip('NA-1', 1)
    expect(server.damaged).toBe(true)
    expect(await runUntilDone(world, log.read('NA-1', 0, 1))).toEqual([Uint8Array.of(1)])
    await expect(runUntilDone(world, log.read('NA-1', 0, 2))).rejects.toThrow(PortDamaged)
    server.forget(() => 1)
    expect(server.damaged).toBe(false)
  })

  test('forget their newest entries, and what was on the way to them', async () => {
    const server = new Server()
    const log = clientOf(server, calm)
    await runUntilDone(world, log.append('NA-1', 0, [Uint8Array.of(1), Uint8Array.of(2)]))
    const late = log.append('NA-1', 2, [Uint8Array.of(3)])
    server.forget(() => 1)
    await expect(runUntilDone(world, late)).rejects.toThrow(PortUnavailable)
    expect(server.entries('NA-1')).toEqual([Uint8Array.of(1)])
  })
})

test('a link carries requests while the way is open and somebody listens', async () => {
  const network = new Network()
  const ends = { network, from: 'office', to: 'hq', seen: () => undefined, answered: () => undefined }
  const link = new SimLink(world, program, ends, { lossRate: 0, doubleRate: 1, delayMsMax: 5 })
  const ask = (): Promise<Uint8Array> => runUntilDone(world, link.request('pull', 'NA-1', Uint8Array.of(1, 2)))
  await expect(ask()).rejects.toThrow(PortUnavailable)
  const hq = new Program('hq')
  const server = new SimLinkServer(hq, () => undefined)
  server.serve('pull', (log, payload) => Promise.resolve(log === 'NA-1' ? payload.toReversed() : payload))
  network.listen('hq', server)
  expect(await ask()).toEqual(Uint8Array.of(2, 1))
  network.cut('hq', 'office')
  await expect(ask()).rejects.toThrow(PortUnavailable)
  network.mend()
  hq.kill()
  await expect(ask()).rejects.toThrow(PortUnavailable)
})

test('a sleep ends at its time, or at once when it is aborted', async () => {
  const clock = new SimClock(world, program, { clockErrorMs: 500 })
  expect(clock.now()).toBe(500)
  await runUntilDone(world, clock.sleep(1_000, new AbortController().signal))
  expect(clock.now()).toBe(1_500)
  const stopping = new AbortController()
  const slept = clock.sleep(1_000, stopping.signal)
  stopping.abort(new Error('stopping'))
  await expect(runUntilDone(world, slept)).rejects.toThrow('stopping')
  expect(clock.now()).toBe(1_500)
})

const calm: ServerFaults = { lossRate: 0, lateRate: 0 }

function clientOf(server: Server, faults: ServerFaults): SimEventLog {
  return new SimEventLog({ world, program }, server, { faults, watch: new History(world, undefined) })
}

function row(key: string, value: number): Put {
  return { key, value: Uint8Array.of(value) }
}

async function numbers(store: Store): Promise<readonly (number | undefined)[]> {
  return (await store.read(['a', 'b', 'c'])).map((value) => value?.[0])
}
