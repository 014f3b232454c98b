import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { Author } from '../ceremony/author.ts'
import { drillKey } from '../ceremony/drill-key.ts'
import { type NodeClient, nodeClient } from './node-client.ts'

const stack = new AsyncDisposableStack()
const opened: NodeClient[] = []

afterEach(async () => {
  for (const client of opened.splice(0)) await client[Symbol.asyncDispose]()
})

/** A real server on loopback that answers as it is told, with the bodies it has received. */
async function serve(answer: (request: Received, response: ServerResponse, message: IncomingMessage) => void) {
  const received: string[] = []
  const server = createServer((message, response) => {
    const parts: Buffer[] = []
    message.on('data', (part: Buffer) => parts.push(part))
    message.on('end', () => {
      received.push(Buffer.concat(parts).toString('hex'))
      answer({ body: received.at(-1) ?? '', nth: received.length }, response, message)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  stack.defer(() => void server.close())
  const { port } = server.address() as AddressInfo
  const client = nodeClient(`http://127.0.0.1:${port}`, new AbortController().signal)
  opened.push(client)
  return { client, received }
}

interface Received {
  readonly body: string
  readonly nth: number
}

const ro = new Author('pk-ge-2024/drill', drillKey('test', 'ro'))
const statement = () =>
  ro.say(
    'NA-1',
    { body: 'correctionRequested', correctionRequested: { station: 1, form: new Uint8Array(32), codes: [], note: '' } },
    1,
  ).signed

describe('an officer’s line to a node', () => {
  it('sends the same bytes again after a 503, not before the time it was told', async () => {
    const times: number[] = []
    const { client, received } = await serve(({ nth }, response) => {
      times.push(performance.now())
      if (nth === 1) response.writeHead(503, { 'retry-after': '1' }).end()
      else response.writeHead(200).end('receipt')
    })
    const answer = await client.submit(statement())
    expect(answer).toMatchObject({ type: 'receipt' })
    expect(received).toHaveLength(2)
    expect(received[0]).toBe(received[1])
    expect(times[1]! - times[0]!).toBeGreaterThan(950)
  })

  it('sends the same bytes again after a lost connection', async () => {
    const { client, received } = await serve(({ nth }, response, message) => {
      if (nth === 1) message.socket.destroy()
      else response.writeHead(200).end('receipt')
    })
    expect(await client.submit(statement())).toMatchObject({ type: 'receipt' })
    expect(new Set(received).size).toBe(1)
    expect(received.length).toBeGreaterThan(1)
  })

  it('keeps the order of many statements under way at once', async () => {
    const held: ServerResponse[] = []
    const { client, received } = await serve((_, response) => {
      held.push(response)
      if (held.length === 20) for (const one of held) one.writeHead(200).end('receipt')
    })
    const statements = Array.from({ length: 20 }, statement)
    const answers = await Promise.all(statements.map((one) => client.submit(one)))
    expect(answers.every(({ type }) => type === 'receipt')).toBe(true)
    const sent = statements.map((one) => Buffer.from(one.statement).toString('hex'))
    expect(received.map((body, at) => body.includes(sent[at]!))).toEqual(sent.map(() => true))
  })

  it('answers with the code of a refusal', async () => {
    const { client } = await serve((_, response) => {
      response.writeHead(409, { 'khata-code': 'form-47/not-at-head' }).end('note')
    })
    expect(await client.submit(statement())).toEqual({ type: 'refusal', code: 'form-47/not-at-head', note: 'note' })
  })
})
