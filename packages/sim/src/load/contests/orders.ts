import { SeatOrder, StationOrder } from '@khata/proto'
import { bodies } from './bodies.ts'
import { begin, conclude } from './consolidating.ts'
import type { Contest } from './contest.ts'
import { accept, issue, send, sendByAssistant, tally, tallyAll } from './desk.ts'
import type { Count } from './figures.ts'
import { enrolPeople } from './people.ts'
import type { Scene } from './scene.ts'

/** Orders about stations and seats: closed, withheld, void, polled again. */
export const orderContests: readonly Contest[] = [
  {
    title: 'every order about a station: stopped, adjourned, box lost, hours, merged, void, closed, polled again',
    kind: {
      seat: 'NA-403',
      province: 'punjab',
      candidates: 2,
      stations: ['combined', 'male', 'female', 'combined', 'combined', 'combined', 'combined', 'combined'],
    },
    beforeFreeze: (scene) => enrolPeople(scene, { assistants: [1] }),
    play: playStationOrders,
    comesTo: {
      proceedings: {
        status: 'withheld',
        stationOrders: [
          { station: 1, order: 'poll-stopped', poll: 1 },
          { station: 1, order: 'repoll', poll: 1 },
          { station: 2, order: 'adjourned' },
          { station: 3, order: 'box-lost' },
          { station: 4, order: 'hours-extended' },
          { station: 5, order: 'merged' },
          { station: 6, order: 'void' },
          { station: 7, order: 'closed' },
          { station: 8, order: 'repoll' },
        ],
      },
      form47: {
        order: { status: 'withheld' },
        stations: { listed: 8, accepted: 3, closed: 5 },
        candidates: [{ votes: 100 + 70 + 60 }, { votes: 50 + 80 + 50 }],
        otherForms: [
          { station: 1, why: 'superseded' },
          { station: 1, why: 'form-45/other-poll' },
          { station: 8, why: 'superseded' },
        ],
      },
      form48: { closed: [{ station: 2 }, { station: 3 }, { station: 5 }, { station: 6 }, { station: 7 }] },
      form49: { outcome: { kind: 'returned', candidates: [1], margin: 50 } },
    },
  },
  {
    title: 'a seat withheld and released, void for want of women’s votes, and polled again as a whole',
    kind: { seat: 'PP-403', province: 'punjab', candidates: 2, stations: ['combined', 'combined'] },
    play: playRepoll,
    comesTo: {
      proceedings: {
        status: 'gazetted',
        changes: [
          { from: 'counting', to: 'withheld' },
          { from: 'withheld', to: 'counting' },
          { from: 'counting', to: 'consolidating' },
          { from: 'consolidating', to: 'void' },
          { from: 'void', to: 'repoll' },
          { from: 'repoll', to: 'consolidating' },
          { from: 'consolidating', to: 'concluded' },
          { from: 'concluded', to: 'gazetted' },
        ],
        womenShare: { belowMin: false },
      },
      form47: {
        stations: { listed: 2, accepted: 2 },
        candidates: [{ votes: 90 }, { votes: 110 }],
        otherForms: [
          { station: 1, why: 'superseded' },
          { station: 2, why: 'superseded' },
        ],
      },
      form49: { outcome: { kind: 'returned', candidates: [2], margin: 20 } },
    },
  },
  {
    title: 'a poll postponed, as a candidate has died, and held once the seat is released',
    kind: { seat: 'NA-407', province: 'sindh', candidates: 2, stations: ['combined'] },
    play: playPostponed,
    comesTo: {
      proceedings: {
        status: 'counting',
        changes: [
          { from: 'counting', to: 'postponed' },
          { from: 'postponed', to: 'counting' },
        ],
        provisional: { stage: 'complete' },
      },
      form47: { stations: { listed: 1, accepted: 1 }, candidates: [{ votes: 30 }, { votes: 20 }] },
    },
  },
  {
    title: 'a seat whose poll stays postponed',
    kind: { seat: 'PS-405', province: 'sindh', candidates: 2, stations: ['combined'] },
    play: async (scene) => {
      await scene.says(scene.ro, bodies.seatOrder(SeatOrder.POSTPONED))
    },
    comesTo: {
      proceedings: { status: 'postponed' },
      form47: { order: { status: 'postponed' }, stations: { listed: 1, awaited: 1 } },
    },
  },
  {
    title: 'a candidate returned without a poll, once the other has retired',
    kind: { seat: 'PP-405', province: 'punjab', candidates: 2, stations: ['combined', 'combined'] },
    play: playUnopposed,
    comesTo: {
      proceedings: {
        status: 'gazetted',
        changes: [
          { from: 'counting', to: 'unopposed' },
          { from: 'unopposed', to: 'gazetted' },
        ],
      },
      form47: { stations: { listed: 2, awaited: 2 }, candidates: [{}, { retired: true }] },
      form33: { candidates: [{ serial: 1 }, { serial: 2, retired: true }] },
    },
  },
]

