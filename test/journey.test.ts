import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Form47, Person, Position } from '@khata/ledger'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** The demo and the observer as anyone runs them: programs with arguments, output and exit codes. */
const program = (file: string): string => fileURLToPath(new URL(`../packages/${file}`, import.meta.url))
const demoProgram = program('sim/src/demo/main.ts')
const verifyProgram = program('observer/src/main.ts')
const dataDir = fileURLToPath(new URL('../../shared/data', import.meta.url))

/** A night with a dozen processes, on a machine that does other things too. */
const nightMsMax = 240_000

/** A line of the rehearsal's name file. */
interface PrivateRecord {
  readonly person: Person
  readonly position: Position
  readonly salt: string
}

interface SeatResult {
  readonly seat: string
  readonly hash: string
  readonly size: number
  readonly stations: Form47['stations']
  readonly notCounted: Form47['notCounted']
  readonly differsAt: readonly string[]
  readonly observer: { readonly status: string; readonly hash: string }
  readonly figures: readonly string[]
}

interface Result {
  readonly holds: boolean
  readonly dir: string
  readonly seats: readonly SeatResult[]
  readonly tally: Readonly<Record<'submitted' | 'accepted' | 'returned' | 'corrected' | 'partial' | 'complete', number>>
  readonly crossCheck: Readonly<Record<'held' | 'found' | 'missing' | 'different', number>>
  readonly receipts: { readonly asked: number; readonly lacking: number }
  readonly reconstruction: { readonly notice: string; readonly source: string } | null
  readonly nodes: readonly { readonly name: string; readonly http: string }[]
}

/** A finished night whose servers and nodes still run. */
class Night {
  readonly result: Result
  readonly #child: ChildProcess
  readonly #errors: string[]

  private constructor(child: ChildProcess, result: Result, errors: string[]) {
    this.#child = child
    this.result = result
    this.#errors = errors
  }

  static async run(dir: string, options: readonly string[]): Promise<Night> {
    const args = [demoProgram, '--dir', dir, '--json', '--keep', '--no-progress', ...options]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const errors: string[] = []
    child.stderr.on('data', (part: Buffer) => errors.push(part.toString()))
    const line = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>
    const ended = once(child, 'exit').then(() => undefined)
    const first = await Promise.race([line, ended])
    if (first === undefined) throw new Error(`the demo ended with ${child.exitCode}:\n${errors.join('')}`)
    return new Night(child, JSON.parse(first[0]) as Result, errors)
  }

  get said(): string {
    return this.#errors.join('')
  }

  seat(name: string): SeatResult {
    return this.result.seats.find(({ seat }) => seat === name)!
  }

  /** The canonical bytes of a seat's Form 47 as a node serves them now. */
  async form47(site: string, seat: string): Promise<Buffer> {
    const node = this.result.nodes.find(({ name }) => name === site)!
    const response = await fetch(`${node.http}/v1/seats/${seat}/form47`, { headers: { accept: 'application/json' } })
    if (response.status !== 200) throw new Error(`Form 47 of ${seat} at ${site}: status ${response.status}`)
    return Buffer.from(await response.arrayBuffer())
  }

  /** Ctrl-C; answers with the exit code. */
  async stop(): Promise<number | null> {
    if (this.#child.exitCode === null) {
      this.#child.kill('SIGINT')
      await once(this.#child, 'exit')
    }
    return this.#child.exitCode
  }
}

let folder = ''
const nights: Night[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khata-journey-'))
})

afterAll(async () => {
  for (const night of nights) await night.stop()
  await rm(folder, { recursive: true, force: true })
})

async function run(name: string, options: readonly string[]): Promise<Night> {
  const night = await Night.run(join(folder, name), options)
  nights.push(night)
  return night
}

