import { Form45Figure } from '@khata/proto'
import { bodies } from './bodies.ts'
import type { Contest } from './contest.ts'
import { accept, certifiedPaper, imageOfPaper, issue, read, send, sendByAssistant, tally } from './desk.ts'
import type { Count } from './figures.ts'
import { enrolPeople } from './people.ts'
import type { Scene } from './scene.ts'

/** The paper route, and two readings of a document that agree or are settled. */
export const paperContests: readonly Contest[] = [
  {
    title: 'forms on paper with a second officer, one masked; readings that agree, differ, and are settled either way',
    kind: {
      seat: 'PS-401',
      province: 'sindh',
      candidates: 3,
      stations: ['combined', 'male', 'female', 'combined', 'combined', 'combined'],
    },
    beforeFreeze: (scene) => enrolPeople(scene, { operators: 3, assistants: [1, 6] }),
    play: playPaper,
    comesTo: {
      proceedings: { status: 'counting', provisional: { stage: 'complete' } },
      form47: {
        stations: { listed: 6, accepted: 6 },
        candidates: [{ votes: 210 }, { votes: 150 }, { votes: 60 }],
        paper: { stations: [1, 2, 5], perMille: 500, alert: true },
        locks: { none: 0, remote: 3, shown: 0, neverShown: [3, 4, 6] },
        readings: { pending: [], open: [] },
        otherForms: [
          { station: 1, why: 'form-45/paper-differs' },
          { station: 5, why: 'superseded' },
          { station: 6, why: 'superseded' },
        ],
      },
    },
  },
]

const agreed: Count = { votes: [35, 25, 10] }
/** One vote of the second candidate in the third one's row. */
const misread: Count = { votes: [35, 24, 11] }

/** The four figures that a misreading has otherwise, as the document states them. */
const settled = figuresAt({ 1: 25, 2: 10 })
const asMisread = figuresAt({ 1: 24, 2: 11 })

async function playPaper(scene: Scene): Promise<void> {
  const { ro, aro, hq } = scene
  await scene.refused('paper/needs-second-officer', ro, certifiedPaper(scene, 1, []))
  const paper = await scene.says(ro, certifiedPaper(scene, 1, [aro]))
  const [image, covered] = [imageOfPaper(scene.name, 1), imageOfPaper(scene.name, 1, ', number and thumb covered')]
  await scene.refused('image/not-named', aro, bodies.masked(covered.sha256, covered))
  await scene.refused('image/named-otherwise', aro, bodies.masked(image.sha256, image))
  await scene.says(aro, bodies.masked(image.sha256, covered))
  await scene.refused('lock/no-device', ro, bodies.challenged(1, paper))
  await scene.refused('reading/missing', ro, bodies.accepted(1, paper))
  await reads(scene, [1, 1, paper], agreed)
  await scene.refused(
    'reading/same-person',
    scene.person('deo/1'),
    read({ scene, station: 1, operator: 1, document: paper }, agreed),
  )
  await reads(scene, [1, 2, paper], agreed)
  await accept(scene, 1, paper)
  await sendByAssistant(scene, 1, misread)
  await scene.says(hq, bodies.holdResolved(1, paper))
  await accept(scene, 1, paper)

  const second = await scene.says(ro, certifiedPaper(scene, 2, [scene.districtReturningOfficer]))
  await reads(scene, [2, 1, second], agreed)
  await reads(scene, [2, 2, second], misread)
  await scene.refused('reading/differs', ro, bodies.accepted(2, second))
  await scene.refused('reading/not-as-open', ro, bodies.resolved(2, second, settled.slice(1)))
  await scene.says(ro, bodies.resolved(2, second, settled))
  await accept(scene, 2, second)

  const signed = await send(scene, 3, agreed)
  await reads(scene, [3, 1, signed], misread)
  await scene.refused('reading/differs', ro, bodies.accepted(3, signed))
  await scene.says(aro, bodies.resolved(3, signed, settled))
  await accept(scene, 3, signed)

  const against = await tally(scene, 4, agreed)
  await reads(scene, [4, 3, against], misread)
  await scene.says(ro, bodies.resolved(4, against, asMisread))
  await scene.refused('form-45/not-in-this-state', ro, bodies.accepted(4, against))
  await scene.says(hq, bodies.holdResolved(4, against))
  await scene.refused('reading/differs', ro, bodies.accepted(4, against))
  await scene.says(ro, bodies.resolved(4, against, settled))
  await accept(scene, 4, against)

  const unreadable = await send(scene, 5, { votes: [1, 1, 1] })
  await scene.says(ro, bodies.asked(5, unreadable))
  const instead = await scene.says(ro, certifiedPaper(scene, 5, [aro]))
  await reads(scene, [5, 1, instead], agreed)
  await accept(scene, 5, instead)

  await scene.says(ro, certifiedPaper(scene, 6, [scene.provincialCommissioner]))
  const late = await sendByAssistant(scene, 6, agreed)
  await scene.says(scene.person('sapo/6'), bodies.locked(6, late))
  await accept(scene, 6, late)
  await issue(scene, 'complete')
}

async function reads(
  scene: Scene,
  [station, operator, document]: readonly [number, number, Uint8Array],
  count: Count,
): Promise<void> {
  await scene.says(scene.person(`deo/${operator}`), read({ scene, station, operator, document }, count))
}

function figuresAt(totals: Readonly<Record<number, number>>) {
  return Object.entries(totals).flatMap(([row, value]) =>
    [Form45Figure.VALID, Form45Figure.TOTAL].map((figure) => ({ figure: { figure, row: Number(row) }, value })),
  )
}
