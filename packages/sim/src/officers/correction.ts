import type { CellFigures, Form45Figures } from '../election/plan.ts'

/**
 * What the presiding officer finds on recounting the bundles, where the form itself still tells it: a sum added up
 * wrongly, or a row left out whose votes the valid total contains. Undefined where only the ballots could tell: such a
 * form stays returned. Election Rules 2017 r. 84(3): nobody else may correct it.
 */
export function correctedFigures(figures: Form45Figures, columns: number): Form45Figures | undefined {
  const sum = figures.votes.reduce((total, cell) => total + (cell.total ?? 0), 0)
  const { votes, validTotal, defect, ...rest } = figures
  if (defect === 'sum-mismatch') return { ...rest, votes, validTotal: sum }
  if (defect !== 'candidate-missing' || validTotal === undefined) return undefined
  return { ...rest, votes: withMissing(votes, validTotal - sum, columns), validTotal }
}

function withMissing(votes: readonly CellFigures[], missing: number, columns: number): readonly CellFigures[] {
  const held = new Map(votes.map((cell) => [cell.column, cell]))
  const blank = { valid: missing, tendered: 0, challenged: 0, total: missing }
  return Array.from({ length: columns }, (_, column) => held.get(column) ?? { column, ...blank })
}
