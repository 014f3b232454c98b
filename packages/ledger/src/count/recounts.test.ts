import { RecountGround, type RuleParametersInput, StationOrder } from '@khata/proto'
import { describe, expect, it } from 'vitest'
import { begin, bodies, conclude, countAll, fixtureElection, markingSigner } from '../fixture/index.ts'
import { proceedingsOf } from '../form/proceedings.ts'
import { ruledSeat } from '../audit/admission.ts'

const { MARGIN, EXCLUDED, OTHER } = RecountGround

/** Two stations with 100 votes polled: 50 to 40, and as many excluded as lie between the two. */
const figures = [
  { votes: [20, 30, 0], excluded: 0 },
  { votes: [20, 20, 0], excluded: 10 },
]

describe('a request for a recount', () => {
  it.each<[string, string, RuleParametersInput, RecountGround, boolean | null]>([
    ['below the number', 'NA-1', { recountMarginVotesNational: 11 }, MARGIN, true],
    ['at the number', 'NA-1', { recountMarginVotesNational: 10 }, MARGIN, false],
    ['below the number of a province', 'PP-1', { recountMarginVotesProvincial: 11 }, MARGIN, true],
    ['at the number of a province', 'PP-1', { recountMarginVotesProvincial: 10 }, MARGIN, false],
    ["with the other assembly's number alone", 'PP-1', { recountMarginVotesNational: 11 }, MARGIN, null],
    ['below the share', 'NA-1', { recountMarginPerMille: 101 }, MARGIN, true],
    ['at the share', 'NA-1', { recountMarginPerMille: 100 }, MARGIN, false],
    ['below both', 'NA-1', { recountMarginPerMille: 101, recountMarginVotesNational: 11 }, MARGIN, true],
    ['below the share alone', 'NA-1', { recountMarginPerMille: 101, recountMarginVotesNational: 10 }, MARGIN, false],
    ['below the number alone', 'NA-1', { recountMarginPerMille: 100, recountMarginVotesNational: 11 }, MARGIN, false],
    ['without any rule', 'NA-1', {}, MARGIN, null],
    ['with as many excluded as the margin', 'NA-1', { recountExcludedAtLeastMargin: true }, EXCLUDED, true],
    ['where excluded ballots are no ground', 'NA-1', { recountExcludedAtLeastMargin: false }, EXCLUDED, false],
    ['where the rules say nothing of excluded ballots', 'NA-1', {}, EXCLUDED, null],
    ['on another ground', 'NA-1', { recountMarginVotesNational: 11 }, OTHER, null],
  ])('%s, of %s: its ground holds', (...[, name, parameters, ground, holds]) => {
    const { seat } = counted(name, parameters)
    const request = seat.must(seat.candidate(1).say(name, bodies.recountAsked(1, ground)))
    const decide = (granted: boolean) =>
      seat.log.admit(seat.ro.say(name, bodies.recountDecided(request, granted)))?.code
    expect(decide(true)).toBe(holds === false ? 'recount/ground-does-not-hold' : undefined)
    expect(decide(false)).toBe(holds === true ? 'recount/must-grant' : undefined)
  })

  it('counts fewer excluded ballots than the margin as no ground', () => {
    const { seat } = counted('NA-1', { recountExcludedAtLeastMargin: true }, [{ votes: [20, 30, 0], excluded: 9 }])
    const request = seat.must(seat.candidate(1).say('NA-1', bodies.recountAsked(1, EXCLUDED)))
    const granted = seat.log.admit(seat.ro.say('NA-1', bodies.recountDecided(request, true)))
    expect(granted?.code).toBe('recount/ground-does-not-hold')
  })

  it('is made by a candidate, or an agent of that candidate, for nobody else', () => {
    const { seat } = counted('NA-1')
    for (const speaker of [seat.candidate(1), seat.agent(2, 1)]) {
      expect(seat.log.admit(speaker.say('NA-1', bodies.recountAsked(1)))).toBeUndefined()
      expect(seat.log.admit(speaker.say('NA-1', bodies.recountAsked(2)))?.code).toBe('candidate/not-own')
    }
  })

  it.each([
    ['of a candidate who is none', bodies.recountAsked(9), 'candidate/not-in-form-33'],
    ['on no ground', bodies.recountAsked(1, RecountGround.UNSPECIFIED), 'statement/bad-shape'],
    ['on another ground without a reason', bodies.recountAsked(1, OTHER, { reason: '' }), 'act/needs-reason'],
    ['of a station that is none', bodies.recountAsked(1, OTHER, { stations: [9] }), 'station/not-in-form-28'],
  ])('is refused %s: %s', (_, body, code) => {
    const { seat } = counted('NA-1')
    expect(seat.log.admit(seat.candidate(1).say('NA-1', body))?.code).toBe(code)
  })

  it('is decided once, with a reason, before the same candidate makes another', () => {
    const { seat } = counted('NA-1')
    const request = seat.must(seat.candidate(1).say('NA-1', bodies.recountAsked(1)))
    expect(seat.log.admit(seat.candidate(1).say('NA-1', bodies.recountAsked(1)))?.code).toBe('act/already-done')
    expect(seat.log.admit(seat.candidate(2).say('NA-1', bodies.recountAsked(2)))).toBeUndefined()
    const silent = seat.ro.say('NA-1', bodies.recountDecided(request, true, ''))
    expect(seat.log.admit(silent)?.code).toBe('act/needs-reason')
    seat.must(seat.ro.say('NA-1', bodies.recountDecided(request, false)))
    expect(seat.log.admit(seat.ro.say('NA-1', bodies.recountDecided(request, true)))?.code).toBe('act/already-done')
    expect(seat.log.admit(seat.candidate(1).say('NA-1', bodies.recountAsked(1)))).toBeUndefined()
  })

  it('is decided on the margin of a complete Form 47 of the present count', () => {
    const { seat } = counted('NA-1')
    const request = seat.must(seat.candidate(1).say('NA-1', bodies.recountAsked(1)))
    const decide = () => seat.log.admit(seat.ro.say('NA-1', bodies.recountDecided(request, true)))?.code
    expect(decide()).toBeUndefined()
    seat.must(seat.ro.ask(seat.log.entries[seat.log.seat.stations.get(1)!.current!.index]!.entry, 1))
    expect(decide()).toBe('recount/no-margin-yet')
  })
})

