import type { LogFold } from '../audit/fold.ts'
import { rulesOf } from '../audit/rules.ts'
import { type Ranking, rankingOf, type WomenShare, womenShareOf } from '../count/outcome.ts'
import type { SeatState } from '../count/state.ts'
import type { RegisterState } from '../identity/register.ts'
import { type FinalColumn, finalColumns, type FinalSum, finalSum, finalSums } from './form48.ts'
import { finalHeading, registeredVoters, type SeatHeading, stationsInOrder } from './seat-heading.ts'

/**
 * Final Consolidated Result (Elections Act 2017 s. 95), as JSON whose RFC 8785 bytes are the form: the column sums of
 * Form 48, postal ballots included. In mode replay it says nothing of who is returned.
 */
export interface Form49 extends SeatHeading {
  readonly form: '49'
  readonly title: string
  readonly candidates: readonly (FinalColumn & FinalSum)[]
  readonly totals: {
    readonly registered: number | null
    readonly polled: FinalSum
    readonly valid: FinalSum
    readonly invalid: FinalSum
    /** Rejected postal ballots, in no other total; null where nobody has counted any. */
    readonly postalRejected: number | null
  }
  readonly womenShare: WomenShare
  /** Entries that the figures come from: Form 47 as issued, the consolidation's beginning, the postal ballots. */
  readonly entries: { readonly form47: number | null; readonly begun: number | null; readonly postal: number | null }
  /** Only outside mode replay, once somebody has votes. */
  readonly outcome?: Form49Outcome
}

/**
 * `returned`: one candidate. `tie`: two are equal, both are returned, and a lot says who serves first (Elections Act
 * 2017 s. 97). `tie-of-more`: the law says nothing of more than two; HQ must order.
 */
export interface Form49Outcome {
  readonly kind: 'returned' | 'tie' | 'tie-of-more'
  /** Form 33 serials, in order. */
  readonly candidates: readonly number[]
  readonly margin: number
  /** Who was first in Form 47, and by how much. */
  readonly provisional: { readonly candidates: readonly number[]; readonly margin: number } | null
}

export function form49(fold: LogFold, seat: SeatState, register: RegisterState): Form49 {
  const heading = finalHeading(fold, seat, register)
  const records = stationsInOrder(seat)
  const { final } = seat.proceedings
  const sums = finalSums(seat)
  const rows = final === undefined ? 0 : records.filter(({ status }) => status === 'accepted').length
  const sum = (of: typeof sums.valid) => finalSum(of, rows, final?.postal !== undefined)
  return {
    form: '49',
    title: 'Final Consolidated Result',
    ...heading,
    candidates: finalColumns(seat).map((column, at) => ({ ...column, ...sum(sums.columns[at] ?? sums.valid) })),
    totals: {
      registered: registeredVoters(records),
      polled: sum(sums.polled),
      valid: sum(sums.valid),
      invalid: sum(sums.excluded),
      postalRejected: final?.postal?.rejected ?? null,
    },
    womenShare: womenShareOf(seat, rulesOf(register).parameters),
    entries: {
      form47: final?.form47 ?? null,
      begun: final?.index ?? null,
      postal: final?.postal?.index ?? null,
    },
    ...(heading.mode !== 'replay' && outcomeOf(seat)),
  }
}

function outcomeOf(seat: SeatState): { readonly outcome?: Form49Outcome } {
  const ranking = rankingOf(seat, finalSums(seat))
  if (ranking === null) return {}
  const kind = (['returned', 'tie'] as const)[ranking.first.length - 1] ?? 'tie-of-more'
  const before = rankingOf(seat, seat.sums.counted)
  return { outcome: { kind, ...leadOf(seat, ranking), provisional: before === null ? null : leadOf(seat, before) } }
}

function leadOf({ columns }: SeatState, { first, margin }: Ranking) {
  return { candidates: first.flatMap((column) => columns[column]?.serial ?? []), margin }
}