async function playStationOrders(scene: Scene): Promise<void> {
  const { ro, hq, drill } = scene
  const stopped = await send(scene, 1, { votes: [10, 90] })
  await scene.says(ro, bodies.stationOrder(1, StationOrder.POLL_STOPPED))
  await scene.refused('form-45/not-in-this-state', ro, bodies.accepted(1, stopped))
  await scene.refused('order/not-this-office', ro, bodies.stationOrder(1, StationOrder.REPOLL))
  await scene.says(hq, bodies.stationOrder(1, StationOrder.REPOLL))
  await sendByAssistant(scene, 1, { votes: [10, 90] })
  await tally(scene, 1, ofPoll(2, [100, 50]))
  await scene.says(ro, bodies.stationOrder(2, StationOrder.ADJOURNED))
  await scene.says(ro, bodies.stationOrder(3, StationOrder.BOX_LOST))
  const until = (drill.plan.closeOfPollMs ?? 0) + 1_800_000
  await scene.says(ro, bodies.stationOrder(4, StationOrder.HOURS_EXTENDED, { until }))
  await tally(scene, 4, { votes: [70, 80] })
  await scene.refused('order/cannot-merge', ro, bodies.stationOrder(5, StationOrder.MERGED, { into: 2 }))
  await scene.says(ro, bodies.stationOrder(5, StationOrder.MERGED, { into: 4 }))
  await tally(scene, 6, { votes: [5, 500] })
  await scene.refused('order/not-this-office', ro, bodies.stationOrder(6, StationOrder.VOID))
  await scene.says(hq, bodies.stationOrder(6, StationOrder.VOID))
  await scene.says(ro, bodies.stationOrder(7, StationOrder.CLOSED))
  await tally(scene, 8, { votes: [1, 300] })
  await scene.says(hq, bodies.stationOrder(8, StationOrder.REPOLL))
  await tally(scene, 8, ofPoll(2, [60, 50]))
  await begin(scene)
  await scene.refused('seat/not-in-this-state', hq, bodies.stationOrder(8, StationOrder.REPOLL))
  await conclude(scene)
  await scene.says(hq, bodies.seatOrder(SeatOrder.WITHHELD))
}

async function playRepoll(scene: Scene): Promise<void> {
  const { ro, hq } = scene
  const menAlone = { votersMale: 95, votersFemale: 5 }
  const first = await send(scene, 1, { votes: [60, 40], otherwise: menAlone })
  await scene.refused('order/not-this-office', ro, bodies.seatOrder(SeatOrder.WITHHELD))
  await scene.says(hq, bodies.seatOrder(SeatOrder.WITHHELD))
  await accept(scene, 1, first)
  await tally(scene, 2, { votes: [70, 30], otherwise: menAlone })
  await scene.refused('seat/not-in-this-state', ro, bodies.notified(Date.now()))
  await scene.says(hq, bodies.seatOrder(SeatOrder.RELEASED))
  await begin(scene)
  await scene.says(hq, bodies.seatOrder(SeatOrder.VOID))
  await scene.refused('seat/not-in-this-state', ro, bodies.accepted(1, first))
  await scene.says(hq, bodies.seatOrder(SeatOrder.REPOLL))
  await issue(scene, 'partial')
  await tallyAll(scene, [ofPoll(2, [40, 60]), ofPoll(2, [50, 50])])
  await begin(scene)
  await conclude(scene)
  await scene.says(hq, bodies.gazetted())
}

async function playPostponed(scene: Scene): Promise<void> {
  const { ro, hq } = scene
  await scene.refused('order/not-this-office', hq, bodies.seatOrder(SeatOrder.POSTPONED))
  await scene.says(ro, bodies.seatOrder(SeatOrder.POSTPONED))
  await scene.refused('seat/not-in-this-state', ro, bodies.stationOrder(1, StationOrder.CLOSED))
  await scene.says(hq, bodies.seatOrder(SeatOrder.RELEASED))
  await tally(scene, 1, { votes: [30, 20] })
  await issue(scene, 'complete')
}

async function playUnopposed(scene: Scene): Promise<void> {
  const { ro, hq } = scene
  await scene.refused('seat/contested', ro, bodies.seatOrder(SeatOrder.UNOPPOSED, 1))
  await scene.says(ro, bodies.retired(2))
  await scene.refused('candidate/already-retired', ro, bodies.retired(2))
  await scene.says(ro, bodies.seatOrder(SeatOrder.UNOPPOSED, 1))
  await scene.says(hq, bodies.gazetted())
}

function ofPoll(poll: number, votes: readonly number[]): Count {
  return { votes, otherwise: { poll } }
}
