import {
  decodeOrder,
  type ElectionDeclared,
  type HubDeclared,
  type KeyEnrolled,
  type KeyRevoked,
  type LogSuperseded,
  type Order,
  type PhysicalStationsDeclared,
  Role,
  type RootOrder,
  type SeatDeclared,
  type SeatFrozen,
} from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import { hashBytes } from '../base/limits.ts'
import type { Said, Standing } from '../count/said.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import { modeOf } from '../identity/election.ts'
import { openEnrolment, rolesGivenByHq, rolesGivenByRoot } from '../identity/office.ts'
import { applyOrder, newestGeneration, type RegisterState } from '../identity/register.ts'
import { parseDeclaredKey } from './log-trust.ts'

/** Whether the register admits a statement of the root or of HQ. */
export function decideRegister(register: RegisterState, said: Said, standing: Standing): Refusal | undefined {
  const { statement } = said.opened
  const isHq = standing.type === 'office' && standing.office.role === Role.HQ
  switch (statement.body) {
    case 'rootOrder':
      return standing.type === 'sequencer' || isHq ? decideRootOrder(register, statement.rootOrder, said) : noStanding()
    case 'keyEnrolled':
      return isHq ? decideEnrolment(register, statement.keyEnrolled, said, byHq) : noStanding()
    case 'physicalStationsDeclared':
      return isHq ? decidePhysicalStations(register, statement.physicalStationsDeclared) : noStanding()
    case 'seatFrozen':
      return isHq ? decideSeatFrozen(register, statement.seatFrozen) : noStanding()
    default:
      return refuse('statement/not-in-this-log', { body: statement.body })
  }
}

/** Applies an admitted statement to the register, in place. */
export function evolveRegister(register: RegisterState, said: Said): void {
  const { statement } = said.opened
  switch (statement.body) {
    case 'rootOrder': {
      const { order, approvals } = statement.rootOrder
      const decoded = decodeOrder(order)
      invariant(decoded.ok, 'an order was evolved that decide would refuse')
      return evolveOrder(register, decoded.value, said, 1 + approvals.length)
    }
    case 'keyEnrolled':
      return evolveEnrolment(register, statement.keyEnrolled, said, byHq)
    case 'physicalStationsDeclared':
      return declarePhysicalStations(register, statement.physicalStationsDeclared, said.index)
    case 'seatFrozen': {
      const { seat, size, root } = statement.seatFrozen
      register.freezes.set(seat, { value: { size, root: toHex(root) }, since: said.index })
      return
    }
    default:
      return
  }
}

function noStanding(): Refusal {
  return refuse('statement/no-standing')
}

function decideRootOrder(register: RegisterState, { order, approvals }: RootOrder, said: Said): Refusal | undefined {
  const approving = approvals.filter((_, at) => said.claims[1 + at] === true).map(({ key }) => toHex(key))
  const distinct = new Set(approving.filter((key) => register.rootKeys.has(key)))
  if (distinct.size < register.threshold) {
    return refuse('root-order/below-threshold', { approvals: distinct.size, threshold: register.threshold })
  }
  const decoded = decodeOrder(order)
  if (!decoded.ok) return refuse('root-order/malformed')
  return decideOrder(register, decoded.value, said, 1 + approvals.length)
}

function decideOrder(register: RegisterState, order: Order, said: Said, claimsAt: number): Refusal | undefined {
  if (order.body !== 'electionDeclared' && register.election === undefined) return refuse('register/no-election-yet')
  switch (order.body) {
    case 'electionDeclared':
      return decideElection(register, order.electionDeclared)
    case 'seatDeclared':
      if (register.seats.has(order.seatDeclared.seat)) return refuse('register/seat-declared-twice')
      return badSeat(order.seatDeclared) ? refuse('root-order/malformed') : undefined
    case 'hubDeclared':
      if (register.hubs.has(order.hubDeclared.hub)) return refuse('register/hub-declared-twice')
      return badHub(order.hubDeclared) ? refuse('root-order/malformed') : undefined
    case 'rootKeysChanged':
      return badRootKeys(order.rootKeysChanged) ? refuse('root-order/malformed') : undefined
    case 'keyRevoked':
      return badRevocation(order.keyRevoked) ? refuse('root-order/malformed') : undefined
    case 'logSuperseded':
      return badSupersession(register, order.logSuperseded) ? refuse('root-order/malformed') : undefined
    case 'keyEnrolled':
      return decideEnrolment(register, order.keyEnrolled, said, { holderClaim: claimsAt, roles: rolesGivenByRoot })
    case 'softwareDeclared':
    case 'policyDeclared':
      return undefined
  }
}

// A reconstruction says what it was reconstructed from.
function decideElection(
  register: RegisterState,
  { election, operatorDomain, source }: ElectionDeclared,
): Refusal | undefined {
  if (register.election !== undefined) return refuse('register/election-declared-twice')
  const { election: expected, domain } = register.trust
  if (election !== expected) return refuse('statement/wrong-election', { expected })
  if (operatorDomain !== domain) return refuse('register/other-domain', { expected: domain })
  return modeOf(election) === 'replay' && source === '' ? refuse('root-order/malformed') : undefined
}

