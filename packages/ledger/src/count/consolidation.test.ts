import { type RuleParametersInput, type StatementInputBody, StationOrder, TribunalEffect } from '@khata/proto'
import { describe, expect, it } from 'vitest'
import {
  begin,
  bodies,
  conclude,
  countAll,
  type Figures,
  fixtureElection,
  markingSigner,
  pollClosedAt,
} from '../fixture/index.ts'
import { ruledSeat } from '../audit/admission.ts'
import { formHash } from '../form/canonical.ts'
import { proceedingsOf } from '../form/proceedings.ts'
import { frontierRoot } from '../log/frontier.ts'

const votes: Figures = { votes: [10, 20, 30], excluded: 4 }

const readmitted = [1, 2].map((own) => ({ column: 0, votes: own }))
const twice: StatementInputBody = { body: 'excludedReexamined', excludedReexamined: { station: 1, readmitted } }

describe('the consolidation', () => {
  it('needs a notice of day and place, which each party receives once', () => {
    const { seat, form47, ro } = counted()
    expect(seat.log.admit(ro(bodies.notified('')))?.code).toBe('statement/bad-shape')
    expect(seat.log.admit(ro(bodies.begun(form47)))?.code).toBe('consolidation/not-notified')
    const notice = seat.must(ro(bodies.notified()))
    const index = seat.log.fold.size
    for (const party of [seat.candidate(1), seat.agent(1, 2)]) seat.must(party.say('NA-1', bodies.received(notice)))
    const [kept] = seat.log.seat.proceedings.notices.values()
    expect(kept?.receivedBy).toEqual([
      { office: 'candidate/1', index },
      { office: 'agent/1/2', index: index + 1 },
    ])
    expect(seat.log.admit(seat.candidate(1).say('NA-1', bodies.received(notice)))?.code).toBe('act/already-done')
  })

  it('begins from the complete Form 47 of what is counted, and from no other', () => {
    const { seat, ro } = night()
    seat.must(ro(bodies.notified()))
    const partial = seat.must(seat.ro.issueForm47(seat.log))
    expect(seat.log.admit(ro(bodies.begun(partial)))?.code).toBe('consolidation/not-from-form-47')
    const complete = countAll(seat, [votes, votes, votes])
    expect(seat.log.admit(ro(bodies.begun(complete)))).toBeUndefined()
    const newer = seat.must(seat.ro.issueForm47(seat.log))
    expect(seat.log.admit(ro(bodies.begun(complete)))?.code).toBe('consolidation/not-from-form-47')
    expect(seat.log.admit(ro(bodies.begun(newer)))).toBeUndefined()
    seat.must(seat.sapo(1).submit({ votes: [9, 9, 9] }))
    expect(seat.log.admit(ro(bodies.begun(newer)))?.code).toBe('consolidation/not-from-form-47')
  })

  it('leaves Form 47 as it is: nothing that it counts changes any more', () => {
    const { seat, hq, ro } = consolidating()
    const figures = () => {
      const { candidates, totals, counted: forms, leading } = seat.log.form47
      return formHash({ candidates, totals, forms, leading })
    }
    const before = figures()
    const [first] = seat.log.seat.stations.values()
    const form = seat.log.entries[first!.current!.index]!.entry
    for (const late of [seat.po(1).submit({ votes: [9, 9, 9] }), seat.ro.ask(form, 1), seat.ro.issueForm47(seat.log)])
      expect(seat.log.admit(late)?.code).toBe('seat/not-in-this-state')
    seat.must(hq(bodies.recountOrdered()))
    seat.must(ro(bodies.recounted(1, { votes: [1, 2, 3] })))
    seat.must(ro(bodies.reexamined(2, [1, 1, 1])))
    seat.must(ro(bodies.postal([5, 5, 5])))
    expect(figures()).toBe(before)
  })
})

