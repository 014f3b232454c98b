import { type KeyEnrolled, Role } from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import type { Rules, Said } from '../count/said.ts'
import type { SeatState } from '../count/state.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import type { KeyHex } from '../event/statement.ts'
import { type Enrolment, type KeyException, openEnrolment, rolesGivenInSeat } from '../identity/office.ts'
import { type RegisterState, revokedAt } from '../identity/register.ts'
import type { LogFold } from './fold.ts'
import { officeIn } from './standing.ts'

/** A seat's log at the place of an enrolment. */
export interface SeatPlace {
  readonly fold: LogFold
  readonly seat: SeatState
  readonly register: RegisterState
}

/** Whether the returning officer may enrol this key: freely before the freeze, as a named exception after it. */
export function decideSeatEnrolment(place: SeatPlace, said: Said, rules: Rules): Refusal | undefined {
  const enrolment = openSeatEnrolment(place, said)
  if ('code' in enrolment) return enrolment
  if (!place.seat.frozen) return undefined
  const { reason, secondOfficers } = exceptionOf(place, said)
  if (reason === '') return refuse('key/exception-needs-reason')
  const needed = rules.parameters.exceptionApprovalsMin ?? exceptionApprovalsMinDefault
  return secondOfficers.length >= needed ? undefined : refuse('key/exception-needs-second-officer', { needed })
}

/** Applies an admitted enrolment, in place. */
export function evolveSeatEnrolment(place: SeatPlace, said: Said): void {
  const { seat } = place
  const enrolment = openSeatEnrolment(place, said)
  invariant(!('code' in enrolment), 'an enrolment was evolved that decide would refuse')
  const { key, office } = enrolment
  seat.rolls.set(key, seat.frozen ? { ...office, exception: exceptionOf(place, said) } : office)
  if (seat.frozen) seat.exceptions += 1
}

const exceptionApprovalsMinDefault = 1

/** Offices whose holders may stand by a returning officer's exception: other officials, no side in the contest. */
const secondOfficerRoles: readonly Role[] = [
  Role.HQ,
  Role.PROVINCIAL_COMMISSIONER,
  Role.DISTRICT_RETURNING_OFFICER,
  Role.ASSISTANT_RETURNING_OFFICER,
  Role.PRESIDING_OFFICER,
  Role.SENIOR_ASSISTANT_PRESIDING_OFFICER,
]

function openSeatEnrolment({ fold, seat, register }: SeatPlace, said: Said): Enrolment | Refusal {
  const enrolment = openEnrolment(enrolledBy(said), {
    election: said.opened.statement.election,
    seat: seat.seat,
    index: said.index,
    holderSigned: said.claims[1] === true,
    roles: rolesGivenInSeat,
    heldBy: (key) => (key === fold.sequencerKey ? 'sequencer' : officeIn(fold, key, register)?.office),
  })
  return enrolment.ok ? enrolment.value : refuse(enrolment.error.code)
}

// Claims after the holder's are the second officers', in order. A second officer stands on the frozen list or in the
// register, has not been revoked, and is counted once; who is himself an exception vouches for none.
function exceptionOf({ fold, register }: SeatPlace, said: Said): KeyException {
  const { reason, secondOfficers } = enrolledBy(said)
  const signed = secondOfficers.filter((_, at) => said.claims[2 + at] === true).map(({ key }) => toHex(key))
  const mayVouch = (key: KeyHex) => {
    const office = officeIn(fold, key, register)
    if (office === undefined || office.exception !== null) return false
    return secondOfficerRoles.includes(office.role) && !revokedAt(register, key, fold.log, said.index)
  }
  return { reason, secondOfficers: [...new Set(signed.filter(mayVouch))] }
}

function enrolledBy({ opened: { statement } }: Said): KeyEnrolled {
  invariant(statement.body === 'keyEnrolled', 'not an enrolment')
  return statement.keyEnrolled
}
