import { Form45Figure, StationOrder, TribunalEffect } from '@khata/proto'
import { officerAt } from '../../drill/devices.ts'
import { bodies } from './bodies.ts'
import { begin, conclude } from './consolidating.ts'
import type { Contest } from './contest.ts'
import { accept, correct, issue, send, sendByAssistant, tally, tallyAll, verify } from './desk.ts'
import { formFrom } from './figures.ts'
import { enrolPeople } from './people.ts'
import type { Scene } from './scene.ts'

/** The count: forms sent, corrected, rejected, held and locked. */
export const nightContests: readonly Contest[] = [
  {
    title: 'a count without trouble, from the first partial Form 47 to the gazette and a petition dismissed',
    kind: {
      seat: 'NA-401',
      province: 'punjab',
      candidates: 4,
      stations: ['male', 'female', 'combined', 'unknown'],
    },
    beforeFreeze: (scene) => enrolPeople(scene, { candidates: 2 }),
    play: playCount,
    comesTo: {
      proceedings: {
        status: 'upheld',
        provisional: { stage: 'complete', announced: true, affixed: true },
        acts: {
          concluded: { outcome: 'met' },
          sent: { outcome: 'met' },
          published: { outcome: 'missed' },
          gazetted: { outcome: 'no-deadline' },
        },
        tribunal: [{ effect: 'upheld', outcome: 'met' }],
        notices: [{ receivedBy: [{ office: 'candidate/1' }] }],
      },
      form47: {
        stations: { listed: 4, accepted: 4 },
        candidates: [{ votes: 420 }, { votes: 360 }, { votes: 100 }, { votes: 17 }],
        leading: { column: 0, marginOverNext: 60, mayChange: false },
        deadlines: [
          { stage: 'partial', outcome: 'missed' },
          { stage: 'complete', outcome: 'missed' },
        ],
        locks: { none: 0, remote: 4, shown: 0 },
      },
      form48: {
        stations: { male: 1, female: 1, combined: 1, unknown: 1 },
        postal: { votes: [5, 9, 0, 1], valid: 15, rejected: 2 },
        changes: [{ kind: 'postal', from: null }],
      },
      form49: {
        candidates: [{ votes: 425 }, { votes: 369 }, { votes: 100 }, { votes: 18 }],
        totals: { polled: { votes: 922 }, invalid: { votes: 10 }, postalRejected: 2 },
        outcome: { kind: 'returned', candidates: [1], margin: 56, provisional: { candidates: [1], margin: 60 } },
      },
    },
  },
  {
    title: 'forms returned figure by figure, corrected beyond what was asked, rejected, and returned once counted',
    kind: { seat: 'PP-401', province: 'punjab', candidates: 3, stations: ['combined', 'combined', 'female'] },
    play: playCorrections,
    comesTo: {
      proceedings: { status: 'counting', provisional: { stage: 'complete' } },
      form47: {
        stations: { listed: 3, accepted: 3 },
        candidates: [{ votes: 130 }, { votes: 125 }, { votes: 30 }],
        otherForms: [
          { station: 1, why: 'superseded', findings: ['form-45/sum-mismatch', 'form-45/polled-mismatch'] },
          { station: 1, why: 'superseded', findings: ['form-45/correction-beyond-request', 'form-45/votes-changed'] },
          { station: 2, why: 'superseded', findings: [] },
          { station: 3, why: 'superseded', findings: ['form-45/not-posted'] },
        ],
      },
    },
  },
  {
    title: 'stations held for each reason, and each way out: correction, order of HQ, recount',
    kind: {
      seat: 'NA-402',
      province: 'punjab',
      candidates: 3,
      stations: ['combined', 'male', 'female', 'combined'],
    },
    beforeFreeze: (scene) => enrolPeople(scene, { assistants: [1, 2, 3, 4] }),
    play: playHolds,
    comesTo: {
      proceedings: { status: 'counting', recount: { due: [] } },
      form47: {
        stations: { listed: 4, accepted: 4, held: 0 },
        candidates: [{ votes: 11 + 22 + 34 + 40 }, { votes: 9 + 18 + 20 + 20 }, { votes: 4 }],
        otherForms: [
          { station: 1, why: 'form-45/second-form' },
          { station: 1, why: 'superseded' },
          { station: 2, why: 'form-45/key-of-another-station' },
          { station: 2, why: 'superseded' },
          { station: 3, why: 'form-45/lock-breach' },
          { station: 3, why: 'superseded' },
          { station: 4, why: 'form-45/repeated' },
          { station: 4, why: 'form-45/correction-not-asked' },
        ],
        holds: [],
      },
    },
  },
  {
    title: 'the lock of a form: none, remote, challenged, shown at the office',
    kind: { seat: 'PP-402', province: 'punjab', candidates: 2, stations: ['combined', 'male', 'female'] },
    beforeFreeze: (scene) => enrolPeople(scene, { operators: 1 }),
    play: playLocks,
    comesTo: {
      proceedings: { status: 'counting' },
      form47: {
        stations: { listed: 3, accepted: 3 },
        candidates: [{ votes: 33 }, { votes: 30 }],
        locks: { none: 0, remote: 1, shown: 2, neverShown: [3] },
      },
    },
  },
  {
    title: 'a partial Form 47 that stands: a station in every state',
    kind: {
      seat: 'PS-404',
      province: 'sindh',
      candidates: 2,
      stations: ['combined', 'combined', 'combined', 'combined', 'combined', 'combined', 'combined'],
    },
    beforeFreeze: (scene) => enrolPeople(scene, { assistants: [5] }),
    play: playOpen,
    comesTo: {
      proceedings: { status: 'counting', provisional: { stage: 'partial' } },
      form47: {
        stations: { listed: 7, awaited: 1, received: 1, returned: 1, rejected: 1, held: 1, accepted: 1, closed: 1 },
        candidates: [
          { votes: 50, held: 40 },
          { votes: 40, held: 30 },
        ],
        notCounted: [
          { station: 1, status: 'awaited', since: null, reason: 'the road is closed' },
          { station: 2, status: 'received', reason: 'the road is closed' },
          { station: 3, status: 'returned', reason: 'the road is closed' },
          { station: 4, status: 'rejected', reason: 'the road is closed' },
          { station: 5, status: 'held', reason: 'the road is closed' },
          { station: 7, status: 'closed' },
        ],
        holds: [{ station: 5, why: 'form-45/lock-breach' }],
      },
    },
  },
  {
    title: 'a large seat: forty stations of each kind, as many candidates as any list of 2024',
    kind: {
      seat: 'NA-409',
      province: 'punjab',
      candidates: 46,
      stations: Array.from({ length: 40 }, (_, at) => (['male', 'female', 'combined'] as const)[at % 3] ?? 'combined'),
    },
    play: playLarge,
    comesTo: {
      proceedings: { status: 'concluded' },
      form47: { stations: { listed: 40, accepted: 40 }, leading: { column: 45, votes: 40 * 18 } },
      form48: { stations: { male: 14, female: 13, combined: 13, total: 40 } },
      form49: { outcome: { kind: 'returned', candidates: [46], margin: 120 } },
    },
  },
]

