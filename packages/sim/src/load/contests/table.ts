import type { Contest, SeatKind } from './contest.ts'
import { listContests } from './lists.ts'
import { nightContests } from './night.ts'
import { orderContests } from './orders.ts'
import { paperContests } from './paper.ts'
import { recountContests } from './recounts.ts'
import { roundContests } from './rounds.ts'
import { watcherContests } from './watchers.ts'

/** Every contest that is played. */
export const CONTESTS: readonly Contest[] = [
  ...nightContests,
  ...paperContests,
  ...orderContests,
  ...recountContests,
  ...listContests,
  ...watcherContests,
  ...roundContests,
]

export const SEAT_KINDS: readonly SeatKind[] = CONTESTS.map(({ kind }) => kind)
