import {
  concatBytes,
  decodeBundle,
  encodeBundle,
  parseTilePath,
  sha256,
  type SignatureVerifier,
  tileWidth,
  toHex,
  type Triple,
} from '@khata/ledger'
import { type FixtureElection, fixtureElection } from '@khata/ledger/fixture'
import { installNativeSha256, installNativeVerify, openVerifierPool } from '@khata/verifier-pool'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bundle, bundleOf, bundleSource, sodiumSigner } from '../contract/bundle.ts'
import { verifyElection } from './election.ts'
import type { ElectionReport, LogReport } from './report.ts'

/** Above one tile, so that there are full tiles, partial ones, and a second level. */
const stations = 110
const runs = 200

let pool: Awaited<ReturnType<typeof openVerifierPool>>
let verifier: SignatureVerifier
let election: FixtureElection
let honest: Bundle

beforeAll(async () => {
  installNativeSha256()
  await installNativeVerify()
  pool = await openVerifierPool({ workers: 1 })
  verifier = remembering(pool)
  election = fixtureElection({ stations, signer: await sodiumSigner() })
  const { log, ro, po } = partsOf(election)
  for (const station of [1, 2, 3]) {
    const form = po(station).submit({ votes: [station, 20, 30] })
    log.append(form)
    log.append(ro.accept(form, station))
    election.intake('hq').append(form)
  }
  honest = bundleOf(election, { intakes: ['hq', 'punjab'] })
})

afterAll(() => pool[Symbol.asyncDispose]())

it('untouched, everything holds', async () => {
  expect((await verify(honest)).holds).toBe(true)
})

describe('one change anywhere fails, and names the log and the place', () => {
  it('a byte flipped, dropped, added, repeated or swapped, in any file', async () => {
    const anyChange = fc.record({ file: fc.nat(), at: fc.nat(), how: fc.constantFrom(...byteChanges), bit: fc.nat(7) })
    await fc.assert(
      fc.asyncProperty(anyChange, async ({ file, at, how, bit }) => {
        const path = [...honest.keys()][file % honest.size] as string
        const bytes = honest.get(path) as Uint8Array
        const changed = changeByte(bytes, at % bytes.length, how, bit)
        fc.pre(Buffer.compare(bytes, changed) !== 0)
        const report = await verify(new Map(honest).set(path, changed))
        expectCaught(report, path, placeOf(path, bytes, at % bytes.length))
      }),
      { numRuns: runs },
    )
  }, 120_000)

  it('an entry dropped, added, repeated or swapped, in any bundle', async () => {
    const bundles = [...honest.keys()].filter((path) => path.includes('/entries/'))
    const anyChange = fc.record({ file: fc.nat(), at: fc.nat(), how: fc.constantFrom(...entryChanges), to: fc.nat() })
    await fc.assert(
      fc.asyncProperty(anyChange, async ({ file, at, how, to }) => {
        const path = bundles[file % bundles.length] as string
        const bytes = honest.get(path) as Uint8Array
        const entries = entriesOf(path, bytes)
        const changed = changeEntry(entries, at % entries.length, how, to % entries.length)
        fc.pre(changed.length <= tileWidth)
        const encoded = encodeBundle(changed.length === 0 ? entries.slice(0, 1) : changed)
        fc.pre(Buffer.compare(bytes, encoded) !== 0)
        const report = await verify(new Map(honest).set(path, encoded))
        const first = firstDifference(entries, changed)
        expectCaught(report, path, { from: startOf(path), to: startOf(path) + first + 1 })
      }),
      { numRuns: runs },
    )
  }, 120_000)

  it('any file taken away', async () => {
    for (const path of honest.keys()) {
      const files = new Map(honest)
      files.delete(path)
      if (path.endsWith('form47.json')) continue
      expectCaught(await verify(files), path, { from: 0, to: Number.MAX_SAFE_INTEGER })
    }
  })

  it('every single byte of a checkpoint', async () => {
    const path = 'NA-1/checkpoint'
    const small = bundleOf(fixtureElection({ stations: 1, signer: await sodiumSigner() }))
    const bytes = small.get(path) as Uint8Array
    for (const at of bytes.keys()) {
      const changed = changeByte(bytes, at, 'flip', at % 8)
      const report = await verify(new Map(small).set(path, changed), ['NA-1'])
      expect(report.holds, `byte ${at}`).toBe(false)
      expect(report.seats[0]?.log.faults.length, `byte ${at}`).toBeGreaterThan(0)
    }
  }, 120_000)
})

const byteChanges = ['flip', 'drop', 'add', 'repeat', 'swap'] as const
const entryChanges = ['drop', 'repeat', 'swap', 'copy'] as const

/** Entries that a fault may be named at. */
interface Place {
  readonly from: number
  readonly to: number
}

