import { type NatsServer, startNatsServer } from '@khata/nats-server'
import { afterAll, beforeAll, test } from 'vitest'
import { eventLogContract } from '../../contract/event-log.ts'
import type { EventLog } from '../../ports.ts'
import { JetStreamEventLog } from './event-log.ts'
import { connectNats } from './session.ts'

let server: NatsServer
let elections = 0

beforeAll(async () => {
  server = await startNatsServer()
})

afterAll(async () => {
  await server.stop()
})

/** Every case has an election of its own on one server. */
eventLogContract(
  'jetstream',
  async () => {
    elections += 1
    const election = `test-${elections}/drill`
    const sessions = new AsyncDisposableStack()
    const open = async (): Promise<EventLog> => {
      const session = sessions.use(connectNats({ url: server.url, name: 'contract' }))
      await session.ready(AbortSignal.timeout(10_000))
      return new JetStreamEventLog(session, election)
    }
    return {
      open,
      fail: () => server.kill(),
      recover: () => server.restart(),
      [Symbol.asyncDispose]: () => sessions.disposeAsync(),
    }
  },
  test,
)
