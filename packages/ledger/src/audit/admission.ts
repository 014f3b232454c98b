import { Assembly, LinkMode, type LogOpened, type ModeChanged, type Statement, type WriterOpened } from '@khata/proto'
import { equalBytes, toHex } from '../base/bytes.ts'
import { hashBytes } from '../base/limits.ts'
import type { RuledSeat } from '../count/law.ts'
import type { Said } from '../count/said.ts'
import type { SeatState } from '../count/state.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import {
  freezeAt,
  type RegisterState,
  registerSize,
  revokedAt,
  supersededAt,
  knowsPhysicalStation,
} from '../identity/register.ts'
import { frontierRoot } from '../log/frontier.ts'
import { vouching } from './enrolment.ts'
import type { LogFold } from './fold.ts'
import type { LogPlace } from './log-place.ts'
import { decideRegister } from './register-rules.ts'
import { rulesOf } from './rules.ts'
import { decideInSeat, seatOfficesFor } from './seat-law.ts'
import { standingOf } from './standing.ts'

/**
 * The one answer to "may this statement be the next entry of this log?": asked by a sequencer before it
 * writes and by everyone who reads. Pure; what it cannot know by itself arrives in `said`.
 */
export function admit(fold: LogFold, said: Said, register: RegisterState): Refusal | undefined {
  return (
    ended(fold, said, register) ??
    belongs(fold, said.opened.statement, register) ??
    authentic(said) ??
    unrepeated(said) ??
    openingOf(fold, said.opened.statement) ??
    allowed(fold, said, register)
  )
}

/** Register entries that must be held before this statement can be judged: those that it pins, if it pins. */
export function registerSizeNeeded(statement: Statement): number {
  switch (statement.body) {
    case 'logOpened':
      return statement.logOpened.registerPin?.size ?? 0
    case 'registerPinned':
      return statement.registerPinned.size
    default:
      return 0
  }
}

function ended(fold: LogFold, { index }: Said, register: RegisterState): Refusal | undefined {
  return supersededAt(register, fold, index) ? refuse('log/superseded') : undefined
}

function belongs(fold: LogFold, statement: Statement, register: RegisterState): Refusal | undefined {
  const { election } = register.trust
  if (statement.election !== election) return refuse('statement/wrong-election', { expected: election })
  if (fold.content.kind === 'intake') return belongsToIntake(fold, statement, register)
  const expected = fold.content.kind === 'register' ? '' : fold.log
  return statement.seat === expected ? undefined : refuse('statement/wrong-seat', { expected })
}

function belongsToIntake(fold: LogFold, statement: Statement, register: RegisterState): Refusal | undefined {
  if (isSequencerBody(statement.body)) {
    return statement.seat === '' ? undefined : refuse('statement/wrong-seat', { expected: '' })
  }
  const seat = register.seats.get(statement.seat)
  return seat !== undefined && seat.since < fold.pin
    ? undefined
    : refuse('register/unknown-seat', { seat: statement.seat })
}

function authentic(said: Said): Refusal | undefined {
  return said.claims[0] === true ? undefined : refuse('statement/bad-signature')
}

function unrepeated({ opened, precedents }: Said): Refusal | undefined {
  if (precedents.sameId === undefined) return undefined
  return refuse(precedents.sameId === opened.hashHex ? 'statement/repeated' : 'statement/id-reused')
}

function openingOf(fold: LogFold, { body }: Statement): Refusal | undefined {
  if (fold.size === 0) return body === 'logOpened' ? undefined : refuse('log/not-open')
  return body === 'logOpened' ? refuse('log/already-open') : undefined
}

function allowed(fold: LogFold, said: Said, register: RegisterState): Refusal | undefined {
  const { statement } = said.opened
  if (isSequencerBody(statement.body)) return decideSequencer(fold, said, register)
  switch (fold.content.kind) {
    case 'register':
      return allowedInRegister(fold, said, register)
    case 'intake':
      return allowedInIntake(fold, said, register)
    case 'seat':
      return allowedInSeat(fold, fold.content.seat, said, register)
  }
}

function allowedInRegister(fold: LogFold, said: Said, register: RegisterState): Refusal | undefined {
  const standing = standingOf(fold, said, register)
  if ('code' in standing) return standing
  return decideRegister(register, said, standing)
}

// Officers of a seat stand in its own log, which is not this one's: here their key must not be revoked, and what they
// file must be something that a seat's log keeps.
function allowedInIntake(fold: LogFold, { opened, index }: Said, register: RegisterState): Refusal | undefined {
  const { statement, signerHex } = opened
  if (revokedAt(register, signerHex, fold.log, index)) return refuse('statement/revoked-key', { signer: signerHex })
  const isKept = seatOfficesFor(statement.body).length > 0
  return isKept ? undefined : refuse('statement/not-in-this-log', { body: statement.body })
}

