import type { RuleParametersInput } from '@khata/proto'
import { drawn } from '../election/drawn.ts'
import { type Margin, marginsOf } from '../election/margins.ts'
import type { ElectionPlan } from '../election/plan.ts'
import { seeded } from '../election/seeded.ts'
import { type Spread, spreadOf } from './outcome.ts'
import { RECOUNT } from './settings.ts'

/** Recounts that may be asked for before the consolidation begins, and what they take. */
export interface RecountsTold {
  /** Seats in which the ground holds: Elections Act 2017 s. 95(5). */
  readonly grounds: number
  /** Those in which somebody asks for it. */
  readonly asked: number
  readonly stations: number
  /** Hours of one office's recount, its teams all at work. */
  readonly hours: Spread
}

const HOUR_MS = 3_600_000

/** Apart from the streams of the election, its journeys and its people. */
const RECOUNTS_STREAM = 3_002

/** What the days after the night hold. */
export function recountsOf(plan: ElectionPlan, seed: number, rules: RuleParametersInput): RecountsTold {
  const random = seeded(seed, RECOUNTS_STREAM)
  const open = marginsOf(plan).filter((margin) => hasGround(margin, rules))
  const asked = open.filter(() => random.uniform() < RECOUNT.askedShare)
  const hours = asked.map(({ seat }) => {
    const works = seat.stations.map(() => drawn(RECOUNT.station, random))
    return works.reduce((total, ms) => total + ms, 0) / RECOUNT.teams / HOUR_MS
  })
  const stations = asked.reduce((total, { seat }) => total + seat.stations.length, 0)
  return { grounds: open.length, asked: asked.length, stations, hours: spreadOf(hours) }
}

/** The ledger's own judgement needs a log; this is the same rule over a plan's figures. */
export function hasGround({ seat, polled, margin, excluded }: Margin, rules: RuleParametersInput): boolean {
  const votes = seat.assembly === 'NA' ? rules.recountMarginVotesNational : rules.recountMarginVotesProvincial
  const isNarrow = margin < (votes ?? 0) && 1_000 * margin < (rules.recountMarginPerMille ?? 0) * polled
  return isNarrow || (rules.recountExcludedAtLeastMargin === true && excluded >= margin)
}
