import { encodePushRequest } from '@khata/proto'
import { beforeEach, describe, expect, it } from 'vitest'
import { MemoryDisk, MemoryStore } from '../adapters/memory/store.ts'
import { parkedBytesOfLogMax, parkedFramesOfLogMax } from '../replica/limits.ts'
import type { ReceivedFrame } from './follower-runner.ts'
import { ParkedFrames } from './parked-frames.ts'

let disk: MemoryDisk
let parked: ParkedFrames

beforeEach(async () => {
  disk = new MemoryDisk()
  parked = await ParkedFrames.open(new MemoryStore(disk))
})

describe('a frame that came too early', () => {
  it('is there after the loss of power, and is given when its turn has come', async () => {
    expect(await parked.park('NA-1', frame(5))).toBe(true)
    expect(await parked.park('NA-1', frame(3))).toBe(true)
    disk.losePower()
    const again = await ParkedFrames.open(new MemoryStore(disk))
    expect(await again.next('NA-1', 2)).toBeUndefined()
    expect(await again.next('NA-1', 3)).toMatchObject(frame(3))
    expect(again.of('NA-1').map(({ from, to }) => [from, to])).toEqual([
      [3, 5],
      [5, 7],
    ])
  })

  it('is kept once, however often it comes', async () => {
    for (let times = 0; times < 3; times++) expect(await parked.park('NA-1', frame(3))).toBe(true)
    expect(parked.of('NA-1')).toHaveLength(1)
    await parked.remove('NA-1', parked.of('NA-1')[0]!.key)
    expect([parked.logs, await parked.next('NA-1', 9)]).toEqual([[], undefined])
    expect((await ParkedFrames.open(new MemoryStore(disk))).logs).toEqual([])
  })

  it('stays apart from another one at the same place', async () => {
    await parked.park('NA-1', frame(3))
    await parked.park('NA-1', frame(3, 7))
    await parked.park('NA-2', frame(3))
    expect([parked.of('NA-1').length, parked.of('NA-2').length]).toEqual([2, 1])
  })
})

describe('where there is no room', () => {
  it('those nearest to what is held stay', async () => {
    for (let at = 1; at <= parkedFramesOfLogMax; at++) expect(await parked.park('NA-1', frame(10 * at))).toBe(true)
    expect(await parked.park('NA-1', frame(10 * parkedFramesOfLogMax + 5))).toBe(false)
    expect(await parked.park('NA-1', frame(5))).toBe(true)
    const held = parked.of('NA-1').map(({ from }) => from)
    expect([held.length, held[0], held.at(-1)]).toEqual([parkedFramesOfLogMax, 5, 10 * parkedFramesOfLogMax - 10])
    expect(keysOnDisk()).toEqual(parked.of('NA-1').map(({ key }) => key))
  })

  it('nothing gives way to what does not fit by itself', async () => {
    const large = 900_000
    const fitting = Math.floor(parkedBytesOfLogMax / encodePushRequest(request(frame(1, 1, large))).length)
    for (let at = 1; at <= fitting; at++) expect(await parked.park('NA-1', frame(at, 1, large))).toBe(true)
    expect(await parked.park('NA-1', frame(fitting + 1, 1, large))).toBe(false)
    expect(await parked.park('NA-2', frame(1, 1, large))).toBe(true)
    expect(parked.of('NA-1')).toHaveLength(fitting)
  })
})

/** Two entries from an index on. */
function frame(from: number, fill = 1, bytes = 100): ReceivedFrame {
  const entry = new Uint8Array(bytes / 2).fill(fill)
  return { from, entries: [entry, entry], note: new Uint8Array(10).fill(fill) }
}

function request({ from, entries, note }: ReceivedFrame) {
  return { log: 'NA-1', from, entries, checkpoint: note }
}

function keysOnDisk(): readonly string[] {
  return disk.keysBetween('w/', 'w/~')
}