function allowedInSeat(fold: LogFold, seat: SeatState, said: Said, register: RegisterState): Refusal | undefined {
  const place = placeOf({ fold, register }, seat, said)
  return 'code' in place ? place : decideInSeat(place)
}

/** An office's statement at its place in a seat's log; a refusal where the signer has none. */
export function placeOf(around: Pick<LogPlace, 'fold' | 'register'>, state: SeatState, said: Said): LogPlace | Refusal {
  const { fold, register } = around
  const standing = standingOf(fold, said, register)
  if ('code' in standing) return standing
  if (standing.type === 'sequencer') return refuse('statement/no-standing', { body: said.opened.statement.body })
  const { rules, assembly } = ruledSeat(state, register)
  return {
    fold,
    register,
    state,
    rules,
    assembly,
    said,
    office: standing.office,
    knowsPhysicalStation: (id) => knowsPhysicalStation(register, id, fold.pin),
    secondOfficers: (approvals, claimsAt) => vouching(around, said, approvals, claimsAt),
  }
}

/** A seat with the rules in force for it. */
export function ruledSeat(state: SeatState, register: RegisterState): RuledSeat {
  const assembly = register.seats.get(state.seat)?.value.assembly ?? Assembly.UNSPECIFIED
  return { state, rules: rulesOf(register), assembly }
}

/** What only a log's own sequencer says in it. */
const sequencerBodies: ReadonlySet<Statement['body']> = new Set([
  'logOpened',
  'writerOpened',
  'registerPinned',
  'statementRefused',
  'modeChanged',
])

function isSequencerBody(body: Statement['body']): boolean {
  return sequencerBodies.has(body)
}

function decideSequencer(fold: LogFold, said: Said, register: RegisterState): Refusal | undefined {
  const { statement, signerHex } = said.opened
  if (signerHex !== fold.sequencerKey) return refuse('writer/not-sequencer', { signer: signerHex })
  if (revokedAt(register, signerHex, fold.log, said.index))
    return refuse('statement/revoked-key', { signer: signerHex })
  switch (statement.body) {
    case 'logOpened':
      return decideLogOpened(fold, statement.logOpened, register)
    case 'writerOpened':
      return decideWriterOpened(fold, statement.writerOpened)
    case 'registerPinned':
      return decidePin(fold, statement.registerPinned, register)
    case 'statementRefused':
      return statement.statementRefused.hash.length === hashBytes
        ? undefined
        : refuse('statement/bad-shape', { field: 'hash' })
    case 'modeChanged':
      return decideModeChanged(fold, statement.modeChanged, register)
    default:
      return undefined
  }
}

function decideModeChanged(fold: LogFold, { mode, hub }: ModeChanged, register: RegisterState): Refusal | undefined {
  if (fold.content.kind === 'register') return refuse('statement/not-in-this-log')
  if (mode === LinkMode.UNSPECIFIED) return refuse('statement/bad-shape', { field: 'mode' })
  const declared = register.hubs.get(hub)
  return declared !== undefined && declared.since < fold.pin
    ? undefined
    : refuse('statement/bad-shape', { field: 'hub' })
}

function decideLogOpened(
  fold: LogFold,
  { log, generation, registerPin }: LogOpened,
  register: RegisterState,
): Refusal | undefined {
  if (log !== fold.log || generation !== fold.generation) {
    return refuse('log/opened-otherwise', { log: fold.log, generation: fold.generation })
  }
  if (fold.content.kind === 'register') return undefined
  return registerPin === null ? refuse('register/pin-differs') : decidePin(fold, registerPin, register)
}

function decideWriterOpened(fold: LogFold, writer: WriterOpened): Refusal | undefined {
  const here =
    writer.epoch === fold.epoch + 1 &&
    writer.size === fold.size &&
    toHex(writer.nodeKey) === fold.sequencerKey &&
    equalBytes(writer.root, frontierRoot(fold.frontier))
  return here ? undefined : refuse('writer/epoch-out-of-order', { epoch: fold.epoch + 1, size: fold.size })
}

function decidePin(
  fold: LogFold,
  pin: { readonly size: number; readonly root: Uint8Array },
  register: RegisterState,
): Refusal | undefined {
  if (fold.content.kind === 'register') return refuse('statement/not-in-this-log')
  if (pin.size < fold.pin || pin.size === 0) return refuse('register/pin-goes-back', { pinned: fold.pin })
  if (pin.size > registerSize(register) || register.roots[pin.size] !== toHex(pin.root)) {
    return refuse('register/pin-differs', { size: pin.size, known: registerSize(register) })
  }
  const freeze = freezeAt(register, fold.log, pin.size)
  if (freeze === undefined || fold.content.kind !== 'seat' || fold.content.seat.frozen) return undefined
  const known = fold.content.frontiersUntilFreeze.get(freeze.size)
  return known !== undefined && toHex(frontierRoot(known)) === freeze.root
    ? undefined
    : refuse('register/freeze-differs', { size: freeze.size })
}
