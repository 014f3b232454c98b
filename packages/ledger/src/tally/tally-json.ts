import { type ElectionHeading, electionHeading } from '../form/seat-heading.ts'
import type { RegisterState } from '../identity/register.ts'
import type { SeatSummary } from './seat-summary.ts'
import type { Tally, TallyTotals } from './tally.ts'

/**
 * A tally over named logs at named sizes, as JSON whose RFC 8785 bytes are the document. It advises: every figure of it
 * is that of a seat's own form, and where a seat says otherwise the seat is right.
 */
export interface TallyJson extends ElectionHeading {
  readonly document: 'tally'
  readonly national: TotalsJson
  readonly provinces: Readonly<Record<string, TotalsJson>>
  /** By name, each with the log that it was folded from. */
  readonly seats: readonly SeatSummary[]
}

export type TotalsJson = Omit<TallyTotals, 'statuses' | 'parties'> & {
  readonly statuses: Readonly<Record<string, number>>
  readonly parties: Readonly<Record<string, number>>
}

export function tallyJson(tally: Tally, register: RegisterState): TallyJson {
  return {
    document: 'tally',
    ...electionHeading(register),
    national: totalsJson(tally.national),
    provinces: Object.fromEntries([...tally.provinces].map(([province, totals]) => [province, totalsJson(totals)])),
    seats: [...tally.seats.values()].toSorted((a, b) => (a.seat < b.seat ? -1 : 1)),
  }
}

function totalsJson({ statuses, parties, ...totals }: TallyTotals): TotalsJson {
  return { ...totals, statuses: Object.fromEntries(statuses), parties: Object.fromEntries(parties) }
}
