import {
  canonicalBytes,
  encodeBundle,
  equalBytes,
  formatNote,
  formHash,
  parseNote,
  type SignatureVerifier,
  type Triple,
  type Trust,
  utf8Encode,
} from '@khata/ledger'
import { type FixtureElection, fixtureElection, type FixtureOptions, hashOf } from '@khata/ledger/fixture'
import { Stage, SeatOrder } from '@khata/proto'
import { installNativeSha256, installNativeVerify, openVerifierPool } from '@khata/verifier-pool'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bundle, bundleOf, bundleSource, noteOf, sodiumSigner } from '../contract/bundle.ts'
import type { LogSource } from '../source/log-source.ts'
import { verifyElection, type VerifyInput } from './election.ts'
import type { ElectionReport, SeatReport } from './report.ts'

let pool: Awaited<ReturnType<typeof openVerifierPool>>
let signer: Awaited<ReturnType<typeof sodiumSigner>>

beforeAll(async () => {
  installNativeSha256()
  await installNativeVerify()
  signer = await sodiumSigner()
  pool = await openVerifierPool({ workers: 1 })
})

afterAll(() => pool[Symbol.asyncDispose]())

const now = Date.UTC(2030, 0, 1)

describe('an honest election', () => {
  it('is verified: register, intake logs, and each seat with its Form 47', async () => {
    const election = await counted({ seats: ['NA-1', 'PP-2'] })
    const report = await verify(election, bundleOf(election, { seats: ['NA-1', 'PP-2'], intakes: ['hq', 'punjab'] }))
    expect(report.holds).toBe(true)
    expect(report.intakes.map(({ log, holds }) => [log, holds])).toEqual([
      ['intake-hq', true],
      ['intake-punjab', true],
    ])
    for (const seat of report.seats) {
      expect(seat.status).toBe('verified')
      expect(seat.form47?.hash).toBe(formHash(election.seat(seat.seat).log.form47))
      expect(seat.published?.same).toBe(true)
    }
  })

  it('is verified where the log has grown since its Form 47 was published', async () => {
    const election = await counted()
    const published = canonicalBytes(election.seat('NA-1').log.form47)
    const { log } = election.seat('NA-1')
    log.append(
      election
        .seat('NA-1')
        .po(3)
        .submit({ votes: [1, 2, 3] }),
    )
    const files = bundleOf(election).set('NA-1/form47.json', published)
    const { status, form47, published: compared } = seatOf(await verify(election, files, ['NA-1']))
    expect([status, compared?.same, form47?.size]).toEqual(['verified', true, log.fold.size])
    expect(compared?.size).toBe(log.fold.size - 1)
  })

  it('counts the cosignatures that the register knows', async () => {
    const election = await counted()
    const report = await verify(election, bundleOf(election, { cosigned: true }), ['NA-1'])
    expect(seatOf(report).log.verdict?.cosignatures.map(({ key }) => key.name)).toEqual([
      'election.example/khata/pk-fixture/drill/cosigner-hq',
    ])
  })

  it('says RECONSTRUCTION, and from what, in mode replay', async () => {
    const columns = [{ label: 'PTI' }, { label: 'PMLN', serial: 2 }]
    const election = await counted({ mode: 'replay', columns })
    const report = await verify(election, bundleOf(election), ['NA-1'])
    expect(report.reconstruction?.notice).toContain('RECONSTRUCTION')
    expect(report.reconstruction?.source).toBe('a fixture')
    expect(seatOf(report).status).toBe('verified')
  })

  it('is read once more where the register grows meanwhile, for all seats that have pinned what came', async () => {
    const seats = ['NA-1', 'NA-2', 'PP-3']
    const election = await counted({ seats })
    const before = bundleOf(election, { seats })
    grow(election, 'late')
    for (const seat of seats) expect(pinNow(election, seat)).toBe('admitted')
    const { source, readings } = growing([before, bundleOf(election, { seats })])
    const report = await verifyFrom(source, { trust: election.trust, crossCheck: false })
    expect(sizesOf(report)).toEqual(seats.map((seat) => [seat, 'verified', election.seat(seat).log.fold.size]))
    expect(readings()).toBe(2)
  })

  it('is the newer one for a seat, too, whose audit began by the older one', async () => {
    const seats = ['NA-1', 'NA-2']
    const election = await counted({ seats })
    const before = bundleOf(election, { seats })
    grow(election, 'late')
    for (const seat of seats) expect(pinNow(election, seat)).toBe('admitted')
    const { source } = growing([before, bundleOf(election, { seats })])
    const judgedAgain = Promise.withResolvers<void>()
    let asked = 0
    const slow: LogSource = {
      ...source,
      checkpoint: async (name) => {
        if (name === 'NA-1' && ++asked === 2) judgedAgain.resolve()
        if (name === 'NA-2') await judgedAgain.promise
        return await source.checkpoint(name)
      },
    }
    const report = await verifyFrom(slow, { trust: election.trust, crossCheck: false })
    expect(report.seats.map(({ status }) => status)).toEqual(['verified', 'verified'])
  })

  it('is read again for a seat that has pinned what came later still', async () => {
    const seats = ['NA-1', 'NA-2']
    const election = await counted({ seats })
    const before = bundleOf(election, { seats })
    grow(election, 'late')
    expect(pinNow(election, 'NA-1')).toBe('admitted')
    const later = bundleOf(election, { seats })
    grow(election, 'later')
    expect(pinNow(election, 'NA-2')).toBe('admitted')
    const { source, readings } = growing([before, later, bundleOf(election, { seats })])
    const report = await verifyFrom(source, { trust: election.trust, crossCheck: false })
    expect(sizesOf(report)).toEqual(seats.map((seat) => [seat, 'verified', election.seat(seat).log.fold.size]))
    expect(readings()).toBe(3)
  })
})

