import { SeatOrder, StationOrder, TribunalEffect } from '@khata/proto'
import { bodies } from './bodies.ts'
import { begin, conclude } from './consolidating.ts'
import type { Contest } from './contest.ts'
import { issue, send, sendByAssistant, tally } from './desk.ts'
import type { Count } from './figures.ts'
import { enrolPeople } from './people.ts'
import type { Scene } from './scene.ts'

/** The ways of stations and seats that no other contest goes. */
export const roundContests: readonly Contest[] = [
  {
    title: 'stations closed and polled again from whatever state they are in',
    kind: {
      seat: 'NA-410',
      province: 'sindh',
      candidates: 2,
      stations: ['combined', 'combined', 'combined', 'combined', 'combined', 'combined', 'combined'],
    },
    beforeFreeze: (scene) => enrolPeople(scene, { assistants: [1, 2] }),
    play: playStations,
    comesTo: {
      proceedings: { status: 'counting', provisional: { stage: 'complete' } },
      form47: { stations: { listed: 7, accepted: 4, closed: 3 }, candidates: [{ votes: 80 }, { votes: 40 }] },
    },
  },
  {
    title: 'a seat made void and polled again from whatever state it is in, at last after the gazette',
    kind: { seat: 'PP-407', province: 'punjab', candidates: 2, stations: ['combined'] },
    play: playSeat,
    comesTo: {
      proceedings: { status: 'void', tribunal: [], stationOrders: [] },
      form47: {
        order: { status: 'void' },
        stations: { listed: 1, accepted: 1 },
        candidates: [{ votes: 10 }, { votes: 20 }],
        otherForms: [{ station: 1, why: 'superseded' }],
      },
      form49: { outcome: { kind: 'returned', candidates: [2], margin: 10 } },
    },
  },
  {
    title: 'a sole candidate returned without a poll, and a petition dismissed',
    kind: { seat: 'PS-406', province: 'sindh', candidates: 1, stations: ['combined'] },
    play: async (scene) => {
      await scene.says(scene.ro, bodies.seatOrder(SeatOrder.UNOPPOSED, 1))
      await scene.says(scene.hq, bodies.tribunal(TribunalEffect.UPHELD))
    },
    comesTo: {
      proceedings: { status: 'upheld' },
      form47: { stations: { listed: 1, awaited: 1 }, candidates: [{ votes: 0 }] },
    },
  },
]

async function playStations(scene: Scene): Promise<void> {
  const { ro, hq } = scene
  const first: Count = { votes: [30, 10] }
  const other: Count = { votes: [10, 30] }
  const reject = async (station: number) =>
    await scene.says(ro, bodies.rejected(station, await send(scene, station, first)))
  const ask = async (station: number) => await scene.says(ro, bodies.asked(station, await send(scene, station, first)))
  const close = (station: number) => scene.says(ro, bodies.stationOrder(station, StationOrder.CLOSED))
  const pollAgain = (station: number) => scene.says(hq, bodies.stationOrder(station, StationOrder.REPOLL))

  await reject(1)
  await sendByAssistant(scene, 1, other)
  await close(1)
  await ask(2)
  await sendByAssistant(scene, 2, other)
  await pollAgain(2)
  await ask(3)
  await close(3)
  await reject(4)
  await close(4)
  await send(scene, 5, first)
  await pollAgain(5)
  await ask(6)
  await pollAgain(6)
  await reject(7)
  await pollAgain(7)
  for (const station of [2, 5, 6, 7]) await tally(scene, station, { votes: [20, 10], otherwise: { poll: 2 } })
  await issue(scene, 'complete')
}

async function playSeat(scene: Scene): Promise<void> {
  const { hq } = scene
  const order = (...orders: readonly SeatOrder[]) => inTurn(orders, (one) => scene.says(hq, bodies.seatOrder(one)))
  const judge = (effect: TribunalEffect, candidate?: number) => scene.says(hq, bodies.tribunal(effect, candidate))
  const { VOID, REPOLL, WITHHELD, RELEASED } = SeatOrder

  await order(VOID, REPOLL, WITHHELD, RELEASED, VOID, REPOLL, WITHHELD, VOID, REPOLL)
  await tally(scene, 1, { votes: [20, 10], otherwise: { poll: 4 } })
  await begin(scene)
  await order(WITHHELD, RELEASED)
  await conclude(scene)
  await judge(TribunalEffect.UPHELD)
  await judge(TribunalEffect.ELECTION_VOID)
  await judge(TribunalEffect.ANOTHER_RETURNED, 2)
  await judge(TribunalEffect.ELECTION_VOID)
  await order(REPOLL)
  await tally(scene, 1, { votes: [10, 20], otherwise: { poll: 5 } })
  await begin(scene)
  await conclude(scene)
  await scene.says(hq, bodies.gazetted())
  await order(VOID)
}

async function inTurn<One>(all: readonly One[], act: (one: One) => Promise<unknown>): Promise<void> {
  for (const one of all) await act(one)
}
