import type { SignedBytes } from '@khata/ledger'
import { encodeSignedStatement } from '@khata/proto'
import { Pool } from 'undici'
import { withConcurrency } from './measure.ts'

export const statementType = 'application/x-protobuf'

/** Submits over kept connections, at most so many under way, and insists on a 200 for each. */
export async function postAll(url: string, statements: readonly SignedBytes[], inFlight: number): Promise<void> {
  const pool = connectionsTo(url, inFlight)
  const bodies = statements.map(encodeSignedStatement)
  await withConcurrency(bodies, inFlight, (body) => post(pool, body))
  await pool.destroy()
}

/** So many connections, one request under way on each; further ones wait. */
export function connectionsTo(url: string, connections: number): Pool {
  return new Pool(url, { connections, pipelining: 1 })
}

/** Resolves when a 200 has been read to its end. */
export async function post(pool: Pool, body: Uint8Array): Promise<void> {
  const headers = { 'content-type': statementType }
  const answer = await pool.request({ path: '/v1/statements', method: 'POST', headers, body })
  await answer.body.dump({ limit: Number.POSITIVE_INFINITY })
  if (answer.statusCode !== 200) throw new Error(`HTTP ${answer.statusCode}`)
}