describe('what is not asked for', () => {
  it('is not missed: single seats, or what the source has', async () => {
    const election = await counted({ seats: ['NA-1', 'PP-2'] })
    const files = bundleOf(election)
    expect((await verify(election, files, ['NA-1'])).holds).toBe(true)
    const served = await verifyFrom(bundleSource(files), { trust: election.trust, servedOnly: true })
    expect([served.holds, served.seats.map(({ seat }) => seat)]).toEqual([true, ['NA-1']])
  })

  it('and everything is, by default: seats and intake logs alike', async () => {
    const election = await counted({ seats: ['NA-1', 'PP-2'] })
    const report = await verify(election, bundleOf(election, { intakes: ['hq'] }))
    expect(report.holds).toBe(false)
    expect(report.seats.map(({ seat, status }) => [seat, status])).toEqual([
      ['NA-1', 'verified'],
      ['PP-2', 'not-served'],
    ])
    expect(report.intakes.map(({ log, faults }) => [log, faults.map(({ code }) => code)])).toEqual([
      ['intake-hq', []],
      ['intake-punjab', ['log/not-served']],
    ])
  })

  it('a seat that the register does not declare is a fault', async () => {
    const election = await counted()
    const report = await verify(election, bundleOf(election), ['NA-9'])
    expect([report.holds, seatOf(report).log.faults[0]?.code]).toEqual([false, 'log/not-declared'])
  })

  it('nothing at all does not hold', async () => {
    const election = fixtureElection({ until: 'register', signer })
    const report = await verifyFrom(bundleSource(new Map()), { trust: election.trust })
    expect([report.holds, report.register.faults[0]?.code]).toEqual([false, 'log/not-served'])
  })
})

describe('another trust file', () => {
  const others: Readonly<Record<string, (trust: Trust, stranger: Trust) => Trust>> = {
    'of another election': (_, stranger) => stranger,
    'with another register key': (trust, { registerKey }) => ({ ...trust, registerKey }),
    'with another domain': (trust) => ({ ...trust, domain: 'other.example' }),
    'with another mode': (trust) => ({ ...trust, election: 'pk-fixture/live' }),
    'with other root keys': (trust, { rootKeys }) => ({ ...trust, rootKeys }),
    'with a higher threshold': (trust) => ({ ...trust, threshold: 3 }),
  }
  it.each(Object.keys(others))('%s verifies nothing', async (name) => {
    const election = await counted()
    const stranger = fixtureElection({ seed: 'stranger', until: 'register', signer })
    const trust = (others[name] as (typeof others)[string])(election.trust, stranger.trust)
    const report = await verifyFrom(bundleSource(bundleOf(election)), { trust, seats: ['NA-1'] })
    expect(report.holds).toBe(false)
    expect(report.register.holds).toBe(false)
    expect(seatOf(report).status).toBe('not-judged')
    expect(seatOf(report).form47).toBeUndefined()
  })
})

