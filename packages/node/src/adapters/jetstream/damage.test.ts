import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jetstreamManager } from '@nats-io/jetstream'
import { type NatsServer, startNatsServer } from '@khata/nats-server'
import { headers, nkeys } from 'nats'
import { expect, onTestFinished, test } from 'vitest'
import { eventually } from '../../contract/case.ts'
import { PortDamaged, PortUnavailable } from '../../ports.ts'
import { JetStreamEventLog } from './event-log.ts'
import { namesOf } from './names.ts'
import type { NatsOptions } from './options.ts'
import { readPayloads } from './read.ts'
import { connectNats, type NatsSession } from './session.ts'
import { isVersionAtLeast, StreamUnfit } from './streams.ts'

const election = 'pk-ge-2024/drill'
const names = namesOf(election)

test('an append whose answer never came is unknown, and asking again gives appended', async () => {
  const { server, session, log } = await opened()
  await log.append('NA-46', 0, texts('before', 1))
  process.kill(server.pid, 'SIGSTOP')
  const group = texts('frozen', 300)
  await expect(log.append('NA-46', 1, group)).rejects.toThrow(PortUnavailable)
  process.kill(server.pid, 'SIGCONT')
  await session.ready(AbortSignal.timeout(10_000))
  expect(await eventually(() => log.append('NA-46', 1, group))).toEqual({ type: 'appended' })
  expect(await log.open('NA-46')).toBe(301)
})

test('a message of someone who keeps to no protocol makes the whole group conflict, and none of it is stored', async () => {
  const { session, log } = await opened()
  await log.append('NA-46', 0, texts('before', 2))
  session.connection().publish(names.logSubject('NA-46'), 'intruder')
  expect(await log.append('NA-46', 2, texts('group', 100))).toEqual({ type: 'conflict', size: 3 })
  expect((await log.read('NA-46', 0, 1_000)).length).toBe(3)
})

test('a batch that its server lost a part of is stored not at all', async () => {
  const { session, log } = await opened()
  const carried = headers()
  carried.set('Nats-Batch-Id', 'torn')
  carried.set('Nats-Batch-Sequence', '1')
  await session.request(names.logSubject('NA-46'), Uint8Array.of(1), { headers: carried, timeoutMs: 5_000 })
  expect(await log.append('NA-46', 0, texts('group', 10))).toEqual({ type: 'appended' })
  expect(await log.open('NA-46')).toBe(10)
})

test.each([0, 1_250, 2_999])(
  'a flipped bit in entry %i shows as damage, never as fewer or other entries',
  async (at) => {
    await using folder = await scratchFolder()
    const first = await startNatsServer({ storeDir: folder.path })
    {
      await using session = connectNats({ url: first.url, name: 'test' })
      await session.ready(AbortSignal.timeout(10_000))
      await using log = new JetStreamEventLog(session, election)
      await log.open('NA-46')
      for (let size = 0; size < 3_000; size += 500)
        await log.append('NA-46', size, texts('entry', 3_000).slice(size, size + 500))
    }
    // In order: the server writes its index, and afterwards believes it.
    await first.stop()
    await flipBit(await firstBlock(folder.path, names.logStream('NA-46')), `entry ${at}`)
    await using second = await startNatsServer({ storeDir: folder.path })
    const session = await connected({ url: second.url, name: 'test' })
    await using log = new JetStreamEventLog(session, election)
    const reading = async (): Promise<unknown> => {
      await log.open('NA-46')
      return await log.read('NA-46', 0, 3_000)
    }
    await expect(reading()).rejects.toThrow(PortDamaged)
  },
)

test('a stream that lost messages from its middle is not opened', async () => {
  const { session, log } = await opened()
  const manager = await jetstreamManager(session.connection())
  await manager.streams.add({
    ...(await manager.streams.info(names.logStream('NA-46'))).config,
    name: names.logStream('NA-47'),
    subjects: [names.logSubject('NA-47')],
    deny_delete: false,
    deny_purge: false,
  })
  for (let at = 0; at < 3; at++)
    await session.request(names.logSubject('NA-47'), Uint8Array.of(at), { timeoutMs: 5_000 })
  await manager.streams.deleteMessage(names.logStream('NA-47'), 2)
  await manager.streams.update(names.logStream('NA-47'), { deny_delete: true, deny_purge: true })
  await expect(log.open('NA-47')).rejects.toThrow(PortDamaged)
})

