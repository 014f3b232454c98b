import { build, type Histogram } from 'hdr-histogram-js'

/** Stages of a form, each measured from the moment at which the device sends it. */
export const STAGES = {
  local: 'to the returning officer’s receipt',
  replicated: 'to a receipt with a hub’s cosignature',
  shown: 'to Form 45 at HQ’s public side',
  lag: 'the clients behind their own schedule',
} as const

export type Stage = keyof typeof STAGES

/** In milliseconds. */
export interface LatencyTold {
  readonly stage: Stage
  readonly count: number
  readonly p50: number
  readonly p99: number
  readonly max: number
  /** Each second of the load in which one ended: median and longest. */
  readonly overTime: readonly LatencySecond[]
}

export interface LatencySecond {
  readonly second: number
  readonly p50: number
  readonly max: number
}

/** An hour, in microseconds; three digits are kept. */
const usMax = 3_600_000_000

/** HDR histograms of one run, whole and by the second. */
export class Latencies {
  readonly #whole = new Map<Stage, Histogram>()
  readonly #seconds = new Map<Stage, Map<number, Histogram>>()

  /** @param atMs when it ended, after the load began. */
  record(stage: Stage, atMs: number, latencyMs: number): void {
    const us = Math.min(usMax, Math.max(1, Math.round(latencyMs * 1_000)))
    const seconds = orMade(this.#seconds, stage, () => new Map<number, Histogram>())
    orMade(this.#whole, stage, histogram).recordValue(us)
    orMade(seconds, Math.floor(atMs / 1_000), histogram).recordValue(us)
  }

  get told(): readonly LatencyTold[] {
    return [...this.#whole].map(([stage, whole]) => ({
      stage,
      count: whole.totalCount,
      ...spread(whole),
      p99: quantile(whole, 99),
      overTime: [...(this.#seconds.get(stage) ?? [])]
        .toSorted(([a], [b]) => a - b)
        .map(([second, own]) => ({ second, ...spread(own) })),
    }))
  }
}

function histogram(): Histogram {
  return build({ highestTrackableValue: usMax, numberOfSignificantValueDigits: 3 })
}

function spread(own: Histogram): { readonly p50: number; readonly max: number } {
  return { p50: quantile(own, 50), max: ms(own.maxValue) }
}

/** A value stands for a range of them; its upper end may lie above the longest of all. */
function quantile(own: Histogram, percentile: number): number {
  return ms(Math.min(own.getValueAtPercentile(percentile), own.maxValue))
}

function ms(us: number): number {
  return us / 1_000
}

function orMade<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make()
  map.set(key, value)
  return value
}
