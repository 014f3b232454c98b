import { type Conditions, CONDITIONS } from './conditions.ts'
import { type FormOnTheWay, type Journey, journeys } from './journeys.ts'
import type { ElectionPlan } from './plan.ts'

/** A form reaches its RO `atMs` milliseconds after the close of poll, from the device or by hand. */
export interface Arrival {
  readonly seat: string
  readonly station: number
  readonly atMs: number
}

/** Every form of the plan once, in order of arrival, as if nobody had to wait at an office. */
export function arrivals(
  plan: ElectionPlan,
  seed: number,
  conditions: Conditions = CONDITIONS['cut-2024'],
): readonly Arrival[] {
  return journeys(plan, seed, conditions).flatMap(arrivalsOf).toSorted(byTime)
}

function arrivalsOf({ forms, leavesMs }: Journey): readonly Arrival[] {
  let onTheRoadMs = leavesMs
  return forms.map(({ seat, station, sentMs = Infinity, roadMs }: FormOnTheWay) => {
    onTheRoadMs += roadMs
    return { seat, station, atMs: Math.min(sentMs, onTheRoadMs) }
  })
}

function byTime(a: Arrival, b: Arrival): number {
  if (a.atMs !== b.atMs) return a.atMs - b.atMs
  if (a.seat !== b.seat) return a.seat < b.seat ? -1 : 1
  return a.station - b.station
}
