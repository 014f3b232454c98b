import { StationChange, StationOrder } from '@khata/proto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { invariant } from '../base/invariant.ts'
import { toHex } from '../base/bytes.ts'
import { votesIn } from '../count/figures.ts'
import { statementHash } from '../event/statement.ts'
import { type FixtureSeat, registeredVoters } from '../fixture/index.ts'
import { countNaively } from '../fixture/naive-count.ts'
import { type Act, benches, deskActs, play, stationMax, stationsListed, watcherActs } from '../fixture/night.ts'
import { canonicalBytes } from '../form/canonical.ts'
import { form28 } from '../form/form28.ts'
import { form47, type Form47Candidate } from '../form/form47.ts'

const listedStation = fc.integer({ min: 1, max: stationsListed })
const newStation = fc.integer({ min: stationsListed + 1, max: stationMax })
const station = fc.oneof({ weight: 5, arbitrary: listedStation }, { weight: 1, arbitrary: newStation })
const reason = fc.oneof({ weight: 5, arbitrary: fc.constant('as reported') }, { weight: 1, arbitrary: fc.constant('') })
const voters = fc.constantFrom(7, registeredVoters)

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: submission('submit') },
  { weight: 3, arbitrary: submission('correct') },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('accept' as const), station, pick: fc.nat(3) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom(...deskActs), station, pick: fc.nat(3) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('read' as const),
      by: fc.integer({ min: 1, max: 2 }),
      station,
      votes: fc.nat(5),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(...watcherActs),
      by: fc.integer({ min: 1, max: 2 }),
      station,
      votes: fc.nat(5),
      pick: fc.nat(3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...atBench('ro'),
      do: fc.constant('amend' as const),
      change: fc.constantFrom(...Object.values(StationChange)),
      station,
      voters,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      ...atBench('ro'),
      do: fc.constant('retire' as const),
      serial: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      ...atBench('hq', 'province'),
      do: fc.constant('judge' as const),
      pick: fc.nat(1),
      ratified: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ ...atBench('ro', 'aro'), do: fc.constant('mask' as const), station, pick: fc.nat(3) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...atBench('ro', 'hq'),
      do: fc.constant('order' as const),
      station,
      order: fc.constantFrom(...Object.values(StationOrder)),
      into: station,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('enrol' as const), station, reason }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('repeat' as const, 'tamper' as const), pick: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom(...(['issue', 'issue wrongly', 'pin', 'refuse', 'go offline'] as const)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('revoke' as const), by: fc.nat(2 * stationMax) }) },
)
const steps = fc.oneof(
  { weight: 12, arbitrary: act.map((one): readonly Act[] => [one]) },
  { weight: 1, arbitrary: addition() },
  { weight: 1, arbitrary: secondPoll() },
)
const night = fc.array(steps, { maxLength: 40, size: 'max' }).map((parts) => parts.flat())

describe('over any night, legal or not,', () => {
  it('Form 47 is what a naive count of the entries gives, and nothing is counted twice', () => {
    fc.assert(
      fc.property(night, (acts) => {
        const { log } = play(acts).seat
        const form = log.form47
        const naive = countNaively(log)
        expect(form.candidates.map(naiveCandidate)).toEqual(naive.candidates)
        expect(form.totals.polled.votes).toBe(naive.polled)
        expect(form.stations).toEqual(naive.stations)
        expect(form.leading).toEqual(naive.leading)
        expect(form.counted).toEqual(naive.counted)
        expect(form.notCounted.map((one) => ({ station: one.station, status: one.status, since: one.since }))).toEqual(
          naive.notCounted,
        )
        expect(form.exceptions).toEqual(naive.exceptions)
        const { listed, registeredVoters: registeredTotal, ...states } = form.stations
        expect(form28(log.seat, log.register).totals).toMatchObject({ stations: listed, registeredTotal })
        expect(Object.values(states).reduce((sum, one) => sum + one, 0)).toBe(listed)
        expect(new Set(form.counted.map(({ entry }) => entry)).size).toBe(form.counted.length)
        expect(new Set(form.counted.map((counted) => counted.station)).size).toBe(states.accepted)
      }),
    )
  })

  it('the disputed part of a sum is that of the counted stations with a dispute', () => {
    fc.assert(
      fc.property(night, (acts) => {
        const { log } = play(acts).seat
        const form = log.form47
        const disputed = new Set(form.disputes.map((dispute) => dispute.station))
        const counted = [...log.seat.stations.values()].filter(({ status }) => status === 'accepted')
        const figures = counted.filter((record) => disputed.has(record.station.number)).map(({ current }) => current)
        form.candidates.forEach((candidate, column) => {
          const sum = figures.reduce((all, one) => all + (votesIn(one?.figures ?? '')[column] ?? 0), 0)
          expect(candidate.disputed).toBe(sum)
        })
      }),
      { numRuns: 50 },
    )
  })

  it('the law answers the same before an entry is written and after, and void entries change nothing', () => {
    fc.assert(
      fc.property(night, (acts) => {
        const { seat } = play(acts, (signed, here) => {
          const refusal = here.log.admit(signed)
          const before = structuredClone(here.log.seat)
          const { verdict } = here.log.append(signed)
          expect(verdict.type === 'void' ? verdict.void.refusal : undefined).toEqual(refusal)
          if (refusal !== undefined) expect(here.log.seat).toEqual(before)
        })
        expect(seat.log.fold.fault).toBeUndefined()
      }),
      { numRuns: 50 },
    )
  })

  it('a sequencer that asks the law first writes no void entry', () => {
    fc.assert(
      fc.property(night, (acts) => {
        const { seat } = play(acts, (signed, here) => void here.log.submit(signed))
        expect(seat.log.fold.voids).toEqual([])
        expect(seat.log.fold.fault).toBeUndefined()
      }),
    )
  })

  it('replay gives the same state and the same bytes, across a snapshot at any place', () => {
    fc.assert(
      fc.property(night, fc.nat(), (acts, cut) => {
        const { seat, election } = play(acts)
        const { log } = seat
        const again = seat.log.refolded(cut % (log.fold.size + 1), structuredClone)
        expect(again).toEqual(log.fold)
        invariant(again.content.kind === 'seat', 'a seat')
        expect(canonicalBytes(form47(again, again.content.seat, election.registerState))).toEqual(
          canonicalBytes(log.form47),
        )
      }),
      { numRuns: 50 },
    )
  })
})

