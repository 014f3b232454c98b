import { type FigureRefInput, Form45Figure, type Form45Input, StationType, type StationInput } from '@khata/proto'
import { describe, expect, it } from 'vitest'
import { fromHex } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import type { SignedBytes } from '../event/statement.ts'
import { fixtureElection, type FixtureSeat, form45Of, markingSigner, openedOf, type Po } from '../fixture/index.ts'
import { form45In } from '../event/statement.ts'
import { textsOf } from './check-texts.ts'
import { figuresOfFinding } from './checks.ts'
import { type FindingCode, findingSeverity } from './finding.ts'

const votes = [10, 20, 30]
const good = { votes, excluded: 4 }
/** Totals of the good form. */
const polled = 64

/** For each finding a night on which it is made; a new code without one does not compile. */
const nights: Readonly<Record<FindingCode, () => Night>> = {
  'form-45/candidate-total-mismatch': () => counted({ counts: [{ ...row(0), valid: 9 }, row(1), row(2)] }),
  'form-45/sum-mismatch': () => counted({ validTotal: 61, excludedTotal: 3 }),
  'form-45/polled-mismatch': () => counted({ polledTotal: 65 }),
  'form-45/voters-mismatch': () => counted({ votersMale: 1 }),
  'form-45/excluded-grounds-mismatch': () => counted({ excludedByGround: [{ ground: 2, count: 5 }] }),
  'form-45/candidate-missing': () => counted({ counts: [row(0), row(1)], validTotal: 30 }),
  'form-45/over-registered': () => counted({}, { registeredTotal: polled - 1 }),
  'form-45/men-at-female-station': () => counted({}, { type: StationType.FEMALE }),
  'form-45/women-at-male-station': () => counted({}, { type: StationType.MALE }),
  'form-45/voters-not-polled': () => counted({ votersTotal: 66, votersMale: 34 }),
  'form-45/registered-differs': () => counted({ registeredTotal: 999 }),
  'form-46/taken-mismatch': () => counted({ ballots: { takenFromBox: 63 } }),
  'form-46/received-mismatch': () =>
    counted({ ballots: { received: 100, unissued: 0, takenFromBox: polled, spoilt: 0, cancelled: 0 } }),
  'form-45/clock-far-off': () => clockOff(3_600_001),
  'form-45/counted-before-close': () => counted({ countedAt: 1 }),
  'form-46/tendered-mismatch': () => counted({ counts: [{ ...row(0), valid: 9, tendered: 1 }, row(1), row(2)] }),
  'form-46/challenged-mismatch': () => counted({ counts: [{ ...row(0), valid: 9, challenged: 1 }, row(1), row(2)] }),
  'form-45/row-over-registered': () => counted({}, { registeredTotal: votes[2]! - 1 }),
  'form-45/ground-unspecified': () =>
    counted({
      excludedByGround: [
        { ground: 0, count: 1 },
        { ground: 1, count: 3 },
      ],
    }),
  'form-45/turnout-above': () => counted({}, { registeredTotal: polled + 3 }),
  'form-45/turnout-all': () => counted({}, { registeredTotal: polled }),
  'form-45/recount-changed': () =>
    counted({ recount: { askedBy: 'agent', before: [row(0), { column: 2, total: 31 }] } }),
  'form-45/no-time': () => counted({ countedAt: null }),
  'form-45/assistant-not-signed': () => counted({ signatories: [{ role: 1, signed: false, absenceReason: '' }] }),
  'form-45/agent-not-signed': () =>
    withAgents([
      { role: 2, candidate: 1, signed: true, absenceReason: '' },
      { role: 2, candidate: 3, signed: false, absenceReason: 'left early' },
    ]),
  'form-45/not-posted': () => counted({ postedOutside: false }),
  'form-45/no-image': () => counted({ image: { sha256: new Uint8Array(0), size: 9, mediaType: 'image/jpeg' } }),
  'form-45/captured-elsewhere': () => counted({ capture: { positionCommitment: new Uint8Array(0), position: 2 } }),
  'form-45/key-of-another-station': () =>
    night((seat) => {
      seat.must(seat.po(2).submit(good, 1))
    }),
  'form-45/second-form': () => twice((po) => po.submit({ votes: [11, 20, 30] })),
  'form-45/repeated': () => twice((po) => po.submit({ ...good, fields: { postedOutside: true } })),
  'form-45/correction-not-asked': () => twice((po, first) => po.correct(first, good)),
  'form-45/lock-breach': () =>
    night((seat) => {
      const first = seat.must(seat.po(1).submit(good))
      seat.must(seat.po(1).lock(first))
      seat.must(seat.po(1).submit({ votes: [11, 20, 30] }))
    }),
  'form-45/paper-differs': () =>
    night((seat) => {
      const paper = seat.must(seat.ro.certifyPaper(1, [seat.aro]))
      seat.must(seat.operator(1).read(paper, good, 1))
      seat.must(seat.po(1).submit({ votes: [11, 20, 30] }))
    }),
  'form-45/other-poll': () => night((seat) => seat.must(seat.po(1).submit({ ...good, fields: { poll: 2 } }))),
  'form-45/correction-beyond-request': () => corrected([{ figure: Form45Figure.EXCLUDED_TOTAL }]),
  'form-45/votes-changed': () => corrected([]),
  'form-45/assistant-without-reason': () => night((seat) => seat.must(seat.sapo(1).submit(good))),
  'form-45/signed-by-assistant': () =>
    night((seat) => seat.must(seat.sapo(1).submit({ ...good, fields: { assistantReason: 'taken ill' } }))),
  'statement/equivocation': () =>
    night((seat) => {
      seat.must(seat.po(1).submit(good, 3))
      const otherwise = { sequence: 1, previous: new Uint8Array(32) }
      seat.must(seat.po(1).sayOtherwise('NA-1', submittedBody(), otherwise))
    }),
  'statement/chain-gap': () =>
    night((seat) => seat.must(seat.po(1).sayOtherwise('NA-1', submittedBody(), { sequence: 5 }))),
}

