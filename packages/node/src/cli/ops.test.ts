import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runKhata } from './run.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khata-ops-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

test('keys are made once, and their public parts are what a topology needs', async () => {
  const files = ['operator.nkey', 'hq.nkey'].map((name) => join(folder, 'keys', name))
  const first = await ops('nkey', ...files)
  expect(first.code).toBe(0)
  expect((await ops('nkey', ...files)).out).toBe(first.out)
  expect(first.out).toMatch(/^U[A-Z2-7]{55} .*operator\.nkey\nU[A-Z2-7]{55} .*hq\.nkey\n$/)
  for (const file of files) expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('what is written is told as a difference, and the same topology differs in nothing', async () => {
  const { file, out, json } = await writtenTopology()
  const check = ['nats-config', file, '--out', out, '--check'] as const
  const before = await ops(...check)
  expect(before).toMatchObject({ code: 1, out: expect.stringContaining('+server_name: "hq"') })
  expect(await ops('nats-config', file, '--out', out)).toMatchObject({ code: 0 })
  expect((await readdir(out)).toSorted()).toEqual(['hq.conf', 'hq.node.json'])
  expect(await ops(...check)).toEqual({ code: 0, out: '', err: '' })

  const held = await readFile(join(out, 'hq.conf'), 'utf8')
  const other = {
    ...json,
    sites: json.sites.map((site) => ({ ...site, servers: [{ ...site.servers[0], port: 4_999 }] })),
  }
  await writeFile(file, JSON.stringify(other))
  const differing = await ops(...check)
  expect(differing).toMatchObject({ code: 1, out: expect.stringContaining('-port: 4222\n+port: 4999\n') })
  expect(await readFile(join(out, 'hq.conf'), 'utf8')).toBe(held)

  await writeFile(join(out, 'gone.conf'), '')
  await ops('nats-config', file, '--out', out)
  expect(await ops(...check)).toEqual({ code: 1, out: 'gone.conf is of no server or site in the topology\n', err: '' })
})

test('the example is a topology', async () => {
  const example = fileURLToPath(new URL('../../../../ops/topology.json', import.meta.url))
  const out = join(folder, 'nats')
  expect(await ops('nats-config', example, '--out', out)).toMatchObject({ code: 0 })
  expect(await readdir(out)).toHaveLength(6)
})

test.each([
  ['topology/unreadable', 'nowhere.json', undefined],
  ['topology/malformed', 'topology.json', '{'],
  ['topology/malformed', 'topology.json', '{}'],
])('a topology that cannot be used is %s', async (code, name, content) => {
  const file = join(folder, name)
  if (content !== undefined) await writeFile(file, content)
  expect(await ops('nats-config', file)).toMatchObject({ code: 2, err: expect.stringContaining(code) })
})

test('streams are made for a site that the topology has', async () => {
  const { file, keyFile } = await writtenTopology()
  const faulty = await ops('nats-streams', file, '--site', 'elsewhere', '--nkey', keyFile)
  expect(faulty).toMatchObject({ code: 2, err: expect.stringContaining('topology/unknown-site: elsewhere') })
})

async function writtenTopology() {
  const keyFile = join(folder, 'operator.nkey')
  const { out: printed } = await ops('nkey', keyFile, join(folder, 'hq.nkey'))
  const [operator, own] = printed.split('\n').map((line) => line.split(' ')[0])
  const servers = [{ name: 'hq', host: '127.0.0.1', port: 4_222, dataDir: '/var/lib/khata/nats' }]
  const json = {
    election: 'pk-ge-2024/drill',
    operators: [{ name: 'operator', nkeys: [operator] }],
    sites: [{ name: 'hq', role: 'hq', nkeys: [own], servers }],
  }
  const file = join(folder, 'topology.json')
  await writeFile(file, JSON.stringify(json))
  return { file, json, keyFile, out: join(folder, 'nats') }
}

async function ops(...argv: readonly string[]) {
  const [out, err] = [new PassThrough(), new PassThrough()]
  const printed = Promise.all([text(out), text(err)])
  const common = { environment: {}, input: new PassThrough(), pid: 1, stopping: new AbortController().signal }
  const code = await runKhata({ argv: ['ops', ...argv], out, err, ...common })
  out.end()
  err.end()
  const [outText, errText] = await printed
  return { code, out: outText, err: errText }
}
