import { type Approval, type KeyEnrolled, Role } from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import { noteAgent } from '../count/freeze.ts'
import { recordException } from '../count/amendments.ts'
import type { BodyLaw } from '../count/law.ts'
import { noteHolder } from '../count/limited-offices.ts'
import { exceptionApprovalsMinDefault, type Said } from '../count/said.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import type { KeyHex } from '../event/statement.ts'
import { type Enrolment, type KeyException, openEnrolment, rolesGivenInSeat } from '../identity/office.ts'
import { revokedAt } from '../identity/register.ts'
import type { LogPlace } from './log-place.ts'
import { decidePost } from './post.ts'
import { officeIn } from './standing.ts'

/** The returning officer enrols the seat's keys: freely before the freeze, as a named exception after it. */
export const enrolmentLaw: BodyLaw<'keyEnrolled', LogPlace> = {
  offices: [Role.RETURNING_OFFICER],
  decide: (place) => {
    const enrolment = openSeatEnrolment(place)
    if ('code' in enrolment) return enrolment
    const refusal = decidePost(place, enrolment.office)
    if (refusal !== undefined || !place.state.frozen) return refusal
    const { reason, secondOfficers } = exceptionOf(place)
    if (reason === '') return refuse('key/exception-needs-reason')
    const needed = place.rules.parameters.exceptionApprovalsMin ?? exceptionApprovalsMinDefault
    return secondOfficers.length >= needed ? undefined : refuse('key/exception-needs-second-officer', { needed })
  },
  evolve: (place) => {
    const { state } = place
    const enrolment = openSeatEnrolment(place)
    invariant(!('code' in enrolment), 'an enrolment was evolved that decide would refuse')
    const { key, office } = enrolment
    state.rolls.set(key, state.frozen ? { ...office, exception: exceptionOf(place) } : office)
    noteHolder(state, key, office)
    if (!state.frozen) return
    recordException(place, 'key-enrolled', office.office)
    noteAgent(state, office)
  },
}

/**
 * Of these approvals the officers who may stand by a returning officer's exception. A second officer stands on the
 * frozen list or in the register, has not been revoked, and is counted once; who is himself an exception vouches for none.
 */
export function vouching(
  { fold, register }: Pick<LogPlace, 'fold' | 'register'>,
  { index, claims }: Said,
  approvals: readonly Approval[],
  claimsAt: number,
): readonly KeyHex[] {
  const signed = approvals.filter((_, at) => claims[claimsAt + at] === true).map(({ key }) => toHex(key))
  const mayVouch = (key: KeyHex) => {
    const office = officeIn(fold, key, register)
    if (office === undefined || office.exception !== null) return false
    return secondOfficerRoles.includes(office.role) && !revokedAt(register, key, fold.log, index)
  }
  return [...new Set(signed.filter(mayVouch))]
}

/** Offices whose holders may stand by a returning officer's exception: other officials, no side in the contest. */
const secondOfficerRoles: readonly Role[] = [
  Role.HQ,
  Role.PROVINCIAL_COMMISSIONER,
  Role.DISTRICT_RETURNING_OFFICER,
  Role.ASSISTANT_RETURNING_OFFICER,
  Role.PRESIDING_OFFICER,
  Role.SENIOR_ASSISTANT_PRESIDING_OFFICER,
]

function openSeatEnrolment({ fold, state, register, said }: LogPlace): Enrolment | Refusal {
  const enrolment = openEnrolment(enrolledBy(said), {
    election: said.opened.statement.election,
    seat: state.seat,
    index: said.index,
    holderSigned: said.claims[1] === true,
    roles: rolesGivenInSeat,
    heldBy: (key) => (key === fold.sequencerKey ? 'sequencer' : officeIn(fold, key, register)?.office),
  })
  return enrolment.ok ? enrolment.value : refuse(enrolment.error.code)
}

// Claims after the holder's are the second officers', in order.
function exceptionOf({ said, secondOfficers }: LogPlace): KeyException {
  const { reason, secondOfficers: approvals } = enrolledBy(said)
  return { reason, secondOfficers: secondOfficers(approvals, 2) }
}

function enrolledBy({ opened: { statement } }: Said): KeyEnrolled {
  invariant(statement.body === 'keyEnrolled', 'not an enrolment')
  return statement.keyEnrolled
}
