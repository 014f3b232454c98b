import { type Refusal, refuse } from '../event/refusal.ts'
import { markTime } from './deadline.ts'
import type { SeatPlace } from './law.ts'
import type { SeatAct, SeatStatus } from './proceedings.ts'
import type { SeatState } from './state.ts'

/** Statuses in which the seat's result is being made, up to the consolidation's beginning. */
export const beforeConsolidation: readonly SeatStatus[] = ['counting', 'repoll']

/** Refuses what the seat's status does not admit. */
export function inStatus({ proceedings }: SeatState, admitted: readonly SeatStatus[]): Refusal | undefined {
  const { status } = proceedings
  return admitted.includes(status) ? undefined : refuse('seat/not-in-this-state', { status })
}

/** Refuses what Form 47 is made of where no poll is counted. A result that is withheld goes on being counted. */
export function notCounted(state: SeatState): Refusal | undefined {
  const { final, status } = state.proceedings
  if (final !== undefined) return refuse('seat/not-in-this-state', { status })
  return inStatus(state, ['counting', 'repoll', 'withheld'])
}

/** Refuses what only a seat admits whose Forms 48 and 49 are signed and stand. */
export function notConcluded(state: SeatState): Refusal | undefined {
  const { concluded, status } = state.proceedings
  if (concluded === undefined) return refuse('seat/not-in-this-state', { status })
  return inStatus(state, ['concluded', 'gazetted', 'upheld', 'another-returned'])
}

export function changeStatus({ state, said }: SeatPlace, to: SeatStatus): void {
  const { proceedings } = state
  proceedings.changes.push({ from: proceedings.status, to, index: said.index })
  proceedings.status = to
}

/** An act at its place, which a deadline is about: milliseconds since 1970, null where the register sets none. */
export function actAt({ state, said: { index, sequencedAt } }: SeatPlace, dueAt: number | null): SeatAct {
  markTime(state, index)
  return { index, at: sequencedAt, dueAt }
}

/** When something is due that the register gives some time for; null where it sets none. */
export function dueAfter(from: number | null, withinMs: number | null): number | null {
  return from === null || withinMs === null ? null : from + withinMs
}
