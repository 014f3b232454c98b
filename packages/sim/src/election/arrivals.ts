import type { ElectionPlan, SeatPlan, StationPlan } from './plan.ts'
import { type Seeded, seeded } from './seeded.ts'

/** A form reaches its RO `atMs` milliseconds after the close of poll. */
export interface Arrival {
  readonly seat: string
  readonly station: number
  readonly atMs: number
}

/** Apart from the streams that `generateElection` draws an area from. */
const ARRIVALS_STREAM = 0

const MINUTE_MS = 60_000

/**
 * From a signed form to its arrival: an assumption, fitted to what is known. No RO had every station by 02:00 (nine
 * hours after the close) in 2024, most had by 10:00, and some officers came eight to ten hours late with all documents.
 */
const TRAVEL = { medianMs: 150 * MINUTE_MS, sigma: 0.6 }
const LATE = { chance: 0.03, leastMs: 480 * MINUTE_MS, mostMs: 900 * MINUTE_MS }

/** Where the plan does not know when a form was signed. */
const COUNT = { meanMs: 160 * MINUTE_MS, sdMs: 30 * MINUTE_MS, leastMs: 40 * MINUTE_MS }

/** Every form of the plan once, in order of arrival; the two forms of one building travel together. */
export function arrivals(plan: ElectionPlan, seed: number): Arrival[] {
  const random = seeded(seed, ARRIVALS_STREAM)
  const journeys = new Map<string, number>()
  const all = plan.seats.flatMap((seat) =>
    seat.stations
      .filter((station) => station.figures !== undefined)
      .map((station) => arrival({ plan, seat, station, journeys, random })),
  )
  return all.toSorted(byTime)
}

interface Journey {
  readonly plan: ElectionPlan
  readonly seat: SeatPlan
  readonly station: StationPlan
  readonly journeys: Map<string, number>
  readonly random: Seeded
}

function arrival({ plan, seat, station, journeys, random }: Journey): Arrival {
  const building = station.physicalStation ?? `${seat.seat}/${station.number}`
  const travelMs = journeys.get(building) ?? drawTravel(random)
  journeys.set(building, travelMs)
  return { seat: seat.seat, station: station.number, atMs: signedMs(plan, station, random) + travelMs }
}

function drawTravel(random: Seeded): number {
  const travelMs = TRAVEL.medianMs * Math.exp(random.normal(0, TRAVEL.sigma))
  const lateMs = random.uniform() < LATE.chance ? random.integer(LATE.leastMs, LATE.mostMs) : 0
  return Math.round(travelMs) + lateMs
}

function signedMs(plan: ElectionPlan, station: StationPlan, random: Seeded): number {
  const countedAt = station.figures?.countedAt
  if (countedAt !== undefined && plan.closeOfPollMs !== undefined) return countedAt - plan.closeOfPollMs
  return Math.round(Math.max(COUNT.leastMs, random.normal(COUNT.meanMs, COUNT.sdMs)))
}

function byTime(a: Arrival, b: Arrival): number {
  if (a.atMs !== b.atMs) return a.atMs - b.atMs
  if (a.seat !== b.seat) return a.seat < b.seat ? -1 : 1
  return a.station - b.station
}
