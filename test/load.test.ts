import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** The load command as anyone runs it, with real nats-servers and nodes, on a district that is far too small. */
const simProgram = fileURLToPath(new URL('../packages/sim/src/main.ts', import.meta.url))

interface Report {
  readonly holds: boolean
  readonly forms: { readonly due: number; readonly sent: number; readonly afterTheEnd: number }
  readonly checks: readonly { readonly name: string; readonly checked: number; readonly holds: boolean }[]
  readonly latencies: readonly {
    readonly stage: string
    readonly count: number
    readonly p50: number
    readonly max: number
  }[]
  readonly samples: readonly { readonly processes: Readonly<Record<string, { readonly residentBytes: number }>> }[]
  readonly rate: { readonly entries: number }
  readonly blackout?: { readonly entries: number }
  readonly participation: readonly { readonly seat: string; readonly heard: number }[]
  readonly hostile?: readonly {
    readonly kind: string
    readonly sent: number
    readonly answers: Readonly<Record<string, number>>
  }[]
}

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khata-load-test-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

test('a district under load holds, and the report says how', async () => {
  const dir = join(folder, 'tiny')
  const { child, errors } = load(dir, ['--stations', '8', '--duration', '4', '--speed', '10000'])
  await once(child, 'close')
  expect([child.exitCode, errors.join('')]).toEqual([0, expect.not.stringContaining('Warning')])
  const report = JSON.parse(await readFile(join(dir, 'report.json'), 'utf8')) as Report
  expect(report.holds).toBe(true)
  for (const check of report.checks) expect(check).toMatchObject({ holds: true, checked: expect.toSatisfy(isPositive) })
  const { due, sent } = report.forms
  expect(due).toBeGreaterThan(5)
  expect(countsOf(report)).toEqual({ local: sent, replicated: sent, shown: sent, lag: due })
  for (const { p50, max } of report.latencies) expect(p50).toBeLessThanOrEqual(max)
  expect(report.participation.map(({ seat }) => seat)).toEqual(['NA-301', 'PP-301', 'PP-302'])
  expect(report.participation.reduce((sum, { heard }) => sum + heard, 0)).toBe(due)
  expect(Object.keys(report.samples[0]?.processes ?? {})).toHaveLength(2 * 3 + 1)
  expect(await readFile(join(dir, 'report.html'), 'utf8')).toContain('Everything that was checked holds.')
  expect(await processesNaming(dir)).toEqual([])
})

test('what somebody who means harm sends is refused, and the night holds', async () => {
  const dir = join(folder, 'hostile')
  const options = ['--profile', 'hostile', '--stations', '3', '--duration', '5', '--speed', '4000']
  const { child, errors } = load(dir, options)
  await once(child, 'close')
  expect([child.exitCode, errors.join('')]).toEqual([0, expect.not.stringContaining('Warning')])
  const report = JSON.parse(await readFile(join(dir, 'report.json'), 'utf8')) as Report
  for (const check of report.checks) expect(check).toMatchObject({ holds: true, checked: expect.toSatisfy(isPositive) })
  const kinds = ['flood', 'garbage', 'oversized', 'slow', 'forged', 'replay']
  expect(report.hostile?.map(({ kind }) => kind)).toEqual(kinds)
  for (const { sent, answers } of report.hostile ?? []) {
    expect(sent).toBeGreaterThan(0)
    expect(Object.values(answers).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(sent)
  }
  expect(await readFile(join(dir, 'report.html'), 'utf8')).toContain('Who meant harm')
  expect(await processesNaming(dir)).toEqual([])
})

test('every contest comes to its outcome, and says all that officers may say', async () => {
  const dir = join(folder, 'contests')
  const { child, errors } = load(dir, ['--profile', 'contests', '--stations', '4', '--duration', '1'])
  await once(child, 'close')
  expect([child.exitCode, errors.join('')]).toEqual([0, expect.not.stringContaining('Warning')])
  const { checks } = JSON.parse(await readFile(join(dir, 'report.json'), 'utf8')) as Report
  const ofContests = checks.filter(({ name }) => name.startsWith('contests-'))
  expect(ofContests).toHaveLength(8)
  for (const check of ofContests) expect(check).toMatchObject({ holds: true, checked: expect.toSatisfy(isPositive) })
  expect(await processesNaming(dir)).toEqual([])
})

test('offices work on alone while all links are cut, and HQ has everything once they are back', async () => {
  const dir = join(folder, 'blackout')
  const { child, errors } = load(dir, [
    '--profile',
    'blackout',
    '--stations',
    '5',
    '--duration',
    '18',
    '--speed',
    '1800',
  ])
  await once(child, 'close')
  expect([child.exitCode, errors.join('')]).toEqual([0, expect.not.stringContaining('Warning')])
  const { checks, blackout, rate } = JSON.parse(await readFile(join(dir, 'report.json'), 'utf8')) as Report
  for (const check of checks) expect(check).toMatchObject({ holds: true, checked: expect.toSatisfy(isPositive) })
  expect(checks.map(({ name }) => name)).toEqual(expect.arrayContaining(['alone', 'cut', 'observer']))
  expect(blackout?.entries).toBeGreaterThan(0)
  expect(rate.entries).toBeGreaterThan(blackout?.entries ?? 0)
})

test('Ctrl-C ends everything that was started', async () => {
  const dir = join(folder, 'interrupted')
  const { child, errors } = load(dir, ['--stations', '8', '--duration', '600', '--speed', '10'])
  while (!errors.join('').includes('Form 45 received')) await once(child.stderr!, 'data')
  expect((await processesNaming(dir)).length).toBeGreaterThanOrEqual(3)
  child.kill('SIGINT')
  await once(child, 'close')
  expect([child.exitCode, errors.at(-1)]).toEqual([130, expect.stringContaining('has ended')])
  expect(await processesNaming(dir)).toEqual([])
})

function load(dir: string, options: readonly string[]): { readonly child: ChildProcess; readonly errors: string[] } {
  const args = [simProgram, 'load', '--seed', '7', '--out', dir, ...options]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const errors: string[] = []
  child.stderr.on('data', (part: Buffer) => errors.push(part.toString()))
  return { child, errors }
}

function countsOf({ latencies }: Report): Readonly<Record<string, number>> {
  return Object.fromEntries(latencies.map(({ stage, count }) => [stage, count]))
}

function isPositive(value: number): boolean {
  return value > 0
}

/** Command lines on this machine, beside our own, that name a folder: proc(5). */
async function processesNaming(dir: string): Promise<readonly string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^[0-9]+$/.test(name))
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')))
  return lines.filter((line) => line.includes(dir) && !line.includes('--out'))
}
