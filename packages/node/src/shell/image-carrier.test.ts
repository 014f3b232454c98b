import { installNativeSha256, installNativeVerify } from '@khata/verifier-pool'
import {
  decodeImageReply,
  decodeImageRequest,
  encodeImageRequest,
  encodePullReply,
  type ImageRequest,
  type ImageRequestInput,
} from '@khata/proto'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '../adapters/clock.ts'
import { hashOf, ImageBench, named, photograph, seatNaming } from '../contract/image-bench.ts'
import { type Link, type LinkVerb, PortUnavailable } from '../ports.ts'
import { imagePartBytesMax } from '../replica/limits.ts'
import { answerPush } from './hub-service.ts'
import { answerImage } from './image-service.ts'
import { ImageCarrier } from './image-carrier.ts'
import { Pusher } from './pusher.ts'

const pictures = ['one', 'two', 'three'].map((name) => photograph(name))

/** What travels between the two sites, in order, and what becomes of it. */
class Way implements Link {
  readonly asked: { readonly verb: LinkVerb; readonly image: ImageRequest | undefined }[] = []
  hub: ImageBench | undefined
  /** Whether this request is lost, or its answer. */
  weather: (verb: LinkVerb) => 'clear' | 'lost' | 'answer lost' = () => 'clear'

  async request(verb: LinkVerb, log: string, payload: Uint8Array): Promise<Uint8Array> {
    const image = verb === 'image' ? decodeImageRequest(payload) : undefined
    this.asked.push({ verb, image: image?.ok === true ? image.value : undefined })
    const weather = this.weather(verb)
    if (weather === 'lost') throw new PortUnavailable('lost')
    const answer = await this.#answer(verb, log, payload)
    if (weather === 'answer lost') throw new PortUnavailable('answer lost')
    return answer
  }

  /** Bytes of images in each request. */
  get parts(): readonly number[] {
    return this.asked.flatMap(({ image }) =>
      image?.part === null || image === undefined ? [] : [image.part.bytes.length],
    )
  }

  async [Symbol.asyncDispose](): Promise<void> {}

  #answer(verb: LinkVerb, log: string, payload: Uint8Array): Promise<Uint8Array> {
    const { hub } = this
    if (hub === undefined || hub.running.kind !== 'follower') throw new PortUnavailable('nobody')
    const { runner } = hub.running
    if (verb === 'image') return answerImage({ images: hub.images, logs: hub.logs }, log, payload)
    if (verb === 'pull') {
      return Promise.resolve(
        encodePullReply({ size: runner.size, entries: [], checkpoint: new Uint8Array(0), code: '' }),
      )
    }
    const context = {
      store: hub.bench.site.store,
      followerOf: async () => runner,
      knowsRules: () => true,
      hub: undefined,
    }
    return answerPush(context, log, payload)
  }
}

let way: Way
let office: ImageBench
let hub: ImageBench
let carrier: ImageCarrier | undefined
const pushers: Pusher[] = []

beforeAll(async () => {
  installNativeSha256()
  await installNativeVerify()
})

beforeEach(async () => {
  const frozen = await seatNaming(...pictures.map((bytes) => named(bytes)))
  way = new Way()
  hub = await ImageBench.open(frozen, systemClock)
  way.hub = hub
  office = await ImageBench.open(frozen, systemClock, (runner, bench) => {
    const pusher = new Pusher({
      site: { ...bench.site, clock: systemClock },
      log: frozen.seat.name,
      hub: 'hq',
      link: way,
      releasedSize: () => runner.size,
      onReply: async () => undefined,
      onFailed: (error) => expect.unreachable(String(error)),
    })
    pushers.push(pusher)
    return [pusher]
  })
})

afterEach(async () => {
  await Promise.all([carrier?.stop(), ...pushers.splice(0).map((pusher) => pusher.stop())])
  carrier = undefined
})

