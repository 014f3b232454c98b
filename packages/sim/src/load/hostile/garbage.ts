import type { Seeded } from '../../election/seeded.ts'
import { get, request, statementType, submission } from './requests.ts'

/** Bytes that somebody sends who means harm, and what they are. */
export interface Shot {
  readonly what: string
  readonly bytes: Uint8Array
  /** Its body, where that might be taken for a signed statement. */
  readonly body?: Uint8Array
}

/** What is no request, or none of a node's, or carries no statement. `sample` is a true submission's body. */
export function garbage(chance: Seeded, sample: Uint8Array): readonly Shot[] {
  return [...bodies(chance, sample), ...addresses(chance), ...framing(sample)]
}

/** Above every limit, declared and not. @param bodyBytesMax what the node takes of a submission. */
export function oversized(bodyBytesMax: number): readonly Shot[] {
  const far = 8 * bodyBytesMax
  return [
    { what: 'declared', bytes: post([`content-length: ${far}`], Buffer.alloc(far)) },
    { what: 'one byte above', bytes: submission(new Uint8Array(bodyBytesMax + 1)) },
    { what: 'in chunks', bytes: post(['transfer-encoding: chunked'], inChunks(Buffer.alloc(far), 65_536)) },
    { what: 'as large as is read', bytes: submission(new Uint8Array(bodyBytesMax)) },
    { what: 'where none is expected', bytes: request('PUT /v1/logs', ['content-length: 99999'], Buffer.alloc(99_999)) },
  ]
}

function bodies(chance: Seeded, sample: Uint8Array): readonly Shot[] {
  const cut = chance.integer(0, sample.length - 1)
  return [
    filed('random bytes', randomBytes(chance, chance.integer(1, 4_096))),
    filed('a statement cut short', sample.subarray(0, cut)),
    filed('a statement with a bit turned', flipped(chance, sample)),
    filed('a statement and more', Buffer.concat([sample, randomBytes(chance, 3)])),
    { what: 'another content type', bytes: post(['content-type: text/plain'], 'x', false) },
    { what: 'no content type', bytes: post([], sample, false) },
    { what: 'JSON', bytes: post(['content-type: application/json'], '{"__proto__":{"a":1}}', false) },
  ]
}

function addresses(chance: Seeded): readonly Shot[] {
  const paths = [
    '/v1/../..',
    '/v1/%2e%2e/%2e%2e/etc/passwd',
    '/v1/logs/..%2f..%2f..%2fetc%2fpasswd/checkpoint',
    '/v1/logs/register/tile/../../../../etc/passwd',
    '/v1/seats/%00/form47',
    '/v1/seats/%ff%fe/form47',
    '/v1/seats/__proto__/form47',
    '/v1/logs/register/tile/0/-1',
    `/v1/seats/${'a'.repeat(4_096)}`,
    `/v1/logs/register/receipts/${'0'.repeat(63)}g/${'0'.repeat(32)}`,
    `/${'x'.repeat(chance.integer(20_000, 60_000))}`,
    '//',
  ]
  return [
    ...paths.map((path) => ({ what: `GET ${path.slice(0, 40)}`, bytes: get(path) })),
    ...['DELETE', 'PUT', 'PATCH', 'TRACE', 'OPTIONS'].map((method) => ({
      what: `${method} /v1/logs`,
      bytes: request(`${method} /v1/logs`, []),
    })),
    { what: 'a method that is none', bytes: request('BREW /v1/logs', []) },
    { what: 'CONNECT', bytes: request('CONNECT 127.0.0.1:22', []) },
    { what: 'NULs', bytes: Buffer.from('GET /\0 HTTP/1.1\r\nhost: node\r\n\r\n') },
    { what: 'random bytes as a request', bytes: Buffer.concat([randomBytes(chance, 64), Buffer.from('\r\n\r\n')]) },
    { what: 'a block of headers', bytes: request('GET /v1/logs', manyHeaders(chance)) },
    { what: 'a line feed in a header', bytes: request('GET /v1/logs', ['x: a\nb']) },
    { what: 'HTTP/9.9', bytes: Buffer.from('GET /v1/logs HTTP/9.9\r\nhost: node\r\n\r\n') },
    { what: 'no host', bytes: Buffer.from('GET /v1/logs HTTP/1.1\r\n\r\n') },
    { what: 'HTTP/2 without asking', bytes: Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n') },
  ]
}

/** Where two readers of the same bytes could disagree about where a request ends (RFC 9112 section 11.2). */
function framing(sample: Uint8Array): readonly Shot[] {
  const hidden = Buffer.concat([Buffer.from('0\r\n\r\n'), get('/v1/logs')])
  const length = `content-length: ${hidden.length}`
  return [
    { what: 'two lengths', bytes: post(['content-length: 5', length], hidden) },
    { what: 'two lengths in one', bytes: post(['content-length: 5, 5'], hidden) },
    { what: 'a length and chunks', bytes: post([length, 'transfer-encoding: chunked'], hidden) },
    { what: 'chunks and a length', bytes: post(['transfer-encoding: chunked', 'content-length: 5'], hidden) },
    { what: 'chunks twice', bytes: post(['transfer-encoding: chunked, chunked'], hidden) },
    { what: 'chunks by another name', bytes: post(['transfer-encoding: xchunked', length], hidden) },
    { what: 'a space before the colon', bytes: post(['content-length : 5'], hidden) },
    { what: 'a negative length', bytes: post(['content-length: -1'], hidden) },
    { what: 'a length with a sign', bytes: post(['content-length: +5'], hidden) },
    { what: 'a chunk without a size', bytes: post(['transfer-encoding: chunked'], 'zz\r\nabc\r\n0\r\n\r\n') },
    { what: 'a chunk of 2^64', bytes: post(['transfer-encoding: chunked'], 'ffffffffffffffff1\r\nabc\r\n') },
    {
      what: 'a chunk that is longer',
      bytes: post(['transfer-encoding: chunked'], `1\r\n${'a'.repeat(9)}\r\n0\r\n\r\n`),
    },
    { what: 'a length and nothing', bytes: post(['content-length: 0'], sample.subarray(0, 0)) },
  ]
}

/** Sent as a device would send it. */
export function filed(what: string, body: Uint8Array): Shot {
  return { what, bytes: submission(body), body }
}

function post(headers: readonly string[], body: Uint8Array | string, typed = true): Uint8Array {
  const framed = headers.some((header) => /content-length|transfer-encoding/.test(header))
  const own = [...(typed ? [statementType] : []), ...(framed ? [] : [`content-length: ${body.length}`]), ...headers]
  return request('POST /v1/statements', own, body)
}

function randomBytes(chance: Seeded, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => chance.integer(0, 255))
}

function flipped(chance: Seeded, bytes: Uint8Array): Uint8Array {
  const at = chance.integer(0, bytes.length - 1)
  return bytes.map((byte, index) => (index === at ? byte ^ (1 << chance.integer(0, 7)) : byte))
}

function inChunks(bytes: Buffer, size: number): Buffer {
  const count = Math.ceil(bytes.length / size)
  const parts = Array.from({ length: count }, (_, at) => {
    const part = bytes.subarray(at * size, (at + 1) * size)
    return Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')])
  })
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')])
}

function manyHeaders(chance: Seeded): readonly string[] {
  return Array.from({ length: 400 }, (_, at) => `x-${at}: ${'y'.repeat(chance.integer(50, 100))}`)
}