describe("a seat's state", () => {
  it('grows with the forms that it keeps, not with the entries', () => {
    const { seat } = play([])
    const before = leaves(seat.log.seat)
    for (let i = 0; i < 60; i += 1) seat.must(seat.pinned())
    expect(leaves(seat.log.seat)).toBe(before)
    const sizes = [1, 2, 3].map(() => {
      correctOnce(seat)
      return leaves(seat.log.seat)
    })
    expect(sizes[2]! - sizes[1]!).toBe(sizes[1]! - sizes[0]!)
  })

  it('adds a form by as many additions at the last station as at the first', () => {
    const { seat } = play([])
    const touched = [1, 2, 3].map((number) => {
      const before = leaves(seat.log.seat)
      seat.must(seat.po(number).submit({ votes: [1, 2, 3] }))
      return leaves(seat.log.seat) - before
    })
    expect(new Set(touched).size).toBe(1)
  })
})

function submission(name: 'submit' | 'correct') {
  const by = fc.oneof(
    { weight: 4, arbitrary: fc.nat(stationsListed - 1) },
    { weight: 1, arbitrary: fc.nat(2 * stationMax) },
  )
  const isOfAnotherPoll = fc.constantFrom(false, false, false, true)
  const any = fc.record({ do: fc.constant(name), by, station, votes: fc.nat(5), isOfAnotherPoll })
  // Mostly at the officer's own station.
  return fc.oneof(
    any,
    any.map((one) => (one.by < stationMax ? { ...one, station: one.by + 1 } : one)),
  )
}

/** Mostly by somebody who may, and with a reason. */
function atBench(...lawful: readonly (typeof benches)[number][]) {
  const by = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...lawful) },
    { weight: 1, arbitrary: fc.constantFrom(...benches) },
  )
  return { by, reason }
}

/** A new station is added, an officer enrolled for it, and its form examined. */
function addition(): fc.Arbitrary<readonly Act[]> {
  const said = { by: 'ro', reason: 'a new school' } as const
  return fc
    .record({ added: newStation, registered: voters, votes: fc.nat(5) })
    .map(({ added, registered, votes }) => [
      { ...said, do: 'amend', change: StationChange.ADDED, station: added, voters: registered },
      { ...said, do: 'enrol', station: added },
      ...formExamined(added, votes),
    ])
}

/** A station polls again, and its form is examined. */
function secondPoll(): fc.Arbitrary<readonly Act[]> {
  const order = { do: 'order', order: StationOrder.REPOLL, by: 'hq', reason: 'booths were taken', into: 0 } as const
  return fc
    .record({ again: station, votes: fc.nat(5) })
    .map(({ again, votes }) => [{ ...order, station: again }, ...formExamined(again, votes)])
}

function formExamined(of: number, votes: number): readonly Act[] {
  return [
    { do: 'submit', by: of - 1, station: of, votes, isOfAnotherPoll: false },
    { do: 'accept', station: of, pick: 0 },
  ]
}

function correctOnce(seat: FixtureSeat): void {
  const { current } = seat.log.seat.stations.get(1)!
  const entry = current === undefined ? undefined : seat.log.entries[current.index]!.entry
  if (entry === undefined) {
    seat.must(seat.po(1).submit({ votes: [1, 2, 3] }))
    return
  }
  expect(toHex(statementHash(entry.statement, entry.signature))).toBe(current?.hash)
  seat.must(seat.ro.ask(entry, 1))
  seat.must(seat.po(1).correct(entry, { votes: [1, 2, 3] }))
}

function naiveCandidate({ serial, votes, held, retired }: Form47Candidate) {
  return { serial, votes, held, retired: retired === true }
}

/** How many values a state is made of. */
function leaves(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  const parts = value instanceof Map ? [...value].flat() : value instanceof Uint8Array ? [1] : Object.values(value)
  return parts.reduce<number>((sum, part) => sum + leaves(part), 0)
}
