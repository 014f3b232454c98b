import { Role, StationChange } from '@khata/proto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type FixtureElection,
  fixtureElection,
  type FixtureOptions,
  type FixtureSeat,
  hashOf,
  judged,
  markingSigner,
  registeredVoters,
  stationOf,
} from '../fixture/index.ts'
import { toHex } from '../base/bytes.ts'
import { openStations } from './provisional.ts'

const { UNSPECIFIED, ADDED, MOVED, CORRECTED } = StationChange

describe('a station amended after the freeze', () => {
  it.each([
    ['a new number added', ADDED, stationOf(9), undefined],
    ['a listed number added', ADDED, stationOf(2), 'list/bad-row'],
    ['a listed number moved', MOVED, stationOf(2), undefined],
    ['a new number moved', MOVED, stationOf(9), 'station/not-in-form-28'],
    ['a listed number corrected', CORRECTED, stationOf(2), undefined],
    ['a new number corrected', CORRECTED, stationOf(9), 'station/not-in-form-28'],
    ['no kind of change', UNSPECIFIED, stationOf(2), 'statement/bad-shape'],
    ['no name', CORRECTED, { ...stationOf(2), name: '' }, 'list/bad-row'],
    ['number 0', ADDED, { ...stationOf(9), number: 0 }, 'list/bad-row'],
    ['a row that stands for no station', ADDED, { ...stationOf(9), synthetic: 'a seat' }, 'list/only-in-replay'],
  ])('%s', (_, change, station, code) => {
    const { seat } = world()
    expect(seat.log.submit(seat.ro.amend(change, station))?.code).toBe(code)
    expect(seat.log.seat.exceptions.size).toBe(code === undefined ? 1 : 0)
  })

  it('needs a station and a reason, and the freeze', () => {
    const { seat } = world()
    const noStation = { change: ADDED, station: null, reason: 'new' }
    const signed = seat.ro.say('NA-1', { body: 'stationAmended', stationAmended: noStation })
    expect(seat.log.admit(signed)?.code).toBe('statement/bad-shape')
    expect(seat.log.admit(seat.ro.amend(ADDED, stationOf(9), ''))?.code).toBe('act/needs-reason')
    const before = world({ until: 'listed' }).seat
    expect(before.log.admit(before.ro.amend(ADDED, stationOf(9)))?.code).toBe('list/not-frozen')
  })

  it('is awaited with the others once added, and its form counts', () => {
    const { seat } = world()
    seat.must(seat.ro.amend(ADDED, stationOf(9)))
    expect(seat.log.form47.stations).toMatchObject({ listed: 4, awaited: 4, registeredVoters: 4 * registeredVoters })
    countNew(seat, 9)
    expect(seat.log.form47.totals.valid.votes).toBe(6)
  })

  it('goes by its number in lists over stations, whenever it was added', () => {
    const { seat } = world({ parameters: { readingsCompleteMin: 2 } })
    for (const number of [9, 4]) seat.must(seat.ro.amend(ADDED, stationOf(number)))
    expect(openStations(seat.log.seat)).toEqual([1, 2, 3, 4, 9])
    for (const number of [9, 4]) countNew(seat, number)
    const { counted, readings } = seat.log.form47
    expect(counted.map(({ station }) => station)).toEqual([4, 9])
    expect(readings.pending).toEqual([4, 9])
  })

  it('has the agents who were enrolled for it before it was listed', () => {
    const { seat } = world({ until: 'listed' })
    const post = { office: 'agent/9/1', role: Role.POLLING_AGENT, station: 9, candidate: 1 }
    seat.must(seat.ro.enrol(seat.agent(9, 1), post))
    seat.freeze()
    seat.must(seat.ro.amend(ADDED, stationOf(9)))
    countNew(seat, 9)
    expect(seat.log.form47.findings).toMatchObject([{ station: 9, code: 'form-45/agent-not-signed' }])
  })

  it('takes the place of its row, whatever the state of its form, and checks no form again', () => {
    const { seat } = world()
    seat.must(seat.ro.accept(seat.must(seat.po(2).submit({ votes: [900, 0, 0] })), 2))
    const smaller = { ...stationOf(2), registeredTotal: 500, registeredMale: 250, registeredFemale: 250 }
    seat.must(seat.ro.amend(CORRECTED, smaller))
    expect(seat.log.form47).toMatchObject({
      stations: { listed: 3, accepted: 1, registeredVoters: 2 * registeredVoters + 500 },
      findings: [],
    })
  })
})

describe('a candidate retired after Form 33', () => {
  it('keeps the column, and does not lead', () => {
    const { seat } = world()
    seat.must(seat.ro.accept(seat.must(seat.po(1).submit({ votes: [50, 90, 40] })), 1))
    expect(seat.log.form47.leading).toMatchObject({ column: 1, marginOverNext: 40 })
    seat.must(seat.ro.retire(2))
    const form = seat.log.form47
    expect(form.candidates.map(({ serial, votes, retired }) => [serial, votes, retired])).toEqual([
      [1, 50, undefined],
      [2, 90, true],
      [3, 40, undefined],
    ])
    expect(form.leading).toMatchObject({ column: 0, marginOverNext: 10 })
  })

  it('is of Form 33, retires once, with a reason, after the freeze', () => {
    const { seat } = world()
    expect(seat.log.admit(seat.ro.retire(9))?.code).toBe('candidate/not-in-form-33')
    expect(seat.log.admit(seat.ro.retire(2, ''))?.code).toBe('act/needs-reason')
    seat.must(seat.ro.retire(2))
    expect(seat.log.admit(seat.ro.retire(2))?.code).toBe('candidate/already-retired')
    const before = world({ until: 'listed' }).seat
    expect(before.log.admit(before.ro.retire(2))?.code).toBe('list/not-frozen')
  })
})

