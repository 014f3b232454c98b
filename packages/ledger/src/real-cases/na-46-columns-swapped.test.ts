import { CopyKind } from '@khata/proto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyOf, type FixtureSeat, fixtureElection, markingSigner } from '../fixture/index.ts'

/**
 * NA-46 Islamabad, 8 February 2024: two sets of Form 45 that differ at more than 200 of 342 stations, mostly by the
 * votes of one candidate in the other's column; 75,608 to 38,607 at 298 stations by the agents' copies, 44,317 to
 * 81,958 by Form 47 (Dawn, 1834326).
 */
describe('NA-46: the same stations with two candidates’ columns exchanged', () => {
  const counted = [
    [312, 140, 9],
    [401, 95, 14],
    [77, 350, 3],
    [288, 201, 0],
    [190, 60, 22],
  ] as const
  const exchanged = ([first, second, third]: (typeof counted)[number]) => [second, first, third]
  const sums = [1_268, 846, 48]

  it('the count follows what the presiding officers signed, and names every exchange', () => {
    const seat = night()
    signAndAccept(seat)
    counted.forEach((votes, at) =>
      seat.must(seat.ro.say('NA-46', copyOf({ votes: exchanged(votes) }, at + 1, CopyKind.RETURNING_OFFICER))),
    )
    const { form47 } = seat.log
    expect(form47.candidates.map(({ votes }) => votes)).toEqual(sums)
    expect(form47.candidates.map(({ disputed }) => disputed)).toEqual(sums)
    expect(form47.stations).toMatchObject({ listed: 5, accepted: 5, held: 0 })
    expect(form47.disputes).toMatchObject(
      counted.map((_, at) => ({ station: at + 1, copy: 'returning-officer', swapped: [0, 1] })),
    )
  })

  it("the agents' copies agree with the signed forms and dispute nothing", () => {
    const seat = night()
    counted.forEach((votes, at) => seat.must(seat.agent(at + 1, 1).fileCopy({ votes: [...votes] }, at + 1)))
    signAndAccept(seat)
    expect(seat.log.form47.disputes).toEqual([])
    expect(seat.log.form47.candidates.map(({ disputed }) => disputed)).toEqual([0, 0, 0])
  })

  it('a second form signed with the exchange holds the station until it is corrected or ordered, and is named too', () => {
    const seat = night()
    signAndAccept(seat)
    seat.must(seat.po(1).submit({ votes: exchanged(counted[0]) }))
    const { form47 } = seat.log
    expect(form47.holds).toMatchObject([{ station: 1, why: 'form-45/second-form', swapped: [0, 1] }])
    expect(form47.candidates.map(({ votes, held }) => [votes, held])).toEqual([
      [1_268 - 312, 312],
      [846 - 140, 140],
      [48 - 9, 9],
    ])
  })

  it('in whatever order forms, copies and acceptances come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), fc.boolean(), (order, copiesFirst) => {
        const seat = night()
        const file = () => {
          for (const at of order)
            seat.must(seat.candidate(2).fileCopy({ votes: exchanged(counted[at]!) }, at + 1, CopyKind.AGENT))
        }
        if (copiesFirst) file()
        signAndAccept(seat, order)
        if (!copiesFirst) file()
        expect(seat.log.form47.candidates.map(({ votes, disputed }) => [votes, disputed])).toEqual(
          sums.map((sum) => [sum, sum]),
        )
        expect(seat.log.form47.disputes.map(({ swapped }) => swapped)).toEqual(counted.map(() => [0, 1]))
      }),
      { numRuns: 10 },
    )
  })

  function signAndAccept(seat: FixtureSeat, order: readonly number[] = [0, 1, 2, 3, 4]): void {
    for (const at of order) {
      const form = seat.must(seat.po(at + 1).submit({ votes: [...counted[at]!] }))
      seat.must(seat.ro.accept(form, at + 1))
    }
  }
})

function night(): FixtureSeat {
  return fixtureElection({ seats: ['NA-46'], stations: 5, signer: markingSigner(), watchers: true }).seat('NA-46')
}
