import { type Outages, reachableFrom } from '../election/outages.ts'
import type { ElectionPlan } from '../election/plan.ts'
import { sum } from '../election/statistics.ts'
import type { DeskTold } from './desk.ts'
import type { OfficeTold } from './office-night.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** Hours after the close by which the night is told. */
export const hoursTold = 24

/** What came of a night. Shares are of the stations of Form 28; times are hours after the close, waits minutes. */
export interface Outcome {
  readonly countedByTwo: number
  readonly countedByTen: number
  /** And told to the hubs, for everybody to see: an office whose district is cut off counts alone. */
  readonly shownByTwo: number
  readonly shownByTen: number
  /** Seats of which every form that came was counted by then. */
  readonly officesCompleteByTen: number
  readonly medianCounted: number
  /** Forms counted in the busiest hour of an office, and of all together. */
  readonly busiestHour: { readonly office: Spread; readonly nation: number }
  readonly door: QueueTold
  readonly operators: QueueTold
  readonly returningOfficer: QueueTold
  readonly askedBack: number
  readonly held: number
  readonly settled: number
  readonly stuck: number
  /** By the end of each hour, from the first on. */
  readonly countedByHour: readonly number[]
  /** Officers at all doors at the end of each hour. */
  readonly atDoorsByHour: readonly number[]
}

export interface QueueTold {
  readonly waitMinutes: Spread
  /** The longest queue of an office. */
  readonly longest: Spread
}

export interface Spread {
  readonly p50: number
  readonly p99: number
  readonly max: number
}

export interface Deadlines {
  readonly twoMs: number
  readonly tenMs: number
}

/** What is beside the offices. */
export interface Beside {
  readonly plan: ElectionPlan
  readonly outages: Outages
  readonly deadlines: Deadlines
}

export function outcomeOf(offices: readonly OfficeTold[], { plan, outages, deadlines }: Beside): Outcome {
  const { twoMs, tenMs } = deadlines
  const listed = sum(plan.seats.map(({ stations }) => stations.length))
  const districts = new Map(plan.seats.map(({ seat, district }) => [seat, district]))
  const shown = offices.flatMap(({ seat, countedMs }) =>
    countedMs.map((ms) => reachableFrom(outages.get(districts.get(seat) ?? ''), ms)),
  )
  const counted = offices.flatMap(({ countedMs }) => countedMs).toSorted((a, b) => a - b)
  const share = (list: readonly number[], ms: number) => list.filter((at) => at <= ms).length / listed
  const by = (ms: number) => share(counted, ms)
  const hours = Array.from({ length: hoursTold }, (_, hour) => (hour + 1) * HOUR_MS)
  const waits = offices.flatMap(({ door }) => door.waits)
  const total = (of: (office: OfficeTold) => number) => sum(offices.map(of))
  return {
    countedByTwo: by(twoMs),
    countedByTen: by(tenMs),
    shownByTwo: share(shown, twoMs),
    shownByTen: share(shown, tenMs),
    officesCompleteByTen: offices.filter((office) => isCompleteBy(office, tenMs)).length / offices.length,
    medianCounted: quantile(counted, 0.5) / HOUR_MS,
    busiestHour: { office: spreadOf(offices.map(({ countedMs }) => busiest(countedMs))), nation: busiest(counted) },
    door: queueOf(offices.map(({ door }) => door)),
    operators: queueOf(offices.map(({ operators }) => operators)),
    returningOfficer: queueOf(offices.map(({ returningOfficer }) => returningOfficer)),
    askedBack: total(({ askedBack }) => askedBack),
    held: total(({ held }) => held),
    settled: total(({ differencesSettled }) => differencesSettled),
    stuck: total(({ stuck }) => stuck),
    countedByHour: hours.map(by),
    atDoorsByHour: hours.map((ms) => waits.filter(({ fromMs, toMs }) => fromMs <= ms && ms < toMs).length),
  }
}

function isCompleteBy({ countedMs, stuck }: OfficeTold, ms: number): boolean {
  return stuck === 0 && (countedMs.at(-1) ?? 0) <= ms
}

/** Most in one hour of the clock. */
function busiest(countedMs: readonly number[]): number {
  const byHour = Map.groupBy(countedMs, (ms) => Math.floor(ms / HOUR_MS))
  return Math.max(0, ...[...byHour.values()].map(({ length }) => length))
}

function queueOf(desks: readonly DeskTold[]): QueueTold {
  const waitMinutes = desks.flatMap(({ waits }) => waits.map(({ fromMs, toMs }) => (toMs - fromMs) / MINUTE_MS))
  return { waitMinutes: spreadOf(waitMinutes), longest: spreadOf(desks.map(({ longestQueue }) => longestQueue)) }
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), max: quantile(sorted, 1) }
}

/** Of sorted values the least that is not below this share of them; 0 of none. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}