describe('a generated night', () => {
  let night: Night
  let seats: readonly string[] = []

  beforeAll(async () => {
    night = await run('drill', ['--seats', '2', '--stations', '20', '--seed', '7', '--defects', '0.4'])
    seats = night.result.seats.map(({ seat }) => seat)
  }, nightMsMax)

  test('holds, to the last form', () => {
    const { holds, tally, crossCheck, receipts, reconstruction } = night.result
    expect(holds).toBe(true)
    expect(seats).toEqual(['NA-301', 'PP-301'])
    expect(crossCheck).toMatchObject({ held: 2 * tally.submitted + 3 * tally.corrected, missing: 0, different: 0 })
    expect(crossCheck.found).toBe(crossCheck.held)
    expect(receipts).toMatchObject({ lacking: 0 })
    expect(receipts.asked).toBeGreaterThan(0)
    expect(reconstruction).toBeNull()
  })

  test('ends with the same Form 47 bytes at RO, province and HQ, and with the observer’s hash of them', async () => {
    for (const seat of seats) {
      const ro = await night.form47(`ro-${seat}`, seat)
      expect((await night.form47('punjab', seat)).equals(ro)).toBe(true)
      expect((await night.form47('hq', seat)).equals(ro)).toBe(true)
      const hash = createHash('sha256').update(ro).digest('hex')
      expect(night.seat(seat)).toMatchObject({
        hash,
        differsAt: [],
        observer: { status: 'verified', hash },
        figures: [],
      })
    }
  })

  test('has its errors returned, corrected by their officers where the form shows how, and the rest named', async () => {
    const { tally } = night.result
    expect(tally.returned).toBeGreaterThan(tally.corrected)
    expect(tally.corrected).toBeGreaterThan(0)
    for (const seat of seats) {
      const form = JSON.parse((await night.form47('hq', seat)).toString()) as Form47
      const { listed, accepted, awaited, returned } = form.stations
      expect(accepted + awaited + returned).toBe(listed)
      expect(form.notCounted).toEqual(night.seat(seat).notCounted)
      for (const { reason } of form.notCounted) expect(reason).toMatch(/02:00|10:00|returned/)
    }
    const statuses = night.result.seats.flatMap(({ notCounted }) => notCounted.map(({ status }) => status))
    expect(new Set(statuses)).toEqual(new Set(['awaited', 'returned']))
  })

  test('can be verified from what it published, and a flipped bit is caught where it was flipped', async () => {
    const [seat = ''] = seats
    const { dir } = night.result
    expect(await verify(dir, 'public', seat)).toMatchObject({ exitCode: 0 })
    const bytes = await night.form47('hq', seat)
    expect(await readFile(join(dir, 'public', seat, 'form47.json'))).toEqual(bytes)
    await cp(join(dir, 'public'), join(dir, 'tampered'), { recursive: true })
    await flipMiddle(join(dir, 'tampered', seat, 'tile', 'entries', `000.p/${night.seat(seat).size}`))
    const caught = await verify(dir, 'tampered', seat)
    expect(caught.exitCode).toBe(1)
    expect(caught.output).toMatch(/FAULT +NA-301/)
  })

  test('shows nobody’s name, CNIC, phone or place in anything that it publishes', async () => {
    const { dir } = night.result
    const records = JSON.parse(await readFile(join(dir, 'names.json'), 'utf8')) as readonly PrivateRecord[]
    const secrets = records.flatMap(secretsOf)
    expect(new Set(secrets).size).toBeGreaterThan(3 * records.length)
    const published = [await publicFiles(join(dir, 'public')), await publicPages(night, seats)].flat()
    expect(published.length).toBeGreaterThan(100)
    for (const { name, bytes } of published) expect([name, secretsIn(bytes, secrets)]).toEqual([name, []])
    expect(secretsIn(Buffer.from(`{"${records[0]?.person.cnic}"}`), secrets)).toHaveLength(1)
  })

  test('ends everything it started', async () => {
    expect(await night.stop()).toBe(0)
    for (const { http } of night.result.nodes) await expect(fetch(`${http}/health`)).rejects.toThrow('fetch failed')
  })
})

describe('a reconstruction from published figures', () => {
  let night: Night

  beforeAll(async () => {
    night = await run('replay', ['--data', dataDir, '--seat', 'NA-244'])
  }, nightMsMax)

  test('equals the sum of the file at every node, and says what it is in every output', async () => {
    const { holds, reconstruction } = night.result
    expect(holds).toBe(true)
    expect(reconstruction?.notice).toContain('RECONSTRUCTION')
    expect(reconstruction?.source).toContain('pk_ge2024_form45_stations_long.csv')
    expect(night.said).toContain('RECONSTRUCTION')
    for (const site of ['ro-NA-244', 'sindh', 'hq']) {
      const form = JSON.parse((await night.form47(site, 'NA-244')).toString()) as Form47
      expect(form.reconstruction?.notice).toContain('No winner is declared')
      expect(form.leading).toBeUndefined()
      expect(votesOf(form)).toEqual(await fileSums('NA-244'))
      expect(form.totals.excluded.votes).toBeNull()
    }
  })

  test('names the stations that the file lacks as awaited', () => {
    const { stations, notCounted } = night.seat('NA-244')
    expect(stations).toMatchObject({ listed: 129, accepted: 102, awaited: 27 })
    expect(notCounted).toHaveLength(27)
    expect(notCounted.every(({ status }) => status === 'awaited')).toBe(true)
  })

  test(
    'stays returned where the published figures of 2018 disagree',
    async () => {
      const { result } = await run('replay-2018', ['--data', dataDir, '--year', '2018', '--seat', 'NA-1', 'NA-102'])
      expect(result.holds).toBe(true)
      expect(result.tally).toMatchObject({ submitted: 2, accepted: 1, returned: 1, corrected: 0 })
      expect(result.seats.find(({ seat }) => seat === 'NA-102')?.stations).toMatchObject({ accepted: 0, returned: 1 })
    },
    nightMsMax,
  )
})

