import { Role, type Statement } from '@khata/proto'
import { copyLaws } from '../count/copies.ts'
import { noteCovered, noteOutside } from '../count/deadline.ts'
import type { BodyLaw } from '../count/law.ts'
import { consolidationLaws } from '../count/consolidation.ts'
import { finalLaws } from '../count/final.ts'
import { amendmentLaws } from '../count/amendments.ts'
import { formLaws } from '../count/forms.ts'
import { imageLaws, noteImages } from '../count/images.ts'
import { listLaws } from '../count/lists.ts'
import { lockLaws } from '../count/lock.ts'
import { nominationLaws } from '../count/nominations.ts'
import { seatOrderLaws } from '../count/orders.ts'
import { readingLaws } from '../count/reading.ts'
import { recountLaws } from '../count/recounts.ts'
import { notCounted } from '../count/seat-status.ts'
import { stationOrderLaws } from '../count/station-orders.ts'
import { traceLaws } from '../count/traces.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import { concludedLaw } from './concluded.ts'
import { enrolmentLaw } from './enrolment.ts'
import { form47Law } from './issued.ts'
import type { LogPlace } from './log-place.ts'

/** What a node recomputed: of no effect on the count, and proof of when its first `size` entries were there. */
const verifiedLaw: BodyLaw<'verified'> = {
  offices: [Role.HQ, Role.PROVINCIAL_COMMISSIONER],
  decide: () => undefined,
  evolve: ({ state, said: { opened, index } }, { log, size }) => {
    if (log === state.seat) noteCovered(state, size, { at: opened.statement.saidAt, index })
  },
}

const countLaws = { ...formLaws, ...lockLaws, ...readingLaws }

/** What Form 47 is made of: nothing of it changes once the consolidation has begun, or where no poll is counted. */
const bodiesCounted: ReadonlySet<string> = new Set([...Object.keys(countLaws), 'stationAmended', 'candidateRetired'])

/** Every kind of statement that an office may make in a seat's log. No other is admitted. */
const seatLaws = {
  ...listLaws,
  ...nominationLaws,
  ...amendmentLaws,
  ...countLaws,
  ...stationOrderLaws,
  ...recountLaws,
  ...consolidationLaws,
  ...finalLaws,
  ...seatOrderLaws,
  ...copyLaws,
  ...traceLaws,
  ...imageLaws,
  keyEnrolled: enrolmentLaw,
  form47Issued: form47Law,
  consolidationConcluded: concludedLaw,
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
  const late = bodiesCounted.has(statement.body) ? notCounted(place.state) : undefined
  return late ?? law.decide(place, bodyIn(statement))
}

/** Applies an admitted statement to the seat, in place. The caller has decided on it first. */
export function evolveInSeat(place: LogPlace): void {
  const { state, office, said } = place
  const { statement } = said.opened
  lawOf(statement.body)?.evolve(place, bodyIn(statement))
  noteImages(state.images, said)
  if (office.seat === '') noteOutside(state, { at: statement.saidAt, index: said.index })
}

/** A law of whatever body: each is given the body that its key in the table names, and no other. */
type AnyLaw = BodyLaw<Statement['body'], LogPlace> & { decide(place: LogPlace, body: never): Refusal | undefined }

function lawOf(body: Statement['body']): AnyLaw | undefined {
  return (seatLaws as Partial<Record<Statement['body'], unknown>>)[body] as AnyLaw | undefined
}

function bodyIn(statement: Statement): never {
  return (statement as unknown as Record<string, unknown>)[statement.body] as never
}
