import type { CandidateCount, Form45 } from '@khata/proto'
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
  applyCounts(sums.columns, form.counts, sign)
  applyFigure(sums.valid, form.validTotal, sign)
  applyFigure(sums.excluded, form.excludedTotal, sign)
  applyFigure(sums.polled, form.polledTotal, sign)
  applyFigure(sums.votersMale, form.votersMale, sign)
  applyFigure(sums.votersFemale, form.votersFemale, sign)
  applyFigure(sums.votersTotal, form.votersTotal, sign)
}

// A form states each column once: admission refuses another.
function applyCounts(columns: readonly Sum[], counts: readonly CandidateCount[], sign: 1 | -1): void {
  const stated = new Uint8Array(columns.length)
  for (const count of counts) {
    const sum = columns[count.column]
    if (sum !== undefined) applyFigure(sum, votesOf(count), sign)
    stated[count.column] = 1
  }
  columns.forEach((sum, column) => stated[column] === 0 && applyFigure(sum, null, sign))
}

function applyFigure(sum: Sum, figure: number | null, sign: 1 | -1): void {
  if (figure === null) sum.unknownAt += sign
  else sum.known += sign * figure
}
