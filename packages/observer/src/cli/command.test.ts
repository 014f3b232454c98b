import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { canonicalBytes, formHash, groupedHash, trustJson } from '@khata/ledger'
import { type FixtureElection, fixtureElection, type FixtureOptions } from '@khata/ledger/fixture'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleOf, sodiumSigner, writeBundle } from '../contract/bundle.ts'
import { serveBundle } from '../contract/serve-bundle.ts'

const main = join(import.meta.dirname, '..', 'main.ts')

let root: string
let election: FixtureElection
let honest: string
let trust: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'khata-'))
  election = await electionOf({})
  honest = await folderOf('honest', election)
  trust = join(honest, 'trust.json')
})

afterAll(() => rm(root, { recursive: true }))

describe('khata-verify', () => {
  it('verifies a folder: a line for each log, the hash in groups of four, exit code 0', async () => {
    const { code, out, err } = await run('--trust', trust, '--dir', honest)
    const hash = groupedHash(formHash(election.seat('NA-1').log.form47))
    expect(out).toMatch(/^verified +register {2}\d+ entries/m)
    expect(out).toMatch(/^verified +intake-hq /m)
    expect(out).toMatch(new RegExp(`^verified +NA-1 .*Form 47 ${hash}$`, 'm'))
    expect(out).toContain('Everything asked for holds.')
    expect(err).toBe('')
    expect(code).toBe(0)
  })

  it('verifies a node over HTTP', async () => {
    const url = await serveBundle(bundleOf(election, { intakes: ['hq', 'punjab'] }))
    const { code, out } = await run('--trust', trust, '--node', url)
    expect(out).toMatch(/^verified +NA-1 /m)
    expect(code).toBe(0)
  })

  it('names what was tampered with, and fails', async () => {
    const folder = await folderOf('tampered', election)
    const files = bundleOf(election)
    const size = election.seat('NA-1').log.fold.size
    const path = `NA-1/tile/entries/000.p/${size}`
    const bytes = files.get(path) as Uint8Array
    await writeFile(join(folder, path), bytes.with(bytes.length - 70, (bytes.at(-70) ?? 0) ^ 1))
    const { code, out } = await run('--trust', trust, '--dir', folder)
    expect(out).toMatch(/^FAULT +NA-1 /m)
    expect(out).toMatch(new RegExp(`fault +NA-1 entry ${size - 1}: `))
    expect(out).toContain('NOT everything asked for holds.')
    expect(code).toBe(1)
  })

  it('names a form that reached HQ and not the log, and one published otherwise', async () => {
    const other = await electionOf({})
    other.intake('hq').append(
      other
        .seat('NA-1')
        .po(3)
        .submit({ votes: [5, 5, 5] }),
    )
    const folder = await folderOf('withheld', other)
    const withheld = await run('--trust', trust, '--dir', folder)
    expect(withheld.out).toMatch(/^MISSING STATEMENTS +NA-1 /m)
    expect(withheld.out).toMatch(/missing +NA-1 station 3, statement [0-9a-f]{64}, in intake-hq entry 3 since 20/)
    expect(withheld.code).toBe(1)
    const { form47 } = election.seat('NA-1').log
    await writeFile(join(folder, 'NA-1', 'form47.json'), canonicalBytes({ ...form47, seatName: 'Elsewhere' }))
    const forged = await run('--trust', trust, '--dir', folder, '--seat', 'NA-1')
    expect(forged.out).toMatch(/^PUBLISHED DIFFERS +NA-1 [^]*seatName/m)
    expect(forged.code).toBe(1)
  })

  it('without a trust file marks every line UNTRUSTED, and fails', async () => {
    const { code, out } = await run('--dir', honest)
    const lines = out.trimEnd().split('\n')
    expect(lines.filter((line) => !line.startsWith('UNTRUSTED '))).toEqual([])
    expect(out).toMatch(/consistent +NA-1 /)
    expect(out).not.toMatch(/verified {2}/)
    expect(code).toBe(1)
  })

  it('with the trust file of another election fails', async () => {
    const stranger = join(root, 'stranger.json')
    await writeFile(stranger, trustJson(fixtureElection({ seed: 'stranger', until: 'register' }).trust))
    const { code, out } = await run('--trust', stranger, '--dir', honest, '--seat', 'NA-1')
    expect(out).toMatch(/^FAULT +register/m)
    expect(out).toMatch(/^not judged +NA-1/m)
    expect(code).toBe(1)
  })

  it('prints JSON lines, the last a summary', async () => {
    const { code, out } = await run('--trust', trust, '--dir', honest, '--json')
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.map(({ type }) => type)).toEqual(['register', 'intake', 'intake', 'seat', 'summary'])
    expect(lines[3]).toMatchObject({
      status: 'verified',
      seat: 'NA-1',
      form47: { hash: formHash(election.seat('NA-1').log.form47) },
      trusted: true,
    })
    expect(lines[4]).toMatchObject({ holds: true, seats: 1, statuses: { verified: 1 } })
    expect(code).toBe(0)
    const untrusted = await run('--dir', honest, '--json')
    expect(JSON.parse(untrusted.out.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ trusted: false, holds: false })
  })

  it('prints a Form 47', async () => {
    const { code, out } = await run('--trust', trust, '--dir', honest, '--form47', 'NA-1')
    expect(out).toContain('FORM 47')
    expect(out).toMatch(/Stations +2 of 3 counted/)
    expect(code).toBe(0)
  })

  it('says RECONSTRUCTION on every line in mode replay', async () => {
    const replay = await electionOf({ mode: 'replay', columns: [{ label: 'A' }, { label: 'B' }] })
    const folder = await folderOf('replay', replay)
    const { code, out } = await run('--trust', join(folder, 'trust.json'), '--dir', folder, '--form47', 'NA-1')
    const lines = out.trimEnd().split('\n')
    expect(lines.filter((line) => !line.startsWith('RECONSTRUCTION'))).toEqual([])
    expect(out).toContain('Source: \u2068a fixture\u2069')
    expect(code).toBe(0)
  })

  it('shows progress on standard error where it is told to', async () => {
    const { code, out, err } = await run('--trust', trust, '--dir', honest, '--progress')
    expect(err).toMatch(/\d+ of \d+ entries/)
    expect(out).not.toMatch(/ of \d+ entries/)
    expect(code).toBe(0)
  })

  it('goes on quietly when its reader has seen enough', async () => {
    const { stdout } = await promisify(execFile)('sh', [
      '-c',
      '"$0" "$@" | head -1; exit 0',
      process.execPath,
      main,
      '--trust',
      trust,
      '--dir',
      honest,
    ])
    expect(stdout).toBe(`Election ${election.trust.election}\n`)
  })

  it.each([
    ['no source', []],
    ['two sources', ['--dir', 'a', '--node', 'http://127.0.0.1']],
    ['an unknown option', ['--dir', 'a', '--fast']],
    ['something beside the options', ['--dir', 'a', 'b']],
    ['NATS without an election', ['--nats', 'nats://127.0.0.1']],
    ['a trust file that is not there', ['--dir', 'a', '--trust', join(tmpdir(), 'absent.json')]],
    ['a trust file that is none', ['--dir', 'a', '--trust', main]],
  ])('takes %s for a mistake in the command', async (_, argv) => {
    const { code, out, err } = await run(...argv)
    expect([code, out]).toEqual([2, ''])
    expect(err).not.toBe('')
  })

  it('helps', async () => {
    const { code, out } = await run('--help')
    expect(out).toMatch(/--trust <file>[^]*Exit codes:[^]*Examples:/)
    expect(code).toBe(0)
  })

  it('names a source that is not there', async () => {
    const absent = await run('--trust', trust, '--dir', join(root, 'absent'))
    expect([absent.code, absent.err]).toEqual([3, expect.stringContaining('log-source/unreachable')])
    const closed = await run('--trust', trust, '--node', `http://127.0.0.1:${await freePort()}`)
    expect([closed.code, closed.err]).toEqual([3, expect.stringContaining('log-source/unreachable')])
    const damaged = await folderOf('damaged', election)
    await writeFile(join(damaged, `register/tile/entries/000.p/${election.register.fold.size}`), 'x')
    const shown = await run('--dir', damaged)
    expect([shown.code, shown.err]).toEqual([3, expect.stringContaining('log-source/unusable')])
    const empty = await run('--dir', await mkdtemp(join(root, 'empty-')))
    expect([empty.code, empty.err]).toEqual([3, expect.stringContaining('log-source/unusable')])
  })
})

interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

async function run(...argv: readonly string[]): Promise<Outcome> {
  return await new Promise((resolve) => {
    execFile(process.execPath, [main, ...argv], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

async function electionOf(options: FixtureOptions): Promise<FixtureElection> {
  const made = fixtureElection({ signer: await sodiumSigner(), ...options })
  const { log, ro } = made.seat('NA-1')
  for (const station of [1, 2]) {
    const votes = options.columns === undefined ? [10, 20, 30] : [10, 20]
    const form = made.seat('NA-1').po(station).submit({ votes })
    log.append(form)
    log.append(ro.accept(form, station))
    made.intake('hq').append(form)
  }
  return made
}

async function folderOf(name: string, made: FixtureElection): Promise<string> {
  const folder = join(root, name)
  await writeBundle(folder, bundleOf(made, { intakes: ['hq', 'punjab'] }), made)
  return folder
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
