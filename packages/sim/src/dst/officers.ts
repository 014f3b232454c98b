import type { Outgoing } from '@khata/device'
import {
  figuresOfFinding,
  form45In,
  form47,
  formHash,
  frontierRoot,
  fromHex,
  invariant,
  type LogFold,
  openStations,
  registerLog,
  type SeatState,
  type SignedBytes,
  type StationRecord,
} from '@khata/ledger'
import { type EvidenceRefInput, type Form45Input, Form47Stage, type StatementInputBody } from '@khata/proto'
import type { SeatPlan, StationPlan } from '../election/plan.ts'
import { form45Of } from '../officers/form45.ts'
import { photographOf } from './device-camera.ts'
import type { OfficerDevice } from './devices.ts'
import { holderOf, type People, poKey } from './election.ts'
import { type Desk, type Filed, fileUntilLogged, fileUntilReplicated } from './filing.ts'
import type { History } from './history.ts'
import type { Machine } from './machine.ts'
import type { Program, World } from './world.ts'

/** Where officers stand who file by themselves, and what they look at. */
export interface Scene {
  readonly world: World
  readonly history: History
  readonly people: People
  readonly clients: Program
  readonly machines: readonly Machine[]
  readonly devices: readonly OfficerDevice[]
  readonly desk: (log: string) => Desk
  /** Work that the night waits for, unless its log is lost or its writer deceives. */
  readonly background: (log: string, work: () => Promise<unknown>) => void
  /** Work that the night does not wait for. */
  readonly aside: (work: () => Promise<unknown>) => void
}

const lookMsMax = 2_000

/** By then every presiding officer has counted, milliseconds since the night began. */
export const countedMsMax = 40_000

export async function appoint(scene: Scene, name: string): Promise<void> {
  await file(scene, registerLog, scene.people.appoint(name, scene.world.now))
}

/**
 * The presiding officer has counted, signs on the device, and corrects what is returned. Everything else the device
 * does.
 */
export async function presideOver(scene: Scene, officer: OfficerDevice, isWrong: boolean): Promise<never> {
  const { world, clients } = scene
  const right = formOf(officer.station)
  const validTotal = (right.validTotal ?? 0) + (isWrong ? 1 : 0)
  for (;;) {
    await signOrCorrect(scene, officer, { first: { ...right, validTotal }, right })
    await world.sleep(clients, world.between(100, lookMsMax))
  }
}

interface Figures {
  readonly first: Form45Input
  readonly right: Form45Input
}

/** A device that has died over a signature shows after its start whether it was made. */
async function signOrCorrect(scene: Scene, officer: OfficerDevice, { first, right }: Figures): Promise<void> {
  const { device, seat, station } = officer
  const mine = device?.outgoing.filter(({ opened }) => form45In(opened.statement) !== null).at(-1)
  if (device === undefined || (mine !== undefined && !isReturned(scene, seat, station, mine))) return
  const image = await photographed(scene, officer, mine === undefined ? first : right)
  if (image === undefined) return
  const prepared =
    mine === undefined
      ? device.prepareForm45(seat.seat, { ...first, image })
      : device.correctForm45(seat.seat, {
          supersedes: mine.opened.hash,
          form: { ...right, image },
          note: 'added up again',
        })
  invariant(prepared.ok, 'a device takes its own station’s form')
  const signing = device.sign(prepared.value)
  await Promise.race([signing, scene.world.sleep(scene.clients, lookMsMax)])
}

/** How the form names its photograph, once that is kept; undefined where the device dies over it or has no room. */
async function photographed(
  { world, clients }: Scene,
  { device, seat, station }: OfficerDevice,
  form: Form45Input,
): Promise<EvidenceRefInput | undefined> {
  const keeping = device?.keepImage(photographOf(seat, station, form.validTotal ?? 0))
  const kept = await Promise.race([keeping, world.sleep(clients, lookMsMax)])
  return kept?.ok === true ? kept.value : undefined
}

function isReturned(scene: Scene, { seat }: SeatPlan, { number }: StationPlan, { opened }: Outgoing): boolean {
  const record = seatAt(scene, seat)?.state.stations.get(number)
  return record?.status === 'returned' && record.current?.hash === opened.hashHex
}

/** Somebody who has the officer's public key and not the secret one. */
export async function forge({ world, desk }: Scene, seat: SeatPlan, station: StationPlan): Promise<void> {
  const body = { body: 'form45Submitted', form45Submitted: { form: formOf(station) } } as const
  const { statement } = holderOf(poKey(seat, station)).say(seat.seat, body, world.now + 1).signed
  const filed = await fileUntilLogged(desk(seat.seat), { statement, signature: new Uint8Array(64).fill(7) })
  world.must(filed.type === 'refused', `${seat.seat} took a forged form`)
}

export function formOf(station: StationPlan): Form45Input {
  invariant(station.figures !== undefined, 'every simulated station has been counted')
  return form45Of(station, station.figures)
}

/** The returning officer examines each form as the office shows it: accepts it, or asks for a correction. */
export async function examine(scene: Scene, seat: string): Promise<never> {
  const { world, clients } = scene
  const examined = new Set<string>()
  for (;;) {
    await world.sleep(clients, world.between(100, lookMsMax))
    const { state } = seatAt(scene, seat) ?? {}
    for (const record of state?.stations.values() ?? []) {
      const body = state && answerTo(state, record)
      const name = `${record.current?.hash} ${record.since}`
      if (body === undefined || examined.has(name)) continue
      examined.add(name)
      scene.background(seat, () => say(scene, seat, body))
    }
  }
}

