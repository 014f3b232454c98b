import { type Exchange, type HttpAnswer, requestMsMax } from '@khata/device'
import { Client } from 'undici'
import type { Crew } from './crew.ts'

/** Requests under way on one connection: they are answered in the order in which they were sent. */
const pipelineMax = 512

/** Thousands of devices in one process share a connection to each node; `fetch` takes ten times as long for each request. */
export function pipelinedExchange(crew: Crew): Exchange {
  const clients = new Map<string, Client>()
  const clientOf = (address: string): Client => {
    const known = clients.get(address) ?? openClient(address, crew)
    clients.set(address, known)
    return known
  }
  return async ({ address, path, method, headers, body, bytesMax }) => {
    // A statement may be sent twice, and none need wait for the answer to the one before.
    const pipelined = { idempotent: true, blocking: false }
    const response = await clientOf(address).request({
      path,
      method,
      headers: headers ?? {},
      body: body ?? null,
      ...pipelined,
    })
    const bytes = await response.body.bytes()
    const header = (name: string): string | undefined => {
      const value = response.headers[name]
      return typeof value === 'string' ? value : undefined
    }
    const answer = { status: response.statusCode, header }
    return { ...answer, bytes: bytes.length > bytesMax ? undefined : bytes } satisfies HttpAnswer
  }
}

function openClient(address: string, crew: Crew): Client {
  const timeouts = { headersTimeout: requestMsMax, bodyTimeout: requestMsMax }
  const client = new Client(address, { pipelining: pipelineMax, ...timeouts })
  crew.use({ [Symbol.asyncDispose]: () => client.destroy() })
  return client
}