describe('a recount', () => {
  it("takes the place of the station's Form 45 in Forms 48 and 49, with the entries of both", () => {
    const { seat, hq, ro } = consolidating()
    const from = seat.log.seat.stations.get(2)!.current!.index
    seat.must(hq(bodies.recountOrdered({ stations: [2] })))
    const to = seat.log.fold.size
    seat.must(ro(bodies.recounted(2, { votes: [7, 20, 30], excluded: 7 })))
    const { rows, changes, totals } = seat.log.form48
    expect(rows.map(({ entry, votes: own, excluded }) => [entry === to, own, excluded])).toEqual([
      [false, [10, 20, 30], 4],
      [true, [7, 20, 30], 7],
      [false, [10, 20, 30], 4],
    ])
    expect(changes).toEqual([{ kind: 'recount', station: 2, from, to }])
    expect(totals).toMatchObject({ valid: { votes: 177 }, excluded: { votes: 15 }, total: { votes: 192 } })
    expect(seat.log.form49.candidates.map((one) => one.votes)).toEqual([27, 60, 90])
  })

  it('counts ballots; who voted stays as the presiding officer recorded it', () => {
    const { seat, hq, ro } = consolidating({ womenSharePerMilleMin: 500 })
    const before = seat.log.form49.womenShare
    seat.must(hq(bodies.recountOrdered()))
    const fields = { votersMale: 60, votersFemale: 0, votersTotal: 60 }
    seat.must(ro(bodies.recounted(1, { votes: [10, 20, 30], fields })))
    expect(seat.log.form49.womenShare).toEqual(before)
    expect(seat.log.seat.proceedings.final?.sums.votersFemale).toEqual(seat.log.seat.sums.counted.votersFemale)
  })
})

describe('excluded ballots', () => {
  it('examined again go to candidates, as many as there are and no more', () => {
    const { seat, ro } = consolidating()
    seat.must(ro(bodies.reexamined(1, [0, 3])))
    expect(seat.log.form48.rows[0]).toMatchObject({ votes: [10, 23, 30], valid: 63, excluded: 1, total: 64 })
    expect(seat.log.admit(ro(bodies.reexamined(1, [2])))?.code).toBe('excluded/too-few')
    seat.must(ro(bodies.reexamined(1, [1])))
    expect(seat.log.form48.rows[0]).toMatchObject({ votes: [11, 23, 30], valid: 64, excluded: 0, total: 64 })
    expect(seat.log.form49.candidates.map((one) => one.votes)).toEqual([31, 63, 90])
  })

  it.each([
    ['of a station that is none', bodies.reexamined(9, [1]), 'station/not-in-form-28'],
    ['for a candidate who is none', bodies.reexamined(1, [0, 0, 0, 1]), 'candidate/not-in-form-33'],
    ['for one candidate twice', twice, 'form-45/column-repeated'],
  ])('are not taken %s', (_, body, code) => {
    const { seat, ro } = consolidating()
    expect(seat.log.admit(ro(body))?.code).toBe(code)
  })

  it('of a closed station are not counted', () => {
    const { seat, ro } = night()
    seat.must(ro(bodies.stationOrder(3, StationOrder.CLOSED)))
    begin(seat, countAll(seat, [votes, votes]))
    expect(seat.log.admit(ro(bodies.reexamined(3, [1])))?.code).toBe('form-45/not-in-this-state')
    expect(seat.log.form48.closed).toMatchObject([{ station: 3 }])
  })
})