test('a hole is found by reading across it, and where the reading begins', async () => {
  const { session } = await opened()
  const manager = await jetstreamManager(session.connection())
  await manager.streams.add({ name: 'HOLE', subjects: ['hole'], allow_direct: true })
  for (let at = 1; at <= 9; at++) await session.request('hole', Uint8Array.of(at), { timeoutMs: 5_000 })
  await manager.streams.deleteMessage('HOLE', 5)
  expect((await readPayloads(session, 'HOLE', 1, 4)).length).toBe(4)
  expect((await readPayloads(session, 'HOLE', 6, 100)).length).toBe(4)
  for (const [from, count] of [
    [1, 5],
    [1, 100],
    [4, 2],
    [5, 1],
    [5, 100],
  ] as const) {
    await expect(readPayloads(session, 'HOLE', from, count)).rejects.toThrow(PortDamaged)
  }
})

test.each([
  ['allow_atomic', { allow_atomic: false }],
  ['deny_purge', { deny_purge: false }],
  ['max_msgs', { max_msgs: 10 }],
  ['max_msg_size', { max_msg_size: 1_000 }],
  ['subjects', { subjects: ['another.subject'] }],
  ['retention', { retention: 'workqueue' as const }],
  ['persist_mode', { persist_mode: 'async' as const, allow_atomic: false }],
])('a stream with another %s is refused', async (field, change) => {
  const { session, log } = await opened()
  const manager = await jetstreamManager(session.connection())
  const good = (await manager.streams.info(names.logStream('NA-46'))).config
  const stream = { ...good, name: names.logStream('NA-47'), subjects: [names.logSubject('NA-47')] }
  await manager.streams.add({ ...stream, ...change })
  const opening = log.open('NA-47')
  await expect(opening).rejects.toThrow(StreamUnfit)
  await expect(opening).rejects.toThrow(field)
})

test('versions are compared by number, and a preview is before its version', () => {
  const least = [2, 12, 3]
  const enough = ['2.12.3', '2.12.10', '2.15.1', '3.0.0', '2.13.0-RC.1']
  const tooOld = ['2.12.2', '2.12.3-RC.1', '2.9.10', '1.99.99', '', 'dev']
  expect(enough.filter((version) => !isVersionAtLeast(version, least))).toEqual([])
  expect(tooOld.filter((version) => isVersionAtLeast(version, least))).toEqual([])
})

test('a user whose inbox is its own needs no other, and its nkey is needed', async () => {
  const key = nkeys.createUser()
  const nkey = key.getPublicKey()
  const user = { nkey, permissions: { publish: ['khata.>', '$JS.API.>'], subscribe: [`_INBOX.${nkey}.>`] } }
  const server = await startNatsServer({ config: { authorization: { users: [user] } } })
  onTestFinished(() => server.stop())
  const session = await connected({ url: server.url, name: 'ro', seed: key.getSeed() })
  await using log = new JetStreamEventLog(session, election)
  await log.open('NA-46')
  await log.append('NA-46', 0, texts('entry', 3))
  expect((await log.read('NA-46', 0, 10)).length).toBe(3)
  await using stranger = connectNats({ url: server.url, name: 'stranger' })
  await expect(stranger.ready(AbortSignal.timeout(300))).rejects.toMatchObject({ name: 'TimeoutError' })
})

interface Opened {
  readonly server: NatsServer
  readonly session: NatsSession
  readonly log: JetStreamEventLog
}

async function opened(): Promise<Opened> {
  const server = await startNatsServer()
  onTestFinished(() => server.stop())
  const session = await connected({ url: server.url, name: 'test' })
  const log = new JetStreamEventLog(session, election)
  await log.open('NA-46')
  return { server, session, log }
}

async function connected(options: NatsOptions): Promise<NatsSession> {
  const session = connectNats(options)
  onTestFinished(() => session[Symbol.asyncDispose]())
  await session.ready(AbortSignal.timeout(10_000))
  return session
}

async function firstBlock(storeDir: string, stream: string): Promise<string> {
  const files = await readdir(storeDir, { recursive: true })
  const block = files.find((file) => file.includes(stream) && file.endsWith('1.blk'))
  return join(storeDir, block ?? 'no block')
}

async function flipBit(path: string, near: string): Promise<void> {
  const block = await readFile(path)
  const at = block.indexOf(near)
  block[at] = (block[at] ?? 0) ^ 1
  await writeFile(path, block)
}

function texts(text: string, count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, at) => new TextEncoder().encode(`${text} ${at}`))
}

async function scratchFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'khata-jetstream-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}
