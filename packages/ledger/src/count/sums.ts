import { invariant } from '../base/invariant.ts'
import { contradictions, type FiguresText, votesIn, wholeIn } from './figures.ts'
import type { CopyRecord, SeatState, SeatSums, StationRecord, Sum } from './state.ts'

/** Running sums over forms, kept so that one more form costs the same at station 1 and at station 900. */
export function addForm(sums: SeatSums, figures: FiguresText): void {
  applyForm(sums, figures, 1)
}

/** Takes a form back out. */
export function removeForm(sums: SeatSums, figures: FiguresText): void {
  applyForm(sums, figures, -1)
}

/** Adds votes of each column that no form carries: postal ballots. */
export function addVotes(sums: SeatSums, votes: readonly number[], sign: 1 | -1 = 1): void {
  sums.columns.forEach((sum, column) => applyFigure(sum, votes[column] ?? 0, sign))
  const valid = votes.reduce((total, one) => total + one, 0)
  applyFigure(sums.valid, valid, sign)
  applyFigure(sums.polled, valid, sign)
}

/** Sums that go on from these. */
export function copySums(sums: SeatSums): SeatSums {
  return {
    columns: sums.columns.map((sum) => ({ ...sum })),
    valid: { ...sums.valid },
    excluded: { ...sums.excluded },
    polled: { ...sums.polled },
    votersMale: { ...sums.votersMale },
    votersFemale: { ...sums.votersFemale },
    votersTotal: { ...sums.votersTotal },
  }
}

/** Changes a station, and with it the sums that its present form is part of. */
export function changeStation(state: SeatState, record: StationRecord, change: () => void): void {
  for (const sums of sumsWith(state, record)) removeForm(sums, figuresOfPresent(record))
  change()
  for (const sums of sumsWith(state, record)) addForm(sums, figuresOfPresent(record))
}

/** Whether somebody else's copy says otherwise than the present form, which counts all the same and is flagged. */
export function isDisputed(record: StationRecord): boolean {
  return record.copies.some((copy) => contradictsPresent(record, copy))
}

/** Whether a copy states a figure that the present form states otherwise. */
export function contradictsPresent({ current }: StationRecord, { figures }: CopyRecord): boolean {
  if (current?.figures === undefined || figures === current.figures) return false
  return contradictions(current.figures, figures).length > 0
}

function sumsWith(state: SeatState, record: StationRecord): readonly SeatSums[] {
  const { counted, disputed, held } = state.sums
  if (record.status === 'held') return record.current?.figures === undefined ? [] : [held]
  if (record.status !== 'accepted') return []
  return isDisputed(record) ? [counted, disputed] : [counted]
}

function figuresOfPresent({ current }: StationRecord): FiguresText {
  invariant(current?.figures !== undefined, 'what is summed has figures')
  return current.figures
}

function applyForm(sums: SeatSums, figures: FiguresText, sign: 1 | -1): void {
  const votes = votesIn(figures)
  sums.columns.forEach((sum, column) => applyFigure(sum, votes[column] ?? null, sign))
  const [valid, excluded, polled, , votersMale, votersFemale, votersTotal] = wholeIn(figures)
  applyFigure(sums.valid, valid ?? null, sign)
  applyFigure(sums.excluded, excluded ?? null, sign)
  applyFigure(sums.polled, polled ?? null, sign)
  applyFigure(sums.votersMale, votersMale ?? null, sign)
  applyFigure(sums.votersFemale, votersFemale ?? null, sign)
  applyFigure(sums.votersTotal, votersTotal ?? null, sign)
}

function applyFigure(sum: Sum, figure: number | null, sign: 1 | -1): void {
  if (figure === null) sum.unknownAt += sign
  else sum.known += sign * figure
}