const codes = Object.keys(findingSeverity) as FindingCode[]
const kept: ReadonlySet<FindingCode> = new Set([
  'form-45/key-of-another-station',
  'form-45/second-form',
  'form-45/repeated',
  'form-45/correction-not-asked',
  'form-45/lock-breach',
  'form-45/paper-differs',
  'form-45/other-poll',
])

describe('a signed form is recorded whatever its figures, with the finding', () => {
  it.each(codes)('%s', (code) => {
    const { seat } = nights[code]()
    const record = seat.log.seat.stations.get(1)!
    if (kept.has(code)) {
      expect(record.others.map(({ why }) => why)).toEqual([code])
      return
    }
    expect(record.current?.findings.map((finding) => [finding.code, finding.severity])).toContainEqual([
      code,
      findingSeverity[code],
    ])
    expect(record.current?.notCheckable).not.toContain(code)
    expect(seat.log.fold.voids).toEqual([])
  })

  it.each(codes.filter((code) => findingSeverity[code] === 'error' && !kept.has(code)))(
    'and does not count it while it stands: %s',
    (code) => {
      const { seat } = nights[code]()
      const form = seat.log.seat.stations.get(1)!.current!
      expect(seat.log.admit(seat.ro.say('NA-1', acceptedAs(form.hash)))?.code).toBe('form-45/has-errors')
    },
  )

  it.each(codes.filter((code) => findingSeverity[code] === 'warning' && !kept.has(code)))(
    'and counts it all the same: %s',
    (code) => {
      const { seat } = nights[code]()
      const form = seat.log.seat.stations.get(1)!.current!
      seat.must(seat.ro.say('NA-1', acceptedAs(form.hash)))
      expect(seat.log.form47.stations.accepted).toBe(1)
      expect(seat.log.form47.findings.map((finding) => finding.code)).toContain(code)
    },
  )

  it('and a form without fault has none', () => {
    const { seat } = counted({})
    expect(seat.log.seat.stations.get(1)?.current?.findings).toEqual([])
    expect(seat.log.seat.stations.get(1)?.current?.notCheckable).toEqual([])
  })
})

/** The figure without which a check cannot be made. */
interface Unknown {
  readonly code: FindingCode
  readonly fields: Partial<Form45Input>
  readonly station?: Partial<StationInput>
}

