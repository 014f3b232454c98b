import { sha256, toHex } from '@khata/ledger'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formOfCount, seededEntropy } from '../contract/figures.ts'
import { type Weather, World } from '../contract/world.ts'
import type { Device } from './device.ts'
import { imagePartBytesMax, lookAgainMs, retryMsMax, waitMsMax } from './limits.ts'
import type { ImageKeeper } from './ports.ts'

const image = photograph(3 * imagePartBytesMax + 7)
const hash = toHex(sha256(image))

const everyWeather: readonly Weather[] = [
  'clear',
  'clear',
  'lost on the way',
  'answer lost',
  'true refusal',
  // Here: the node has thrown away what had come.
  'forged refusal',
  'patience for ever',
  'garbage',
]

describe('a photograph', () => {
  test('follows its form to every destination, in parts that each let statements pass', async () => {
    const world = new World(1)
    const device = await world.boot()
    const waiting: string[] = []
    world.onImage = (address) => {
      const lines = device.outgoing.flatMap((outgoing) => outgoing.lines)
      waiting.push(
        ...lines
          .filter(({ destination, delivery }) => destination.address === address && delivery.state === 'queued')
          .map(({ destination }) => destination.name),
      )
    }
    await signWithImage(device)
    await settle(world, device)
    expect(waiting).toEqual([])
    for (const node of world.albums.values()) {
      expect(same(node.images.get(hash), image)).toBe(true)
      expect(node.parts).toEqual([imagePartBytesMax, imagePartBytesMax, imagePartBytesMax, 7])
    }
    expect(device.images.map(({ delivery }) => delivery.state)).toEqual(['held', 'held'])
  })

  test('is not sent where its form has not come, and the device does not turn round in vain', async () => {
    const world = new World(2)
    const device = await world.boot()
    world.weather = () => (world.asking.includes('ro.') ? 'lost on the way' : 'clear')
    await signWithImage(device)
    for (let round = 0; round < 30; round++) {
      await device.deliverDue()
      const dueAt = device.nextDueAt()
      world.now = Math.max(world.now + 1, dueAt ?? world.now)
    }
    const [ro, hq] = [...world.albums.values()]
    expect([ro?.parts, ro?.images.size, hq?.images.size]).toEqual([[], 0, 1])
    expect(device.nextDueAt('http://ro.example/')).toBe(device.outgoing[0]?.lines[0]?.delivery.dueAt)
  })

  test('is asked for again after a start, and not sent again where it is held', async () => {
    const world = new World(3)
    const device = await world.boot()
    await signWithImage(device)
    await settle(world, device)
    const sent = [...world.albums.values()].map(({ parts }) => parts.length)
    const [first] = [...world.albums.values()]
    await settle(world, await world.boot())
    expect([...world.albums.values()].map(({ parts }) => parts.length)).toEqual(sent)
    first?.images.clear()
    await settle(world, await world.boot())
    expect(first?.images.size).toBe(1)
  })

  test('is looked for every hour where it is held, and sent again where it is held no longer', async () => {
    const world = new World(9)
    const device = await world.boot()
    await signWithImage(device)
    await settle(world, device)
    const [ro] = [...world.albums.values()]
    ro?.images.clear()
    expect(await device.deliverDue()).toBe(0)
    world.weather = () => 'lost on the way'
    world.now += lookAgainMs
    expect(await device.deliverDue()).toBe(2)
    expect(device.nextDueAt()).toBeUndefined()
    world.weather = () => 'clear'
    world.now += lookAgainMs
    await device.deliverDue()
    await settle(world, device)
    expect(ro?.images.size).toBe(1)
  })

  test('goes on from where it was cut off, also in another life of the device', async () => {
    const world = new World(4)
    const device = await world.boot()
    await signWithImage(device)
    const [ro] = [...world.albums.values()]
    while ((ro?.parts.length ?? 0) < 2) {
      await device.deliverDue()
      world.now = Math.max(world.now, device.nextDueAt() ?? world.now)
    }
    await settle(world, await world.boot())
    expect(ro?.parts.reduce((sum, bytes) => sum + bytes, 0)).toBe(image.length)
  })

  test('arrives whole through any weather, restarts and crashes', async () => {
    const plan = fc.record({
      seed: fc.nat(1_000),
      weather: fc.array(fc.constantFrom(...everyWeather), { minLength: 1, maxLength: 12 }),
      lives: fc.array(fc.record({ rounds: fc.nat(8), crashIn: fc.option(fc.nat(20), { nil: undefined }) }), {
        maxLength: 5,
      }),
    })
    await fc.assert(
      fc.asyncProperty(plan, async ({ seed, weather, lives }) => {
        const world = new World(seed)
        await signWithImage(await world.boot())
        let asked = 0
        world.weather = () => weather[asked++ % weather.length] ?? 'clear'
        for (const { rounds, crashIn } of lives) await live(world, rounds, crashIn)
        world.crashIn = undefined
        world.weather = () => 'clear'
        await settle(world, await world.boot())
        for (const node of world.albums.values()) {
          expect(same(node.images.get(hash), image)).toBe(true)
          expect(Math.max(...node.parts)).toBeLessThanOrEqual(imagePartBytesMax)
        }
      }),
      { numRuns: 20 },
    )
  })

  test('waits longer from failure to failure, and never for ever', async () => {
    const world = new World(5)
    const device = await world.boot()
    await signWithImage(device)
    await settle(world, device)
    const again = await world.boot()
    world.weather = () => 'patience for ever'
    const waits: number[] = []
    for (let round = 0; round < 12; round++) {
      await again.deliverDue()
      const wait = (again.nextDueAt() ?? world.now) - world.now
      waits.push(wait)
      world.now += wait
    }
    expect(Math.max(...waits)).toBeGreaterThan(retryMsMax / 4)
    expect(Math.max(...waits)).toBeLessThanOrEqual(waitMsMax)
  })

  test.each([
    ['is none', new TextEncoder().encode('<svg/>'), 'device/image-type-not-taken'],
    ['is too large', new Uint8Array(8 * 2 ** 20 + 1), 'device/image-too-large'],
  ])('that %s is told at once', async (_, bytes, code) => {
    const device = await new World(6).boot()
    expect(await device.keepImage(bytes)).toMatchObject({ ok: false, error: { code } })
  })

  test('that could not be kept is named by no form', async () => {
    const world = new World(7)
    world.keeper.keep = () => Promise.reject(new Error('no space left'))
    const device = await world.boot()
    expect(await device.keepImage(image)).toMatchObject({ ok: false, error: { code: 'device/store-failed' } })
  })

  test('that was damaged on the device is not sent, and looked for again', async () => {
    const world = new World(8)
    const device = await world.boot()
    await signWithImage(device)
    const right: ImageKeeper['read'] = (own) => Promise.resolve(own === hash ? image : undefined)
    world.keeper.read = () => Promise.resolve(image.with(5, 0))
    for (let round = 0; round < 20; round++) {
      await device.deliverDue()
      world.now = Math.max(world.now, device.nextDueAt() ?? world.now)
    }
    expect([...world.albums.values()].flatMap(({ parts }) => parts)).toEqual([])
    expect(device.images[0]?.delivery.fault).toBe('device/image-damaged')
    world.keeper.read = right
    await settle(world, device)
    expect(device.images.every(({ delivery }) => delivery.state === 'held')).toBe(true)
  })
})

