import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, mkdtemp, readFile, rm } from 'node:fs/promises'
import { connect as connectSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'nats'
import { describe, expect, test, vi } from 'vitest'
import { startNatsServer } from './server.ts'

describe('startNatsServer', () => {
  test('a message published over the client arrives', async () => {
    await using server = await startNatsServer()
    await using client = await clientOf(server.url)
    const received = client.connection.subscribe('seat.*', { max: 1 })
    client.connection.publish('seat.na-130', 'form 45')
    for await (const message of received)
      expect([message.subject, message.string()]).toEqual(['seat.na-130', 'form 45'])
  })

  test('JetStream is on and syncs always, within the limits', async () => {
    const http = '127.0.0.1:-1'
    await using server = await startNatsServer({
      memoryStoreBytesMax: 1_000_000,
      fileStoreBytesMax: 2_000_000,
      config: { http },
    })
    const monitor = await monitorAddress(server.storeDir, server.pid)
    const variables = await (await fetch(`${monitor}/varz`)).json()
    expect(variables).toMatchObject({
      server_name: server.name,
      host: '127.0.0.1',
      jetstream: { config: { sync_always: true, max_memory: 1_000_000, max_storage: 2_000_000 } },
    })
  })

  test('an acknowledged message survives kill and restart at the same port', async () => {
    await using server = await startNatsServer()
    const { url } = server
    await publishToNewStream(url)
    const pid = server.pid
    await server.kill()
    expect(await isListening(server.port)).toBe(false)
    await server.restart()
    expect([server.url, server.pid === pid]).toEqual([url, false])
    expect(await storedMessage(url)).toBe('kept')
  })

  test('stop removes a temporary folder, keeps a given one, and may be said twice', async () => {
    const storeDir = await mkdtemp(join(tmpdir(), 'khata-store-'))
    const given = await startNatsServer({ storeDir })
    const temporary = await startNatsServer()
    await publishToNewStream(given.url)
    await Promise.all([given.stop(), temporary.stop()])
    await Promise.all([given.stop(), temporary.stop()])
    await expect(access(temporary.storeDir)).rejects.toThrow('ENOENT')
    await using again = await startNatsServer({ storeDir })
    expect(await storedMessage(again.url)).toBe('kept')
    await again.stop()
    await rm(storeDir, { recursive: true })
  })

  test('a port in use is refused by name, and leaves nothing behind', async () => {
    await using server = await startNatsServer()
    await expect(startNatsServer({ port: server.port })).rejects.toMatchObject({ code: 'nats-server/port-taken' })
  })

  test('a setting the server does not understand is reported with the words of its log', async () => {
    await expect(startNatsServer({ config: { no_such_setting: true } })).rejects.toMatchObject({
      code: 'nats-server/start-failed',
      message: expect.stringContaining('no_such_setting'),
    })
  })

  test('servers started at once get different ports', async () => {
    const servers = await Promise.all(Array.from({ length: 8 }, () => startNatsServer()))
    expect(new Set(servers.map((server) => server.port)).size).toBe(8)
    await Promise.all(servers.map((server) => server.stop()))
  })
})

describe('a server whose parent', () => {
  test.each([
    ['is killed', true],
    ['ends without stopping it', false],
  ])('%s dies too, and its temporary folder goes', async (_, isKilled) => {
    const parent = spawnParent(isKilled ? 'setInterval(() => undefined, 1_000)' : '')
    const started: { port: number; storeDir: string } = JSON.parse(await firstLine(parent))
    if (isKilled) {
      expect(await isListening(started.port)).toBe(true)
      parent.kill('SIGKILL')
    }
    await vi.waitFor(async () => expect(await isListening(started.port)).toBe(false), { timeout: 10_000 })
    await vi.waitFor(async () => await expect(access(started.storeDir)).rejects.toThrow('ENOENT'), { timeout: 10_000 })
  })
})

function spawnParent(afterwards: string): ReturnType<typeof spawn> {
  const module = JSON.stringify(new URL('index.ts', import.meta.url))
  const source = `const { startNatsServer } = await import(${module})
    const { port, storeDir } = await startNatsServer()
    console.log(JSON.stringify({ port, storeDir }))
    ${afterwards}`
  return spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function firstLine(child: ReturnType<typeof spawn>): Promise<string> {
  if (child.stdout === null) throw new Error('the parent has no output')
  const [chunk] = await once(child.stdout, 'data')
  return String(chunk)
}

async function isListening(port: number): Promise<boolean> {
  const socket = connectSocket({ port, host: '127.0.0.1' })
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

async function monitorAddress(storeDir: string, pid: number): Promise<string> {
  const ports: { monitoring: string[] } = JSON.parse(await readFile(join(storeDir, `nats-server_${pid}.ports`), 'utf8'))
  return ports.monitoring[0] ?? ''
}

async function publishToNewStream(url: string): Promise<void> {
  await using client = await clientOf(url)
  const created = await client.ask('$JS.API.STREAM.CREATE.LOG', { name: 'LOG', subjects: ['log'], storage: 'file' })
  expect(created).toMatchObject({ config: { name: 'LOG' } })
  expect(await client.ask('log', 'kept')).toMatchObject({ stream: 'LOG', seq: 1 })
}

async function storedMessage(url: string): Promise<string> {
  await using client = await clientOf(url)
  const answer = await client.ask('$JS.API.STREAM.MSG.GET.LOG', { seq: 1 })
  return Buffer.from(answer.message?.data ?? '', 'base64').toString()
}

async function clientOf(url: string) {
  const connection = await connect({ servers: url, reconnect: false })
  return {
    connection,
    ask: async (subject: string, body: unknown): Promise<{ message?: { data: string } }> => {
      const reply = await connection.request(subject, typeof body === 'string' ? body : JSON.stringify(body))
      return reply.json()
    },
    [Symbol.asyncDispose]: async () => await connection.close(),
  }
}