const unknown: readonly Unknown[] = [
  { code: 'form-45/candidate-total-mismatch', fields: { counts: [{ column: 0, total: 10 }, row(1), row(2)] } },
  { code: 'form-45/sum-mismatch', fields: { validTotal: null } },
  { code: 'form-45/sum-mismatch', fields: { counts: [{ column: 0 }, row(1), row(2)] } },
  { code: 'form-45/polled-mismatch', fields: { excludedTotal: null } },
  { code: 'form-45/voters-mismatch', fields: { votersFemale: null } },
  { code: 'form-45/excluded-grounds-mismatch', fields: { excludedByGround: [] } },
  { code: 'form-45/over-registered', fields: {}, station: { registeredTotal: null, registeredMale: null } },
  { code: 'form-45/over-registered', fields: { polledTotal: null } },
  { code: 'form-45/men-at-female-station', fields: { votersMale: null }, station: { type: StationType.FEMALE } },
  { code: 'form-45/men-at-female-station', fields: {}, station: { type: StationType.UNSPECIFIED } },
  { code: 'form-45/women-at-male-station', fields: { votersFemale: null }, station: { type: StationType.MALE } },
  { code: 'form-45/women-at-male-station', fields: {}, station: { type: StationType.UNSPECIFIED } },
  { code: 'form-45/voters-not-polled', fields: { votersTotal: null } },
  { code: 'form-45/registered-differs', fields: { registeredTotal: null } },
  { code: 'form-46/taken-mismatch', fields: { ballots: null } },
  { code: 'form-46/taken-mismatch', fields: { ballots: { received: 100 } } },
  { code: 'form-46/received-mismatch', fields: { ballots: { received: 100, takenFromBox: polled } } },
  { code: 'form-45/counted-before-close', fields: { countedAt: null } },
  { code: 'form-45/row-over-registered', fields: {}, station: { registeredTotal: null, registeredMale: null } },
  { code: 'form-45/row-over-registered', fields: { counts: [row(0), row(1), { column: 2 }] } },
  { code: 'form-45/ground-unspecified', fields: { excludedByGround: [] } },
  { code: 'form-45/turnout-above', fields: { polledTotal: null } },
  { code: 'form-45/turnout-above', fields: {}, station: { registeredTotal: null, registeredMale: null } },
  { code: 'form-45/turnout-all', fields: { polledTotal: null } },
  { code: 'form-45/turnout-all', fields: {}, station: { registeredTotal: null, registeredMale: null } },
  { code: 'form-46/tendered-mismatch', fields: { ballots: null } },
  { code: 'form-46/tendered-mismatch', fields: { counts: [{ column: 0, total: 10 }, row(1), row(2)] } },
  { code: 'form-46/challenged-mismatch', fields: { ballots: null } },
  { code: 'form-46/challenged-mismatch', fields: { counts: [{ column: 0, total: 10 }, row(1), row(2)] } },
  { code: 'form-45/not-posted', fields: { postedOutside: null } },
  { code: 'form-45/captured-elsewhere', fields: { capture: null } },
  { code: 'form-45/captured-elsewhere', fields: { capture: { positionCommitment: new Uint8Array(0), position: 3 } } },
  { code: 'form-45/recount-changed', fields: { recount: { askedBy: 'agent', before: [] } } },
]

describe('a check without its figures answers that it cannot be made, not that it holds or fails', () => {
  it.each(unknown)('$code', ({ code, fields, station }) => {
    const { seat } = counted(fields, station)
    const form = seat.log.seat.stations.get(1)!.current!
    expect(form.notCheckable).toContain(code)
    expect(form.findings.map((finding) => finding.code)).not.toContain(code)
    expect(seat.log.form47.notCheckable[code]).toBe(1)
  })

  it('form-45/clock-far-off, where the register sets no limit', () => {
    const { seat } = night(
      (here) => here.must(here.po(1).submit(good)),
      {},
      { clockSkewMsMax: null, pollClosedAt: null, turnoutPerMilleMax: null },
    )
    const { notCheckable } = seat.log.seat.stations.get(1)!.current!
    expect(notCheckable).toEqual(['form-45/turnout-above', 'form-45/counted-before-close', 'form-45/clock-far-off'])
  })

  it.each(['form-45/no-time', 'form-45/assistant-not-signed', 'form-45/agent-not-signed', 'form-45/no-image'] as const)(
    '%s, where nothing but figures is known: of a reconstruction, and of what was read from a paper',
    (code) => {
      const bare = { countedAt: null, signatories: [], image: null, postedOutside: null, capture: null }
      const replay = fixtureElection({ mode: 'replay', signer: markingSigner() }).seat('NA-1')
      replay.must(replay.po(1).submit({ ...good, fields: bare }))
      const { seat: paper } = night((here) => {
        const certified = here.must(here.ro.certifyPaper(1, [here.aro]))
        here.must(here.operator(1).read(certified, { ...good, fields: bare }, 1))
      })
      for (const { log } of [replay, paper]) {
        const { findings, notCheckable } = log.seat.stations.get(1)!.current!
        expect(notCheckable).toContain(code)
        expect(findings).toEqual([])
      }
    },
  )

  it('form-45/candidate-missing, where a source may lack candidates', () => {
    const election = fixtureElection({
      mode: 'replay',
      columns: [{ label: 'A', serial: 1 }, { label: 'B' }],
      signer: markingSigner(),
    })
    const seat = election.seat('NA-1')
    seat.must(seat.po(1).submit({ votes: [5], fields: { validTotal: 60, polledTotal: 60 } }))
    seat.must(seat.po(2).submit({ votes: [70], fields: { validTotal: 60, polledTotal: 60 } }))
    const [first, second] = [1, 2].map((station) => seat.log.seat.stations.get(station)!.current!)
    expect(first?.notCheckable).toEqual(expect.arrayContaining(['form-45/candidate-missing', 'form-45/sum-mismatch']))
    expect(second?.findings.map(({ code }) => code)).toContain('form-45/sum-mismatch')
  })
})