describe('the demo', () => {
  test.each([
    ['a wrong number', ['--seats', '0'], 2, /from 1 to 859/],
    ['a missing folder', ['--data', '/nowhere'], 1, /data\/file-missing/],
    ['an unknown seat', ['--data', dataDir, '--seat', 'NA-9999'], 1, /data\/seat-unknown/],
    ['a full work folder', ['--dir', fileURLToPath(new URL('.', import.meta.url))], 1, /drill\/folder-not-empty/],
  ] as const)('complains of %s', async (_, args, exitCode, complaint) => {
    const ended = await runProgram([demoProgram, ...args])
    expect(ended.exitCode).toBe(exitCode)
    expect(ended.output).toMatch(complaint)
  })
})

/** What no output may hold, as text and as the digits alone. */
function secretsOf({ person: { name, cnic, phone }, position, salt }: PrivateRecord): readonly string[] {
  const { latitude, longitude } = position
  return [name, cnic, phone, salt, String(latitude), String(longitude), cnic.replaceAll('-', '')]
}

interface Published {
  readonly name: string
  readonly bytes: Buffer
}

async function publicFiles(dir: string): Promise<readonly Published[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  return await Promise.all(files.map(async (name) => ({ name, bytes: await readFile(name) })))
}

/** Everything that a node answers about a seat, its stations and itself, in every format. */
async function publicPages(night: Night, seats: readonly string[]): Promise<readonly Published[]> {
  const documents = ['form28', 'form33', 'form47', 'form48', 'form49', 'officers', 'proceedings', 'traces']
  const stations = Array.from({ length: 20 }, (_, at) => [`stations/${at + 1}/form45`, `stations/${at + 1}/form46`])
  const ofSeats = seats.flatMap((seat) => [...documents, ...stations.flat()].map((name) => `/v1/seats/${seat}/${name}`))
  const formatted = [...ofSeats, '/v1/tally', '/v1/cross-seat'].flatMap((path) =>
    ['json', 'text', 'csv'].map((format) => `${path}?format=${format}`),
  )
  const unformatted = seats.flatMap((seat) => [`/v1/seats/${seat}`, `/v1/election-report?seat=${seat}`])
  const paths = [...formatted, ...unformatted, '/v1/cross-check', '/health', '/ready', '/metrics']
  const nodes = night.result.nodes.filter(({ name }) => name === 'hq' || seats.some((seat) => name === `ro-${seat}`))
  return await Promise.all(
    nodes.flatMap(({ http }) =>
      paths.map(async (path) => ({ name: path, bytes: Buffer.from(await (await fetch(http + path)).arrayBuffer()) })),
    ),
  )
}

function secretsIn(bytes: Buffer, secrets: readonly string[]): readonly string[] {
  const text = bytes.toString('latin1')
  const found = secrets.filter((secret) => text.includes(secret))
  // A few digits can stand in the middle of a hash by chance; a number of its own cannot.
  return found.filter((secret) =>
    new RegExp(`(?<![0-9A-Za-z+/])${secret.replaceAll('+', '\\+')}(?![0-9A-Za-z+/])`).test(text),
  )
}

function verify(dir: string, published: string, seat: string) {
  return runProgram([verifyProgram, '--trust', join(dir, 'trust.json'), '--dir', join(dir, published), '--seat', seat])
}

async function runProgram(args: readonly string[]) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const parts: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(part))
  await once(child, 'close')
  return { exitCode: child.exitCode, output: Buffer.concat(parts).toString() }
}

async function flipMiddle(file: string): Promise<void> {
  const bytes = await readFile(file)
  const middle = bytes.length >> 1
  bytes[middle] = bytes[middle]! ^ 1
  await writeFile(file, bytes)
}

function votesOf(form: Form47): Record<string, number | null> {
  return Object.fromEntries(form.candidates.map(({ label, votes }) => [label, votes]))
}

/** Added up from the file's lines, without any of the project's code; its names hold no line break and votes stand last but one. */
async function fileSums(seat: string): Promise<Record<string, number>> {
  const text = await readFile(join(dataDir, 'pk_ge2024_form45_stations_long.csv'), 'utf8')
  const sums: Record<string, number> = {}
  for (const line of text.split('\n').filter((it) => it.startsWith(`${seat},`))) {
    const [votes = '', label = ''] = line.split(',').slice(-3, -1).toReversed()
    sums[label] = (sums[label] ?? 0) + Number(votes)
  }
  return sums
}