describe('an exception', () => {
  const judgements = ['open', 'ratified', 'refused'] as const
  const acts = ['ratify', 'refuse'] as const
  const becomes = { ratify: 'ratified', refuse: 'refused' } as const

  it.each(judgements.flatMap((before) => acts.map((act) => [before, act] as const)))(
    '%s, and asked to %s: the other judgement may follow, the same one not',
    (before, act) => {
      const { seat, election } = world()
      const retired = seat.must(seat.ro.retire(3))
      if (before !== 'open') seat.must(election.hq.say('NA-1', judged(retired, before === 'ratified')))
      const index = seat.log.fold.size
      const refusal = seat.log.submit(election.hq.say('NA-1', judged(retired, act === 'ratify')))
      expect(refusal?.code).toBe(before === becomes[act] ? 'exception/already-judged' : undefined)
      const [shown] = seat.log.form47.exceptions
      expect(shown?.judgement).toBe(becomes[act])
      if (refusal === undefined) expect(shown?.judgedIn).toBe(index)
    },
  )

  it('is judged with a reason, by its statement', () => {
    const { seat, election } = world()
    const retired = seat.must(seat.ro.retire(3))
    expect(seat.log.admit(election.hq.say('NA-1', judged(retired, true, '')))?.code).toBe('act/needs-reason')
    const other = seat.must(seat.po(1).submit({ votes: [1, 2, 3] }))
    expect(seat.log.admit(election.hq.say('NA-1', judged(other, true)))?.code).toBe('exception/unknown')
  })

  it('that is a key may be refused, and what was said stays said', () => {
    const { seat, election } = world()
    const substitute = seat.stranger('substitute', 1)
    const office = { office: 'po/1/2', role: Role.PRESIDING_OFFICER, station: 1 }
    const enrolled = seat.must(seat.ro.enrol(substitute, office, { reason: 'ill', secondOfficers: [seat.aro] }))
    const entry = seat.log.fold.size - 1
    seat.must(seat.ro.accept(seat.must(substitute.submit({ votes: [1, 2, 3] })), 1))
    seat.must(election.hq.say('NA-1', judged(enrolled, false)))
    expect(seat.log.form47.exceptions).toEqual([
      {
        kind: 'key-enrolled',
        of: 'po/1/2',
        entry,
        statement: toHex(hashOf(enrolled)),
        judgement: 'refused',
        judgedIn: seat.log.fold.size - 1,
      },
    ])
    expect(seat.log.form47.stations.accepted).toBe(1)
  })

  it('is listed once each, oldest first, over any sequence of changes', () => {
    const change = fc.oneof(
      fc.record({ kind: fc.constantFrom('added', 'moved', 'corrected'), of: fc.integer({ min: 1, max: 6 }) }),
      fc.record({ kind: fc.constant('retired'), of: fc.integer({ min: 1, max: 4 }) }),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const { seat } = world()
        const stations = new Set([1, 2, 3])
        const standing = new Set([1, 2, 3])
        const expected: unknown[] = []
        for (const { kind, of } of changes) {
          const allowed = kind === 'retired' ? standing.has(of) : (kind === 'added') !== stations.has(of)
          const index = seat.log.fold.size
          expect(seat.log.submit(said(seat, kind, of)) === undefined).toBe(allowed)
          if (!allowed) continue
          if (kind === 'retired') standing.delete(of)
          else stations.add(of)
          expected.push([`${kind === 'retired' ? 'candidate' : 'station'}-${kind}`, of, index])
        }
        const { exceptions, stations: counts } = seat.log.form47
        expect(exceptions.map(({ kind, of, entry }) => [kind, of, entry])).toEqual(expected)
        expect(counts.listed).toBe(stations.size)
      }),
      { numRuns: 30 },
    )
  })
})

/** The form of a station that was added, by an officer enrolled for it, counted. */
function countNew(seat: FixtureSeat, station: number): void {
  const office = { office: `po/${station}`, role: Role.PRESIDING_OFFICER, station }
  seat.must(seat.ro.enrol(seat.po(station), office, { reason: 'a new station', secondOfficers: [seat.aro] }))
  seat.must(seat.ro.accept(seat.must(seat.po(station).submit({ votes: [1, 2, 3] })), station))
}

function said(seat: FixtureSeat, kind: string, of: number) {
  if (kind === 'retired') return seat.ro.retire(of)
  return seat.ro.amend(kind === 'added' ? ADDED : kind === 'moved' ? MOVED : CORRECTED, stationOf(of))
}

function world(options: FixtureOptions = {}): { readonly election: FixtureElection; readonly seat: FixtureSeat } {
  const election = fixtureElection({ signer: markingSigner(), ...options })
  return { election, seat: election.seat('NA-1') }
}