async function playCount(scene: Scene): Promise<void> {
  const { ro, hq } = scene
  await tally(scene, 1, { votes: [120, 80, 30, 5], excluded: 6 })
  await issue(scene, 'partial')
  await tally(scene, 2, { votes: [90, 100, 20, 3], excluded: 4 })
  await tally(scene, 3, { votes: [150, 110, 40, 8] })
  await tally(scene, 4, { votes: [60, 70, 10, 1] })
  const notice = await scene.says(ro, bodies.notified(Date.now() + 3_600_000))
  await scene.says(scene.person('candidate/1'), bodies.noticeReceived(notice))
  await scene.refused('act/already-done', scene.person('candidate/1'), bodies.noticeReceived(notice))
  await scene.says(ro, bodies.begun(await issue(scene, 'complete')))
  await scene.says(ro, bodies.postal([5, 9, 0, 1], 2))
  await verify(scene, scene.provincialCommissioner)
  await conclude(scene)
  await scene.refused('documents/wrong-number', ro, bodies.documentsSent(3))
  await scene.says(ro, bodies.documentsSent(4))
  await scene.says(hq, bodies.documentsPublished())
  await scene.says(hq, bodies.gazetted())
  await scene.says(hq, bodies.tribunal(TribunalEffect.UPHELD))
  await verify(scene, hq)
}

