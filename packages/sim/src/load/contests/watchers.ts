import { CopyKind, Role, Stage } from '@khata/proto'
import { bodies } from './bodies.ts'
import type { Contest } from './contest.ts'
import { accept, enrolled, issue, tally, tallyAll } from './desk.ts'
import { formFrom } from './figures.ts'
import { enrolPeople } from './people.ts'
import type { Scene } from './scene.ts'

/** A building in which both assemblies poll, with other numbers of voters. */
export const sharedBuilding = 'contest-school'

/** Candidates, agents and observers; and what two seats do not agree in. */
export const watcherContests: readonly Contest[] = [
  {
    title: 'copies that agree, contradict and swap columns; countersignatures, reports, objections decided and open',
    kind: {
      seat: 'NA-408',
      province: 'punjab',
      candidates: 3,
      stations: ['combined', 'female'],
      buildings: { 1: sharedBuilding },
    },
    beforeFreeze: async (scene) => {
      await enrolPeople(scene, {
        candidates: 1,
        agents: [
          [1, 1],
          [1, 2],
        ],
        observer: true,
      })
      await enrolAssistantOfTwo(scene, 2)
    },
    play: playWatchers,
    comesTo: {
      proceedings: { status: 'counting' },
      form47: {
        stations: { listed: 2, accepted: 2 },
        candidates: [
          { votes: 80, disputed: 60 },
          { votes: 40, disputed: 30 },
          { votes: 15, disputed: 10 },
        ],
        disputes: [
          { station: 1, office: 'agent/1/2', swapped: [0, 1] },
          { station: 1, office: 'observer', swapped: null },
        ],
      },
      traces: {
        counts: {
          copySeenPosted: 1,
          copyNotPosted: 1,
          agentBarred: 1,
          accessRefused: 1,
          objections: 3,
          objectionsUpheld: 1,
          objectionsOpen: 1,
        },
      },
    },
  },
  {
    title: 'the Provincial Assembly’s poll of a building where the National Assembly’s was another',
    kind: {
      seat: 'PP-406',
      province: 'punjab',
      candidates: 3,
      stations: ['combined', 'male'],
      buildings: { 1: sharedBuilding },
    },
    beforeFreeze: (scene) => enrolAssistantOfTwo(scene, 1),
    play: async (scene) => {
      await tallyAll(scene, [{ votes: [70, 50, 30] }, { votes: [20, 10, 5] }])
      await issue(scene, 'complete')
    },
    comesTo: {
      proceedings: { status: 'counting' },
      form47: { stations: { listed: 2, accepted: 2 }, candidates: [{ votes: 90 }, { votes: 60 }, { votes: 35 }] },
    },
  },
]

/** One key for assistants in two buildings, which nobody may be. */
async function enrolAssistantOfTwo(scene: Scene, station: number): Promise<void> {
  const office = { office: `sapo/${station}`, role: Role.SENIOR_ASSISTANT_PRESIDING_OFFICER, station }
  await scene.says(scene.ro, enrolled(scene, scene.drill.author('assistant-of-two').key, office))
}

async function playWatchers(scene: Scene): Promise<void> {
  const { ro, hq } = scene
  const [agent, other] = [scene.person('agent/1/1'), scene.person('agent/1/2')]
  const [candidate, observer] = [scene.person('candidate/1'), scene.person('observer')]
  const form = await tally(scene, 1, { votes: [60, 30, 10] })
  const copy = (votes: readonly number[], kind: CopyKind) => bodies.copied(kind, formFrom(scene, 1, { votes }))
  const same = [60, 30, 10]
  await scene.says(agent, copy(same, CopyKind.AGENT))
  await scene.says(other, copy([30, 60, 10], CopyKind.AGENT))
  await scene.says(observer, copy([61, 30, 10], CopyKind.OBSERVER))
  await scene.says(candidate, copy(same, CopyKind.POSTED))
  await scene.says(scene.districtReturningOfficer, copy(same, CopyKind.RETURNING_OFFICER))
  await scene.says(hq, copy(same, CopyKind.HQ))
  await scene.refused('copy/not-this-kind', agent, copy(same, CopyKind.HQ))
  await scene.refused('station/not-own', agent, bodies.countersigned(2, form))
  await scene.says(agent, bodies.countersigned(1, form))
  await scene.refused('form-45/already-countersigned', agent, bodies.countersigned(1, form))
  await scene.says(other, bodies.countersigned(1, form, 'the columns are not as counted'))

  await scene.says(observer, bodies.seenPosted(1))
  await scene.says(candidate, bodies.notPosted(2))
  await scene.says(agent, bodies.barred(Stage.COUNT, 1))
  await scene.says(observer, bodies.accessRefused(Stage.TABULATION))
  const atPoll = await scene.says(candidate, bodies.objection(Stage.POLL, 2))
  const atCount = await scene.says(other, bodies.objection(Stage.COUNT, 1))
  await scene.says(other, bodies.objection(Stage.CONSOLIDATION, 1))
  const po = scene.po(2)
  await scene.refused('station/not-own', po, bodies.objectionDecided(atCount, true))
  await scene.says(po, bodies.objectionDecided(atPoll, true))
  await scene.refused('objection/already-decided', ro, bodies.objectionDecided(atPoll, false))
  await scene.says(ro, bodies.objectionDecided(atCount, false))

  const second = await scene.says(po, bodies.submitted(formFrom(scene, 2, { votes: [20, 10, 5] })))
  await scene.says(po, bodies.locked(2, second))
  await accept(scene, 2, second)
  await issue(scene, 'complete')
}
