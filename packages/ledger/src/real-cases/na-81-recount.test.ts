import { expect, it } from 'vitest'
import { begin, bodies, conclude, countAll, fixtureElection, markingSigner } from '../fixture/index.ts'

// NA-81, 2024: a margin of 7,791 one way became 3,100 the other when HQ had the ballots counted again, and about 10,000
// votes were invalidated; the Supreme Court upheld it on 12 August 2024 (dawn.com/news/1851965, dailytimes.com.pk/1216984).
// How the votes lay among stations is made up.
it('NA-81: a recount that HQ orders turns the result, and both results stay to be seen', () => {
  const station = { registeredMale: 100_000, registeredFemale: 100_000, registeredTotal: 200_000 }
  const election = fixtureElection({ seats: ['NA-81'], station, candidates: 2, signer: markingSigner() })
  const seat = election.seat('NA-81')
  const night = [
    { votes: [40_000, 30_000], excluded: 100 },
    { votes: [30_000, 30_000], excluded: 100 },
    { votes: [30_791, 33_000], excluded: 100 },
  ]
  const form47 = countAll(seat, night)
  const provisional = seat.log.form47
  expect(provisional.leading).toMatchObject({ column: 0, marginOverNext: 7_791 })

  begin(seat, form47)
  seat.must(election.hq.say('NA-81', bodies.recountOrdered({ reason: 'unequal treatment of marks' })))
  const invalidated = [4_000, 3_000, 3_891]
  const changed = invalidated.map((fewer, at) => {
    const [first = 0, second = 0] = night[at]!.votes
    seat.must(seat.ro.say('NA-81', bodies.recounted(at + 1, { votes: [first - fewer, second], excluded: 100 + fewer })))
    return { kind: 'recount', station: at + 1, from: provisional.counted[at]!.entry, to: seat.log.fold.size - 1 }
  })
  conclude(seat)

  const { outcome, totals } = seat.log.form49
  expect(outcome).toEqual({
    kind: 'returned',
    candidates: [2],
    margin: 3_100,
    provisional: { candidates: [1], margin: 7_791 },
  })
  expect(totals.invalid.votes).toBe(300 + 10_891)
  expect(seat.log.form48.changes).toEqual(changed)
  expect(seat.log.form47.candidates.map(({ votes }) => votes)).toEqual(provisional.candidates.map(({ votes }) => votes))
})
