import { SeatOrder } from '@khata/proto'
import { expect, it } from 'vitest'
import { begin, bodies, conclude, countAll, fixtureElection, markingSigner } from '../fixture/index.ts'

// PK-23 Shangla, 2018: 69,827 polled, 5.01 % of them by women; voided under Elections Act 2017 s. 9, upheld by the Supreme
// Court, polled again on 10 September 2018 (dawn.com/news/1432067, geo.tv/latest/206911). The share is of the votes
// polled, not of the women registered. How the votes lay among stations is made up.
it('PK-23: women are 5.01 % of the votes polled: flagged, void by HQ, and polled again', () => {
  const station = { registeredMale: 60_000, registeredFemale: 60_000, registeredTotal: 120_000 }
  const parameters = { womenSharePerMilleMin: 100 }
  const election = fixtureElection({ seats: ['PK-23'], station, stations: 2, signer: markingSigner(), parameters })
  const seat = election.seat('PK-23')
  const polled = (votes: readonly number[], votersFemale: number, poll: number) => {
    const votersTotal = votes.reduce((sum, one) => sum + one, 0)
    return { votes, fields: { votersFemale, votersMale: votersTotal - votersFemale, votersTotal, poll } }
  }
  begin(seat, countAll(seat, [polled([20_000, 15_000, 0], 2_000, 1), polled([17_000, 17_827, 0], 1_498, 1)]))
  expect(seat.log.form49.totals.polled.votes).toBe(69_827)
  expect(seat.log.form49.womenShare).toEqual({ perMille: 50, belowMin: true })
  conclude(seat)

  const order = (kind: SeatOrder) =>
    election.hq.say('PK-23', bodies.seatOrder(kind, { reason: 'women were kept away' }))
  seat.must(order(SeatOrder.VOID))
  expect(seat.log.form47.order).toEqual({ status: 'void', entry: seat.log.fold.size - 1 })
  seat.must(order(SeatOrder.REPOLL))
  expect(seat.log.form47).toMatchObject({ stations: { awaited: 2, accepted: 0 }, order: { status: 'repoll' } })

  begin(seat, countAll(seat, [polled([21_000, 15_000, 0], 9_000, 2), polled([19_000, 17_000, 0], 8_000, 2)]))
  expect(seat.log.form49.womenShare).toEqual({ perMille: 236, belowMin: false })
  conclude(seat)
  expect(seat.log.form49.outcome).toMatchObject({ candidates: [1], margin: 8_000 })
})
