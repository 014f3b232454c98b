import type { RuleParameters } from '@khata/proto'
import { type DeadlineOutcome, intervalOf, judgeDeadline } from '../count/deadline.ts'
import type { OutsideTime, SeatState, TimedEntry } from '../count/state.ts'

/** A deadline, and the entries that decide whether it was met. Times are milliseconds since 1970. */
export interface DeadlineJudged {
  readonly dueAt: number | null
  /** Entry that was due; null while there is none. */
  readonly entry: number | null
  readonly outcome: DeadlineOutcome
  /** The newest outside time before it, and the first that covers it, each with the entry that brought it. */
  readonly after: OutsideTime | null
  readonly before: OutsideTime | null
}

/** A deadline of the provisional result. */
export interface DeadlineShown extends DeadlineJudged {
  readonly stage: 'partial' | 'complete'
}

/** Elections Act 2017 s. 13(3): what is at hand with reasons by the first time, everything by the second. */
export function deadlinesOf(seat: SeatState, parameters: RuleParameters): readonly DeadlineShown[] {
  const { any, complete } = seat.firstIssued
  return [
    { stage: 'partial', ...judgedAt(seat, { dueAt: parameters.form47PartialDueAt, entry: any ?? null }) },
    { stage: 'complete', ...judgedAt(seat, { dueAt: parameters.form47CompleteDueAt, entry: complete ?? null }) },
  ]
}

/** What has not been said by now will be said after every outside time that is here. */
export function judgedAt(
  { timed, outside }: SeatState,
  deadline: Pick<DeadlineJudged, 'dueAt' | 'entry'>,
): DeadlineJudged {
  const notYet: TimedEntry = { after: outside, before: undefined }
  const time = (deadline.entry === null ? undefined : timed.get(deadline.entry)) ?? notYet
  const outcome = judgeDeadline(deadline.dueAt, intervalOf(time))
  return { ...deadline, outcome, after: time.after ?? null, before: time.before ?? null }
}