describe('a recount', () => {
  it('that HQ orders is a way out of a hold: it is the present form, examined and counted like any other', () => {
    const { seat, hq } = counted('NA-1')
    seat.must(seat.po(1).submit({ votes: [9, 9, 9] }))
    const before = seat.log.form47
    const recount = () => seat.ro.say('NA-1', bodies.recounted(1, { votes: [5, 6, 7] }))
    expect(before.stations).toMatchObject({ held: 1, accepted: 1 })
    expect(seat.log.admit(recount())?.code).toBe('recount/not-due')
    seat.must(hq(bodies.recountOrdered({ stations: [1, 2] })))
    expect(seat.log.admit(seat.ro.say('NA-1', bodies.recounted(2, { votes: [5, 6, 7] })))?.code).toBe(
      'seat/not-in-this-state',
    )
    const wrong = { votes: [5, 6, 7], fields: { validTotal: 1 } }
    expect(seat.log.admit(seat.ro.say('NA-1', bodies.recounted(1, wrong)))?.code).toBe('form-45/has-errors')
    const recounted = seat.must(recount())
    expect(seat.log.seat.stations.get(1)).toMatchObject({ status: 'received', current: { basis: 'recount' } })
    expect(seat.log.form47.candidates.map(({ held }) => held)).toEqual([0, 0, 0])
    seat.must(seat.ro.accept(recounted, 1))
    const { stations, candidates, holds, otherForms } = seat.log.form47
    expect([stations.accepted, holds]).toEqual([2, []])
    expect(candidates.map(({ votes }, column) => (votes ?? 0) - (before.candidates[column]?.votes ?? 0))).toEqual([
      5, 6, 7,
    ])
    expect(otherForms.map(({ why }) => why)).toEqual(['form-45/second-form', 'superseded'])
    expect(seat.log.admit(recount())?.code).toBe('seat/not-in-this-state')
  })

  it('is due at the stations named, or at every one that has a result', () => {
    for (const [stations, due] of [
      [[2], [2]],
      [[], [1, 2]],
    ] as const) {
      const { seat, hq } = counted('NA-1')
      seat.must(hq(bodies.recountOrdered({ stations })))
      expect([...seat.log.seat.proceedings.due.keys()]).toEqual(due)
    }
  })

  it('is not due where no result comes, or where the ballots are of another poll by then', () => {
    const { seat, hq } = counted('NA-1')
    seat.must(hq(bodies.recountOrdered()))
    seat.must(hq(bodies.stationOrder(1, StationOrder.CLOSED)))
    expect([...seat.log.seat.proceedings.due.keys()]).toEqual([2])
    seat.must(hq(bodies.stationOrder(2, StationOrder.REPOLL)))
    expect([...seat.log.seat.proceedings.due.keys()]).toEqual([])
    seat.must(hq(bodies.recountOrdered()))
    expect([...seat.log.seat.proceedings.due.keys()]).toEqual([2])
  })

  it.each([
    ['without a reason', { reason: '' }, 'act/needs-reason'],
    ['of a station that is none', { stations: [9] }, 'station/not-in-form-28'],
  ])('is not ordered %s', (_, order, code) => {
    const { seat, hq } = counted('NA-1')
    expect(seat.log.admit(hq(bodies.recountOrdered(order)))?.code).toBe(code)
  })

  it('ordered before the conclusion holds it up until it is recorded, once', () => {
    const { seat, hq, form47 } = counted('NA-1')
    begin(seat, form47)
    seat.must(hq(bodies.recountOrdered({ stations: [1] })))
    const recount = () => seat.ro.say('NA-1', bodies.recounted(1, { votes: [21, 29, 0] }))
    expect(seat.log.admit(seat.ro.say('NA-1', bodies.concluded(seat.log)))?.code).toBe('recount/outstanding')
    seat.must(recount())
    expect(seat.log.admit(recount())?.code).toBe('recount/not-due')
    conclude(seat)
    expect(seat.log.admit(hq(bodies.recountOrdered()))?.code).toBe('seat/not-in-this-state')
  })

  it('whose figures do not add up is not taken', () => {
    const { seat, hq, form47 } = counted('NA-1')
    begin(seat, form47)
    seat.must(hq(bodies.recountOrdered()))
    const wrong = bodies.recounted(1, { votes: [21, 29, 0], fields: { validTotal: 7 } })
    expect(seat.log.admit(seat.ro.say('NA-1', wrong))?.code).toBe('form-45/has-errors')
  })

  it('is shown with its ground, whoever decides', () => {
    const { seat, election } = counted('NA-1', { recountExcludedAtLeastMargin: true, recountMarginVotesNational: 1 })
    const request = seat.must(seat.candidate(1).say('NA-1', bodies.recountAsked(1, EXCLUDED)))
    seat.must(seat.ro.say('NA-1', bodies.recountDecided(request, true)))
    const { recount } = proceedingsOf(ruledSeat(seat.log.seat, election.registerState))
    const entry = seat.log.fold.size - 2
    expect(recount).toEqual({
      margin: 10,
      byMargin: false,
      byExcluded: true,
      requests: [{ entry, candidate: 1, ground: 'excluded', decided: { granted: true, entry: entry + 1 } }],
      ordered: [],
      due: [
        { station: 1, entry: entry + 1 },
        { station: 2, entry: entry + 1 },
      ],
    })
  })
})

function counted(name: string, parameters: RuleParametersInput = {}, counts = figures) {
  const election = fixtureElection({
    seats: [name],
    stations: counts.length,
    watchers: true,
    signer: markingSigner(),
    parameters,
  })
  const seat = election.seat(name)
  const form47 = countAll(seat, counts)
  return { election, seat, form47, hq: (body: Parameters<Hq['say']>[1]) => election.hq.say(name, body) }
}

type Hq = ReturnType<typeof fixtureElection>['hq']