describe('what a source shows wrongly', () => {
  it('a published Form 47 with other votes', async () => {
    const election = await counted()
    const { form47 } = election.seat('NA-1').log
    const forged = { ...form47, candidates: form47.candidates.map((row) => ({ ...row, votes: (row.votes ?? 0) + 1 })) }
    const files = bundleOf(election).set('NA-1/form47.json', canonicalBytes(forged))
    const report = await verify(election, files, ['NA-1'])
    expect(report.holds).toBe(false)
    expect(seatOf(report)).toMatchObject({
      status: 'published-differs',
      published: { same: false, differing: ['candidates'], hash: formHash(forged) },
      form47: { hash: formHash(form47) },
    })
  })

  it.each([
    ['no JSON', utf8Encode('Form 47')],
    ['no form', utf8Encode('{}')],
    ['a form of a size that the log does not have', utf8Encode('{"log":{"size":100000}}')],
  ])('%s in place of a Form 47', async (_, bytes) => {
    const election = await counted()
    const report = await verify(election, bundleOf(election).set('NA-1/form47.json', bytes), ['NA-1'])
    expect([report.holds, seatOf(report).status]).toEqual([false, 'published-differs'])
  })

  it('the same form in bytes that are not canonical', async () => {
    const election = await counted()
    const pretty = utf8Encode(JSON.stringify(election.seat('NA-1').log.form47, undefined, 1))
    const report = await verify(election, bundleOf(election).set('NA-1/form47.json', pretty), ['NA-1'])
    expect(seatOf(report)).toMatchObject({ status: 'published-differs', published: { differing: [] } })
  })

  it('an election by rules that this software does not have: nothing is judged, and it says so', async () => {
    const election = await counted({ rulesVersion: 2 })
    const report = await verify(election, bundleOf(election), ['NA-1'])
    expect(seatOf(report).log.faults).toMatchObject([{ code: 'rules/unknown-version', index: 0 }])
    expect([report.holds, seatOf(report).status, seatOf(report).form47]).toEqual([false, 'fault', undefined])
  })

  it('fewer entries than the checkpoint covers', async () => {
    const election = await counted()
    const { log } = election.seat('NA-1')
    const files = bundleOf(election)
    files.delete(`NA-1/tile/entries/000.p/${log.fold.size}`)
    const report = await verify(election, files, ['NA-1'])
    expect(seatOf(report).log.faults).toMatchObject([{ code: 'audit/short', index: 0 }])
    expect([report.holds, seatOf(report).status]).toEqual([false, 'fault'])
  })

  it("another log's files under this name", async () => {
    const election = await counted({ seats: ['NA-1', 'PP-2'] })
    const files = bundleOf(election, { seats: ['NA-1', 'PP-2'] })
    const others = [...files].filter(([path]) => path.startsWith('PP-2/'))
    for (const [path, bytes] of others) files.set(path.replace('PP-2', 'NA-1'), bytes)
    const report = await verify(election, files, ['NA-1'])
    expect([report.holds, seatOf(report).status]).toEqual([false, 'fault'])
  })

  it('a checkpoint signed by another key than the register gives the log', async () => {
    const election = await counted()
    const { log } = election.seat('NA-1')
    const files = bundleOf(election).set('NA-1/checkpoint', noteOf(election, log, election.hubSequencer('hq')))
    const report = await verify(election, files, ['NA-1'])
    expect(seatOf(report).log.faults.map(({ code }) => code)).toEqual(['note/wrong-signature'])
  })

  it('a cosignature that was changed: refused, or not counted', async () => {
    const election = await counted()
    const files = bundleOf(election, { cosigned: true })
    const note = files.get('NA-1/checkpoint') as Uint8Array
    const parsed = parseNote(note)
    if (!parsed.ok) expect.fail('a note')
    const [own, cosigned] = parsed.value.signatures
    if (own === undefined || cosigned === undefined) expect.fail('two signatures')
    const broken = { ...cosigned, signature: cosigned.signature.map((byte, at) => (at === 20 ? byte ^ 1 : byte)) }
    const renamed = { ...cosigned, name: `${cosigned.name}x` }
    const check = async (signatures: typeof parsed.value.signatures) => {
      files.set('NA-1/checkpoint', formatNote({ text: parsed.value.text, signatures }))
      const { log } = seatOf(await verify(election, files, ['NA-1']))
      return [log.faults.map(({ code }) => code), log.verdict?.cosignatures.length]
    }
    expect(await check([own, broken])).toEqual([['note/wrong-signature'], 0])
    expect(await check([own, renamed])).toEqual([[], 0])
    expect(await check([own, cosigned])).toEqual([[], 1])
  })

  it('void entries: named with their rule and author, and no figure moves', async () => {
    const election = await counted()
    const { log } = election.seat('NA-1')
    const before = log.form47.candidates
    const stranger = election.seat('NA-1').stranger('nobody', 3)
    log.append(stranger.submit({ votes: [9, 9, 9] }))
    const report = await verify(election, bundleOf(election), ['NA-1'])
    expect([report.holds, seatOf(report).status]).toEqual([false, 'void-entries'])
    expect(seatOf(report).log.voids).toMatchObject([
      { index: log.fold.size - 1, signer: stranger.keyHex, refusal: { code: 'statement/unknown-key' } },
    ])
    expect(log.form47.candidates).toEqual(before)
    expect(seatOf(report).form47?.hash).toBe(formHash(log.form47))
  })

  it('two registers in one run', async () => {
    const election = await counted()
    const before = bundleSource(bundleOf(election))
    const other = await counted({ parameters: { countMax: 77 } })
    pinNow(other, 'NA-1')
    const forked = bundleOf(other)
    const { log } = other.seat('NA-1')
    let read = 0
    const source: LogSource = {
      ...before,
      checkpoint: (name) => (read++ === 0 ? before : bundleSource(forked)).checkpoint(name),
      entries: (name, from, size) => (read <= 1 ? before : bundleSource(forked)).entries(name, from, size),
      hashTile: (name, tile) =>
        (read <= 1 ? before : bundleSource(forked)).hashTile?.(name, tile) ?? Promise.resolve(undefined),
      publishedForm47: () => Promise.resolve(undefined),
    }
    expect(log.fold.fault).toBeUndefined()
    const report = await verifyFrom(source, { trust: election.trust, seats: ['NA-1'] })
    expect(report.holds).toBe(false)
    expect(seatOf(report).status).not.toBe('verified')
  })
})

