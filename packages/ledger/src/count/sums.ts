import type { Form45 } from '@khata/proto'
import { votesOf } from './checks.ts'
import type { Column, SeatSums, Sum, Summands } from './state.ts'

/** What a form adds to the sums once it is accepted. A form states each column once: admission refuses another. */
export function summandsOf(form: Form45, columns: readonly Column[]): Summands {
  const votes = columns.map((): number | null => null)
  for (const count of form.counts) votes[count.column] = votesOf(count)
  const { validTotal, excludedTotal, polledTotal, votersMale, votersFemale, votersTotal } = form
  return {
    columns: votes,
    valid: validTotal,
    excluded: excludedTotal,
    polled: polledTotal,
    votersMale,
    votersFemale,
    votersTotal,
  }
}

/** Adds an accepted form: one addition per column, whatever the seat's size. */
export function addForm(sums: SeatSums, summands: Summands): void {
  applyForm(sums, summands, 1)
}

/** Takes a form back out that is no longer accepted. */
export function removeForm(sums: SeatSums, summands: Summands): void {
  applyForm(sums, summands, -1)
}

function applyForm(sums: SeatSums, summands: Summands, sign: 1 | -1): void {
  sums.columns.forEach((sum, column) => applyFigure(sum, summands.columns[column] ?? null, sign))
  applyFigure(sums.valid, summands.valid, sign)
  applyFigure(sums.excluded, summands.excluded, sign)
  applyFigure(sums.polled, summands.polled, sign)
  applyFigure(sums.votersMale, summands.votersMale, sign)
  applyFigure(sums.votersFemale, summands.votersFemale, sign)
  applyFigure(sums.votersTotal, summands.votersTotal, sign)
}

function applyFigure(sum: Sum, figure: number | null, sign: 1 | -1): void {
  if (figure === null) sum.unknownAt += sign
  else sum.known += sign * figure
}
