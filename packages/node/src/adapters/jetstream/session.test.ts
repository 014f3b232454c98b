import { type NatsServer, startNatsServer } from '@khata/nats-server'
import { expect, onTestFinished, test } from 'vitest'
import { eventually } from '../../contract/case.ts'
import { PortUnavailable } from '../../ports.ts'
import { NatsLink, NatsLinkServer } from './link.ts'
import type { NatsStatus } from './options.ts'
import { connectNats, type NatsSession } from './session.ts'

test('a session is dialled until its server is there', async () => {
  const server = await started()
  await server.kill()
  const statuses: NatsStatus['type'][] = []
  await using session = connectNats({ url: server.url, name: 'early', onStatus: ({ type }) => statuses.push(type) })
  await expect(session.ready(AbortSignal.timeout(100))).rejects.toMatchObject({ name: 'TimeoutError' })
  await expect(ask(session)).rejects.toThrow(PortUnavailable)
  await server.restart()
  await session.ready(AbortSignal.timeout(10_000))
  expect(statuses).toContain('dial-failed')
  expect(statuses.at(-1)).toBe('connected')
})

test('a request in flight is answered PortUnavailable as soon as the connection is lost', async () => {
  const server = await started()
  await using session = connectNats({ url: server.url, name: 'waiting' })
  await session.ready(AbortSignal.timeout(10_000))
  const arrived = Promise.withResolvers<void>()
  session.connection().subscribe('silent', { callback: () => arrived.resolve() })
  const asked = ask(session)
  const outcome = Promise.allSettled([asked])
  await arrived.promise
  await server.kill()
  expect(await outcome).toEqual([{ status: 'rejected', reason: expect.any(PortUnavailable) }])
})

test('a connection that was closed for good is dialled anew, and what it served is served again', async () => {
  const server = await started()
  await using session = connectNats({ url: server.url, name: 'stubborn' })
  await session.ready(AbortSignal.timeout(10_000))
  await using answering = new NatsLinkServer(session, 'test/drill', () => undefined)
  answering.serve('push', async (_log, payload) => payload)
  await session.connection().close()
  await using link = new NatsLink(session, 'test/drill')
  expect(await eventually(() => link.request('push', 'NA-1', Uint8Array.of(7)))).toEqual(Uint8Array.of(7))
})

test('who waits for a session that is closed is told', async () => {
  const session = connectNats({ url: 'nats://127.0.0.1:1', name: 'closed' })
  const outcome = Promise.allSettled([session.ready(new AbortController().signal)])
  await session[Symbol.asyncDispose]()
  expect(await outcome).toEqual([{ status: 'rejected', reason: expect.any(PortUnavailable) }])
})

async function ask(session: NatsSession): Promise<unknown> {
  return await session.request('silent', new Uint8Array(), { timeoutMs: 3_600_000 })
}

async function started(): Promise<NatsServer> {
  const server = await startNatsServer()
  onTestFinished(() => server.stop())
  return server
}
