import { Role, type Statement } from '@khata/proto'
import type { BodyLaw } from '../count/law.ts'
import { amendmentLaws } from '../count/amendments.ts'
import { formLaws } from '../count/forms.ts'
import { listLaws } from '../count/lists.ts'
import { lockLaws } from '../count/lock.ts'
import { nominationLaws } from '../count/nominations.ts'
import { readingLaws } from '../count/reading.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import { enrolmentLaw } from './enrolment.ts'
import { form47Law } from './issued.ts'
import type { LogPlace } from './log-place.ts'

/** What a node recomputed: kept, and of no effect on the seat. */
const verifiedLaw: BodyLaw<'verified'> = {
  offices: [Role.HQ, Role.PROVINCIAL_COMMISSIONER],
  decide: () => undefined,
  evolve: () => undefined,
}

/** Every kind of statement that an office may make in a seat's log. No other is admitted. */
const seatLaws = {
  ...listLaws,
  ...nominationLaws,
  ...amendmentLaws,
  ...formLaws,
  ...lockLaws,
  ...readingLaws,
  keyEnrolled: enrolmentLaw,
  form47Issued: form47Law,
  verified: verifiedLaw,
}

/** Which offices may say what in a seat's log. Everything else is refused. */
export function seatOfficesFor(body: Statement['body']): readonly Role[] {
  return lawOf(body)?.offices ?? []
}

export function decideInSeat(place: LogPlace): Refusal | undefined {
  const { statement } = place.said.opened
  const law = lawOf(statement.body)
  if (law === undefined || !law.offices.includes(place.office.role)) {
    return refuse('statement/no-standing', { body: statement.body })
  }
  return law.decide(place, bodyIn(statement))
}

/** Applies an admitted statement to the seat, in place. The caller has decided on it first. */
export function evolveInSeat(place: LogPlace): void {
  const { statement } = place.said.opened
  lawOf(statement.body)?.evolve(place, bodyIn(statement))
}

/** A law of whatever body: each is given the body that its key in the table names, and no other. */
type AnyLaw = BodyLaw<Statement['body'], LogPlace> & { decide(place: LogPlace, body: never): Refusal | undefined }

function lawOf(body: Statement['body']): AnyLaw | undefined {
  return (seatLaws as Partial<Record<Statement['body'], unknown>>)[body] as AnyLaw | undefined
}

function bodyIn(statement: Statement): never {
  return (statement as unknown as Record<string, unknown>)[statement.body] as never
}