describe('a form that reached a hub', () => {
  const votes = { votes: [10, 20, 30] } as const

  async function filed(parameters: FixtureOptions['parameters'] = {}) {
    const election = await counted({ parameters })
    const seat = election.seat('NA-1')
    const form = seat.po(3).submit(votes)
    const entry = election.intake('hq').append(form).entry
    const check = async () => seatOf(await verify(election, bundleOf(election, { intakes: ['hq'] }), ['NA-1']))
    return { election, seat, form, entry, check, statement: Buffer.from(hashOf(form)).toString('hex') }
  }

  it('and the log is found there', async () => {
    const { seat, form, check } = await filed()
    seat.log.append(form)
    const { status, crossCheck } = await check()
    expect([status, crossCheck.held, crossCheck.found, crossCheck.intakes]).toEqual(['verified', 1, 1, ['intake-hq']])
  })

  it('is verified once: the log has the very bytes that the hub’s intake log has', async () => {
    const { election, seat, form } = await filed()
    const { key, signature } = { key: seat.po(3).key, signature: form.signature }
    seat.log.append(form)
    const asked = async (crossCheck: boolean) => {
      const triples: Triple[] = []
      const verifier: SignatureVerifier = {
        verify: (batch) => {
          triples.push(...batch)
          return pool.verify(batch)
        },
      }
      const source = bundleSource(bundleOf(election, { intakes: ['hq'] }))
      const { holds } = await verifyElection({
        source,
        trust: election.trust,
        seats: ['NA-1'],
        crossCheck,
        now,
        verifier,
      })
      const ofForm = triples.filter((triple) => equalBytes(triple.signature, signature) && equalBytes(triple.key, key))
      return { holds, ofForm: ofForm.length }
    }
    expect(await asked(true)).toEqual({ holds: true, ofForm: 1 })
    expect(await asked(false)).toEqual({ holds: true, ofForm: 1 })
  })

  it('is verified in the log where its signature there is another than in the hub’s intake log', async () => {
    const { seat, form, check } = await filed()
    seat.log.appendEntry(seat.log.entryOf({ ...form, signature: form.signature.with(3, (form.signature[3] ?? 0) ^ 1) }))
    const { status, log } = await check()
    expect(status).not.toBe('verified')
    expect(log.voids.map(({ refusal }) => refusal.code)).toEqual(['statement/bad-signature'])
  })

  it('and is missing from the log is named with seat, station, statement and time', async () => {
    const { check, statement, entry } = await filed()
    const report = await check()
    expect(report.status).toBe('statements-missing')
    expect(report.crossCheck.missing).toMatchObject([
      { seat: 'NA-1', station: 3, statement, intake: 'intake-hq', index: 1, since: entry.entry.sequencedAt },
    ])
  })

  it('and stands in the log with other bytes is named with what stands there instead', async () => {
    const { seat, check, statement } = await filed()
    const instead = seat.log.append(seat.po(3).submit({ votes: [30, 20, 10] })).entry
    const report = await check()
    expect(report.status).toBe('statements-missing')
    expect(report.crossCheck).toMatchObject({
      missing: [],
      different: [{ seat: 'NA-1', station: 3, statement, entry: instead.entry.index }],
    })
  })

  it('and was refused there by code is answered', async () => {
    const { seat, form, check } = await filed()
    const statementRefused = { hash: hashOf(form), code: 'station/not-in-form-28' }
    seat.must(seat.sequencer.say('NA-1', { body: 'statementRefused', statementRefused }))
    const { status, crossCheck } = await check()
    expect([status, crossCheck.refused, crossCheck.missing]).toEqual(['verified', 1, []])
  })

  it('and is not due yet is named, and nobody is blamed', async () => {
    const { election, entry } = await filed({ withheldAfterMs: 3_600_000 })
    const source = bundleSource(bundleOf(election, { intakes: ['hq'] }))
    const at = async (time: number) =>
      seatOf(await verifyFrom(source, { trust: election.trust, seats: ['NA-1'], now: time }))
    const { sequencedAt } = entry.entry
    const early = await at(sequencedAt + 3_599_999)
    expect([early.status, early.crossCheck.pending.length]).toEqual(['verified', 1])
    expect((await at(sequencedAt + 3_600_000)).status).toBe('statements-missing')
  })

  it('but was signed by nobody of the seat is named, and nobody is blamed', async () => {
    const { election, seat, form, check } = await filed()
    seat.log.append(form)
    election.intake('hq').append(seat.stranger('nobody', 2).submit(votes))
    const { status, crossCheck } = await check()
    expect([status, crossCheck.withoutStanding.length]).toEqual(['verified', 1])
  })

  it('void in the intake log counts for nothing', async () => {
    const { election, seat, form, check } = await filed()
    seat.log.append(form)
    const { statement, signature } = seat.po(2).submit(votes)
    election.intake('hq').append({ statement, signature: signature.map((byte, at) => (at === 3 ? byte ^ 1 : byte)) })
    const { crossCheck } = await check()
    expect(crossCheck.held).toBe(1)
  })

  it('is outstanding while the seat’s log lacks it: an order of HQ', async () => {
    const election = await counted()
    const seat = election.seat('NA-1')
    const order = { order: SeatOrder.WITHHELD, reason: 'an inquiry is under way' }
    const ordered = election.hq.say('NA-1', { body: 'seatOrdered', seatOrdered: order })
    expect(election.intake('hq').append(ordered).verdict.type).toBe('admitted')
    const check = async () => seatOf(await verify(election, bundleOf(election, { intakes: ['hq'] }), ['NA-1']))
    const outstanding = await check()
    expect(outstanding.status).toBe('statements-missing')
    expect(outstanding.crossCheck.missing.map(({ statement }) => statement)).toEqual([
      Buffer.from(hashOf(ordered)).toString('hex'),
    ])
    expect(seat.log.seat.proceedings.status).toBe('counting')
    seat.must(ordered)
    expect((await check()).status).toBe('verified')
    expect(seat.log.seat.proceedings.status).toBe('withheld')
  })

  it('is looked for like every other statement: an agent who was barred is not silenced by the office that barred him', async () => {
    const election = await counted({ watchers: true })
    const seat = election.seat('NA-1')
    const reports = [
      seat.agent(3, 1).barred(Stage.TABULATION),
      seat.agent(2, 2).fileCopy({ votes: [30, 20, 10] }, 2),
      seat.observer().object(Stage.COUNT, 3),
    ]
    for (const report of reports) expect(election.intake('hq').append(report).verdict.type).toBe('admitted')
    const check = async () => seatOf(await verify(election, bundleOf(election, { intakes: ['hq'] }), ['NA-1']))
    const withheld = await check()
    expect(withheld.status).toBe('statements-missing')
    expect(withheld.crossCheck.missing.map(({ statement }) => statement)).toEqual(
      reports.map((report) => Buffer.from(hashOf(report)).toString('hex')),
    )
    for (const report of reports) seat.must(report)
    expect((await check()).status).toBe('verified')
  })

  it('is looked for only where that is asked for', async () => {
    const { election } = await filed()
    const source = bundleSource(bundleOf(election, { intakes: ['hq'] }))
    const report = await verifyFrom(source, { trust: election.trust, seats: ['NA-1'], crossCheck: false })
    expect([report.holds, report.intakes, seatOf(report).crossCheck.held]).toEqual([true, [], 0])
  })
})

