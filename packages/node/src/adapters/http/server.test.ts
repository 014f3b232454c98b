import { rulesVersions } from '@khata/ledger'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { SiteBench } from '../../contract/site-bench.ts'
import { frozenSeat } from '../../contract/writer-bench.ts'
import { KhataNode } from '../../shell/node.ts'
import {
  headersMsMax,
  requestMsMax,
  slownessCheckedEveryMs,
  stalledMsMax,
  submissionBytesMax,
  unansweredMax,
} from './limits.ts'
import { NodeMetrics } from './metrics.ts'
import { type HttpServer, openHttpServer } from './server.ts'

const asked = 'GET /metrics HTTP/1.1\r\nhost: n\r\n\r\n'

/** For a timer that comes late on a busy machine. */
const slackMs = 3_000

let bench: SiteBench
let node: KhataNode
let server: HttpServer

beforeAll(async () => {
  bench = new SiteBench(await frozenSeat())
  const { trust, site } = bench.setting
  node = await KhataNode.open(
    {
      name: 'ro-test',
      role: 'ro',
      site: { ...site, clock: systemClock },
      trust,
      signer: { key: new Uint8Array(32), sign: () => new Uint8Array(64) },
      cosign: (note) => note,
      seats: [],
      hub: undefined,
      links: new Map(),
      code: 'one',
      rulesVersions,
      onFailed: (error) => expect.unreachable(String(error)),
    },
    undefined,
  )
  server = await openHttpServer(node, new NodeMetrics(), { host: '127.0.0.1', port: 0 })
})

afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await node.stop()
})

describe('what is no request of HTTP', () => {
  test.each([
    ['no request line', 'hello\r\n\r\n', 400, 'http/bad-request'],
    ['NULs', 'GET /health\0 HTTP/1.1\r\nhost: n\r\n\r\n', 400, 'http/bad-request'],
    ['two lengths', post(['content-length: 1', 'content-length: 2'], 'ab'), 400, 'http/bad-request'],
    [
      'a length and chunks',
      post(['content-length: 5', 'transfer-encoding: chunked'], '0\r\n\r\n'),
      400,
      'http/bad-request',
    ],
    ['a chunk without a size', post(['transfer-encoding: chunked'], 'xyz\r\n'), 400, 'http/bad-request'],
    ['headers above their limit', get('/health', `x: ${'a'.repeat(20_000)}`), 431, 'http/headers-too-large'],
    ['an address above its limit', get(`/${'a'.repeat(20_000)}`), 431, 'http/headers-too-large'],
    ['a name above its limit', get(`/v1/seats/${'a'.repeat(2_000)}`), 414, 'http/address-too-long'],
    ['a broken escape', get('/v1/seats/%ff%fe'), 400, 'http/bad-request'],
    [
      'a declared body above its limit',
      post([`content-length: ${submissionBytesMax + 1}`], ''),
      413,
      'http/body-too-large',
    ],
    [
      'an undeclared body above its limit',
      post(['transfer-encoding: chunked'], `50000\r\n${'a'.repeat(0x50000)}\r\n0\r\n\r\n`),
      413,
      'http/body-too-large',
    ],
  ])('%s is refused with a code, and alarms nobody', async (_, request, status, code) => {
    const answer = await exchange(request)
    expect(answer).toContain(`HTTP/1.1 ${status} `)
    expect(answer).toContain(`khata-code: ${code}\r\n`)
    expect(answer).toContain(`{"code":"${code}"`)
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1)
    expect(bench.alarms).toEqual([])
  })
})

describe('who is too slow is cut off', () => {
  test.concurrent.each([
    ['nothing is sent', '', headersMsMax],
    ['headers never end', 'GET /health HTTP/1.1\r\nhost: n\r\n', headersMsMax],
    ['a body never ends', post(['content-length: 10'], 'a'), requestMsMax],
  ])('where %s', { timeout: 60_000 }, async (_, request, limitMs) => {
    const begun = performance.now()
    const answer = await exchange(request)
    expect(answer).toContain('khata-code: http/too-slow\r\n')
    const tookMs = performance.now() - begun
    expect(tookMs).toBeGreaterThan(limitMs - slackMs)
    expect(tookMs).toBeLessThan(limitMs + slownessCheckedEveryMs + slackMs)
  })

  test.concurrent('where no answer is taken', { timeout: 90_000 }, async () => {
    const socket = open()
    socket.pause()
    socket.write(asked.repeat(1_000))
    const begun = performance.now()
    const end = closed(socket)
    // What has moved since the last look is given the time once more.
    await setTimeout(2 * stalledMsMax + slackMs)
    // Nobody is told of an end who does not write, and then with the second write.
    const knocking = setInterval(() => socket.write(asked), 500)
    await end
    clearInterval(knocking)
    expect(performance.now() - begun).toBeLessThan(2 * stalledMsMax + 2 * slackMs)
  })
})

describe('what one connection asks for at once', () => {
  test('is bounded', async () => {
    const answer = await exchange('GET /ready HTTP/1.1\r\nhost: n\r\n\r\n'.repeat(2 * unansweredMax))
    expect(answer.match(/HTTP\/1\.1/g) ?? []).toEqual([])
  })

  test('is answered in turn with what others ask for', async () => {
    const busy = open()
    busy.write(asked.repeat(400))
    await once(busy, 'data')
    const answer = exchange(get('/health'))
    let answered = 0
    busy.on('data', (part: Buffer) => {
      answered += part.toString('latin1').split('HTTP/1.1').length - 1
    })
    expect(await answer).toContain('HTTP/1.1 200')
    expect(answered).toBeLessThan(200)
    busy.destroy()
  })

  test('keeps no statement waiting, from however many connections', async () => {
    const flood = Array.from({ length: 64 }, () => open())
    let answered = 0
    for (const socket of flood) {
      socket.on('data', (part: Buffer) => {
        answered += part.toString('latin1').split('HTTP/1.1').length - 1
      })
      socket.write(asked.repeat(8))
    }
    await Promise.race(flood.map((socket) => once(socket, 'data')))
    const before = answered
    const answer = await exchange(get('/v1/statements', 'content-length: 0').replace('GET', 'POST'))
    expect(answer).toContain('HTTP/1.1 415')
    expect(answered - before).toBeLessThan(16)
    for (const socket of flood) socket.destroy()
  })
})

function get(path: string, ...headers: readonly string[]): string {
  return `GET ${path} HTTP/1.1\r\n${['host: n', 'connection: close', ...headers].join('\r\n')}\r\n\r\n`
}

function post(headers: readonly string[], body: string): string {
  const all = ['host: n', 'content-type: application/x-protobuf', ...headers]
  return `POST /v1/statements HTTP/1.1\r\n${all.join('\r\n')}\r\n\r\n${body}`
}

function open(): Socket {
  const { hostname, port } = new URL(server.url)
  return connect(Number(port), hostname)
}

/** Everything that comes until the node ends the connection. */
async function exchange(request: string): Promise<string> {
  const socket = open()
  const parts: Buffer[] = []
  socket.on('data', (part: Buffer) => parts.push(part))
  socket.write(request)
  await closed(socket)
  return Buffer.concat(parts).toString('latin1')
}

/** A reset is an end as well. */
async function closed(socket: Socket): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  socket.on('error', () => undefined).once('close', () => resolve())
  await promise
}
