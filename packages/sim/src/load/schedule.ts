import type { Arrival } from '../election/arrivals.ts'
import type { Profile, SurgePlan } from './profiles.ts'

/** A form and when it is sent, milliseconds after the load began. */
export interface Due {
  readonly arrival: Arrival
  readonly dueMs: number
}

export interface Schedule {
  readonly due: readonly Due[]
  /** Forms that the night brings after the run has ended. */
  readonly later: readonly Arrival[]
}

/** Over so long the forms of a night come in, for its mean rate. */
export const nightMs = 12 * 3_600_000

/** Milliseconds after the load began at which a moment of the night has come. */
export function compressed(arrivals: readonly Arrival[], speed: number): (atMs: number) => number {
  const first = arrivals[0]?.atMs ?? 0
  return (atMs) => (atMs - first) / speed
}

/** The night compressed in time: its first form is sent at once, and none after `durationMs`. */
export function scheduleOf(
  arrivals: readonly Arrival[],
  { speed, durationMs, surge }: Pick<Profile, 'speed' | 'durationMs' | 'surge'>,
): Schedule {
  const timeOf = compressed(arrivals, speed)
  const meanMs = nightMs / speed / arrivals.length
  const due = surge === undefined ? arrivals.map(({ atMs }) => timeOf(atMs)) : surging(arrivals.length, meanMs, surge)
  const all = arrivals.map((arrival, nth) => ({ arrival, dueMs: due[nth] ?? Infinity }))
  return {
    due: all.filter(({ dueMs }) => dueMs <= durationMs),
    later: all.filter(({ dueMs }) => dueMs > durationMs).map(({ arrival }) => arrival),
  }
}

/** One form every `meanMs`, and in the surge so many times as often. */
function surging(count: number, meanMs: number, { times, fromMs, toMs }: SurgePlan): readonly number[] {
  const due: number[] = []
  for (let at = 0; due.length < count; at += at >= fromMs && at < toMs ? meanMs / times : meanMs) due.push(at)
  return due
}
