import { toHex } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import type { Rules, Said } from '../count/said.ts'
import type { SeatState } from '../count/state.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import { type Office, openEnrolment } from '../identity/office.ts'

const exceptionApprovalsMinDefault = 1

/** Whether the returning officer may enrol this key: freely before the freeze, as a named exception after it. */
export function decideSeatEnrolment(seat: SeatState, said: Said, rules: Rules): Refusal | undefined {
  const office = openSeatEnrolment(seat, said)
  if ('code' in office) return office
  return seat.frozen ? decideException(seat, said, rules) : undefined
}

/** Applies an admitted enrolment, in place. */
export function evolveSeatEnrolment(seat: SeatState, said: Said): void {
  const office = openSeatEnrolment(seat, said)
  invariant(!('code' in office), 'an enrolment was evolved that decide would refuse')
  seat.rolls.set(office.key, office)
  if (seat.frozen) seat.exceptions += 1
}

function openSeatEnrolment(seat: SeatState, said: Said): Office | Refusal {
  const { statement } = said.opened
  invariant(statement.body === 'keyEnrolled', 'not an enrolment')
  const office = openEnrolment(statement.keyEnrolled, {
    election: statement.election,
    seat: seat.seat,
    index: said.index,
    holderSigned: said.claims[1] === true,
    enrolled: (key) => seat.rolls.get(key),
  })
  return office.ok ? office.value : refuse(office.error.code)
}

// Claims after the holder's are the second officers', in order. A second officer is enrolled in the seat,
// is neither the signer nor the new key, and is counted once.
function decideException(seat: SeatState, said: Said, rules: Rules): Refusal | undefined {
  const { statement, signerHex } = said.opened
  invariant(statement.body === 'keyEnrolled', 'not an enrolment')
  const { reason, secondOfficers } = statement.keyEnrolled
  if (reason === '') return refuse('key/exception-needs-reason')
  const signed = secondOfficers.filter((_, at) => said.claims[2 + at] === true).map(({ key }) => toHex(key))
  const officers = new Set(signed.filter((key) => key !== signerHex && seat.rolls.has(key)))
  const needed = rules.parameters.exceptionApprovalsMin ?? exceptionApprovalsMinDefault
  return officers.size >= needed ? undefined : refuse('key/exception-needs-second-officer', { needed })
}
