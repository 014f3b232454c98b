import type { OutsideTime, SeatState, TimedEntry } from './state.ts'

export type DeadlineOutcome = 'met' | 'missed' | 'not-provable' | 'no-deadline'

/** When something was said, as far as others than its speaker show it: milliseconds since 1970, null where nobody does. */
export interface TimeInterval {
  readonly after: number | null
  readonly before: number | null
}

/**
 * Whether something came in time. A log's own clock proves nothing about its own punctuality: it was in time where it
 * stood before an outside time that is not after `due`, and late where it came after one that is.
 *
 * @param due milliseconds since 1970; null where the register sets none
 */
export function judgeDeadline(due: number | null, { after, before }: TimeInterval): DeadlineOutcome {
  if (due === null) return 'no-deadline'
  const inTime = before !== null && before <= due
  const late = after !== null && after > due
  if (inTime === late) return 'not-provable'
  return inTime ? 'met' : 'missed'
}

/** Marks an entry of this log as one that a deadline is about: it came after every outside time that is here by now. */
export function markTime({ timed, outside }: SeatState, index: number): void {
  timed.set(index, { after: outside, before: undefined })
}

/** Takes an outside time into the log. What follows it in the log was said after it. */
export function noteOutside(state: SeatState, time: OutsideTime): void {
  if (state.outside === undefined || time.at > state.outside.at) state.outside = time
}

/** An office outside the seat has held this log's first `size` entries: they were all there by then. */
export function noteCovered({ timed }: SeatState, size: number, time: OutsideTime): void {
  for (const [index, entry] of timed) if (index < size) entry.before ??= time
}

export function intervalOf({ after, before }: TimedEntry): TimeInterval {
  return { after: after?.at ?? null, before: before?.at ?? null }
}