describe('what an office has', () => {
  test('comes to the hub behind the entries, in parts that are no longer than they may be', async () => {
    for (const one of pictures) await putUnnamed(one)
    way.weather = (verb) =>
      verb === 'push' && way.asked.filter((one) => one.verb === 'push').length < 4 ? 'lost' : 'clear'
    await receive()
    carry()
    await arrived(...pictures)
    const lastPush = way.asked.findLastIndex(({ verb }) => verb === 'push')
    const firstImage = way.asked.findIndex(({ verb }) => verb === 'image')
    expect(firstImage).toBeGreaterThan(lastPush)
    expect(Math.max(...way.parts)).toBe(imagePartBytesMax)
    for (const one of pictures) expect((await hub.images.read(hashOf(one)))?.bytes).toSatisfy(same(one))
  })

  test('comes there whatever is lost on the way, and no byte that was acknowledged goes twice', async () => {
    await receive()
    for (const one of pictures) await office.put(one)
    let asked = 0
    way.weather = (verb) => (verb === 'image' && asked++ % 4 === 1 ? (asked % 8 > 3 ? 'lost' : 'answer lost') : 'clear')
    carry()
    await arrived(...pictures)
    const sent = way.parts.reduce((sum, bytes) => sum + bytes, 0)
    const bytes = pictures.reduce((sum, { length }) => sum + length, 0)
    expect(sent).toBeGreaterThan(bytes)
    expect(sent).toBeLessThan(2 * bytes)
  }, 30_000)

  test('goes on from what the hub holds after the office has started again', async () => {
    await receive()
    const [one] = pictures
    await office.put(one!)
    way.weather = (verb) => (verb === 'image' && way.parts.length > 2 ? 'lost' : 'clear')
    carry()
    await expect.poll(() => hub.images.stateOf(hashOf(one!))).toBe('partly')
    await expect.poll(() => way.parts.length).toBeGreaterThan(2)
    await carrier?.stop()
    way.weather = () => 'clear'
    const before = way.parts.length
    office.reopen()
    carry()
    await arrived(one!)
    expect(way.parts.slice(before).reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(one!.length)
  })

  test('is carried as soon as it is here', async () => {
    await receive()
    carry()
    await expect.poll(() => way.asked.filter(({ verb }) => verb === 'image').length).toBeGreaterThan(1)
    const [one] = pictures
    await office.put(one!)
    await arrived(one!)
  })

  test('waits while entries have come that the hub does not hold', async () => {
    await receive()
    carry()
    await expect.poll(() => pushers[0]?.hasEntries).toBe(false)
    await expect.poll(() => way.asked.filter(({ verb }) => verb === 'image').length).toBeGreaterThan(1)
    way.weather = (verb) => (verb === 'image' ? 'clear' : 'lost')
    pushers[0]?.askAgain()
    await expect.poll(() => pushers[0]?.hasEntries).toBe(true)
    const before = way.asked.filter(({ verb }) => verb === 'image').length
    await office.put(pictures[0]!)
    const tries = way.asked.length
    await expect.poll(() => way.asked.length, { timeout: 5_000 }).toBeGreaterThan(tries + 1)
    expect(way.asked.filter(({ verb }) => verb === 'image')).toHaveLength(before)
    way.weather = () => 'clear'
    await arrived(pictures[0]!)
  })
})

describe('what an office lacks', () => {
  test('comes from the hub, where a device has reached the hub alone', async () => {
    await Promise.all([receive(), hub.receive()])
    const [one] = pictures
    await hub.put(one!)
    carry()
    await expect
      .poll(async () => (await office.images.read(hashOf(one!)))?.bytes, { timeout: 20_000 })
      .toSatisfy(same(one))
  })

  test('comes again from the hub where its own file is damaged', async () => {
    await receive()
    const [one] = pictures
    const hash = hashOf(one!)
    await office.put(one!)
    carry()
    await arrived(one!)
    office.kept.images.set(hash, one!.with(99, (one![99] ?? 0) ^ 4))
    expect(await office.images.read(hash)).toBeUndefined()
    await expect.poll(async () => (await office.images.read(hash))?.bytes, { timeout: 20_000 }).toSatisfy(same(one))
  })
})

test.each([
  ['no message', new Uint8Array([0xff])],
  ['nothing', new Uint8Array(0)],
])('a hub answers %s with a code', async (_, payload) => {
  const { images, logs } = hub
  expect((await answerImage({ images, logs }, hub.bench.frozen.seat.name, payload)).length).toBeGreaterThan(0)
})

test('a request about another log than it was addressed to is answered with a code and does nothing', async () => {
  await hub.receive()
  const { images, logs } = hub
  const log = hub.bench.frozen.seat.name
  const [bytes] = pictures
  const sha256 = named(bytes!).sha256
  const about = { log, wanted: [], after: new Uint8Array(0) }
  const part = { sha256, size: bytes!.length, offset: 0, bytes: bytes! }
  const ask = async (addressed: string, request: ImageRequestInput) =>
    decodeImageReply(await answerImage({ images, logs }, addressed, encodeImageRequest(request)))
  for (const request of [about, { ...about, part }, { ...about, asked: { sha256, offset: 0 } }]) {
    expect(await ask('NA-999', request)).toMatchObject({
      value: { code: 'link/other-log', wanted: [], held: [], part: null },
    })
  }
  expect(images.has(hashOf(bytes!))).toBe(false)
  expect(await ask(log, { ...about, part })).toMatchObject({ value: { code: '' } })
  expect(images.has(hashOf(bytes!))).toBe(true)
})

test('a hub takes and gives of images only those that the log names which it is asked about', async () => {
  await hub.receive()
  const { images } = hub
  const mine = hub.bench.frozen.seat.name
  const others = await ImageBench.open(await seatNaming(named(photograph('of another seat'))), systemClock)
  await others.receive()
  const logs = new Map([...hub.logs, ['NA-2', others.running]])
  const [bytes] = pictures
  const sha256 = named(bytes!).sha256
  const part = { sha256, size: bytes!.length, offset: 0, bytes: bytes! }
  const ask = async (log: string, request: Omit<ImageRequestInput, 'log' | 'after'>) => {
    const reply = decodeImageReply(
      await answerImage({ images, logs }, log, encodeImageRequest({ log, after: new Uint8Array(0), ...request })),
    )
    return reply.ok ? reply.value : undefined
  }
  expect(await ask('NA-2', { wanted: [], part })).toMatchObject({ code: 'image/unknown' })
  expect(images.has(hashOf(bytes!))).toBe(false)
  expect(await ask(mine, { wanted: [], part })).toMatchObject({ code: '', wanted: [] })
  expect(images.has(hashOf(bytes!))).toBe(true)
  expect(await ask('NA-2', { wanted: [], asked: { sha256, offset: 0 } })).toMatchObject({
    code: 'image/missing',
    part: null,
  })
  expect(await ask(mine, { wanted: [], asked: { sha256, offset: 0 } })).toMatchObject({ code: '', part: { offset: 0 } })
  expect(await ask('NA-2', { wanted: [sha256] })).toMatchObject({ held: [] })
  expect(await ask(mine, { wanted: [sha256] })).toMatchObject({ held: [sha256] })
})

/** The log is there, and its pusher knows. */
async function receive(): Promise<void> {
  await office.receive()
  pushers[0]?.poke()
}

function carry(): void {
  const site = { ...office.bench.site, clock: systemClock }
  const onFailed = (error: unknown): void => expect.unreachable(String(error))
  carrier = new ImageCarrier({ site, images: office.images, logs: office.logs, hub: 'hq', link: way, onFailed })
}

async function arrived(...images: readonly Uint8Array[]): Promise<void> {
  for (const one of images) await expect.poll(() => hub.images.has(hashOf(one)), { timeout: 20_000 }).toBe(true)
}

/** Whole photographs are not for reading. */
function same(one: Uint8Array | undefined): (other: Uint8Array | undefined) => boolean {
  return (other) => one !== undefined && other !== undefined && Buffer.compare(one, other) === 0
}

/** An image that lies here from before, while its log has not been opened yet. */
async function putUnnamed(bytes: Uint8Array): Promise<void> {
  office.kept.images.set(hashOf(bytes), bytes)
}