describe('two counts of the same thing', () => {
  const papers = { received: 1_000, unissued: 900, takenFromBox: polled, spoilt: 0, cancelled: 0 }
  it.each([
    ['exactly, where the register says nothing', {}, 0],
    ['within a number', { votes: 3 }, 3],
    ['within a share of the larger, rounded down', { perMille: 50 }, 3],
    ['within either bound', { votes: 1, perMille: 50 }, 3],
  ])('are equal %s', (_, tolerance, most) => {
    for (const apart of [0, 1, most, most + 1]) {
      const voters = { votersTotal: polled + apart, votersMale: 30, votersFemale: 34 + apart }
      const fields = { ...voters, ballots: { ...papers, received: polled + apart, unissued: 0 } }
      const parameters = { votersPolled: tolerance, ballotsReceived: tolerance }
      const { seat } = night((here) => here.must(here.po(1).submit({ ...good, fields })), {}, parameters)
      const found = seat.log.seat.stations.get(1)!.current!.findings.map(({ code }) => code)
      const expected = apart > most
      expect(found.includes('form-45/voters-not-polled')).toBe(expected)
      expect(found.includes('form-46/received-mismatch')).toBe(expected)
    }
  })
})

describe('the figures of a finding', () => {
  const findingOf = (code: FindingCode) => {
    const { seat } = nights[code]()
    return seat.log.seat.stations.get(1)!.current!.findings.find((one) => one.code === code)!
  }

  it('are those that a correction unlocks: of the row that it names, or of every row', () => {
    const rowOnly = figuresOfFinding(findingOf('form-45/candidate-total-mismatch'), 3)
    expect(rowOnly).toEqual([1, 2, 3, 4].map((figure) => ({ figure, row: 0 })))
    const everyRow = figuresOfFinding(findingOf('form-45/sum-mismatch'), 3)
    expect(everyRow).toHaveLength(3 * 4 + 1)
    expect(everyRow.at(-1)).toEqual({ figure: Form45Figure.VALID_TOTAL, row: null })
    const byGround = figuresOfFinding(findingOf('form-45/excluded-grounds-mismatch'), 3)
    expect(byGround.map((one) => one.row)).toEqual([0, 1, 2, 3, 4, null])
    expect(figuresOfFinding(findingOf('form-45/no-image'), 3)).toEqual([])
  })

  it('are named by every check of weight error: what cannot be accepted can be asked for', () => {
    const errors = codes.filter((code) => findingSeverity[code] === 'error' && !kept.has(code))
    const without = errors.filter((code) => figuresOfFinding({ code, figures: {} }, 3).length === 0)
    expect(without).toEqual(['form-45/correction-beyond-request', 'form-45/assistant-without-reason'])
  })

  it('are enough to mend it: a correction that keeps to them is not beyond the request', () => {
    for (const code of ['form-45/sum-mismatch', 'form-45/polled-mismatch', 'form-46/taken-mismatch'] as const) {
      const { seat } = nights[code]()
      const form = seat.log.seat.stations.get(1)!.current!
      const figures = figuresOfFinding(form.findings.find((one) => one.code === code)!, 3)
      const correctionRequested = { station: 1, form: fromHex(form.hash)!, codes: [code], note: '', figures }
      seat.must(seat.ro.say('NA-1', { body: 'correctionRequested', correctionRequested }))
      const carrier = form45In([...seat.log.saidOf(1).values()][0]!.statement)!
      const fields = { ...carrier, ...mendedFields[code] }
      const supersedes = { supersedes: fromHex(form.hash)!, form: fields, note: '' }
      seat.must(seat.po(1).say('NA-1', { body: 'form45Corrected', form45Corrected: supersedes }))
      const found = seat.log.seat.stations.get(1)!.current!.findings.map((one) => one.code)
      expect(found).not.toContain('form-45/correction-beyond-request')
      expect(found).not.toContain(code)
    }
  })
})

