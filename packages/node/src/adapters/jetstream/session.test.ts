import { type NatsServer, startNatsServer } from '@khata/nats-server'
import { nkeys } from 'nats'
import { expect, onTestFinished, test } from 'vitest'
import { eventually } from '../../contract/case.ts'
import { PortUnavailable } from '../../ports.ts'
import { NatsLink, NatsLinkServer } from './link.ts'
import type { NatsStatus } from './options.ts'
import { readPayloads } from './read.ts'
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

test('what the server forbids is told at once: to whoever tries it, and once to the log', async () => {
  const [mine, other] = [nkeys.createUser(), nkeys.createUser()]
  const permissions = { publish: ['allowed'], subscribe: [`_INBOX.${mine.getPublicKey()}.>`, 'allowed'] }
  const users = [{ nkey: mine.getPublicKey(), permissions }]
  const server = await startNatsServer({ config: { authorization: { users } } })
  onTestFinished(() => server.stop())
  const told: string[] = []
  const onStatus = ({ type, text }: NatsStatus) => void (type === 'forbidden' && told.push(text))
  await using session = connectNats({ url: server.url, name: 'mine', seed: mine.getSeed(), onStatus })
  await session.ready(AbortSignal.timeout(10_000))
  session.connection().subscribe('allowed', { callback: (_error, message) => void message.respond() })
  for (const turn of [1, 2]) {
    const askedAt = performance.now()
    await expect(ask(session), `turn ${turn}`).rejects.toThrow(/^nats\/forbidden: .*"silent"/)
    await expect(readPayloads(session, 'S', 1, 1)).rejects.toThrow(/^nats\/forbidden: .*DIRECT.GET.S/)
    expect(performance.now() - askedAt).toBeLessThan(4_000)
  }
  expect(told).toHaveLength(2)
  for (const seed of [undefined, other.getSeed()]) {
    const refused = Promise.withResolvers<NatsStatus>()
    const options = { url: server.url, name: 'other', ...(seed !== undefined && { seed }) }
    await using stranger = connectNats({ ...options, onStatus: refused.resolve })
    expect((await refused.promise).type).toBe('forbidden')
    expect(() => stranger.connection()).toThrow(PortUnavailable)
  }
})

async function ask(session: NatsSession): Promise<unknown> {
  return await session.request('silent', new Uint8Array(), { timeoutMs: 3_600_000 })
}

async function started(): Promise<NatsServer> {
  const server = await startNatsServer()
  onTestFinished(() => server.stop())
  return server
}