/** So many rounds of a life that may end in between. */
async function live(world: World, rounds: number, crashIn: number | undefined): Promise<void> {
  world.crashIn = crashIn
  try {
    const device = await world.boot()
    for (let round = 0; round < rounds; round++) {
      await device.deliverDue()
      world.now += 30_000
    }
  } catch {
    // The process has ended: its next life shows what is left of it.
  }
}

async function signWithImage(device: Device): Promise<void> {
  const kept = await device.keepImage(image)
  if (!kept.ok) throw new Error(kept.error.code)
  const prepared = device.prepareForm45('NA-46', { ...formOfCount(3), image: kept.value })
  if (!prepared.ok) throw new Error(prepared.error.code)
  const signed = await device.sign(prepared.value)
  if (!signed.ok) throw new Error(signed.error.code)
}

async function settle(world: World, device: Device): Promise<void> {
  for (let round = 0; device.nextDueAt() !== undefined; round++) {
    if (round > 400) throw new Error('does not arrive')
    await device.deliverDue()
    world.now = Math.max(world.now, device.nextDueAt() ?? world.now)
  }
}

function photograph(bytes: number): Uint8Array {
  const noise = seededEntropy(bytes).bytes(bytes)
  return noise.with(0, 0xff).with(1, 0xd8).with(2, 0xff)
}

function same(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one !== undefined && Buffer.compare(one, other) === 0
}