async function playCorrections(scene: Scene): Promise<void> {
  const { ro } = scene
  const wrong = await send(scene, 1, { votes: [50, 40, 10], otherwise: { validTotal: 90 } })
  await scene.refused('form-45/has-errors', ro, bodies.accepted(1, wrong))
  await scene.refused('form-45/return-needs-codes', ro, {
    body: 'correctionRequested',
    correctionRequested: { station: 1, form: wrong, codes: [], note: '', figures: [] },
  })
  await scene.says(ro, bodies.asked(1, wrong, [{ figure: Form45Figure.VALID_TOTAL }]))
  const beyond = await correct(scene, 1, wrong, { votes: [45, 45, 10] })
  await scene.refused('form-45/has-errors', ro, bodies.accepted(1, beyond))
  await scene.says(ro, bodies.asked(1, beyond))
  await accept(scene, 1, await correct(scene, 1, beyond, { votes: [50, 40, 10] }))

  const ballotPaperAccount = await send(scene, 2, { votes: [0, 0, 0] })
  await scene.says(ro, bodies.rejected(2, ballotPaperAccount))
  await scene.refused('form-45/not-in-this-state', ro, bodies.accepted(2, ballotPaperAccount))
  await scene.says(ro, bodies.asked(2, ballotPaperAccount))
  await accept(scene, 2, await correct(scene, 2, ballotPaperAccount, { votes: [30, 35, 10] }))

  const late = await send(scene, 3, { votes: [49, 51, 10], otherwise: { postedOutside: false } })
  await scene.says(ro, bodies.handled(3, late, 'form-45/not-posted'))
  await scene.refused('form-45/no-such-warning', ro, bodies.handled(3, late, 'form-45/not-posted'))
  await accept(scene, 3, late)
  await scene.says(ro, bodies.asked(3, late))
  await accept(scene, 3, await correct(scene, 3, late, { votes: [50, 50, 10] }))
  await issue(scene, 'complete')
}

