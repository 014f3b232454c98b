import { decodeOrder, type KeyEnrolled, type Order, Role, type RootOrder } from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { hashBytes, publicKeyBytes } from '../base/limits.ts'
import type { Said, Standing } from '../count/said.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import { openEnrolment } from '../identity/office.ts'
import { applyOrder, type RegisterState } from '../identity/register.ts'

/** Whether the register admits a statement of the root or of HQ. */
export function decideRegister(register: RegisterState, said: Said, standing: Standing): Refusal | undefined {
  const { statement } = said.opened
  const isHq = standing.type === 'office' && standing.office.role === Role.HQ
  switch (statement.body) {
    case 'rootOrder':
      return standing.type === 'sequencer' || isHq ? decideRootOrder(register, statement.rootOrder, said) : noStanding()
    case 'keyEnrolled':
      return isHq ? decideEnrolment(register, statement.keyEnrolled, said, 1) : noStanding()
    case 'seatFrozen':
      return isHq ? decideSeatFrozen(register, statement.seatFrozen) : noStanding()
    default:
      return refuse('statement/not-in-this-log', { body: statement.body })
  }
}

/** Applies an admitted statement to the register, in place. */
export function evolveRegister(register: RegisterState, { opened, index }: Said): void {
  const { statement } = opened
  switch (statement.body) {
    case 'rootOrder': {
      const order = decodeOrder(statement.rootOrder.order)
      if (order.ok) evolveOrder(register, order.value, index)
      return
    }
    case 'keyEnrolled':
      return evolveEnrolment(register, statement.keyEnrolled, index)
    case 'seatFrozen': {
      const { seat, size, root } = statement.seatFrozen
      register.freezes.set(seat, { value: { size, root: toHex(root) }, since: index })
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
      return decideElection(register, order.electionDeclared.election)
    case 'seatDeclared':
      if (register.seats.has(order.seatDeclared.seat)) return refuse('register/seat-declared-twice')
      return badSeat(order.seatDeclared) ? refuse('root-order/malformed') : undefined
    case 'hubDeclared':
      if (register.hubs.has(order.hubDeclared.hub)) return refuse('register/hub-declared-twice')
      return undefined
    case 'rootKeysChanged':
      return badRootKeys(order.rootKeysChanged) ? refuse('root-order/malformed') : undefined
    case 'keyRevoked':
      return order.keyRevoked.cuts.some(badCut) ? refuse('root-order/malformed') : undefined
    case 'logSuperseded':
      return order.logSuperseded.cut === null || badCut(order.logSuperseded.cut)
        ? refuse('root-order/malformed')
        : undefined
    case 'keyEnrolled':
      return decideEnrolment(register, order.keyEnrolled, said, claimsAt)
    case 'softwareDeclared':
    case 'policyDeclared':
      return undefined
  }
}

function decideElection(register: RegisterState, election: string): Refusal | undefined {
  if (register.election !== undefined) return refuse('register/election-declared-twice')
  const expected = register.trust.election
  return election === expected ? undefined : refuse('statement/wrong-election', { expected })
}

function badSeat({
  seat,
  sequencerKey,
  generation,
}: {
  seat: string
  sequencerKey: Uint8Array
  generation: number
}): boolean {
  return !seatNamePattern.test(seat) || sequencerKey.length !== publicKeyBytes || generation < 1
}

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
  const wellFormed = keys.every((key) => key.length === publicKeyBytes)
  return !wellFormed || distinct.size !== keys.length || threshold < 1 || threshold > keys.length
}

function badCut({ log, root }: { readonly log: string; readonly root: Uint8Array }): boolean {
  return log === '' || root.length !== hashBytes
}

function decideEnrolment(
  register: RegisterState,
  enrolled: KeyEnrolled,
  said: Said,
  holderClaim: number,
): Refusal | undefined {
  const office = openRegisterEnrolment(register, enrolled, said.index, said.claims[holderClaim] === true)
  return office.ok ? undefined : refuse(office.error.code)
}

function evolveOrder(register: RegisterState, order: Order, index: number): void {
  if (order.body === 'keyEnrolled') evolveEnrolment(register, order.keyEnrolled, index)
  else applyOrder(register, order, index)
}

function evolveEnrolment(register: RegisterState, enrolled: KeyEnrolled, index: number): void {
  const office = openRegisterEnrolment(register, enrolled, index, true)
  if (office.ok) register.offices.set(office.value.key, office.value)
}

// HQ enrols the offices of the whole election, and each seat's returning officer: the seat stands in the claim.
function openRegisterEnrolment(register: RegisterState, enrolled: KeyEnrolled, index: number, holderSigned: boolean) {
  return openEnrolment(enrolled, {
    election: register.trust.election,
    seat: undefined,
    index,
    holderSigned,
    enrolled: (key) => register.offices.get(key),
  })
}

function decideSeatFrozen(
  register: RegisterState,
  { seat, root }: { readonly seat: string; readonly root: Uint8Array },
): Refusal | undefined {
  if (!register.seats.has(seat)) return refuse('register/unknown-seat', { seat })
  if (register.freezes.has(seat)) return refuse('register/seat-frozen-twice', { seat })
  return root.length === hashBytes ? undefined : refuse('statement/bad-shape')
}
