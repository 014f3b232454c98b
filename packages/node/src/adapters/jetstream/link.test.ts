import { type NatsServer, startNatsServer } from '@khata/nats-server'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { linkContract } from '../../contract/link.ts'
import { PortUnavailable } from '../../ports.ts'
import { linkPayloadBytesMax } from '../../replica/limits.ts'
import { linkBytesInFlightMax, NatsLink, NatsLinkServer, requestOverheadBytes } from './link.ts'
import { connectNats, type NatsSession } from './session.ts'

let server: NatsServer
let elections = 0

beforeAll(async () => {
  server = await startNatsServer()
})

afterAll(async () => {
  await server.stop()
})

linkContract(
  'nats',
  async () => {
    elections += 1
    const election = `test-${elections}/drill`
    const sessions = new AsyncDisposableStack()
    return {
      openLink: async () => new NatsLink(await connected(sessions), election),
      openServer: async (onFault) => new NatsLinkServer(await connected(sessions), election, onFault),
      fail: () => server.kill(),
      recover: () => server.restart(),
      [Symbol.asyncDispose]: () => sessions.disposeAsync(),
    }
  },
  test,
)

test('a server with too much to answer says so at once, and answers again later', async () => {
  await using sessions = new AsyncDisposableStack()
  const release = Promise.withResolvers<void>()
  onTestFinished(() => release.resolve())
  let onArrival: () => void = () => undefined
  await using answering = new NatsLinkServer(await connected(sessions), 'test/drill', () => undefined)
  answering.serve('push', async () => {
    onArrival()
    await release.promise
    return new Uint8Array()
  })
  await using link = new NatsLink(await connected(sessions), 'test/drill')
  const payload = new Uint8Array(linkPayloadBytesMax)
  const taken: Promise<Uint8Array>[] = []
  for (;;) {
    const arrived = new Promise<'taken'>((resolve) => {
      onArrival = () => resolve('taken')
    })
    const asked = link.request('push', 'NA-1', payload)
    const first = await Promise.race([arrived, asked.catch(String)])
    if (first !== 'taken') {
      expect(first).toContain('busy')
      break
    }
    taken.push(asked)
  }
  expect(taken.length).toBe(Math.floor(linkBytesInFlightMax / (linkPayloadBytesMax + requestOverheadBytes)))
  release.resolve()
  await Promise.all(taken)
  await link.request('push', 'NA-1', payload)
})

test('an answer goes to an inbox alone, whatever else its asker names', async () => {
  await using sessions = new AsyncDisposableStack()
  const faults: string[] = []
  const asked: string[] = []
  const session = await connected(sessions)
  await using answering = new NatsLinkServer(session, 'guarded/drill', (verb, error) =>
    faults.push(`${verb}: ${String(error)}`),
  )
  answering.serve('pull', async (log) => {
    asked.push(log)
    return new Uint8Array()
  })
  const connection = session.connection()
  const stolen: string[] = []
  connection.subscribe('khata.guarded_drill.log.NA-1', { callback: (_error, { subject }) => void stolen.push(subject) })
  const payload = new Uint8Array()
  connection.publish('khata.guarded_drill.pull.NA-1', payload, { reply: 'khata.guarded_drill.log.NA-1' })
  connection.publish('khata.guarded_drill.pull.NA-1', payload)
  const reply = await connection.request('khata.guarded_drill.pull.no%log', payload, { timeout: 5_000 })
  expect(reply.headers?.get('Khata-Error')).toBe('failed')
  await using link = new NatsLink(session, 'guarded/drill')
  await link.request('pull', 'NA-2', payload)
  expect({ asked, stolen }).toEqual({ asked: ['NA-2'], stolen: [] })
  expect(faults).toHaveLength(2)
  expect(faults[0]).toContain('khata.guarded_drill.log.NA-1')
})

test('a link to a server that was never there says so at once', async () => {
  await using session = connectNats({ url: 'nats://127.0.0.1:1', name: 'nobody' })
  await using link = new NatsLink(session, 'test/drill')
  await expect(link.request('push', 'NA-1', new Uint8Array())).rejects.toThrow(PortUnavailable)
})

async function connected(sessions: AsyncDisposableStack): Promise<NatsSession> {
  const session = sessions.use(connectNats({ url: server.url, name: 'contract' }))
  await session.ready(AbortSignal.timeout(10_000))
  return session
}