describe('postal ballots', () => {
  it('are a line of their own, those rejected in no total, and a second count takes the place of the first', () => {
    const { seat, ro } = consolidating()
    expect(seat.log.form48.postal).toBeNull()
    const first = seat.log.fold.size
    seat.must(ro(bodies.postal([100, 0, 1], 6)))
    seat.must(ro(bodies.postal([1, 2, 3], 5)))
    const { postal, totals, changes } = seat.log.form48
    expect(postal).toEqual({ entry: first + 1, votes: [1, 2, 3], valid: 6, rejected: 5 })
    expect(totals).toMatchObject({ valid: { votes: 186 }, excluded: { votes: 12 }, total: { votes: 198 } })
    expect(changes).toEqual([
      { kind: 'postal', station: null, from: null, to: first },
      { kind: 'postal', station: null, from: first, to: first + 1 },
    ])
    expect(seat.log.form49.totals).toMatchObject({ polled: { votes: 198 }, postalRejected: 5 })
  })

  it.each([
    ['a candidate who is none', bodies.postal([0, 0, 0, 1]), 'candidate/not-in-form-33'],
    ['more than a figure may be', bodies.postal([2_001]), 'form-45/over-limit'],
    ['more rejected than a figure may be', bodies.postal([1], 2_001), 'form-45/over-limit'],
  ])('are not counted with %s', (_, body, code) => {
    const { seat, ro } = consolidating({ countMax: 2_000 })
    expect(seat.log.admit(ro(body))?.code).toBe(code)
  })
})

describe('after the conclusion', () => {
  it('as many Forms 45 and 46 are sent as stations have a form', () => {
    const { seat, ro } = night()
    seat.must(ro(bodies.stationOrder(3, StationOrder.CLOSED)))
    begin(seat, countAll(seat, [votes, votes]))
    conclude(seat)
    for (const [forms45, forms46] of [
      [3, 3],
      [3, 2],
      [2, 3],
    ] as const)
      expect(seat.log.admit(ro(bodies.documentsSent(forms45, forms46)))?.code).toBe('documents/wrong-number')
    seat.must(ro(bodies.documentsSent(2)))
    expect(seat.log.admit(ro(bodies.documentsSent(2)))?.code).toBe('act/already-done')
  })

  it('the documents are published once, at an address', () => {
    const { seat, hq } = consolidating()
    conclude(seat)
    expect(seat.log.admit(hq(bodies.published('')))?.code).toBe('statement/bad-shape')
    seat.must(hq(bodies.published()))
    expect(seat.log.admit(hq(bodies.published()))?.code).toBe('act/already-done')
    expect(seat.log.admit(hq(bodies.gazetted('')))?.code).toBe('statement/bad-shape')
  })

  it.each([
    ['two equal', [30, 30, 1], [1, 2], { kind: 'tie', candidates: [1, 2], margin: 0 }, undefined],
    ['two equal, drawn the other way', [30, 30, 1], [2, 1], { kind: 'tie' }, undefined],
    ['two equal, and another drawn', [30, 30, 1], [1, 3], { kind: 'tie' }, 'lot/not-of-this-tie'],
    ['two equal, and one drawn twice', [30, 30, 1], [1, 1], { kind: 'tie' }, 'lot/not-of-this-tie'],
    ['three equal', [30, 30, 30], [1, 2], { kind: 'tie-of-more', candidates: [1, 2, 3] }, 'lot/not-of-this-tie'],
    ['one ahead', [30, 29, 1], [1, 2], { kind: 'returned', candidates: [1], margin: 3 }, 'lot/not-of-this-tie'],
  ])('a lot is drawn where two are equal: %s', (...[, own, lot, outcome, code]) => {
    const [first = 0, second = 0] = lot
    const { seat, ro } = consolidating({}, { votes: own })
    conclude(seat)
    expect(seat.log.form49.outcome).toMatchObject(outcome)
    const index = seat.log.fold.size
    expect(seat.log.submit(ro(bodies.lot(first, second)))?.code).toBe(code)
    expect(seat.log.seat.proceedings.lot).toEqual(code === undefined ? { index, first, second } : undefined)
    expect(seat.log.admit(ro(bodies.lot(first, second)))?.code).toBe(code ?? 'act/already-done')
  })

  it('nobody is named in mode replay, nor where nobody has a vote', () => {
    const replayed = consolidating({}, votes, 'replay')
    conclude(replayed.seat)
    expect('outcome' in replayed.seat.log.form49).toBe(false)
    expect(replayed.seat.log.form49.reconstruction?.notice).toContain('RECONSTRUCTION')
    expect('outcome' in consolidating({}, { votes: [0, 0, 0] }).seat.log.form49).toBe(false)
  })
})

