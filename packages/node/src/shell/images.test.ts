import { imageBytesMax } from '@khata/ledger'
import { installNativeSha256, installNativeVerify } from '@khata/verifier-pool'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashOf, ImageBench, named, photograph, seatNaming } from '../contract/image-bench.ts'
import { draftIdleMsMax, draftIdleMsMin, draftsPerImageMax } from '../replica/limits.ts'
import type { NodeImages, UploadPart } from './images.ts'

const image = photograph('of station 1')
const hash = hashOf(image)
const lies = photograph('said to be another type')
const document = new TextEncoder().encode('%PDF-1.7 of two pages')
const script = new TextEncoder().encode('<script>of no type at all</script>')

let now: number
let bench: ImageBench
let images: NodeImages

beforeAll(async () => {
  installNativeSha256()
  await installNativeVerify()
})

beforeEach(async () => {
  now = 1_707_400_000_000
  const seat = await seatNaming(
    named(image),
    named(lies, 'image/png'),
    named(document, 'application/pdf'),
    named(script),
  )
  bench = await ImageBench.open(seat, { now: () => now, sleep: () => Promise.resolve() })
  await bench.receive()
  images = bench.images
})

describe('an upload', () => {
  test('in any parts, repeated, out of place, across restarts and cuts, ends with the same bytes or none', async () => {
    const step = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({ do: fc.constant('next' as const), bytes: fc.integer({ min: 0, max: 20_000 }) }),
      },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('again' as const), bytes: fc.constant(0) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('elsewhere' as const), bytes: fc.nat(image.length) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const), bytes: fc.constant(0) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('lose' as const), bytes: fc.nat(30_000) }) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        for (const all of [bench.kept.images, bench.kept.drafts]) all.clear()
        images = bench.reopen()
        let last = partAt(0, 0)
        for (const one of steps) {
          if (one.do === 'restart') images = bench.reopen()
          if (one.do === 'lose') loseTail(one.bytes)
          const at = one.do === 'elsewhere' ? one.bytes : await offset()
          if (one.do === 'next' || one.do === 'elsewhere') last = partAt(at, one.bytes)
          if (one.do !== 'restart' && one.do !== 'lose') await images.take(last)
          expect(await stored()).toSatisfy((held: Uint8Array | undefined) => held === undefined || same(held, image))
        }
        while ((await stored()) === undefined) await images.take(partAt(await offset(), 16_384))
        expect(same((await stored()) ?? new Uint8Array(0), image)).toBe(true)
        expect(bench.kept.drafts.size).toBe(0)
      }),
      { numRuns: 60 },
    )
  })

  test('is told how far it has come, and that the image is here, whoever brought it', async () => {
    expect(await images.take(partAt(0, 1_000))).toEqual({ type: 'partly', offset: 1_000 })
    expect(await images.take(partAt(500, 1_000))).toEqual({ type: 'elsewhere', offset: 1_000 })
    expect(images.stateOf(hash)).toBe('partly')
    await bench.put(image)
    expect(images.uploaded(partAt(0, 0))).toEqual({ type: 'held', bytes: image.length })
    expect(await images.take(partAt(1_000, 1_000))).toEqual({ type: 'held', bytes: image.length })
    expect([bench.kept.drafts.size, images.stateOf(hash)]).toEqual([0, 'here'])
  })

  test('that is no image of a statement here is not taken, nor known', async () => {
    const stranger = photograph('of nowhere')
    const part = { hash: hashOf(stranger), upload: 'one', offset: 0, bytes: stranger, isLast: true }
    expect(await images.take(part)).toEqual({ type: 'refused', code: 'image/unknown' })
    expect(images.uploaded(part)).toEqual({ type: 'refused', code: 'image/unknown' })
  })

  test.each([
    ['of another type than any statement says', lies, 'image/type-differs'],
    ['of no type that is taken', script, 'image/type-not-taken'],
  ])('%s is refused at its first bytes', async (_, bytes, code) => {
    const part = { hash: hashOf(bytes), upload: 'one', offset: 0, bytes: bytes.slice(0, 12), isLast: false }
    expect(await images.take(part)).toEqual({ type: 'refused', code })
    expect(bench.kept.drafts.size).toBe(0)
  })

  test('whose type shows only in the end is refused then', async () => {
    const part = { hash: hashOf(script), upload: 'one' }
    expect(await images.take({ ...part, offset: 0, bytes: script.slice(0, 3), isLast: false })).toMatchObject({
      type: 'partly',
    })
    expect(await images.take({ ...part, offset: 3, bytes: script.slice(3), isLast: true })).toEqual({
      type: 'refused',
      code: 'image/type-not-taken',
    })
    expect([bench.kept.drafts.size, bench.kept.images.size]).toEqual([0, 0])
  })

  test('may be a document, where a statement says so', async () => {
    await bench.put(document)
    expect(await images.read(hashOf(document))).toMatchObject({ type: 'application/pdf' })
  })

  test('of other bytes than it is named by is thrown away, and disturbs nobody else’s', async () => {
    await images.take(partAt(0, 20_000))
    const other = {
      ...partAt(0, image.length),
      upload: 'poison',
      bytes: image.map((byte, at) => byte ^ Number(at > 9)),
    }
    expect(await images.take(other)).toEqual({ type: 'refused', code: 'image/hash-differs' })
    expect(images.uploaded(other)).toEqual({ type: 'partly', offset: 0 })
    expect(await images.take(partAt(20_000, image.length))).toEqual({ type: 'held', bytes: image.length })
  })

  test('above the limit is refused before it is written', async () => {
    await images.take(partAt(0, 100))
    const bytes = new Uint8Array(imageBytesMax)
    const part = { ...partAt(100, 0), bytes, isLast: false }
    expect(await images.take(part)).toEqual({ type: 'refused', code: 'image/too-large' })
    expect(bench.kept.drafts.get(`${hash}.mine`)?.length).toBe(100)
  })
})

