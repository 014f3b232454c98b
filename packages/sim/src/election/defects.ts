import type { CellFigures, Form45Figures, StationPlan } from './plan.ts'
import type { Seeded } from './seeded.ts'

/**
 * What goes wrong on paper, each seen in reality: totals that do not add and swapped columns (NA-46, 2024), turnout
 * beyond the roll, a candidate left out, a form that never comes (about 50 in NA-125, 2024).
 */
export const DEFECTS = [
  'sum-mismatch',
  'columns-swapped',
  'votes-beyond-registered',
  'candidate-missing',
  'no-form',
] as const

export type Defect = (typeof DEFECTS)[number]

export function withDefect(station: StationPlan, defect: Defect, random: Seeded): StationPlan {
  const { figures, ...rest } = station
  if (defect === 'no-form' || figures === undefined) return rest
  return { ...rest, figures: { ...defective(figures, station, defect, random), defect } }
}

function defective(figures: Form45Figures, station: StationPlan, defect: Defect, random: Seeded): Form45Figures {
  switch (defect) {
    case 'sum-mismatch':
      return { ...figures, validTotal: (figures.validTotal ?? 0) + random.integer(1, 50) }
    case 'columns-swapped':
      return { ...figures, votes: firstTwoSwapped(figures.votes) }
    case 'votes-beyond-registered':
      return stuffed(figures, station, random.integer(10, 60))
    case 'candidate-missing':
      return { ...figures, votes: withoutOne(figures.votes, random) }
    case 'no-form':
      return figures
  }
}

/** The two leaders change places; every sum still holds, so only another copy can show it. */
function firstTwoSwapped(votes: readonly CellFigures[]): CellFigures[] {
  const [first, second] = votes.toSorted((a, b) => (b.total ?? 0) - (a.total ?? 0))
  if (first === undefined || second === undefined) return [...votes]
  return votes.map((cell) => {
    if (cell === first) return { ...second, column: first.column }
    return cell === second ? { ...first, column: second.column } : cell
  })
}

/** Papers beyond the roll, all for the leader: the form adds up and the roll does not. */
function stuffed(figures: Form45Figures, station: StationPlan, beyond: number): Form45Figures {
  const added = (station.registeredTotal ?? 0) + beyond - (figures.polled ?? 0)
  const leader = figures.votes.toSorted((a, b) => (b.total ?? 0) - (a.total ?? 0))[0]
  const votes = figures.votes.map((cell) =>
    cell === leader ? { ...cell, valid: (cell.valid ?? 0) + added, total: (cell.total ?? 0) + added } : cell,
  )
  return { ...figures, votes, ...addedVoters(figures, station, added), ...addedPapers(figures, added) }
}

function addedVoters(figures: Form45Figures, station: StationPlan, added: number): Partial<Form45Figures> {
  const women = station.type === 'female'
  return {
    validTotal: (figures.validTotal ?? 0) + added,
    polled: (figures.polled ?? 0) + added,
    votersMale: (figures.votersMale ?? 0) + (women ? 0 : added),
    votersFemale: (figures.votersFemale ?? 0) + (women ? added : 0),
    votersTotal: (figures.votersTotal ?? 0) + added,
  }
}

function addedPapers({ ballots }: Form45Figures, added: number): Pick<Form45Figures, 'ballots'> {
  if (ballots === undefined) return {}
  const received = ballots.received + Math.max(0, added - ballots.unissued)
  const unissued = Math.max(0, ballots.unissued - added)
  return { ballots: { ...ballots, received, unissued, takenFromBox: ballots.takenFromBox + added } }
}

function withoutOne(votes: readonly CellFigures[], random: Seeded): CellFigures[] {
  const withVotes = votes.filter((cell) => (cell.total ?? 0) > 0)
  const left = withVotes[random.integer(0, withVotes.length - 1)]
  return votes.filter((cell) => cell !== left)
}
