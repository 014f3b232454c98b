import { type FigureRefInput, Form45Figure, type Form45Input, StationType, type StationInput } from '@khata/proto'
import { describe, expect, it } from 'vitest'
import { fromHex } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import type { SignedBytes } from '../event/statement.ts'
import { fixtureElection, type FixtureSeat, form45Of, markingSigner, openedOf, type Po } from '../fixture/index.ts'
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
      { clockSkewMsMax: null, pollClosedAt: null },
    )
    const { notCheckable } = seat.log.seat.stations.get(1)!.current!
    expect(notCheckable).toEqual(['form-45/clock-far-off', 'form-45/counted-before-close'])
  })

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