it('a bundle whose entries do not end where they should is named by its tile', async () => {
  const election = await counted()
  const { log } = election.seat('NA-1')
  const files = bundleOf(election)
  const bytes = encodeBundle(log.entries.slice(0, -1).map((entry) => entry.bytes))
  files.set(`NA-1/tile/entries/000.p/${log.fold.size}`, bytes)
  expect(seatOf(await verify(election, files, ['NA-1'])).log.faults[0]).toMatchObject({
    code: 'tile/wrong-count',
    index: 0,
  })
})

/** Two of three stations counted, and a partial Form 47 issued. */
async function counted(options: FixtureOptions = {}): Promise<FixtureElection> {
  const election = fixtureElection({ signer, ...options })
  for (const name of options.seats ?? ['NA-1']) {
    const { log, ro, po } = lawOf(election, name)
    for (const station of [1, 2]) {
      const form = po(station).submit({ votes: options.columns ? [10 * station, 20] : [10 * station, 20, 30] })
      log.append(form)
      log.append(ro.accept(form, station))
    }
    log.append(ro.issueForm47(log))
  }
  return election
}

function lawOf(election: FixtureElection, name: string) {
  const seat = election.seat(name)
  return { log: seat.log, ro: seat.ro, po: (station: number) => seat.po(station) }
}

