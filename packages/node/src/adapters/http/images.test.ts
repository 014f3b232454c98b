import { connect } from 'node:net'
import { imageBytesMax } from '@khata/ledger'
import { masked } from '@khata/ledger/fixture'
import { installNativeSha256, installNativeVerify } from '@khata/verifier-pool'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashOf, named, photograph, seatNaming } from '../../contract/image-bench.ts'
import { openStoredNode } from '../../contract/stored-node.ts'
import type { KhataNode } from '../../shell/node.ts'
import { costlyRequestsMax, uploadPartBytesMax } from './limits.ts'
import { NodeMetrics } from './metrics.ts'
import { type HttpServer, openHttpServer } from './server.ts'

const original = photograph('of station 1')
const [first, second] = [photograph('of station 1, covered'), photograph('of station 1, covered well')]
const unsent = photograph('of station 2')
const document = new TextEncoder().encode('%PDF-1.7 of two pages')
const lie = photograph('of station 4, said to be a png')
const upload = 'ab'.repeat(16)

let node: KhataNode
let server: HttpServer

beforeAll(async () => {
  installNativeSha256()
  await installNativeVerify()
  const frozen = await seatNaming(
    named(original),
    named(unsent),
    named(document, 'application/pdf'),
    named(lie, 'image/png'),
  )
  const { seat } = frozen
  for (const copy of [first, second]) seat.must(seat.aro.say('NA-1', masked(named(original), named(copy))))
  seat.must(
    seat.po(5).submit({ votes: [1, 2, 3], fields: { image: { sha256: new Uint8Array(0), size: 0, mediaType: '' } } }),
  )
  ;({ node } = await openStoredNode(frozen))
  const metrics = new NodeMetrics()
  metrics.watch(node)
  const anywhere = { host: '127.0.0.1', port: 0 }
  server = await openHttpServer(node, metrics, anywhere, { ...anywhere, proxies: ['127.0.0.1'] })
})

afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await node.stop()
})

describe('an upload over HTTP', () => {
  test('goes part by part from where it stands, and a repeated part is told where that is', async () => {
    const begun = await ask('HEAD', uploadOf(original))
    expect(begun).toMatchObject({ status: 204, offset: '0', complete: '?0' })
    expect(begun.headers.get('upload-limit')).toBe(`max-size=${imageBytesMax}, max-append-size=${uploadPartBytesMax}`)
    expect(await send(original, 0, 20_000)).toMatchObject({ status: 204, offset: '20000', complete: '?0' })
    expect(await send(original, 0, 20_000)).toMatchObject({
      status: 409,
      code: 'image/offset-differs',
      offset: '20000',
    })
    expect(await ask('HEAD', uploadOf(original))).toMatchObject({ status: 204, offset: '20000', complete: '?0' })
    const size = String(original.length)
    expect(await send(original, 20_000)).toMatchObject({ status: 204, offset: size, complete: '?1' })
    expect(await ask('HEAD', uploadOf(original))).toMatchObject({ status: 204, offset: size, complete: '?1' })
    for (const bytes of [first, second, document]) expect(await send(bytes, 0)).toMatchObject({ complete: '?1' })
  })

  test.each([
    ['an image that nobody names', photograph('of nowhere'), 404, 'image/unknown'],
    ['a type that nobody says', lie, 415, 'image/type-differs'],
    ['other bytes than the name', unsent.with(30_000, 0), 422, 'image/hash-differs'],
  ])('of %s is refused', async (_, bytes, status, code) => {
    const path = code === 'image/hash-differs' ? uploadOf(unsent) : uploadOf(bytes)
    expect(await ask('PATCH', path, partHeaders(0, true), bytes)).toMatchObject({ status, code })
  })

  test.each([
    [
      'of another content type',
      { ...partHeaders(0, true), 'content-type': 'image/jpeg' },
      415,
      'http/unsupported-media-type',
    ],
    [
      'of a content type with more to it',
      { ...partHeaders(0, true), 'content-type': 'application/partial-upload; x=1' },
      415,
      'http/unsupported-media-type',
    ],
    [
      'without an offset',
      { 'content-type': 'application/partial-upload', 'upload-complete': '?0' },
      400,
      'http/bad-request',
    ],
    ['with an offset that is none', partHeaders('-1', false), 400, 'http/bad-request'],
    ['with an offset that is no number', partHeaders('0x10', false), 400, 'http/bad-request'],
    [
      'that does not say whether it is the last',
      { ...partHeaders(0, true), 'upload-complete': 'yes' },
      400,
      'http/bad-request',
    ],
  ])('%s is refused', async (_, headers, status, code) => {
    expect(await ask('PATCH', uploadOf(unsent), headers, unsent.slice(0, 100))).toMatchObject({ status, code })
    expect(await ask('HEAD', uploadOf(unsent))).toMatchObject({ offset: '0' })
  })

  test('in a part above its limit is not read', async () => {
    const part = new Uint8Array(uploadPartBytesMax + 1)
    expect(await ask('PATCH', uploadOf(unsent), partHeaders(0, false), part)).toMatchObject({ status: 413 })
  })
})