describe('uploads together', () => {
  const others = Array.from({ length: draftsPerImageMax }, (_, at) => `other-${at}`)

  test('of one image are limited, and an abandoned one makes room', async () => {
    for (const upload of others)
      expect(await images.take({ ...partAt(0, 100), upload })).toMatchObject({ type: 'partly' })
    expect(await images.take(partAt(0, 100))).toEqual({ type: 'refused', code: 'image/busy' })
    expect(await images.take({ ...partAt(100, 100), upload: 'other-0' })).toMatchObject({ type: 'partly' })
    now += draftIdleMsMin
    expect(await images.take({ ...partAt(200, 100), upload: 'other-0' })).toMatchObject({ type: 'partly' })
    expect(await images.take(partAt(0, 100))).toMatchObject({ type: 'partly' })
    const left = [...bench.kept.drafts.keys()].map((draft) => draft.slice(hash.length + 1))
    expect(left).toEqual(['other-0', ...others.slice(2), 'mine'])
  })

  test('are kept while there is room, for a day', async () => {
    await images.take({ ...partAt(0, 100), upload: 'other' })
    now += draftIdleMsMax - 1
    await images.take(partAt(0, 100))
    expect(bench.kept.drafts.size).toBe(2)
    now += 1
    await images.take(partAt(100, 100))
    expect([...bench.kept.drafts.keys()]).toEqual([`${hash}.mine`])
  })

  test('from before a start are as young as it', async () => {
    await images.take({ ...partAt(0, 100), upload: 'other' })
    now += draftIdleMsMax
    images = bench.reopen()
    await images.take(partAt(0, 100))
    expect(bench.kept.drafts.size).toBe(2)
  })
})

describe('an image that has changed on the disk', () => {
  test('is never given, is set aside and alarmed, and can come again', async () => {
    await bench.put(image)
    const lost: string[] = []
    images.watch(
      () => undefined,
      () => lost.push('lost'),
    )
    bench.kept.images.set(hash, image.with(1_000, (image[1_000] ?? 0) ^ 1))
    expect(await images.read(hash)).toBeUndefined()
    expect([bench.bench.alarms, lost, bench.kept.aside.length]).toEqual([['image-damaged'], ['lost'], 1])
    expect([images.stateOf(hash), images.lackingIn(bench.running).includes(hash)]).toEqual(['missing', true])
    await bench.put(image)
    expect((await images.read(hash))?.bytes).toEqual(image)
  })
})

test('a log’s images are told by what is here of them', async () => {
  await bench.put(image)
  await images.take({ hash: hashOf(document), upload: 'one', offset: 0, bytes: document.slice(0, 5), isLast: false })
  expect(images.countsIn(bench.running)).toEqual({ here: 1, partly: 1, missing: 2 })
})

function partAt(at: number, bytes: number): UploadPart {
  const end = Math.min(at + bytes, image.length)
  return { hash, upload: 'mine', offset: at, bytes: image.slice(at, end), isLast: end === image.length }
}

async function offset(): Promise<number> {
  const state = images.uploaded(partAt(0, 0))
  return state.type === 'partly' ? state.offset : image.length
}

async function stored(): Promise<Uint8Array | undefined> {
  return (await images.read(hash))?.bytes
}

/** As a loss of power leaves a draft: shorter, or with zeros where nothing was written. */
function loseTail(bytes: number): void {
  const draft = bench.kept.drafts.get(`${hash}.mine`)
  if (draft === undefined) return
  bench.kept.drafts.set(`${hash}.mine`, bytes % 2 === 0 ? draft.slice(0, -bytes || 1) : draft.fill(0, -bytes))
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}
