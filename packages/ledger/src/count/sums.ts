import type { Form45 } from '@khata/proto'
import { votesOf } from './checks.ts'
import type { SeatSums, Sum } from './state.ts'

/** Adds an accepted form: one addition per column, whatever the seat's size. */
export function addForm(sums: SeatSums, form: Form45): void {
  applyForm(sums, form, 1)
}

/** Takes a form back out that is no longer accepted. */
export function removeForm(sums: SeatSums, form: Form45): void {
  applyForm(sums, form, -1)
}

function applyForm(sums: SeatSums, form: Form45, sign: 1 | -1): void {
  const votes = sums.columns.map((): number | null => null)
  for (const count of form.counts) votes[count.column] = votesOf(count)
  sums.columns.forEach((sum, column) => applyFigure(sum, votes[column] ?? null, sign))
  applyFigure(sums.valid, form.validTotal, sign)
  applyFigure(sums.excluded, form.excludedTotal, sign)
  applyFigure(sums.polled, form.polledTotal, sign)
  applyFigure(sums.votersMale, form.votersMale, sign)
  applyFigure(sums.votersFemale, form.votersFemale, sign)
  applyFigure(sums.votersTotal, form.votersTotal, sign)
}

function applyFigure(sum: Sum, figure: number | null, sign: 1 | -1): void {
  if (figure === null) sum.unknownAt += sign
  else sum.known += sign * figure
}
