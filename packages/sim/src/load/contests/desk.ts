import { exceptionSigningBytes, fromHex, invariant, paperSigningBytes, sha256, utf8Encode } from '@khata/ledger'
import type { Role } from '@khata/proto'
import type { Author } from '../../ceremony/author.ts'
import type { DrillKey } from '../../ceremony/drill-key.ts'
import { enrolment } from '../../ceremony/enrolment.ts'
import { officerAt } from '../../drill/devices.ts'
import { DrillError } from '../../officers/drill-error.ts'
import { bodies } from './bodies.ts'
import { type Count, formFrom } from './figures.ts'
import type { Scene } from './scene.ts'

/** The station's officer signs on the device, which sends form and lock to returning officer and HQ. @returns its hash. */
export async function send(scene: Scene, station: number, count: Count): Promise<Uint8Array> {
  const officer = await officerAt(scene.drill, scene.seat, scene.station(station))
  const { opened } = await officer.sign(scene.name, formFrom(scene, station, count))
  await officer.deliver(scene.drill.signal)
  return opened.hash
}

/** The officer's own correction, by the same device. */
export async function correct(scene: Scene, station: number, form: Uint8Array, count: Count): Promise<Uint8Array> {
  const officer = await officerAt(scene.drill, scene.seat, scene.station(station))
  const { opened } = await officer.correct(scene.name, form, formFrom(scene, station, count))
  await officer.deliver(scene.drill.signal)
  return opened.hash
}

export async function accept(scene: Scene, station: number, form: Uint8Array): Promise<void> {
  await scene.says(scene.ro, bodies.accepted(station, form))
}

/** Sent and accepted: the station is counted. */
export async function tally(scene: Scene, station: number, count: Count): Promise<Uint8Array> {
  const form = await send(scene, station, count)
  await accept(scene, station, form)
  return form
}

/** Counts the first stations, all at once, one count for each. */
export async function tallyAll(scene: Scene, counts: readonly Count[]): Promise<void> {
  await Promise.all(counts.map((count, at) => tally(scene, at + 1, count)))
}

/** A form of the senior assistant's own, who says why it is not the presiding officer's. */
export async function sendByAssistant(scene: Scene, station: number, count: Count): Promise<Uint8Array> {
  const otherwise = { assistantReason: 'the presiding officer is ill', ...count.otherwise }
  return await scene.says(
    scene.person(`sapo/${station}`),
    bodies.submitted(formFrom(scene, station, { ...count, otherwise })),
  )
}

/** The Form 47 as it stands, issued. @returns the statement's hash. */
export async function issue(scene: Scene, expected: 'partial' | 'complete'): Promise<Uint8Array> {
  const { stage, hash } = await scene.drill.ro(scene.name).issue(() => 'the road is closed')
  if (stage !== expected) throw new DrillError('drill/refused', `${scene.name}: a ${stage} Form 47, not ${expected}`)
  return hash
}

/** What an operator keys of a document, in a session of the operator's own. */
export function read({ scene, station, operator, document }: ReadAs, count: Count) {
  const session = scene.person(`deo/${operator}`).key.key.slice(0, 16)
  return bodies.keyed(document, formFrom(scene, station, count), session)
}

interface ReadAs {
  readonly scene: Scene
  readonly station: number
  readonly operator: number
  readonly document: Uint8Array
}

/** Signed paper that comes without a device, certified with these second officers. */
export function certifiedPaper({ drill, name }: Scene, station: number, secondOfficers: readonly Author[]) {
  const paper = { station, image: imageOfPaper(name, station), reason: 'no device at the station' }
  const signing = paperSigningBytes({ election: drill.election, seat: name }, paper)
  const approvals = secondOfficers.map(({ key: { key: own, sign } }) => ({ key: own, signature: sign(signing) }))
  return { body: 'paperForm45Certified', paperForm45Certified: { ...paper, secondOfficers: approvals } } as const
}

/** The image that is named of a station's signed paper, or of what covers a part of it. */
export function imageOfPaper(seat: string, station: number, covered = '') {
  const sha256OfImage = sha256(utf8Encode(`invented paper of ${seat}/${station}${covered}`))
  return { sha256: sha256OfImage, size: 90_000, mediaType: 'image/jpeg' }
}

interface OfficeGiven {
  readonly office: string
  readonly role: Role
  readonly station?: number
  readonly candidate?: number
}

/** A key for an office of this seat. */
export function enrolled({ drill, name }: Scene, holder: DrillKey, given: OfficeGiven) {
  const office = { election: drill.election, seat: name, ...given }
  return { body: 'keyEnrolled', keyEnrolled: enrolment(holder, office) } as const
}

/** A key for an office after the freeze: with a reason, and by the signatures of second officers. */
export function enrolledLate(scene: Scene, holder: DrillKey, given: OfficeGiven, secondOfficers: readonly Author[]) {
  const { keyEnrolled } = enrolled(scene, holder, given)
  const reason = 'taken ill on the day'
  const message = exceptionSigningBytes(keyEnrolled.claim, reason)
  const approvals = secondOfficers.map(({ key: { key: own, sign } }) => ({ key: own, signature: sign(message) }))
  return { body: 'keyEnrolled', keyEnrolled: { ...keyEnrolled, reason, secondOfficers: approvals } } as const
}

/** What an office above the seat has recomputed of it: proof of when the entries before were there. */
export async function verify(scene: Scene, by: Author): Promise<void> {
  const { json, hash } = await scene.page('form47')
  const [root, ownHash] = [fromHex(json.log.root), fromHex(hash)]
  invariant(root !== undefined && ownHash !== undefined, 'a node names roots and forms in hex')
  const forms = [{ form: '47', sha256: ownHash }]
  await scene.says(by, { body: 'verified', verified: { log: scene.name, size: json.log.size, root, forms } })
}
