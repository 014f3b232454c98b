import type { RuleParameters } from '@khata/proto'
import { retiredSerials } from './amendments.ts'
import type { SeatState, SeatSums, Sum } from './state.ts'

/** Columns whose candidates may be returned, in order. */
export function contesting(state: SeatState): readonly number[] {
  const retired = retiredSerials(state)
  return state.columns.flatMap(({ serial }, column) => (retired.has(serial) ? [] : [column]))
}

/** Who is ahead, and by how much. */
export interface Ranking {
  readonly most: number
  /** Columns with the most votes, in order: more than one is a tie. */
  readonly first: readonly number[]
  /** Between the first two; all votes of the first where there is no second. */
  readonly margin: number
}

/** Who has the most votes of these sums. Null where nobody has any, or one candidate's votes are unknown somewhere. */
export function rankingOf(state: SeatState, sums: SeatSums): Ranking | null {
  const votes = contesting(state).map((column) => ({ column, votes: wholly(sums.columns[column]) }))
  const known = votes.flatMap(({ column, votes: own }) => (own === null ? [] : [{ column, own }]))
  if (known.length < votes.length) return null
  const [first, second] = known.toSorted((a, b) => b.own - a.own)
  if (first === undefined || first.own === 0) return null
  const equal = known.filter(({ own }) => own === first.own).map(({ column }) => column)
  return { most: first.own, first: equal, margin: first.own - (second?.own ?? 0) }
}

/** Women among those who voted at the stations: Elections Act 2017 s. 9, of the votes polled. */
export interface WomenShare {
  /** Rounded down; null where a station's figure is unknown, or nobody voted. */
  readonly perMille: number | null
  /** Whether the share is below what lets HQ presume that women were kept from voting; null where it cannot be told. */
  readonly belowMin: boolean | null
}

export function womenShareOf({ sums }: SeatState, { womenSharePerMilleMin }: RuleParameters): WomenShare {
  const [women, polled] = [wholly(sums.counted.votersFemale), wholly(sums.counted.polled)]
  if (women === null || polled === null || polled === 0) return { perMille: null, belowMin: null }
  const belowMin = womenSharePerMilleMin === null ? null : 1_000 * women < womenSharePerMilleMin * polled
  return { perMille: Math.floor((1_000 * women) / polled), belowMin }
}

/** A sum that every form knows; null where one does not. */
export function wholly(sum: Sum | undefined): number | null {
  return sum === undefined || sum.unknownAt > 0 ? null : sum.known
}
