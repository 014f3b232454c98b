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
