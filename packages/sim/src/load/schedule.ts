import type { Arrival } from '../election/arrivals.ts'

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

/** The night compressed in time: its first form is sent at once, and none after `durationMs`. */
export function scheduleOf(
  arrivals: readonly Arrival[],
  { speed, durationMs }: { readonly speed: number; readonly durationMs: number },
): Schedule {
  const first = arrivals[0]?.atMs ?? 0
  const due = arrivals.map((arrival) => ({ arrival, dueMs: (arrival.atMs - first) / speed }))
  return {
    due: due.filter(({ dueMs }) => dueMs <= durationMs),
    later: due.filter(({ dueMs }) => dueMs > durationMs).map(({ arrival }) => arrival),
  }
}
