import { join } from 'node:path'
import { startNatsServer } from '@khata/nats-server'
import type { SignedBytes } from '@khata/ledger'
import fastify from 'fastify'
import { atLeast, type Figure, median, perSecond, take } from './measure.ts'
import { startNode } from './node-process.ts'
import { postAll, statementType } from './post.ts'
import { nightOf, openRoOffice } from './ro-office.ts'
import { type BenchContext, submitAll } from './ro-path.ts'

const requestsInFlight = 480
const stations = 1_500
const statementsMeasured = 4_500
const rounds = 3

/** Submissions over HTTP against a bare echo of the same framework, each server in this run, one client for both. */
export async function benchHttp({ folder, signer, pool }: BenchContext): Promise<Figure> {
  const path = join(folder, 'http')
  const prepared = await prepare({ folder: path, signer, pool })
  await using server = await startNatsServer({ name: 'bench-http', storeDir: join(path, 'nats') })
  const { election } = prepared
  const seed = election.seat('NA-1').sequencer.secret
  const role = { role: 'ro', seats: ['NA-1'] } as const
  const node = await startNode({ folder: path, trust: election.trust, seed, natsUrl: server.url, role, isBusy: true })
  const echo = await startEcho()
  const runs: { readonly submit: number; readonly echo: number; readonly ratio: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const statements = take(prepared.night, statementsMeasured / rounds)
    const submit = await perSecond(statements.length, () => postAll(node.url, statements, requestsInFlight))
    const echoed = await perSecond(statements.length, () => postAll(echo.url, statements, requestsInFlight))
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
  app.addContentTypeParser(statementType, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.post('/v1/statements', async (request, reply) => reply.type('text/plain').send(request.body as Buffer))
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { url, stop: () => app.close() }
}
