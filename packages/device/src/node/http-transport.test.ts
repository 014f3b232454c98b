import type { ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { HttpNode } from '../contract/http-node.ts'
import { answerBytesMax, fetchExchange, httpImageTransport, httpTransport } from './http-transport.ts'

const signed = Uint8Array.of(8, 1, 255, 0)
const question = { log: 'NA-46', signer: 'cd'.repeat(32), statementId: 'ab'.repeat(16) }
const never = new AbortController().signal

describe('over HTTP', () => {
  test('a statement is posted as it is, and the answer is the receipt', async () => {
    await using node = await HttpNode.start((_, response) => response.end('a receipt'))
    const answer = await httpTransport(fetchExchange({ signal: never })).submit(node.address, signed)
    expect(answer).toEqual({ type: 'receipt', bytes: bytesOf('a receipt') })
    const contentType = 'application/x-protobuf'
    expect(node.received).toEqual([{ method: 'POST', path: '/v1/statements', contentType, body: signed }])
  })

  test('a replicated receipt is asked for by log and id', async () => {
    await using node = await HttpNode.start((_, response) => response.end('a receipt'))
    const answer = await httpTransport(fetchExchange({ signal: never })).receipt(node.address, question)
    expect(answer).toEqual({ type: 'receipt', bytes: bytesOf('a receipt') })
    expect(node.received[0]).toMatchObject({
      method: 'GET',
      path: `/v1/logs/NA-46/receipts/${question.signer}/${question.statementId}?replicated=1`,
    })
  })

  test.each([
    ['a refusal', 422, { type: 'refusal', note: bytesOf('body') }],
    ['a refusal of what it does not know', 404, { type: 'refusal', note: bytesOf('body') }],
    ['an error of the server', 500, { type: 'unintelligible', detail: 'status 500' }],
    ['an answer of a proxy', 204, { type: 'unintelligible', detail: 'status 204' }],
  ])('to a submission, %s is told apart', async (_, status, answer) => {
    await using node = await HttpNode.start((__, response) => response.writeHead(status).end('body'))
    expect(await httpTransport(fetchExchange({ signal: never })).submit(node.address, signed)).toEqual(answer)
  })

  test('no receipt yet is no refusal', async () => {
    await using node = await HttpNode.start((_, response) => response.writeHead(404).end('none'))
    expect(await httpTransport(fetchExchange({ signal: never })).receipt(node.address, question)).toEqual({
      type: 'not-yet',
    })
  })

  test.each([
    ['seconds', '7', { type: 'busy', retryAfterMs: 7_000 }],
    ['nothing', undefined, { type: 'busy' }],
    ['a date', 'Fri, 31 Dec 2027 23:59:59 GMT', { type: 'busy' }],
    ['a negative number', '-5', { type: 'busy' }],
    ['more digits than a number has', '9'.repeat(40), { type: 'busy' }],
  ])('503 is heard with a Retry-After of %s', async (_, value, answer) => {
    await using node = await HttpNode.start((__, response) => {
      response.writeHead(503, value === undefined ? {} : { 'retry-after': value }).end('later')
    })
    expect(await httpTransport(fetchExchange({ signal: never })).submit(node.address, signed)).toEqual(answer)
  })

  test('a redirection is not followed', async () => {
    await using other = await HttpNode.start((_, response) => response.end('a receipt'))
    await using node = await HttpNode.start((_, response) => response.writeHead(307, { location: other.address }).end())
    expect(await httpTransport(fetchExchange({ signal: never })).submit(node.address, signed)).toMatchObject({
      type: 'unintelligible',
    })
    expect(other.received).toEqual([])
  })

  test.each([
    ['that drops the connection', (response: ServerResponse) => destroy(response)],
    ['that stops in the middle', (response: ServerResponse) => stopInTheMiddle(response)],
    ['that talks no HTTP', (response: ServerResponse) => talkSsh(response)],
  ])('a node %s is unreachable', async (_, misbehave) => {
    await using node = await HttpNode.start((__, response) => misbehave(response))
    expect(await httpTransport(fetchExchange({ signal: never })).submit(node.address, signed)).toMatchObject({
      type: 'unreachable',
    })
  })

  test('a node that never answers is given up', async () => {
    await using node = await HttpNode.start(() => undefined)
    const transport = httpTransport(fetchExchange({ signal: never, requestMsMax: 50 }))
    expect(await transport.submit(node.address, signed)).toEqual({ type: 'unreachable', detail: 'no answer in time' })
  })

  test('a node that answers for ever is given up', async () => {
    await using node = await HttpNode.start((_, response) => {
      const drip = setInterval(() => response.write('x'), 5)
      response.on('close', () => clearInterval(drip))
    })
    const transport = httpTransport(fetchExchange({ signal: never, requestMsMax: 60 }))
    expect(await transport.submit(node.address, signed)).toEqual({ type: 'unreachable', detail: 'no answer in time' })
  })

  test('no more is read than a receipt may have', async () => {
    let written = 0
    await using node = await HttpNode.start((_, response) => {
      const piece = Buffer.alloc(65_536, 'x')
      const pour = () => {
        while (!response.destroyed && response.write(piece)) written += piece.length
        written += piece.length
      }
      response.on('drain', pour)
      pour()
    })
    const answer = await httpTransport(fetchExchange({ signal: never })).submit(node.address, signed)
    expect(answer).toEqual({ type: 'unintelligible', detail: `more than ${answerBytesMax} bytes` })
    expect(written).toBeLessThan(50 * answerBytesMax)
  })

  test('an answer as long as a receipt may be is read', async () => {
    await using node = await HttpNode.start((_, response) => response.end(Buffer.alloc(answerBytesMax, 'x')))
    expect(await httpTransport(fetchExchange({ signal: never })).submit(node.address, signed)).toMatchObject({
      type: 'receipt',
      bytes: { length: answerBytesMax },
    })
  })

  test('nobody there is unreachable', async () => {
    const node = await HttpNode.start(() => undefined)
    const { address } = node
    await node[Symbol.asyncDispose]()
    expect(await httpTransport(fetchExchange({ signal: never })).submit(address, signed)).toMatchObject({
      type: 'unreachable',
    })
  })

  test('an address that is none is unreachable, not a crash', async () => {
    expect(await httpTransport(fetchExchange({ signal: never })).submit('ro office', signed)).toMatchObject({
      type: 'unreachable',
    })
  })

  test('the end of the device ends its requests', async () => {
    const ending = new AbortController()
    await using node = await HttpNode.start(() => ending.abort())
    const answer = await httpTransport(fetchExchange({ signal: ending.signal })).submit(node.address, signed)
    expect(answer).toMatchObject({ type: 'unreachable' })
  })
})

function destroy(response: ServerResponse): void {
  response.destroy()
}

function talkSsh(response: ServerResponse): void {
  response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n')
}

function stopInTheMiddle(response: ServerResponse): void {
  response.writeHead(200, { 'content-length': '1000' })
  response.write('half', () => response.destroy())
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

describe('images over HTTP', () => {
  const upload = { image: 'ab'.repeat(32), id: 'cd'.repeat(16) }
  const part = { offset: 16_384, bytes: Uint8Array.of(1, 2, 3), isLast: true }
  const path = `/v1/images/${upload.image}/uploads/${upload.id}`
  const transport = httpImageTransport(fetchExchange({ signal: never }))

  test('a part is sent with its place', async () => {
    const seen: unknown[] = []
    await using node = await HttpNode.start((_, response) => {
      const { method, headers } = response.req
      seen.push([method, headers['upload-offset'], headers['upload-complete'], headers['content-type']])
      response.writeHead(204, { 'upload-offset': '16387', 'upload-complete': '?1' }).end()
    })
    expect(await transport.upload(node.address, upload, part)).toEqual({ type: 'held' })
    expect(await transport.uploaded(node.address, upload)).toEqual({ type: 'held' })
    expect(seen).toEqual([
      ['PATCH', '16384', '?1', 'application/partial-upload'],
      ['HEAD', undefined, undefined, undefined],
    ])
    expect(node.received.map((one) => one.path)).toEqual([path, path])
    expect(node.received[0]?.body).toEqual(part.bytes)
  })

  test.each([
    ['that stands elsewhere', 409, { 'upload-offset': '7', 'upload-complete': '?0' }, { type: 'offset', offset: 7 }],
    ['that has a part', 204, { 'upload-offset': '9', 'upload-complete': '?0' }, { type: 'offset', offset: 9 }],
    ['that knows no such image', 404, { 'khata-code': 'image/unknown' }, { type: 'refused', code: 'image/unknown' }],
    ['that has too much to do', 503, { 'retry-after': '3' }, { type: 'busy', retryAfterMs: 3_000 }],
    ['that counts requests', 429, {}, { type: 'busy' }],
    ['that fails', 500, { 'khata-code': 'http/failed' }, { type: 'unintelligible', detail: 'status 500' }],
    ['that is no node', 404, {}, { type: 'unintelligible', detail: 'status 404' }],
    ['that says nothing of an offset', 204, {}, { type: 'unintelligible', detail: 'status 204' }],
    ['whose offset is none', 204, { 'upload-offset': '-1' }, { type: 'unintelligible', detail: 'status 204' }],
  ])('a node %s is understood', async (_, status, headers, answer) => {
    await using node = await HttpNode.start((__, response) => response.writeHead(status, headers).end())
    expect(await transport.upload(node.address, upload, part)).toEqual(answer)
  })

  test('nobody there is an answer too', async () => {
    await using node = await HttpNode.start((_, response) => destroy(response))
    expect(await transport.uploaded(node.address, upload)).toMatchObject({ type: 'unreachable' })
  })
})
