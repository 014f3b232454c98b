import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  concatBytes,
  encodeCourierSection,
  openStatement,
  readCourierSections,
  type SignedBytes,
  splitForQr,
} from '@khata/ledger'
import { decodePushRequest, encodePushRequest, encodeSignedStatement, type PushRequest } from '@khata/proto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkpointOf, get, json, until } from './support/client.ts'
import { Network, type Place, seatName, statusOf } from './support/network.ts'
import { runKhata } from './support/node-process.ts'

/** An RO's office that reaches nobody, from before the register came until after its Form 47. */
let network: Network
let folder: string
let files = 0
/** The form of station 1. */
let first: SignedBytes

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khata-courier-'))
  network = await Network.start({ stations: 12 }, { roIsCutOff: true })
}, 180_000)

afterAll(async () => {
  await network?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

test('the register comes down by hand, lists go up, and the freeze comes down', async () => {
  await carry(network.hq, network.ro, seatName)
  await until(async () => (await statusOf(network.ro, seatName))?.log, 'the seat’s log at the RO')
  const listed = await network.listSeat()
  await carry(network.ro, network.hq, 'hq')
  await network.freeze(listed)
  await carry(network.hq, network.ro, seatName)
  await network.untilFrozen()
})

describe('a night that goes by hand', () => {
  test('gives officers their replicated receipts as soon as the reply is back', async () => {
    first = await submitted(1)
    expect(await replicated(first)).toBe(404)
    const { reply } = await carry(network.ro, network.hq, 'hq')
    const imported = await khata('import', '--node', network.ro.node.url, '--json', reply)
    expect(JSON.parse(imported.out)).toMatchObject({
      manifests: [{ packer: 'hq', addressee: seatName, forThisNode: true }],
      logs: [{ log: 'NA-1', acknowledged: [{ hubs: ['hq'] }] }],
    })
    expect(await replicated(first)).toBe(200)
  })

  test('packs no more than the other side lacks', async () => {
    const { size } = (await checkpointOf(network.hq.node.url, seatName))!
    const lacking = framesIn((await packed(network.ro, 'hq')).bytes)
    expect(lacking.filter(({ from }) => from < size)).toEqual([])
    const all = framesIn((await packed(network.ro, 'hq', '--all')).bytes)
    expect(all.map(({ from }) => from)).toEqual([0, ...all.slice(0, -1).map(endOf)])
  })

  test('takes sections in the wrong order, repeated, and beside damaged ones', async () => {
    for (let station = 2; station <= 12; station++) await accepted(await submitted(station), station)
    const { size } = (await checkpointOf(network.hq.node.url, seatName))!
    const { bytes } = await packed(network.ro, 'hq', '--all')
    const [manifest, ...frames] = sectionsOf(bytes)
    expect(frames.length).toBeGreaterThan(2)
    const [head, ...later] = frames
    const spoilt = head!.with(200, (head![200] ?? 0) ^ 1)
    const wanting = await written(concatBytes(...later.toReversed(), ...later, spoilt, manifest!, head!.slice(0, 99)))
    const one = await khata('import', '--node', network.hq.node.url, '--json', wanting)
    expect(one.code).toBe(1)
    const { logs, damaged, refused } = JSON.parse(one.out) as Imported
    expect(damaged.map(({ bytes: lost }) => lost)).toEqual([spoilt.length, 99])
    expect(refused).toEqual([])
    // What HQ lacks begins in a later section: the damaged one is named, and not needed.
    expect(logs[0]!.missing).toMatchObject([{ from: 0 }])
    const end = Math.max(...framesIn(bytes).map(endOf))
    expect(logs[0]!.taken).toEqual([{ from: size, to: end }])
    expect((await checkpointOf(network.hq.node.url, seatName))!.size).toBe(end)
  })

  test('keeps what comes too early, says what it waits for, and takes it when that has come', async () => {
    await accepted(first, 1)
    const { bytes } = await packed(network.ro, 'punjab')
    const [, head, ...later] = sectionsOf(bytes)
    const early = await written(concatBytes(...later))
    const one = await khata('import', '--node', network.province.node.url, early)
    expect(one.out).toMatch(/^NA-1: entries \d+ to \d+ kept: WAITS for entries 0 to \d+ of NA-1$/m)
    expect(await json(network.province.node.url, '/v1/courier')).toMatchObject({ waiting: [{ log: 'NA-1', held: 0 }] })
    await network.province.node.stop()
    await network.province.node.start()
    const two = await khata('import', '--node', network.province.node.url, await written(head!))
    expect(two.out).toContain('NA-1: entries 0 to')
    await until(async () => {
      const held = await checkpointOf(network.province.node.url, seatName)
      return held?.size === Math.max(...framesIn(bytes).map(endOf)) ? held : undefined
    }, 'the province with everything')
    expect(await json(network.province.node.url, '/v1/courier')).toEqual({ waiting: [] })
  })

  test('ends with the same Form 47 at HQ as at the RO and the province', async () => {
    // Meanwhile the office may say in its log that it is cut off: once in a quarter of an hour, so that it ends.
    const form = await until(async () => {
      for (const [place, party] of [[network.hq, 'hq'] as const, [network.province, 'punjab'] as const]) {
        await carry(network.ro, place, party)
      }
      const forms = await Promise.all(network.places.map(({ node }) => form47At(node.url)))
      return new Set(forms).size === 1 ? forms[0] : undefined
    }, 'one Form 47 everywhere')
    expect(JSON.parse(form)).toMatchObject({ stations: { listed: 12, accepted: 12 } })
  })

  test('brings a statement from an officer’s phone by QR code', async () => {
    const form = network.election
      .seat(seatName)
      .po(1)
      .submit({ votes: [1, 2, 3] })
    const split = splitForQr(encodeCourierSection('statement', encodeSignedStatement(form)))
    const texts = split.ok ? [...split.value.toReversed(), ...split.value] : []
    const file = await written(Buffer.from(texts.join('\n')))
    const { code, out } = await khata('import', '--node', network.ro.node.url, file)
    expect([code, out]).toEqual([0, '1 statements have their receipts\n'])
    const signed = join(folder, 'form')
    await writeFile(signed, encodeSignedStatement(form))
    const shown = await khata('qr', '--text', signed)
    expect(shown.out.trim().split('\n')).toEqual(split.ok ? split.value : [])
  })
})

test('an office that reaches nobody says so, since when, and what waits', async () => {
  const mode = (await json(network.ro.node.url, '/v1/mode')) as Readonly<Record<string, unknown>>
  expect(mode).toMatchObject({
    mode: 'courier',
    hubs: [
      { hub: 'punjab', mode: 'offline' },
      { hub: 'hq', mode: 'courier' },
    ],
  })
  const { out } = await runKhata('status', '--node', network.ro.node.url)
  expect(out).toMatch(/^courier since \d{4}-/m)
  expect(out).toMatch(/^ {2}punjab: offline since .*, \d+ entries of \d+ bytes wait, the oldest since \d{4}-/m)
  const metrics = new TextDecoder().decode((await get(network.ro.node.url, '/metrics')).bytes)
  expect(metrics).toContain('khata_hub_mode{hub="hq",mode="courier"} 1')
  expect(await json(network.province.node.url, '/v1/mode')).toMatchObject({ mode: 'online' })
  expect(await json(network.hq.node.url, '/v1/mode')).toEqual({ mode: null, since: null, hubs: [] })
})

describe('what cannot be carried', () => {
  test.each([
    ['a party that the register does not declare', ['export', '--to', 'sindh', '--out', 'x'], 1, 'http/no-party'],
    ['the node itself', ['export', '--to', 'hq', '--out', 'x'], 1, 'http/no-party'],
    ['a file that is not there', ['import', 'no-such-file'], 2, 'courier/unreadable'],
  ])('%s', async (_, [command = '', ...argv], code, said) => {
    const finished = await khata(command, '--node', network.hq.node.url, ...argv)
    expect([finished.code, finished.err]).toEqual([code, expect.stringContaining(said)])
  })

  test('a section that is damaged on its last way is not taken', async () => {
    const section = encodeCourierSection('statement', Uint8Array.of(1))
    const url = new URL('/v1/courier/sections', network.hq.node.url)
    const headers = { 'content-type': 'application/octet-stream' }
    const response = await fetch(url, { method: 'POST', headers, body: section.with(20, (section[20] ?? 0) ^ 1) })
    expect([response.status, response.headers.get('khata-code')]).toEqual([400, 'http/bad-request'])
  })

  test('a checkpoint that no hub has cosigned acknowledges nothing', async () => {
    const { bytes } = await get(network.ro.node.url, `/v1/logs/${seatName}/checkpoint`)
    const note = new TextDecoder().decode(bytes).split('\n').slice(0, 6).join('\n')
    const checkpoint = new TextEncoder().encode(`${note}\n`)
    const frame = encodePushRequest({ log: seatName, from: 0, entries: [], checkpoint })
    const { code, out } = await khata(
      'import',
      '--node',
      network.ro.node.url,
      await written(encodeCourierSection('frame', frame)),
    )
    expect([code, out]).toEqual([1, expect.stringContaining('NA-1: courier/not-cosigned')])
  })

  test('more than QR codes hold', async () => {
    const file = await written(encodeCourierSection('frame', new Uint8Array(40_000)))
    const { code, err } = await khata('qr', file)
    expect([code, err]).toEqual([1, expect.stringContaining('courier/too-large-for-qr')])
  })
})

interface Imported {
  readonly logs: readonly {
    readonly log: string
    readonly taken: readonly Range[]
    readonly missing: readonly Range[]
  }[]
  readonly damaged: readonly { readonly bytes: number }[]
  readonly refused: readonly unknown[]
}

interface Range {
  readonly from: number
  readonly to: number
}

function khata(command: string, ...argv: readonly string[]) {
  return runKhata('courier', command, ...argv)
}

/** Packs at one place, imports at the other, and answers with the file that goes back. */
async function carry(from: Place, to: Place, party: string): Promise<{ readonly reply: string }> {
  const { file } = await packed(from, party)
  const reply = newFile()
  const { code, out, err } = await khata('import', '--node', to.node.url, '--reply', reply, file)
  expect([code, err], out).toEqual([0, ''])
  return { reply }
}

async function packed({ node }: Place, party: string, ...options: readonly string[]) {
  const file = newFile()
  const { code, err } = await khata('export', '--node', node.url, '--to', party, '--out', file, ...options)
  expect([code, err]).toEqual([0, ''])
  return { file, bytes: new Uint8Array(await readFile(file)) }
}

async function written(bytes: Uint8Array): Promise<string> {
  const file = newFile()
  await writeFile(file, bytes)
  return file
}

function newFile(): string {
  files += 1
  return join(folder, `${files}.khata`)
}

function sectionsOf(bundle: Uint8Array): readonly Uint8Array[] {
  return readCourierSections(bundle).flatMap((piece) =>
    piece.type === 'section' ? [encodeCourierSection(piece.kind, piece.payload)] : [],
  )
}

async function submitted(station: number): Promise<SignedBytes> {
  const form = network.election
    .seat(seatName)
    .po(station)
    .submit({ votes: [station, 2, 3] })
  await network.must(network.ro, form)
  return form
}

async function accepted(form: SignedBytes, station: number): Promise<void> {
  await network.must(network.ro, network.election.seat(seatName).ro.accept(form, station))
}

async function replicated({ statement, signature }: SignedBytes): Promise<number> {
  const opened = openStatement(statement, signature)
  if (!opened.ok) return expect.fail(opened.error.code)
  const { signerHex, idHex } = opened.value
  const path = `/v1/logs/${seatName}/receipts/${signerHex}/${idHex}?replicated=1`
  return (await get(network.ro.node.url, path)).status
}

function framesIn(bundle: Uint8Array): readonly PushRequest[] {
  return readCourierSections(bundle).flatMap((piece) => {
    const frame = piece.type === 'section' && piece.kind === 'frame' ? decodePushRequest(piece.payload) : undefined
    return frame?.ok === true && frame.value.entries.length > 0 ? [frame.value] : []
  })
}

function endOf({ from, entries }: PushRequest): number {
  return from + entries.length
}

async function form47At(url: string): Promise<string> {
  return new TextDecoder().decode((await get(url, `/v1/seats/${seatName}/form47`, 'application/json')).bytes)
}
