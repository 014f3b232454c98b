import type { Conditions, Span } from './conditions.ts'
import { drawn } from './drawn.ts'
import type { ElectionPlan } from './plan.ts'
import { seeded } from './seeded.ts'

/** When a district's links to the hubs and its phones' network are away, by district. */
export type Outages = ReadonlyMap<string, Span>

/** Apart from the streams of the election, its journeys and its people. */
const OUTAGES_STREAM = 3_000

/** At most one outage a district. */
export function outagesOf(plan: ElectionPlan, seed: number, { outages }: Conditions): Outages {
  const random = seeded(seed, OUTAGES_STREAM)
  const districts = [...new Set(plan.seats.map(({ district }) => district))]
  return new Map(
    districts.flatMap((district) => {
      const isHit = random.uniform() < outages.share
      const fromMs = random.integer(outages.fromMs, outages.toMs)
      const toMs = fromMs + drawn(outages.lasts, random)
      return isHit ? [[district, { fromMs, toMs }] as const] : []
    }),
  )
}

/** The first moment from `ms` on at which nothing is away. */
export function reachableFrom(outage: Span | undefined, ms: number): number {
  return outage !== undefined && ms >= outage.fromMs && ms < outage.toMs ? outage.toMs : ms
}