/** What there is to say about a station's form; undefined while there is nothing. */
function answerTo({ columns }: SeatState, { station, status, current }: StationRecord): StatementInputBody | undefined {
  if (status !== 'received' || current?.lock !== 'remote') return undefined
  const form = fromHex(current.hash)
  invariant(form !== undefined, 'a form is named by its hash')
  const errors = current.findings.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return { body: 'form45Accepted', form45Accepted: { station: station.number, form } }
  const codes = errors.map(({ code }) => code)
  const figures = errors.flatMap((error) => figuresOfFinding(error, columns.length))
  return {
    body: 'correctionRequested',
    correctionRequested: { station: station.number, form, codes, note: '', figures },
  }
}

/** Form 47 as things stand, and where it is issued again once more when all is there. */
export async function issue(scene: Scene, seat: string, isIssuedAgain: boolean): Promise<void> {
  await issueOnce(scene, seat, Form47Stage.PARTIAL)
  if (isIssuedAgain) await issueOnce(scene, seat, Form47Stage.COMPLETE)
}

/** A form is issued of the log's very end: of one that grows meanwhile it is made again. */
async function issueOnce(scene: Scene, seat: string, stage: Form47Stage): Promise<void> {
  const { world, clients, history } = scene
  for (;;) {
    const shown = seatAt(scene, seat)
    if (shown !== undefined && stage === Form47Stage.COMPLETE && neverComplete(scene, shown.state)) return
    const body = shown && issuing(shown, stage)
    if (body !== undefined) {
      const { signed, hash } = scene.people.ro(seat).say(seat, body, world.now)
      history.act(hash, world.now)
      const filed = await fileUntilReplicated(scene.desk(seat), signed)
      if (filed.type === 'receipt') return history.actReplicated(hash, world.now)
      const again = filed.code === 'form-47/not-at-head'
      mayRefuse(scene, seat, filed, again)
      if (!again) return
    }
    await world.sleep(clients, world.between(100, lookMsMax))
  }
}

/** Whether stations are open whose officers do not count in this night. */
function neverComplete({ world, devices }: Scene, state: SeatState): boolean {
  if (world.elapsedMs <= countedMsMax) return false
  const open = new Set(openStations(state))
  return devices.some(
    ({ seat, station, hasCounted }) => seat.seat === state.seat && open.has(station.number) && !hasCounted,
  )
}

function issuing({ fold, state, machine }: Shown, stage: Form47Stage): StatementInputBody | undefined {
  const { node } = machine
  const open = openStations(state)
  if (node === undefined || (stage === Form47Stage.COMPLETE && open.length > 0)) return undefined
  const sha256 = fromHex(formHash(form47(fold, state, node.register)))
  invariant(sha256 !== undefined, 'a hash is hex')
  const awaited = open.map((station) => ({ station, reason: 'not received yet' }))
  return {
    body: 'form47Issued',
    form47Issued: { stage, size: fold.size, sha256, awaited, announced: true, affixed: true },
  }
}

export async function verify(scene: Scene, seat: string): Promise<void> {
  const { world, machines, people } = scene
  const fold = machines.find(({ plan }) => plan.role === 'hq')?.node?.logs.fold(seat)
  if (fold === undefined || fold.size === 0) return
  const verified = { log: seat, size: fold.size, root: frontierRoot(fold.frontier) }
  await file(scene, seat, people.hq.say(seat, { body: 'verified', verified }, world.now).signed)
}

/** A seat as its office has released it. */
interface Shown {
  readonly machine: Machine
  readonly fold: LogFold
  readonly state: SeatState
}

/** Undefined where no office is open, or its log is ahead of what it has released. */
export function seatAt({ world, history, machines }: Scene, seat: string): Shown | undefined {
  const offices = machines.filter(({ plan, node }) => plan.seats.includes(seat) && node !== undefined)
  const machine = offices[world.between(0, Math.max(0, offices.length - 1))]
  const fold = machine?.node?.logs.fold(seat)
  if (machine === undefined || fold?.content.kind !== 'seat') return undefined
  const isReleased = history.isBetrayed(seat) || fold.size <= history.log(seat).entries.length
  return isReleased ? { machine, fold, state: fold.content.seat } : undefined
}

async function say(scene: Scene, seat: string, body: StatementInputBody): Promise<void> {
  await file(scene, seat, scene.people.ro(seat).say(seat, body, scene.world.now).signed)
}

async function file(scene: Scene, log: string, signed: SignedBytes): Promise<void> {
  mayRefuse(scene, log, await fileUntilReplicated(scene.desk(log), signed), false)
}

/** Of two histories one may lack what the other let the officer go on with; and what a thief has said changes a seat. */
function mayRefuse({ world, history }: Scene, log: string, filed: Filed, otherwise: boolean): void {
  if (filed.type === 'receipt') return
  const may = otherwise || history.isBetrayed(log) || history.isStolen(log)
  world.must(may, `${log} refused an officer: ${filed.code}`)
}