describe('every finding', () => {
  it.each(codes)('%s has a title, a formula and what comes next in English and in Urdu', (code) => {
    const { en, ur } = textsOf(code)
    for (const text of Object.values(en)) expect(text).toMatch(/[A-Za-z]/u)
    for (const text of [ur.title, ur.next]) expect(text).toMatch(/\p{Script=Arabic}/u)
    expect([ur.title, ur.next, ur.formula].join('')).toBe([ur.title, ur.next, ur.formula].join('').normalize('NFC'))
  })

  it.each(codes.filter((code) => !kept.has(code)))('%s names its figures in both formulas', (code) => {
    const { seat } = nights[code]()
    const found = seat.log.seat.stations.get(1)!.current!.findings.find((one) => one.code === code)!
    const { en, ur } = textsOf(code)
    for (const name of Object.keys(found.figures)) {
      expect(en.formula).toContain(name)
      expect(ur.formula).toContain(name)
    }
  })
})

describe('a device chain', () => {
  it.each<[string, object, readonly string[]]>([
    ['that begins', {}, []],
    ['that begins by naming something before it', { previous: new Uint8Array(32).fill(1) }, ['statement/chain-gap']],
    ['that begins in the middle', { sequence: 2 }, ['statement/chain-gap']],
  ])('%s', (_name, otherwise, expected) => {
    const { seat } = night((here) => here.must(here.po(1).sayOtherwise('NA-1', submittedBody(), otherwise)))
    expect(seat.log.seat.stations.get(1)?.current?.findings.map(({ code }) => code)).toEqual(expected)
  })
})

describe('a row without its votes', () => {
  it('is a missing candidate: the returning officer cannot accept what nobody wrote', () => {
    const { seat } = counted({ counts: [row(0), row(1), { column: 2 }] })
    expect(seat.log.seat.stations.get(1)?.current?.findings).toContainEqual({
      code: 'form-45/candidate-missing',
      severity: 'error',
      figures: { candidates: 3, onForm: 2 },
    })
  })
})

const mendedFields = {
  'form-45/sum-mismatch': { validTotal: 60 },
  'form-45/polled-mismatch': { polledTotal: polled },
  'form-46/taken-mismatch': { ballots: { takenFromBox: polled } },
} as const

/** Agents of all three candidates are enrolled; these sign. */
function withAgents(signatories: NonNullable<Form45Input['signatories']>): Night {
  const seat = fixtureElection({ signer: markingSigner(), watchers: true }).seat('NA-1')
  seat.must(seat.po(1).submit({ ...good, fields: { signatories } }))
  return { seat }
}

interface Night {
  readonly seat: FixtureSeat
}

function row(column: number) {
  const total = votes[column]!
  return { column, valid: total, tendered: 0, challenged: 0, total }
}

function submittedBody(station = 1) {
  return { body: 'form45Submitted', form45Submitted: { form: form45Of(station, good) } } as const
}

function night(play: (seat: FixtureSeat) => unknown, station: Partial<StationInput> = {}, parameters = {}): Night {
  const election = fixtureElection({ signer: markingSigner(), parameters, station, operators: 2 })
  const seat = election.seat('NA-1')
  play(seat)
  return { seat }
}

/** The good form of station 1 with fields of the form or of Form 28 changed. */
function counted(fields: Partial<Form45Input>, station: Partial<StationInput> = {}): Night {
  return night((seat) => seat.must(seat.po(1).submit({ ...good, fields })), station)
}

function twice(second: (po: Po, first: SignedBytes) => SignedBytes): Night {
  return night((seat) => seat.must(second(seat.po(1), seat.must(seat.po(1).submit(good)))))
}

/** Asked for these figures, the officer sends other votes. */
function corrected(figures: readonly FigureRefInput[]): Night {
  return night((seat) => {
    const first = seat.must(seat.po(1).submit(good))
    seat.must(seat.ro.ask(first, 1, figures))
    seat.must(seat.po(1).correct(first, { votes: [11, 20, 30], excluded: 4 }))
  })
}

function clockOff(apartMs: number): Night {
  return night((seat) => {
    const signed = seat.po(1).submit(good)
    expect(seat.log.submit(signed, openedOf(signed).statement.saidAt + apartMs)).toBeUndefined()
  })
}

function acceptedAs(hash: string) {
  const form = fromHex(hash)
  invariant(form !== undefined, 'a hash is hex')
  return { body: 'form45Accepted', form45Accepted: { station: 1, form } } as const
}
