import { fromHex, invariant } from '@khata/ledger'
import { ListKind, Role, StationChange, type StationInput } from '@khata/proto'
import type { Author } from '../../ceremony/author.ts'
import { certified, form28, form33 } from '../../ceremony/lists.ts'
import { withNominations } from '../../ceremony/nominations.ts'
import type { SeatPlan, StationPlan } from '../../election/plan.ts'
import { bodies } from './bodies.ts'
import { begin, conclude } from './consolidating.ts'
import type { Contest } from './contest.ts'
import { accept, correct, enrolledLate, issue, sendByAssistant, tally } from './desk.ts'
import { formFrom } from './figures.ts'
import { enrolPeople } from './people.ts'
import { orderByRoot, orderOfNoSeat, untilRegisterKnown } from './root-orders.ts'
import type { Scene } from './scene.ts'
import { stationOf } from './seats.ts'

/** Lists and offices: before the freeze, and changed after it. */
export const listContests: readonly Contest[] = [
  {
    title: 'nominations decided on appeal, lists in versions, amended after the freeze, and a candidate who retires',
    kind: { seat: 'PP-404', province: 'punjab', candidates: 3, stations: ['combined', 'male', 'female'] },
    beforeFreeze: listAnew,
    play: playLists,
    comesTo: {
      proceedings: { status: 'concluded' },
      form28: {
        version: 2,
        acknowledged: [{ office: 'hq' }, { office: 'pec-punjab' }],
        totals: { stations: 4, registeredTotal: 4_100 },
        amendments: [
          { kind: 'station-corrected', of: 1, judgement: 'ratified' },
          { kind: 'station-moved', of: 2, judgement: 'refused' },
          { kind: 'station-added', of: 4, judgement: 'open' },
        ],
      },
      form33: {
        version: 3,
        acknowledged: [{ office: 'pec-punjab' }],
        candidates: [{ nomination: 1, retired: true }, { nomination: 2 }, { nomination: 3 }, { nomination: 4 }],
      },
      form47: {
        stations: { listed: 4, accepted: 4 },
        candidates: [{ votes: 320, retired: true }, { votes: 230 }, { votes: 50 }, { votes: 20 }],
        leading: { column: 1, votes: 230, marginOverNext: 180 },
        exceptions: [
          { kind: 'station-corrected' },
          { kind: 'station-moved' },
          { kind: 'station-added' },
          { kind: 'key-enrolled', of: 'po/4', judgement: 'ratified' },
          { kind: 'candidate-retired', of: 1, judgement: 'ratified' },
        ],
      },
      form49: { outcome: { kind: 'returned', candidates: [2], margin: 180 } },
    },
  },
  {
    title: 'a key that the root revokes, the officer’s substitute, and forms that the assistant signs',
    kind: { seat: 'NA-406', province: 'punjab', candidates: 2, stations: ['combined', 'combined', 'combined'] },
    beforeFreeze: (scene) => enrolPeople(scene, { assistants: [2, 3] }),
    play: playSubstitute,
    comesTo: {
      proceedings: { status: 'counting', provisional: { stage: 'complete' } },
      form47: {
        stations: { listed: 3, accepted: 3 },
        candidates: [{ votes: 70 }, { votes: 50 }],
        exceptions: [{ kind: 'key-enrolled', of: 'po/1', judgement: 'ratified' }],
        otherForms: [{ station: 3, why: 'superseded', findings: ['form-45/assistant-without-reason'] }],
      },
    },
  },
]

/** Nominees beyond the three who stand: rejected and withdrawn by the ceremony, the others here. */
const [onAppeal, hasWithdrawn, unscrutinised, fallen] = [4, 5, 6, 7]

async function listAnew(scene: Scene): Promise<void> {
  const { ro, hq, provincialCommissioner, seat } = scene
  await acknowledge(scene, hq, 'form33')
  await scene.refused('nomination/not-in-this-state', ro, bodies.scrutinised(hasWithdrawn, true))
  await scene.says(ro, bodies.scrutinised(onAppeal, true))
  await scene.says(ro, bodies.nominated(unscrutinised))
  await scene.says(ro, bodies.nominated(fallen))
  await scene.says(ro, bodies.scrutinised(fallen, true))
  await scene.says(ro, bodies.scrutinised(fallen, false))

  await scene.refused('list/lacks-candidate', ro, await sayCandidates(scene, seat, 2))
  const admitted = { serial: onAppeal, nameEn: `Nominee ${onAppeal}`, party: 'Independent' }
  await scene.says(ro, await sayCandidates(scene, { ...seat, candidates: [...seat.candidates, admitted] }, 3))
  await acknowledge(scene, provincialCommissioner, 'form33')
  await scene.says(ro, await sayStations(scene, 2))
  await acknowledge(scene, hq, 'form28')
  await acknowledge(scene, provincialCommissioner, 'form28')
  expectColumn(scene, admitted)
}

/** A version of Form 33. @returns what certifies it. */
async function sayCandidates(scene: Scene, seat: SeatPlan, version: number) {
  const hashes: Uint8Array[] = []
  for (const part of form33(seat)) {
    const candidatesListed = { ...withNominations(part), version }
    hashes.push(await scene.says(scene.ro, { body: 'candidatesListed', candidatesListed }))
  }
  return { body: 'listCertified', listCertified: { ...certified(ListKind.FORM_33, hashes), version } } as const
}

/** A version of Form 28. @returns what certifies it. */
async function sayStations(scene: Scene, version: number) {
  const hashes: Uint8Array[] = []
  for (const part of form28(scene.seat)) {
    const stationsListed = { ...part, version }
    hashes.push(await scene.says(scene.ro, { body: 'stationsListed', stationsListed }))
  }
  return { body: 'listCertified', listCertified: { ...certified(ListKind.FORM_28, hashes), version } } as const
}