function pinNow(election: FixtureElection, name: string) {
  const seat = election.seat(name)
  return seat.log.append(seat.pinned()).verdict.type
}

function grow(election: FixtureElection, name: string): void {
  election.must(election.enrol(election.actor(name), { seat: '', office: name, role: 3 }))
}

/** Has all that the bundles have; its register is at one reading after another what it is in each. */
function growing(bundles: readonly Bundle[]) {
  const grown = bundleSource(new Map(bundles.flatMap((files) => [...files])))
  const readings = bundles.map(bundleSource)
  let read = 0
  const checkpoint: LogSource['checkpoint'] = async (name) =>
    await (name === 'register' ? (readings[read++] ?? grown) : grown).checkpoint(name)
  return { source: { ...grown, checkpoint }, readings: () => read }
}

function sizesOf({ seats }: ElectionReport) {
  return seats.map(({ seat, status, log }) => [seat, status, log.verdict?.size])
}

async function verify(election: FixtureElection, files: Bundle, seats?: readonly string[]): Promise<ElectionReport> {
  return await verifyFrom(bundleSource(files), { trust: election.trust, ...(seats && { seats }) })
}

async function verifyFrom(
  source: LogSource,
  input: Omit<VerifyInput, 'source' | 'verifier' | 'now'> & { now?: number },
) {
  return await verifyElection({ now, ...input, source, verifier: pool })
}

function seatOf({ seats }: ElectionReport): SeatReport {
  return seats[0] ?? expect.fail('no seat')
}
