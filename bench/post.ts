import { Agent, request as httpRequest } from 'node:http'
import type { SignedBytes } from '@khata/ledger'
import { encodeSignedStatement } from '@khata/proto'
import { withConcurrency } from './measure.ts'

export const statementType = 'application/x-protobuf'

/** Submits over kept connections, at most so many under way, and insists on a 200 for each. */
export async function postAll(url: string, statements: readonly SignedBytes[], inFlight: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight })
  const bodies = statements.map(encodeSignedStatement)
  await withConcurrency(bodies, inFlight, (body) => post(`${url}/v1/statements`, body, agent))
  agent.destroy()
}

/** Resolves when a 200 has been read to its end. */
export function post(url: string, body: Uint8Array, agent: Agent): Promise<void> {
  const done = Promise.withResolvers<void>()
  const headers = { 'content-type': statementType, 'content-length': body.length }
  const request = httpRequest(url, { method: 'POST', agent, headers }, (response) => {
    response.resume()
    response.on('end', () =>
      response.statusCode === 200 ? done.resolve() : done.reject(new Error(`HTTP ${response.statusCode}`)),
    )
  })
  request.on('error', done.reject)
  request.end(body)
  return done.promise
}