async function playHolds(scene: Scene): Promise<void> {
  const { ro, hq } = scene
  const po = scene.po(1)
  const first = await scene.says(po, bodies.submitted(formFrom(scene, 1, { votes: [10, 9, 1] })))
  await sendByAssistant(scene, 1, { votes: [9, 10, 1] })
  await scene.refused('form-45/not-in-this-state', ro, bodies.accepted(1, first))
  await scene.says(ro, bodies.asked(1, first))
  const corrected = await scene.says(po, bodies.corrected(first, formFrom(scene, 1, { votes: [11, 9, 1] })))
  await scene.says(po, bodies.locked(1, corrected))
  await accept(scene, 1, corrected)

  const counted = await tally(scene, 2, { votes: [20, 20, 1] })
  await scene.says(scene.person('sapo/1'), bodies.submitted(formFrom(scene, 2, { votes: [1, 1, 1] })))
  const rival = await sendByAssistant(scene, 2, { votes: [22, 18, 1] })
  await scene.refused('statement/no-standing', ro, bodies.holdResolved(2, rival))
  await scene.says(hq, bodies.holdResolved(2, rival))
  await scene.refused('form-45/unknown-form', ro, bodies.accepted(2, counted))
  await scene.refused('lock/not-enough', ro, bodies.accepted(2, rival))
  await scene.says(scene.person('sapo/2'), bodies.locked(2, rival))
  await accept(scene, 2, rival)

  await tally(scene, 3, { votes: [30, 20, 1] })
  await sendByAssistant(scene, 3, { votes: [20, 30, 1] })
  const recount = bodies.recounted(formFrom(scene, 3, { votes: [34, 20, 1] }))
  await scene.refused('recount/not-due', ro, recount)
  await scene.says(hq, bodies.recountOrdered([3]))
  await accept(scene, 3, await scene.says(ro, recount))

  const unasked = scene.po(4)
  const standing = await scene.says(unasked, bodies.submitted(formFrom(scene, 4, { votes: [40, 20, 1] })))
  await scene.says(unasked, bodies.locked(4, standing))
  await accept(scene, 4, standing)
  await sendByAssistant(scene, 4, { votes: [40, 20, 1] })
  await scene.says(unasked, bodies.corrected(standing, formFrom(scene, 4, { votes: [20, 40, 1] })))
  await scene.says(hq, bodies.holdResolved(4, standing))
  await accept(scene, 4, standing)
  await issue(scene, 'complete')
}

async function playLocks(scene: Scene): Promise<void> {
  const { ro, drill, seat } = scene
  const po = scene.po(1)
  const form = await scene.says(po, bodies.submitted(formFrom(scene, 1, { votes: [10, 9] })))
  await scene.refused('lock/not-enough', ro, bodies.accepted(1, form))
  await scene.says(po, bodies.locked(1, form))
  const former = await scene.says(scene.aro, bodies.challenged(1, form))
  const challenge = await scene.says(scene.person('deo/1'), bodies.challenged(1, form))
  await scene.refused('lock/wrong-challenge', po, bodies.shown(1, form, former))
  await scene.says(po, bodies.shown(1, form, challenge))
  await scene.refused('lock/already-locked', ro, bodies.challenged(1, form))
  await accept(scene, 1, form)

  const onDevice = await send(scene, 2, { votes: [11, 10] })
  const officer = await officerAt(drill, seat, scene.station(2))
  await officer.show(await drill.ro(scene.name).challenge(2, onDevice))
  await officer.deliver(drill.signal)
  await accept(scene, 2, onDevice)
  await tally(scene, 3, { votes: [12, 11] })
  await issue(scene, 'complete')
}

async function playOpen(scene: Scene): Promise<void> {
  const { ro } = scene
  await send(scene, 2, { votes: [10, 9] })
  await scene.says(ro, bodies.asked(3, await send(scene, 3, { votes: [20, 9] })))
  await scene.says(ro, bodies.rejected(4, await send(scene, 4, { votes: [30, 9] })))
  await tally(scene, 5, { votes: [40, 30] })
  await sendByAssistant(scene, 5, { votes: [30, 40] })
  await tally(scene, 6, { votes: [50, 40] })
  await scene.says(ro, bodies.stationOrder(7, StationOrder.BOX_LOST))
  await scene.refused('form-47/not-complete', ro, await completeTooSoon(scene))
  await issue(scene, 'partial')
}

async function completeTooSoon(scene: Scene) {
  const { json } = await scene.page('form47')
  const form47Issued = { stage: 2, size: json.log.size, sha256: new Uint8Array(32), awaited: [] } as const
  return { body: 'form47Issued', form47Issued } as const
}

async function playLarge(scene: Scene): Promise<void> {
  const votes = Array.from({ length: 46 }, (_, column) => Math.floor(column / 3) + (column === 45 ? 3 : 1))
  await tallyAll(
    scene,
    scene.seat.stations.map(() => ({ votes })),
  )
  await begin(scene)
  await conclude(scene)
}
