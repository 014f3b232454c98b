import type { SeatStatus } from '../count/proceedings.ts'
import { noStations } from '../count/state.ts'
import type { Form47Total } from '../form/form47.ts'
import type { SeatSummary, StationCounts } from './seat-summary.ts'

/**
 * Many seats together, nationally and by province. Owned by whoever keeps it, who tells it of a seat's new summary:
 * one costs the same whether the tally has 10 seats or 859.
 */
export interface Tally {
  readonly seats: Map<string, SeatSummary>
  readonly national: TallyTotals
  readonly provinces: Map<string, TallyTotals>
}

/** Sums over seats. What a seat does not know is not in them. */
export interface TallyTotals {
  seats: number
  /** Seats in which a poll is held and counts: not those postponed, unopposed or void. */
  seatsPolled: number
  /** Seats by status. */
  readonly statuses: Map<SeatStatus, number>
  /** Seats by the party that is ahead, or returned; of a tie by none. */
  readonly parties: Map<string, number>
  tied: number
  readonly stations: { -readonly [Count in keyof StationCounts]: number }
  readonly votes: Record<Form47Total, number>
  /** Registered voters of all seats, of those that are polled, and seats whose number is unknown. */
  registered: number
  registeredPolled: number
  registeredUnknown: number
  /** Seats in which a ground for a recount holds. */
  recountByMargin: number
  recountByExcluded: number
  exceptions: number
}

export function emptyTally(): Tally {
  return { seats: new Map(), national: emptyTotals(), provinces: new Map() }
}

/** Takes a seat's summary in the place of the one before it. */
export function updateTally(tally: Tally, summary: SeatSummary): void {
  const before = tally.seats.get(summary.seat)
  if (before !== undefined) for (const totals of totalsWith(tally, before)) apply(totals, before, -1)
  for (const totals of totalsWith(tally, summary)) apply(totals, summary, 1)
  tally.seats.set(summary.seat, summary)
}

/** Whether a seat of this status has a poll that counts. */
export function isPolled(status: SeatStatus): boolean {
  return status !== 'postponed' && status !== 'unopposed' && status !== 'void'
}

function totalsWith(tally: Tally, { province }: SeatSummary): readonly TallyTotals[] {
  const ofProvince = tally.provinces.get(province) ?? emptyTotals()
  tally.provinces.set(province, ofProvince)
  return [tally.national, ofProvince]
}

function apply(totals: TallyTotals, summary: SeatSummary, sign: 1 | -1): void {
  const polled = isPolled(summary.status) ? sign : 0
  totals.seats += sign
  totals.seatsPolled += polled
  addTo(totals.statuses, summary.status, sign)
  const [party, second] = summary.ahead?.parties ?? []
  if (second !== undefined) totals.tied += sign
  else if (party !== undefined) addTo(totals.parties, party, sign)
  for (const name of Object.keys(totals.stations) as (keyof StationCounts)[]) {
    totals.stations[name] += sign * summary.stations[name]
  }
  for (const name of Object.keys(totals.votes) as Form47Total[]) totals.votes[name] += sign * summary.votes[name]
  totals.registered += sign * (summary.registered ?? 0)
  totals.registeredPolled += polled * (summary.registered ?? 0)
  if (summary.registered === null) totals.registeredUnknown += sign
  if (summary.recount.margin === true) totals.recountByMargin += sign
  if (summary.recount.excluded === true) totals.recountByExcluded += sign
  totals.exceptions += sign * summary.exceptions
}

function addTo<Key>(counts: Map<Key, number>, key: Key, sign: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + sign
  if (count === 0) counts.delete(key)
  else counts.set(key, count)
}

function emptyTotals(): TallyTotals {
  return {
    seats: 0,
    seatsPolled: 0,
    statuses: new Map(),
    parties: new Map(),
    tied: 0,
    stations: { listed: 0, disputed: 0, ...noStations },
    votes: { valid: 0, excluded: 0, polled: 0, votersMale: 0, votersFemale: 0, votersTotal: 0 },
    registered: 0,
    registeredPolled: 0,
    registeredUnknown: 0,
    recountByMargin: 0,
    recountByExcluded: 0,
    exceptions: 0,
  }
}
