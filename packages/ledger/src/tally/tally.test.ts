import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalBytes } from '../form/canonical.ts'
import { utf8Decode } from '../base/bytes.ts'
import { Role, type ToleranceInput } from '@khata/proto'
import { type Actor, type Figures, type FixtureElection, fixtureElection, markingSigner } from '../fixture/index.ts'
import { crossSeatJson, crossSeatText } from './cross-seat.ts'
import { seatSummary } from './seat-summary.ts'
import { emptyTally, type Tally, updateTally } from './tally.ts'
import { tallyJson } from './tally-json.ts'
import { tallyTable, tallyText } from './tally-text.ts'

const seats = ['NA-1', 'NA-2', 'PP-1', 'PP-2']
const parameters = {
  recountMarginPerMille: 50,
  recountMarginVotesNational: 8_000,
  recountMarginVotesProvincial: 4_000,
  recountExcludedAtLeastMargin: true,
}

describe('a tally', () => {
  it('adds up the seats, nationally and by province', () => {
    const election = night()
    count(election, 'NA-1', 1, { votes: [50, 20, 3] })
    count(election, 'NA-2', 1, { votes: [1, 90, 2] })
    count(election, 'PP-1', 1, { votes: [7, 7, 1] })
    const { national, provinces } = tallyOf(election)
    expect(national).toMatchObject({ seats: 4, seatsPolled: 4, tied: 1, registered: 12_000, registeredPolled: 12_000 })
    expect(national.stations).toMatchObject({ listed: 12, accepted: 3, awaited: 9 })
    expect(national.votes).toMatchObject({ valid: 181, polled: 181 })
    expect(national.parties).toEqual(
      new Map([
        ['Party 1', 1],
        ['Independent', 1],
      ]),
    )
    expect(provinces).toEqual(new Map([['punjab', national]]))
  })

  it('counts a ground for a recount where it holds', () => {
    const election = night()
    count(election, 'NA-1', 1, { votes: [50, 48, 3] })
    count(election, 'NA-2', 1, { votes: [50, 10, 3], excluded: 60 })
    const { national, seats: all } = tallyOf(election)
    expect(all.get('NA-1')?.recount).toEqual({ margin: true, excluded: false })
    expect(all.get('NA-2')?.recount).toEqual({ margin: false, excluded: true })
    expect(national).toMatchObject({ recountByMargin: 1, recountByExcluded: 1 })
  })

  it('told of seats one by one, in any order and however often, is the tally of them all', () => {
    const vote = fc.array(fc.nat(300), { minLength: 3, maxLength: 3 })
    const act = fc.record({ seat: fc.constantFrom(...seats), station: fc.integer({ min: 1, max: 3 }), votes: vote })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const election = night()
        const kept = emptyTally()
        for (const { seat, station, votes } of acts) {
          const { status } = election.seat(seat).log.seat.stations.get(station) ?? {}
          if (status === 'awaited') count(election, seat, station, { votes })
          updateTally(kept, summaryOf(election, seat))
        }
        for (const seat of seats) updateTally(kept, summaryOf(election, seat))
        expect(kept).toEqual(tallyOf(election))
      }),
      { numRuns: 30 },
    )
  })

  it('says what a hub was filed directly and the seats’ logs lack, where there is a hub', () => {
    const election = night()
    const lacking = { filed: 5, found: 2, refused: 1, missing: 1, different: 1 }
    const filed = { filed: 3, found: 3, refused: 0, missing: 0, different: 0 }
    const channels = new Map([
      ['NA-1', lacking],
      ['PP-1', filed],
    ])
    const json = tallyJson(tallyOf(election), election.registerState, channels)
    const sum = { filed: 8, found: 5, refused: 1, missing: 1, different: 1 }
    expect([json.national.channels, json.provinces['punjab']?.channels]).toEqual([sum, sum])
    const none = { filed: 0, found: 0, refused: 0, missing: 0, different: 0 }
    expect(json.seats.map((seat) => seat.channels)).toEqual([lacking, none, filed, none])
    expect(tallyTable(json)[1]?.slice(8, 10)).toEqual(['1', '1'])
    const alone = tallyJson(tallyOf(election), election.registerState, null)
    expect([alone.national.channels, ...alone.seats.map((seat) => seat.channels)]).toEqual(Array(5).fill(null))
    expect(tallyTable(alone)[1]?.slice(8, 10)).toEqual(['', ''])
  })

  it('in mode replay declares nobody ahead and says what it is', () => {
    const election = night('replay')
    count(election, 'NA-1', 1, { votes: [50, 20, 3] })
    const json = tallyJson(tallyOf(election), election.registerState, null)
    expect(json.national).toMatchObject({ parties: {}, tied: 0 })
    expect(utf8Decode(canonicalBytes(json))).toContain('RECONSTRUCTION')
    expect(tallyText(json)).toContain('RECONSTRUCTION')
  })

  it('as text shows each seat, and those in which the polls of one building differ', () => {
    const election = night()
    count(election, 'NA-1', 1, { votes: [50, 20, 3] })
    count(election, 'PP-1', 1, { votes: [30, 20, 3] })
    const text = tallyText(tallyJson(tallyOf(election), election.registerState, null))
    for (const seat of seats) expect(text).toMatch(new RegExp(`^ *${seat} +counting`, 'm'))
    expect(crossSeatText(crossSeat(election))).toContain('NA-1/1 polled 73, PP-1/1 polled 53')
  })
})