describe('in time', () => {
  const hour = 3_600_000
  const limits = {
    consolidatedWithinMs: hour,
    documentsSentWithinMs: hour,
    documentsPublishedWithinMs: hour,
    tribunalWithinMs: hour,
  }
  const acts = ['concluded', 'sent', 'published', 'tribunal'] as const

  const times = ['met', 'missed', 'not-provable'] as const

  it.each(acts.flatMap((act) => times.map((outcome) => [act, outcome] as const)))(
    '%s, as offices outside the seat show its time: %s',
    (act, outcome) => {
      const { seat, hq, ro, election } = consolidating(limits)
      const look = () => {
        const { size, frontier } = seat.log.fold
        const verified = { log: 'NA-1', size, root: frontierRoot(frontier), forms: [] }
        seat.must(hq({ body: 'verified', verified }))
      }
      const steps = {
        concluded: () => ro(bodies.concluded(seat.log)),
        sent: () => ro(bodies.documentsSent(3)),
        published: () => hq(bodies.published()),
        gazetted: () => hq(bodies.gazetted()),
        tribunal: () => hq(bodies.tribunal(TribunalEffect.UPHELD)),
      }
      // Publication is due from the close of poll, at which the count begins here; the rest from the act before it.
      for (const [name, make] of Object.entries(steps)) {
        if (name !== act) seat.must(make())
        else break
      }
      if (outcome === 'missed') {
        election.stage.now += 2 * hour
        look()
      }
      seat.must(steps[act]())
      if (outcome === 'met') look()
      const { acts: shown, tribunal } = proceedingsOf(ruledSeat(seat.log.seat, election.registerState))
      expect({ ...shown, tribunal: tribunal[0] }[act]?.outcome).toBe(outcome)
    },
  )

  it('is not judged where the register sets no time', () => {
    const { seat } = consolidating()
    conclude(seat)
    expect(seat.log.seat.proceedings.concluded?.dueAt).toBeNull()
  })
})

describe('women among those who voted', () => {
  it.each([
    [500, 500, false],
    [501, 500, true],
    [null, 500, null],
  ])('at a least share of %s per mille: %i, too few: %s', (womenSharePerMilleMin, perMille, belowMin) => {
    const { seat } = consolidating({ womenSharePerMilleMin })
    expect(seat.log.form49.womenShare).toEqual({ perMille, belowMin })
  })

  it('are not known where a station does not say', () => {
    const { seat } = consolidating({ womenSharePerMilleMin: 100 }, { ...votes, fields: { votersFemale: null } })
    expect(seat.log.form49.womenShare).toEqual({ perMille: null, belowMin: null })
  })
})

function night(parameters: RuleParametersInput = {}, mode: 'drill' | 'replay' = 'drill') {
  const election = fixtureElection({ signer: markingSigner(), watchers: true, parameters, mode })
  const seat = election.seat('NA-1')
  election.stage.now = pollClosedAt
  return {
    election,
    seat,
    ro: (body: StatementInputBody) => seat.ro.say('NA-1', body),
    hq: (body: StatementInputBody) => election.hq.say('NA-1', body),
  }
}

function counted(parameters?: RuleParametersInput, figures = votes, mode?: 'drill' | 'replay') {
  const world = night(parameters, mode)
  return { ...world, form47: countAll(world.seat, [figures, figures, figures]) }
}

function consolidating(parameters?: RuleParametersInput, figures = votes, mode?: 'drill' | 'replay') {
  const world = counted(parameters, figures, mode)
  begin(world.seat, world.form47)
  return world
}
