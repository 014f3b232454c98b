import { RecountGround, SeatOrder, TribunalEffect } from '@khata/proto'
import { bodies } from './bodies.ts'
import { begin, conclude } from './consolidating.ts'
import type { Contest } from './contest.ts'
import { issue, tally, tallyAll } from './desk.ts'
import { formFrom } from './figures.ts'
import { enrolPeople } from './people.ts'
import type { Scene } from './scene.ts'

/** From Form 47 to Forms 48 and 49, and what courts make of them. */
export const recountContests: readonly Contest[] = [
  {
    title: 'recounts that must be granted, are refused, ordered by HQ, and change who leads; excluded ballots',
    kind: { seat: 'NA-404', province: 'punjab', candidates: 3, stations: ['combined', 'male', 'female'] },
    beforeFreeze: (scene) => enrolPeople(scene, { candidates: 3, agents: [[2, 1]] }),
    play: playRecounts,
    comesTo: {
      proceedings: {
        status: 'concluded',
        recount: {
          margin: 2,
          byMargin: true,
          byExcluded: true,
          requests: [
            { candidate: 2, ground: 'margin', decided: { granted: true } },
            { candidate: 1, ground: 'excluded', decided: { granted: true } },
            { candidate: 3, ground: 'other', decided: { granted: false } },
          ],
          due: [],
        },
        results: [
          { kind: 'recount', station: 1 },
          { kind: 'recount', station: 2 },
          { kind: 're-examination', station: 2 },
          { kind: 'recount', station: 3 },
          { kind: 'postal', station: null },
        ],
      },
      form47: {
        stations: { listed: 3, accepted: 3 },
        candidates: [{ votes: 240 }, { votes: 238 }, { votes: 12 }],
        leading: { column: 0, marginOverNext: 2 },
      },
      form48: {
        rows: [
          { votes: [97, 101, 5], excluded: 3 },
          { votes: [80, 80, 4], excluded: 1 },
          { votes: [60, 61, 3], excluded: 0 },
        ],
      },
      form49: {
        candidates: [{ votes: 238 }, { votes: 244 }, { votes: 12 }],
        outcome: { kind: 'returned', candidates: [2], margin: 6, provisional: { candidates: [1], margin: 2 } },
      },
    },
  },
  {
    title: 'a recount refused where its ground does not hold, and a tie that the lot settles',
    kind: { seat: 'PS-402', province: 'sindh', candidates: 3, stations: ['male', 'female'] },
    beforeFreeze: (scene) => enrolPeople(scene, { candidates: 2 }),
    play: playTie,
    comesTo: {
      proceedings: {
        status: 'gazetted',
        recount: { margin: 50, byMargin: false, byExcluded: false, requests: [{ decided: { granted: false } }] },
        lot: { first: 2, second: 1 },
      },
      form47: { stations: { listed: 2, accepted: 2 }, leading: { column: 0, marginOverNext: 50 } },
      form49: { outcome: { kind: 'tie', candidates: [1, 2], margin: 0, provisional: { candidates: [1] } } },
    },
  },
  {
    title: 'the smallest seat: one station, three with as many votes, and a tribunal that declares the election void',
    kind: { seat: 'NA-405', province: 'sindh', candidates: 3, stations: ['combined'] },
    play: playTieOfMore,
    comesTo: {
      proceedings: { status: 'void', tribunal: [{ effect: 'election-void', candidate: null }], lot: null },
      form47: { order: { status: 'void' }, stations: { listed: 1, accepted: 1 } },
      form49: { outcome: { kind: 'tie-of-more', candidates: [1, 2, 3], margin: 0 } },
    },
  },
  {
    title: 'a judgement that returns another',
    kind: { seat: 'PS-403', province: 'sindh', candidates: 2, stations: ['combined', 'combined'] },
    play: playTribunal,
    comesTo: {
      proceedings: {
        status: 'another-returned',
        changes: [
          { to: 'consolidating' },
          { to: 'concluded' },
          { from: 'concluded', to: 'withheld' },
          { from: 'withheld', to: 'concluded' },
          { to: 'gazetted' },
          { from: 'gazetted', to: 'upheld' },
          { from: 'upheld', to: 'another-returned' },
        ],
        tribunal: [{ effect: 'upheld' }, { effect: 'another-returned', candidate: 2 }],
      },
      form47: { stations: { listed: 2, accepted: 2 }, candidates: [{ votes: 120 }, { votes: 80 }] },
      form49: { outcome: { kind: 'returned', candidates: [1], margin: 40 } },
    },
  },
]

