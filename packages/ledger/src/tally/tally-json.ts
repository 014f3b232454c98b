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
  readonly seats: readonly SeatJson[]
}

export type TotalsJson = Omit<TallyTotals, 'statuses' | 'parties'> & {
  readonly statuses: Readonly<Record<string, number>>
  readonly parties: Readonly<Record<string, number>>
} & OfChannels

export type SeatJson = SeatSummary & OfChannels

interface OfChannels {
  /** What came directly to a hub against the seats' logs; null where nobody files directly. */
  readonly channels: ChannelCounts | null
}

/** Statements that were filed directly, by what the log of their seat has in their place. */
export interface ChannelCounts {
  readonly filed: number
  readonly found: number
  readonly refused: number
  readonly missing: number
  readonly different: number
}

/** @param channels by seat; null where nobody files directly. */
export function tallyJson(
  { national, provinces, seats }: Tally,
  register: RegisterState,
  channels: ReadonlyMap<string, ChannelCounts> | null,
): TallyJson {
  const all = [...seats.values()].toSorted((a, b) => (a.seat < b.seat ? -1 : 1))
  const channelsOf = (some: readonly SeatSummary[]) =>
    channels && some.map(({ seat }) => channels.get(seat) ?? noneFiled).reduce(added, noneFiled)
  const within = (province: string) => all.filter((one) => one.province === province)
  return {
    document: 'tally',
    ...electionHeading(register),
    national: totalsJson(national, channelsOf(all)),
    provinces: Object.fromEntries(
      [...provinces].map(([name, totals]) => [name, totalsJson(totals, channelsOf(within(name)))]),
    ),
    seats: all.map((summary) => ({ ...summary, channels: channelsOf([summary]) })),
  }
}

const noneFiled: ChannelCounts = { filed: 0, found: 0, refused: 0, missing: 0, different: 0 }

function totalsJson({ statuses, parties, ...totals }: TallyTotals, channels: ChannelCounts | null): TotalsJson {
  return { ...totals, statuses: Object.fromEntries(statuses), parties: Object.fromEntries(parties), channels }
}

function added(sum: ChannelCounts, one: ChannelCounts): ChannelCounts {
  return {
    filed: sum.filed + one.filed,
    found: sum.found + one.found,
    refused: sum.refused + one.refused,
    missing: sum.missing + one.missing,
    different: sum.different + one.different,
  }
}