describe('no path leads anywhere else', () => {
  test.each([
    '/v1/images/../../../../etc/passwd',
    '/v1/images/..%2f..%2f..%2fetc%2fpasswd',
    '/v1/images/%2e%2e%2f%2e%2e%2fkey',
    '/v1/images/..',
    `/v1/images/${'AB'.repeat(32)}`,
    `/v1/images/${'ab'.repeat(31)}`,
    `/v1/images/${'ab'.repeat(32)}%00`,
    `/v1/images/${'ab'.repeat(32)}%2f..`,
    `/v1/images/${'ab'.repeat(32)}/uploads/..%2f..%2fx`,
    `/v1/images/${'ab'.repeat(32)}/uploads/${'AB'.repeat(16)}`,
    `/v1/images/${'ab'.repeat(32)}/uploads/one`,
  ])('%s', async (path) => {
    for (const method of ['GET', 'HEAD', 'PATCH']) {
      const answer = await raw(method, path)
      expect(answer).toMatch(/^HTTP\/1\.1 (400|404) /)
    }
  })
})

describe('an image', () => {
  test('is given to officers as what it is, for good', async () => {
    const answer = await ask('GET', `/v1/images/${hashOf(original)}`)
    expect(answer.status).toBe(200)
    expect(Buffer.compare(answer.bytes, original)).toBe(0)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="${hashOf(original)}.jpg"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=31536000, immutable',
      etag: `"${hashOf(original)}"`,
    })
    const etag = { 'if-none-match': `"${hashOf(original)}"` }
    expect(await ask('GET', `/v1/images/${hashOf(original)}`, etag)).toMatchObject({ status: 304 })
  })

  test('that is a document is saved, not opened', async () => {
    const { headers } = await ask('GET', `/v1/images/${hashOf(document)}`)
    expect(headers.get('content-type')).toBe('application/pdf')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[0-9a-f]{64}\.pdf"$/)
  })

  test.each([
    ['bytes=0-9', 206, original.slice(0, 10)],
    ['bytes=49000-', 206, original.slice(49_000)],
    ['bytes=-5', 206, original.slice(-5)],
    ['bytes=10-10', 206, original.slice(10, 11)],
    ['bytes=5-2', 416, undefined],
    ['bytes=99999999-', 416, undefined],
    ['bytes=0-1,5-6', 200, original],
    ['pages=1', 200, original],
  ])('is given in the range %s', async (range, status, bytes) => {
    const answer = await ask('GET', `/v1/images/${hashOf(original)}`, { range })
    expect(answer.status).toBe(status)
    if (bytes !== undefined) expect(Buffer.compare(answer.bytes, bytes)).toBe(0)
  })

  test('that has not come is told apart from one that nobody names', async () => {
    expect(await ask('GET', `/v1/images/${hashOf(unsent)}`)).toMatchObject({ status: 404, code: 'image/missing' })
    expect(await ask('GET', `/v1/images/${'0'.repeat(64)}`)).toMatchObject({ status: 404, code: 'image/unknown' })
  })

  test('of a seat is listed with what is here of it, and a form without one is named', async () => {
    const list = JSON.parse(await text('/v1/seats/NA-1/images'))
    expect(list.counts).toEqual({ here: 4, partly: 0, missing: 2 })
    expect(list.notNamed).toEqual([5])
    const [one, two] = list.images
    expect(one).toMatchObject({
      sha256: hashOf(original),
      station: 1,
      state: 'here',
      masked: hashOf(second),
      copies: 2,
    })
    expect(two).toMatchObject({ sha256: hashOf(unsent), station: 2, state: 'missing', masked: null })
    expect(JSON.parse(await text('/v1/seats/NA-1')).images).toEqual(list.counts)
    expect(await text('/metrics')).toContain('khata_images{log="NA-1",state="missing"} 2')
  })

  test.each([
    [1, 'here', hashOf(original)],
    [2, 'missing', hashOf(unsent)],
    [5, 'not-named', undefined],
  ])('of station %i’s form is %s, beside its bytes', async (station, state, hash) => {
    const path = `/v1/seats/NA-1/stations/${station}/form45`
    const { headers } = await ask('GET', path)
    expect([headers.get('khata-image'), headers.get('khata-image-sha256') ?? undefined]).toEqual([state, hash])
    expect(await text(path)).not.toContain('khata-image')
    expect(await text(`${path}?format=text`)).toContain(`Image: ${state}`)
  })
})