function changeByte(bytes: Uint8Array, at: number, how: (typeof byteChanges)[number], bit: number): Uint8Array {
  const [before, byte, after] = [[...bytes.subarray(0, at)], bytes[at] ?? 0, [...bytes.subarray(at + 1)]]
  switch (how) {
    case 'flip':
      return Uint8Array.from([...before, byte ^ (1 << bit), ...after])
    case 'drop':
      return Uint8Array.from([...before, ...after])
    case 'add':
      return Uint8Array.from([...before, 1 << bit, byte, ...after])
    case 'repeat':
      return Uint8Array.from([...before, byte, byte, ...after])
    case 'swap':
      return Uint8Array.from([...before, after[0] ?? 0, byte, ...after.slice(1)].slice(0, bytes.length))
  }
}

function changeEntry(
  entries: readonly Uint8Array[],
  at: number,
  how: (typeof entryChanges)[number],
  to: number,
): readonly Uint8Array[] {
  const [one, other] = [entries[at] as Uint8Array, entries[to] as Uint8Array]
  switch (how) {
    case 'drop':
      return entries.toSpliced(at, 1)
    case 'repeat':
      return entries.toSpliced(at, 0, one)
    case 'swap':
      return entries.with(at, other).with(to, one)
    case 'copy':
      return entries.with(to, one)
  }
}

function firstDifference(before: readonly Uint8Array[], after: readonly Uint8Array[]): number {
  return before.findIndex((entry, at) => Buffer.compare(entry, after[at] ?? new Uint8Array()) !== 0)
}

/** Where a changed byte of a file may be named: the entry it is in or the next, whose link then breaks. */
function placeOf(path: string, bytes: Uint8Array, at: number): Place {
  const tile = parseTilePath(path.slice(path.indexOf('/') + 1))
  if (!tile.ok) return { from: 0, to: Number.MAX_SAFE_INTEGER }
  const { level, index } = tile.value
  if (level !== 'entries') return { from: index * 256 ** (level + 1), to: index * 256 ** (level + 1) }
  let read = 0
  const entry = entriesOf(path, bytes).findIndex(({ length }) => {
    read += 2 + length
    return at < read
  })
  return { from: startOf(path), to: startOf(path) + entry + 1 }
}

function expectCaught(report: ElectionReport, path: string, place: Place): void {
  const log = path.slice(0, path.indexOf('/'))
  expect(report.holds, path).toBe(false)
  if (path.endsWith('form47.json')) {
    expect(report.seats[0]?.status).toBe('published-differs')
    return
  }
  const named = logsOf(report).find((one) => one.log === log)
  expect(named?.holds, path).toBe(false)
  const [first] = named?.faults ?? []
  expect(first?.index, `${path}: ${first?.code}`).toBeGreaterThanOrEqual(place.from)
  expect(first?.index, `${path}: ${first?.code}`).toBeLessThanOrEqual(place.to)
}

function logsOf({ register, intakes, seats }: ElectionReport): readonly LogReport[] {
  return [register, ...intakes, ...seats.map(({ log }) => log)]
}

function entriesOf(path: string, bytes: Uint8Array): readonly Uint8Array[] {
  const tile = parseTilePath(path.slice(path.indexOf('/') + 1))
  const decoded = decodeBundle(bytes, tile.ok ? tile.value.width : 0)
  return decoded.ok ? decoded.value : expect.fail(`${path} is no bundle`)
}

function startOf(path: string): number {
  const tile = parseTilePath(path.slice(path.indexOf('/') + 1))
  return tile.ok ? tile.value.index * tileWidth : 0
}

function partsOf(made: FixtureElection) {
  const seat = made.seat('NA-1')
  return { log: seat.log, ro: seat.ro, po: (station: number) => seat.po(station) }
}

async function verify(files: Bundle, seats?: readonly string[]): Promise<ElectionReport> {
  const source = bundleSource(files)
  const now = Date.UTC(2030, 0, 1)
  return await verifyElection({ source, trust: election.trust, verifier, now, ...(seats && { seats }) })
}

/** Asks once about each triple: hundreds of runs differ in one. */
function remembering(asked: SignatureVerifier): SignatureVerifier {
  const known = new Map<string, boolean>()
  const nameOf = ({ key, message, signature }: Triple) => toHex(sha256(concatBytes(key, signature, message)))
  return {
    verify: async (batch) => {
      const fresh = batch.filter((triple) => !known.has(nameOf(triple)))
      const verdicts = await asked.verify(fresh)
      for (const [at, triple] of fresh.entries()) known.set(nameOf(triple), verdicts[at] === true)
      return batch.map((triple) => known.get(nameOf(triple)) === true)
    },
  }
}
