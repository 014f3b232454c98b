import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fetchExchange, httpImageTransport, type Upload } from '@khata/device'
import { sha256, toHex, utf8Encode } from '@khata/ledger'
import { masked } from '@khata/ledger/fixture'
import { nativeSigning } from '@khata/verifier-pool'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { get, json, until } from './support/client.ts'
import { Network, type Place, seatName } from './support/network.ts'

const partBytes = 100_000
const photographBytes = 1_000_000

const [first, second] = [photograph('station 1'), photograph('station 2')]
const covered = photograph('station 1, covered')
/** As a device sends. */
const transport = httpImageTransport(fetchExchange({ signal: new AbortController().signal }))

let network: Network

beforeAll(async () => {
  const signer = { ...(await nativeSigning()), verify: () => true }
  network = await Network.start({ stations: 2, candidates: 3, signer })
  await network.prepareSeat()
}, 240_000)

afterAll(async () => {
  await network[Symbol.asyncDispose]()
})

test('images come to the office in parts and on to HQ, through kills of both in the middle, and are mended from there', async () => {
  const { ro, hq } = network
  const seat = network.election.seat(seatName)
  for (const [at, image] of [first, second].entries()) {
    await network.must(ro, seat.po(at + 1).submit({ votes: [1, 2, 3], fields: { image: named(image) } }))
  }
  expect(await imageState(ro, 1)).toBe('missing')

  await sendFrom(first, 0, 450_000)
  await ro.node.kill()
  await ro.node.start()
  expect(await uploadedOf(first)).toBe(400_000)
  await sendFrom(first, 400_000)
  await sendFrom(second, 0)
  expect(await imageState(ro, 1)).toBe('here')

  // Somewhere on its way up the hub dies, and then the office.
  await until(async () => ((await draftBytes(hq)) > 0 || (await imagesHeld(hq)) > 0 ? true : undefined), 'a part at HQ')
  await hq.node.kill()
  await ro.node.kill()
  await Promise.all([hq.node.start(), ro.node.start()])
  for (const image of [first, second]) await heldAt(hq, image)
  expect(await json(hq.node.url, `/v1/seats/${seatName}/images`)).toMatchObject({
    counts: { here: 2, partly: 0, missing: 0 },
    notNamed: [],
  })

  await network.must(ro, seat.aro.say(seatName, masked(named(first), named(covered))))
  await sendFrom(covered, 0)
  await heldAt(hq, covered)

  await turnBit(ro, first)
  expect(await get(ro.node.url, pathOf(first))).toMatchObject({ status: 503, code: 'image/damaged' })
  await heldAt(ro, first)
  expect(ro.node.journal.some((line) => line.includes('"image-damaged"'))).toBe(true)
  expect(await readdir(join(ro.node.folder, 'data', 'images', 'aside'))).toEqual([`${hashOf(first)}.1`])
}, 240_000)

function named(image: Uint8Array) {
  return { sha256: sha256(image), size: image.length, mediaType: 'image/jpeg' }
}

function hashOf(image: Uint8Array): string {
  return toHex(sha256(image))
}

function pathOf(image: Uint8Array): string {
  return `/v1/images/${hashOf(image)}`
}

/** Part after part, as far as whole parts go before `to`. */
async function sendFrom(image: Uint8Array, from: number, to: number = image.length): Promise<void> {
  for (let offset = from; offset + partBytes <= to; offset += partBytes) {
    const end = offset + partBytes
    const part = { offset, bytes: image.slice(offset, end), isLast: end === image.length }
    const answer = await transport.upload(network.ro.node.url, uploadOf(image), part)
    expect(answer).toEqual(part.isLast ? { type: 'held' } : { type: 'offset', offset: end })
  }
}

async function uploadedOf(image: Uint8Array): Promise<number> {
  const answer = await transport.uploaded(network.ro.node.url, uploadOf(image))
  return answer.type === 'offset' ? answer.offset : -1
}

function uploadOf(image: Uint8Array): Upload {
  return { image: hashOf(image), id: 'cd'.repeat(16) }
}

async function imageState({ node }: Place, station: number): Promise<string | null> {
  const form = await until(async () => {
    const answer = await get(node.url, `/v1/seats/${seatName}/stations/${station}/form45`)
    return answer.status === 200 ? answer : undefined
  }, `the form of station ${station}`)
  return form.headers.get('khata-image')
}

async function heldAt({ node }: Place, image: Uint8Array): Promise<void> {
  const held = await until(
    async () => {
      const { status, bytes } = await get(node.url, pathOf(image))
      return status === 200 ? bytes : undefined
    },
    `${hashOf(image)} at ${node.url}`,
  )
  expect(Buffer.compare(held, image)).toBe(0)
}

async function imagesHeld({ node }: Place): Promise<number> {
  return (await readdir(join(node.folder, 'data', 'images', 'images'))).length
}

async function draftBytes({ node }: Place): Promise<number> {
  const folder = join(node.folder, 'data', 'images', 'drafts')
  const drafts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name)).catch(() => '')))
  return drafts.reduce((sum, { length }) => sum + length, 0)
}

async function turnBit({ node }: Place, image: Uint8Array): Promise<void> {
  const hash = hashOf(image)
  const file = join(node.folder, 'data', 'images', 'images', hash.slice(0, 2), hash)
  const bytes = await readFile(file)
  await writeFile(file, bytes.with(500_000, (bytes[500_000] ?? 0) ^ 1))
}

function photograph(name: string): Uint8Array<ArrayBuffer> {
  const seed = sha256(utf8Encode(name))
  const head = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)
  return Uint8Array.from({ length: photographBytes }, (_, at) => head[at] ?? (seed[at % 32] ?? 0) ^ ((at >> 5) & 0xff))
}