describe('the public port', () => {
  test('gives the newest masked copy, and neither its original nor the one before', async () => {
    const shown = await ask('GET', publicly(`/v1/images/${hashOf(second)}`))
    expect([shown.status, Buffer.compare(shown.bytes, second)]).toEqual([200, 0])
    expect(shown.headers.get('cache-control')).toBe('public, max-age=300')
    for (const [bytes, status, code] of [
      [original, 403, 'image/original-not-public'],
      [unsent, 403, 'image/original-not-public'],
      [first, 410, 'image/superseded'],
      [photograph('of nowhere'), 404, 'image/unknown'],
    ] as const) {
      const answer = await ask('GET', publicly(`/v1/images/${hashOf(bytes)}`))
      expect(answer).toMatchObject({ status, code })
    }
    expect(await ask('GET', `/v1/images/${hashOf(first)}`)).toMatchObject({ status: 200 })
  })

  test('only reads', async () => {
    for (const [method, path] of [
      ['POST', '/v1/statements'],
      ['PATCH', uploadOf(unsent)],
      ['HEAD', uploadOf(unsent)],
      ['GET', '/metrics'],
      ['GET', '/ready'],
      ['GET', '/v1/mode'],
      ['GET', '/v1/courier'],
      ['GET', '/v1/courier/hq'],
      ['POST', '/v1/courier/sections'],
    ] as const) {
      const answer = await ask(method, publicly(path))
      expect([method, path, answer.status]).toEqual([method, path, 404])
    }
    for (const path of ['/health', '/v1/logs', '/v1/logs/NA-1/checkpoint', '/v1/seats/NA-1/form47']) {
      expect(await ask('GET', publicly(path))).toMatchObject({ status: 200 })
    }
  })

  test('counts what each client asks for, as a proxy that is believed names it, and the officers’ port does not', async () => {
    const path = `/v1/images/${hashOf(second)}`
    const as = (client: string) => ask('GET', publicly(path), { 'x-forwarded-for': client })
    for (let asked = 0; asked < costlyRequestsMax.public; asked += 1) expect((await as('192.0.2.1')).status).toBe(200)
    const refused = await as('192.0.2.1')
    expect(refused).toMatchObject({ status: 429, code: 'http/too-many-requests' })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await as('192.0.2.2')).status).toBe(200)
    const other = await ask('GET', publicly('/v1/logs'), { 'x-forwarded-for': '192.0.2.1' })
    expect(other.status).toBe(200)
    for (let asked = 0; asked <= costlyRequestsMax.public; asked += 1) expect((await ask('GET', path)).status).toBe(200)
  })
})

interface Answered {
  readonly status: number
  readonly code: string | undefined
  readonly offset: string | undefined
  readonly complete: string | undefined
  readonly headers: Headers
  readonly bytes: Uint8Array
}

async function ask(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: Uint8Array,
): Promise<Answered> {
  const sent = body === undefined ? {} : { body: new Uint8Array(body) }
  const response = await fetch(new URL(path, server.url), { method, headers, ...sent })
  const header = (name: string) => response.headers.get(name) ?? undefined
  return {
    status: response.status,
    code: header('khata-code'),
    offset: header('upload-offset'),
    complete: header('upload-complete'),
    headers: response.headers,
    bytes: new Uint8Array(await response.arrayBuffer()),
  }
}

/** The same at the public port. */
function publicly(path: string): string {
  return `${server.publicUrl}${path}`
}

function send(bytes: Uint8Array, offset: number, length: number = bytes.length): Promise<Answered> {
  const part = bytes.slice(offset, offset + length)
  const isLast = offset + part.length === bytes.length
  return ask('PATCH', uploadOf(bytes), partHeaders(offset, isLast), part)
}

function partHeaders(offset: number | string, isLast: boolean): Record<string, string> {
  const complete = isLast ? '?1' : '?0'
  return { 'content-type': 'application/partial-upload', 'upload-offset': String(offset), 'upload-complete': complete }
}

function uploadOf(bytes: Uint8Array): string {
  return `/v1/images/${hashOf(bytes)}/uploads/${upload}`
}

async function text(path: string): Promise<string> {
  return new TextDecoder().decode((await ask('GET', path)).bytes)
}

/** As it is written: `fetch` would tidy the path up. */
async function raw(method: string, path: string): Promise<string> {
  const { hostname, port } = new URL(server.url)
  const socket = connect(Number(port), hostname)
  const parts: Buffer[] = []
  socket.on('data', (part: Buffer) => parts.push(part))
  socket.write(`${method} ${path} HTTP/1.1\r\nhost: n\r\nconnection: close\r\n\r\n`)
  await new Promise<void>((resolve) => socket.once('close', () => resolve()))
  return Buffer.concat(parts).toString('latin1')
}
