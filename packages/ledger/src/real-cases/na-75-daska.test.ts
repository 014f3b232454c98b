import { Role, SeatOrder } from '@khata/proto'
import { expect, it } from 'vitest'
import { begin, bodies, conclude, fixtureElection, markingSigner } from '../fixture/index.ts'

// NA-75 Daska, 19 February 2021: about 20 presiding officers vanished with the bags until the morning; HQ withheld the
// result, voided the poll and had the whole seat polled again on 10 April with other staff at those stations
// (arynews.tv/en/ecp-inquiry-report-daska-by-polls, thenews.com.pk/latest/802069). Figures and the number of the other
// stations are made up.
it('NA-75: 20 stations late, the result withheld, the poll void, and the seat polled again', () => {
  const late = 20
  const inTime = 4
  const election = fixtureElection({ seats: ['NA-75'], stations: late + inTime, signer: markingSigner() })
  const seat = election.seat('NA-75')
  const order = (kind: SeatOrder) => seat.must(election.hq.say('NA-75', bodies.seatOrder(kind, { reason: 'Daska' })))
  const count = (station: number, votes: readonly number[], poll = 1) =>
    seat.must(seat.ro.accept(seat.must(seat.po(station).submit({ votes, fields: { poll } })), station))

  for (let station = 1; station <= inTime; station += 1) count(station, [100, 120, 0])
  seat.must(seat.ro.issueForm47(seat.log))
  expect(seat.log.seat.issued?.awaited).toHaveLength(late)

  order(SeatOrder.WITHHELD)
  for (let station = inTime + 1; station <= inTime + late; station += 1) count(station, [300, 10, 0])
  expect(seat.log.form47).toMatchObject({ order: { status: 'withheld' }, stations: { accepted: late + inTime } })
  expect(seat.log.admit(seat.ro.issueForm47(seat.log))?.code).toBe('seat/not-in-this-state')

  order(SeatOrder.VOID)
  order(SeatOrder.REPOLL)
  expect(seat.log.form47).toMatchObject({
    stations: { awaited: late + inTime, accepted: 0 },
    otherForms: { length: 24 },
  })

  for (let station = 1; station <= inTime; station += 1) count(station, [100, 120, 0], 2)
  for (let station = inTime + 1; station <= inTime + late; station += 1) {
    const substitute = seat.stranger(`substitute/${station}`, station)
    const office = { office: `po/${station}/2`, role: Role.PRESIDING_OFFICER, station }
    seat.must(
      seat.ro.enrol(substitute, office, { reason: 'another officer for the re-poll', secondOfficers: [seat.aro] }),
    )
    const form = seat.must(substitute.submit({ votes: [100, 110, 0], fields: { poll: 2 } }))
    seat.must(seat.ro.accept(form, station))
  }
  begin(seat, seat.must(seat.ro.issueForm47(seat.log)))
  conclude(seat)
  expect(seat.log.form49).toMatchObject({
    candidates: [{ votes: 2_400 }, { votes: 2_680 }, { votes: 0 }],
    outcome: { kind: 'returned', candidates: [2], margin: 280 },
  })
  expect(seat.log.seat.proceedings.changes.map(({ to }) => to)).toEqual([
    'withheld',
    'void',
    'repoll',
    'consolidating',
    'concluded',
  ])
})