async function playRecounts(scene: Scene): Promise<void> {
  const { ro, hq } = scene
  await tally(scene, 1, { votes: [100, 98, 5], excluded: 3 })
  await scene.refused('candidate/not-own', scene.person('candidate/2'), bodies.recountAsked(1, RecountGround.MARGIN))
  const byMargin = await scene.says(scene.person('candidate/2'), bodies.recountAsked(2, RecountGround.MARGIN, [1]))
  await scene.refused('recount/no-margin-yet', ro, bodies.recountDecided(byMargin, true))
  await tally(scene, 2, { votes: [80, 79, 4], excluded: 2 })
  await tally(scene, 3, { votes: [60, 61, 3] })
  const form47 = await issue(scene, 'complete')
  await scene.refused('recount/must-grant', ro, bodies.recountDecided(byMargin, false))
  await scene.says(ro, bodies.recountDecided(byMargin, true))
  const byExcluded = await scene.says(scene.person('agent/2/1'), bodies.recountAsked(1, RecountGround.EXCLUDED, [2]))
  await scene.says(ro, bodies.notified(Date.now()))
  await scene.refused('recount/undecided', ro, bodies.begun(form47))
  await scene.says(ro, bodies.recountDecided(byExcluded, true))
  const other = await scene.says(scene.person('candidate/3'), bodies.recountAsked(3, RecountGround.OTHER))
  await scene.says(ro, bodies.recountDecided(other, false))
  await scene.says(ro, bodies.begun(form47))
  await scene.refused('recount/too-late', scene.person('candidate/3'), bodies.recountAsked(3, RecountGround.OTHER))

  const recount = (station: number, votes: readonly number[], excluded = 0) =>
    scene.says(ro, bodies.recounted(formFrom(scene, station, { votes, excluded })))
  await scene.refused('recount/outstanding', ro, concludedTooSoon)
  await recount(1, [97, 101, 5], 3)
  await recount(2, [80, 79, 4], 2)
  await scene.refused('excluded/too-few', ro, bodies.reexamined(2, 1, 3))
  await scene.says(ro, bodies.reexamined(2, 1, 1))
  await scene.says(hq, bodies.recountOrdered([3]))
  await recount(3, [60, 61, 3])
  await scene.says(ro, bodies.postal([1, 2, 0], 0))
  await conclude(scene)
}

const concludedTooSoon = {
  body: 'consolidationConcluded',
  consolidationConcluded: { size: 0, form48Sha256: new Uint8Array(32), form49Sha256: new Uint8Array(32) },
} as const

async function playTie(scene: Scene): Promise<void> {
  const { ro, hq } = scene
  await tallyAll(scene, [{ votes: [300, 100, 10] }, { votes: [100, 250, 10] }])
  const form47 = await issue(scene, 'complete')
  const asked = await scene.says(scene.person('candidate/2'), bodies.recountAsked(2, RecountGround.MARGIN))
  await scene.refused('recount/ground-does-not-hold', ro, bodies.recountDecided(asked, true))
  await scene.says(ro, bodies.recountDecided(asked, false))
  await scene.refused('consolidation/not-notified', ro, bodies.begun(form47))
  await scene.says(ro, bodies.notified(Date.now()))
  await scene.says(ro, bodies.begun(form47))
  await scene.says(ro, bodies.postal([0, 50, 0], 1))
  await scene.refused('seat/not-in-this-state', ro, bodies.lot(2, 1))
  await conclude(scene)
  await scene.refused('lot/not-of-this-tie', ro, bodies.lot(1, 3))
  await scene.says(ro, bodies.lot(2, 1))
  await scene.says(hq, bodies.gazetted())
}

async function playTieOfMore(scene: Scene): Promise<void> {
  await tally(scene, 1, { votes: [70, 70, 70] })
  await begin(scene)
  await conclude(scene)
  await scene.refused('lot/not-of-this-tie', scene.ro, bodies.lot(1, 2))
  await scene.says(scene.hq, bodies.tribunal(TribunalEffect.ELECTION_VOID))
}

async function playTribunal(scene: Scene): Promise<void> {
  const { hq } = scene
  await tallyAll(scene, [{ votes: [60, 40] }, { votes: [60, 40] }])
  await begin(scene)
  await scene.refused('seat/not-in-this-state', hq, bodies.tribunal(TribunalEffect.UPHELD))
  await conclude(scene)
  await scene.says(hq, bodies.seatOrder(SeatOrder.WITHHELD))
  await scene.says(hq, bodies.seatOrder(SeatOrder.RELEASED))
  await scene.says(hq, bodies.gazetted())
  await scene.says(hq, bodies.tribunal(TribunalEffect.UPHELD))
  await scene.refused('candidate/not-in-form-33', hq, bodies.tribunal(TribunalEffect.ANOTHER_RETURNED))
  await scene.says(hq, bodies.tribunal(TribunalEffect.ANOTHER_RETURNED, 2))
}