function badSeat({ seat, sequencerKey, generation }: SeatDeclared): boolean {
  return !seatNamePattern.test(seat) || badKey(sequencerKey) || generation < 1
}

function badHub({ hub, sequencerKey, cosignerKey }: HubDeclared): boolean {
  return !hubNamePattern.test(hub) || badKey(sequencerKey) || badKey(cosignerKey)
}

// Condition 2 of the one Ed25519 rule: a key under which nothing could ever be verified is declared by nobody.
function badKey(key: Uint8Array): boolean {
  return !parseDeclaredKey(key).ok
}

const hubNamePattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** NA-46, PP-163: what a seat may be called, in origins, subjects and file names too. */
export const seatNamePattern = /^[A-Z]{2,8}(-[0-9A-Z]{1,8}){1,2}$/

function badRootKeys({
  keys,
  threshold,
}: {
  readonly keys: readonly Uint8Array[]
  readonly threshold: number
}): boolean {
  const distinct = new Set(keys.map(toHex))
  return keys.some(badKey) || distinct.size !== keys.length || threshold < 1 || threshold > keys.length
}

function badRevocation({ key, cuts }: KeyRevoked): boolean {
  return badKey(key) || cuts.length === 0 || cuts.some(badCut)
}

function badSupersession(register: RegisterState, { cut, generation, sequencerKey }: LogSuperseded): boolean {
  if (cut === null || badCut(cut) || badKey(sequencerKey)) return true
  return generation !== newestGeneration(register, cut.log) + 1
}

function badCut({ log, root }: { readonly log: string; readonly root: Uint8Array }): boolean {
  return log === '' || root.length !== hashBytes
}

function decideEnrolment(
  register: RegisterState,
  enrolled: KeyEnrolled,
  said: Said,
  giver: Giver,
): Refusal | undefined {
  const enrolment = openRegisterEnrolment(register, enrolled, said, giver)
  if (!enrolment.ok) return refuse(enrolment.error.code)
  const { role, seat } = enrolment.value.office
  if (role !== Role.RETURNING_OFFICER) return seat === '' ? undefined : refuse('key/claim-for-another-seat')
  return register.seats.has(seat) ? undefined : refuse('register/unknown-seat', { seat })
}

/** Who gives an office: which ones, and where the verdict on the holder's signature stands among the claims. */
interface Giver {
  readonly holderClaim: number
  readonly roles: readonly Role[]
}

const byHq: Giver = { holderClaim: 1, roles: rolesGivenByHq }

function evolveOrder(register: RegisterState, order: Order, said: Said, claimsAt: number): void {
  if (order.body !== 'keyEnrolled') return applyOrder(register, order, said.index)
  evolveEnrolment(register, order.keyEnrolled, said, { holderClaim: claimsAt, roles: rolesGivenByRoot })
}

function evolveEnrolment(register: RegisterState, enrolled: KeyEnrolled, said: Said, giver: Giver): void {
  const enrolment = openRegisterEnrolment(register, enrolled, said, giver)
  invariant(enrolment.ok, 'an enrolment was evolved that decide would refuse')
  register.offices.set(enrolment.value.key, enrolment.value.office)
}

// HQ enrols the offices of the whole election, and each seat's returning officer: the seat stands in the claim.
function openRegisterEnrolment(register: RegisterState, enrolled: KeyEnrolled, said: Said, giver: Giver) {
  return openEnrolment(enrolled, {
    election: register.trust.election,
    seat: undefined,
    index: said.index,
    holderSigned: said.claims[giver.holderClaim] === true,
    roles: giver.roles,
    heldBy: (key) => (key === register.trust.registerKey ? 'sequencer' : register.offices.get(key)?.office),
  })
}

/** Each building once, by an id of its own. */
function decidePhysicalStations(
  { physicalStations }: RegisterState,
  { stations }: PhysicalStationsDeclared,
): Refusal | undefined {
  const ids = stations.map(({ id }) => id)
  const known = ids.find((id, at) => physicalStations.byId.has(id) || ids.indexOf(id) !== at)
  if (known !== undefined) return refuse('register/physical-station-declared-twice', { id: known })
  return ids.length === 0 || ids.includes('') ? refuse('statement/bad-shape', { field: 'stations' }) : undefined
}

function declarePhysicalStations(
  { physicalStations }: RegisterState,
  { stations }: PhysicalStationsDeclared,
  index: number,
): void {
  for (const { id } of stations) physicalStations.byId.set(id, index)
  physicalStations.entries.push(index)
}

function decideSeatFrozen(register: RegisterState, { seat, size, root }: SeatFrozen): Refusal | undefined {
  if (!register.seats.has(seat)) return refuse('register/unknown-seat', { seat })
  if (register.freezes.has(seat)) return refuse('register/seat-frozen-twice', { seat })
  return root.length === hashBytes && size > 0 ? undefined : refuse('statement/bad-shape', { seat })
}