describe('across seats', () => {
  it.each([
    [null, 73, 72, true],
    [null, 73, 73, false],
    [{ votes: 1, perMille: null }, 73, 72, false],
    [{ votes: null, perMille: 20 }, 100, 98, false],
    [{ votes: null, perMille: 20 }, 100, 97, true],
  ] as const)('with tolerance %j polls of %d and %d at one building differ: %s', (tolerance, na, pa, differ) => {
    const election = night('drill', tolerance)
    count(election, 'NA-1', 1, { votes: [na, 0, 0] })
    count(election, 'PP-1', 1, { votes: [pa, 0, 0] })
    expect(findings(election).map(({ code }) => code)).toEqual(differ ? ['tally/polls-differ'] : [])
  })

  it('a form that does not count is compared with nothing', () => {
    const election = night()
    count(election, 'NA-1', 1, { votes: [73, 0, 0] })
    const pp = election.seat('PP-1')
    pp.must(pp.po(1).submit({ votes: [1, 0, 0] }))
    expect(findings(election)).toEqual([])
  })

  it('a key that signs for two buildings is named, one that signs for both polls of its own is not', () => {
    const election = fixtureElection({ seats, signer: markingSigner(), until: 'listed' })
    const both = election.actor('officer of building 2')
    for (const [seat, station] of [
      ['NA-1', 2],
      ['PP-1', 2],
      ['PP-2', 3],
    ] as const)
      enrol(election, seat, both, station)
    for (const seat of ['NA-1', 'PP-1']) election.seat(seat).freeze()
    expect(findings(election)).toEqual([])
    election.seat('PP-2').freeze()
    expect(findings(election)).toEqual([
      {
        code: 'tally/key-at-two-buildings',
        key: both.keyHex,
        posts: [
          { seat: 'NA-1', station: 2 },
          { seat: 'PP-1', station: 2 },
          { seat: 'PP-2', station: 3 },
        ],
      },
    ])
  })
})

function night(mode: 'drill' | 'replay' = 'drill', crossPoll: ToleranceInput | null = null): FixtureElection {
  return fixtureElection({ seats, signer: markingSigner(), parameters: { ...parameters, crossPoll }, mode })
}

function count(election: FixtureElection, name: string, station: number, figures: Figures): void {
  const seat = election.seat(name)
  const form = seat.must(seat.po(station).submit(figures))
  seat.must(seat.ro.accept(form, station))
}

function enrol(election: FixtureElection, name: string, holder: Actor, station: number): void {
  const seat = election.seat(name)
  seat.must(seat.ro.enrol(holder, { office: `po/${station}b`, role: Role.PRESIDING_OFFICER, station }))
}

function crossSeat(election: FixtureElection) {
  return crossSeatJson(
    seats.map((seat) => election.seat(seat).log.fold),
    election.registerState,
  )
}

function findings(election: FixtureElection) {
  return crossSeat(election).findings
}

function summaryOf(election: FixtureElection, seat: string) {
  const { log } = election.seat(seat)
  return seatSummary(log.fold, log.seat, election.registerState)
}

function tallyOf(election: FixtureElection): Tally {
  const tally = emptyTally()
  for (const seat of seats) updateTally(tally, summaryOf(election, seat))
  return tally
}
