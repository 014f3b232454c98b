import { Agent, request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { encodeSignedStatement } from '@khata/proto'
import { startNatsServer } from '@khata/nats-server'
import type { SignedBytes } from '@khata/ledger'
import fastify from 'fastify'
import { atLeast, type Figure, median, perSecond, take, withConcurrency } from './measure.ts'
import { startNode } from './node-process.ts'
import { nightOf, openRoOffice } from './ro-office.ts'
import { type BenchContext, submitAll } from './ro-path.ts'

const requestsInFlight = 480
const stations = 1_500
const statementsMeasured = 4_500
const rounds = 3
const contentType = 'application/x-protobuf'

/** Submissions over HTTP against a bare echo of the same framework, each server in this run, one client for both. */
export async function benchHttp({ folder, signer, pool }: BenchContext): Promise<Figure> {
  const path = join(folder, 'http')
  const prepared = await prepare({ folder: path, signer, pool })
  await using server = await startNatsServer({ name: 'bench-http', storeDir: join(path, 'nats') })
  const { election } = prepared
  const seed = election.seat('NA-1').sequencer.secret
  const role = { role: 'ro', seats: ['NA-1'] } as const
  const node = await startNode({ folder: path, trust: election.trust, seed, natsUrl: server.url, role })
  const echo = await startEcho()
  const runs: { readonly submit: number; readonly echo: number; readonly ratio: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const bodies = take(prepared.night, statementsMeasured / rounds).map(encodeSignedStatement)
    const submit = await perSecond(bodies.length, () => postAll(`${node.url}/v1/statements`, bodies))
    const echoed = await perSecond(bodies.length, () => postAll(`${echo.url}/v1/statements`, bodies))
    runs.push({ submit, echo: echoed, ratio: submit / echoed })
  }
  await Promise.all([node.stop(), echo.stop()])
  const value = median(runs.map(({ ratio }) => ratio))
  const typical = runs.find(({ ratio }) => ratio === value) ?? { submit: 0, echo: 0 }
  return atLeast('http', value, 0.3, { submit: typical.submit, echo: typical.echo })
}

async function prepare({ folder, signer, pool }: BenchContext) {
  await using office = await openRoOffice({ folder, stations, candidates: 20, signer, pool })
  const night = nightOf(office.seat)
  await submitAll(office, take(night, stations))
  return { election: office.election, night: night as Iterator<SignedBytes> }
}

async function startEcho(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const app = fastify()
  app.addContentTypeParser(contentType, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.post('/v1/statements', async (request, reply) => reply.type('text/plain').send(request.body as Buffer))
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { url, stop: () => app.close() }
}

async function postAll(url: string, bodies: readonly Uint8Array[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: requestsInFlight })
  await withConcurrency(bodies, requestsInFlight, (body) => post(url, body, agent))
  agent.destroy()
}

function post(url: string, body: Uint8Array, agent: Agent): Promise<void> {
  const done = Promise.withResolvers<void>()
  const headers = { 'content-type': contentType, 'content-length': body.length }
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