async function acknowledge(scene: Scene, by: Author, form: 'form28' | 'form33'): Promise<void> {
  const { json } = await scene.page(form)
  const list = form === 'form28' ? ListKind.FORM_28 : ListKind.FORM_33
  const said = bodies.acknowledged(list, json.version, bytesIn(json.certified?.sha256 ?? ''))
  await scene.says(by, said)
  await scene.refused('list/already-acknowledged', by, said)
}

/** The devices check forms against the newest Form 33. */
function expectColumn({ drill, name }: Scene, { nameEn, serial, party }: SeatPlan['candidates'][number]): void {
  const lists = drill.lists.get(name)
  invariant(lists !== undefined, 'the seat has its lists')
  drill.lists.set(name, { ...lists, columns: [...lists.columns, { label: nameEn, serial, party }] })
}

/** A station's row of Form 28. */
function rowOf({ seat }: Scene, station: StationPlan): StationInput {
  const [row] = form28({ ...seat, stations: [station] }).flatMap(({ stations = [] }) => stations)
  invariant(row !== undefined, 'Form 28 has a row of each station')
  return row
}

async function playLists(scene: Scene): Promise<void> {
  const { ro, hq, aro, provincialCommissioner } = scene
  const added = stationOf(4, 'combined')
  await scene.refused('act/needs-reason', ro, {
    body: 'stationAmended',
    stationAmended: { change: StationChange.ADDED, station: rowOf(scene, added), reason: '' },
  })
  const larger = { ...rowOf(scene, scene.station(1)), registeredTotal: 1_100 }
  const corrected = await scene.says(ro, bodies.amended(StationChange.CORRECTED, larger))
  const elsewhere = { ...rowOf(scene, scene.station(2)), name: 'College 2' }
  const moved = await scene.says(ro, bodies.amended(StationChange.MOVED, elsewhere))
  await scene.says(ro, bodies.amended(StationChange.ADDED, rowOf(scene, added)))
  scene.add(added)

  const office = { office: 'po/4', role: Role.PRESIDING_OFFICER, station: 4 }
  const po = scene.po(4)
  await scene.refused('key/exception-needs-second-officer', ro, enrolledLate(scene, po.key, office, []))
  const appointed = await scene.says(ro, enrolledLate(scene, po.key, office, [aro]))
  const retired = await scene.says(ro, bodies.retired(1))

  await scene.refused('statement/no-standing', ro, bodies.judged(moved, true))
  await scene.says(hq, bodies.judged(corrected, true))
  await scene.refused('exception/already-judged', hq, bodies.judged(corrected, true))
  await scene.says(provincialCommissioner, bodies.judged(moved, true))
  await scene.says(hq, bodies.judged(moved, false))
  await scene.says(provincialCommissioner, bodies.judged(appointed, true))
  await scene.says(hq, bodies.judged(retired, true))

  await tally(scene, 1, { votes: [100, 60, 20, 5] })
  await tally(scene, 2, { votes: [90, 70, 10, 5] })
  await tally(scene, 3, { votes: [80, 60, 10, 5] })
  const form = await scene.says(po, bodies.submitted(formFrom(scene, 4, { votes: [50, 40, 10, 5] })))
  await scene.says(po, bodies.locked(4, form))
  await accept(scene, 4, form)
  await begin(scene)
  await conclude(scene)
}

async function playSubstitute(scene: Scene): Promise<void> {
  const { ro, aro, drill, name, provincialCommissioner } = scene
  const former = scene.po(1)
  const { log } = (await scene.page('form47')).json
  const root = bytesIn(log.root)
  await orderByRoot(drill, [
    ...orderOfNoSeat(drill),
    {
      body: 'keyRevoked',
      keyRevoked: { key: former.key.key, reason: 'the phone is lost', cuts: [{ log: name, size: log.size, root }] },
    },
  ])
  await untilRegisterKnown(scene)
  const form = formFrom(scene, 1, { votes: [10, 20] })
  await scene.refused('statement/revoked-key', former, bodies.submitted(form))

  const substitute = scene.person('substitute/1')
  const office = { office: 'po/1', role: Role.PRESIDING_OFFICER, station: 1 }
  const appointed = await scene.says(ro, enrolledLate(scene, substitute.key, office, [aro]))
  await scene.says(provincialCommissioner, bodies.judged(appointed, true))
  const sent = await scene.says(substitute, bodies.submitted(form))
  await scene.says(substitute, bodies.locked(1, sent))
  await accept(scene, 1, sent)

  const assistants = await sendByAssistant(scene, 2, { votes: [30, 20] })
  await scene.says(scene.person('sapo/2'), bodies.locked(2, assistants))
  await scene.says(ro, bodies.handled(2, assistants, 'form-45/signed-by-assistant'))
  await accept(scene, 2, assistants)

  const unexplained = await sendByAssistant(scene, 3, { votes: [30, 10], otherwise: { assistantReason: '' } })
  await scene.refused('form-45/has-errors', ro, bodies.accepted(3, unexplained))
  await scene.says(ro, bodies.asked(3, unexplained))
  await accept(scene, 3, await correct(scene, 3, unexplained, { votes: [30, 10] }))
  await issue(scene, 'complete')
}

function bytesIn(hex: string): Uint8Array {
  const bytes = fromHex(hex)
  invariant(bytes !== undefined, 'a node names roots and hashes in hex')
  return bytes
}
