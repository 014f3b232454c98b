import type { Conditions, Drawn, Span } from './conditions.ts'
import { drawn } from './drawn.ts'
import { outagesOf, reachableFrom } from './outages.ts'
import type { ElectionPlan, SeatPlan, StationPlan } from './plan.ts'
import { type Seeded, seeded } from './seeded.ts'

/** One presiding officer on his way: his forms, and the returning officers' offices that he goes to, one after another. */
export interface Journey {
  readonly building: string
  /** In the order in which he comes to their offices. */
  readonly forms: readonly FormOnTheWay[]
  /** When he leaves the building, milliseconds after the close of poll; no sooner than his last signature. */
  readonly leavesMs: number
  /** Whether he has a device that works: what he brings otherwise is paper alone. */
  readonly hasDevice: boolean
  /** Whether his device has a signal while there is a network. */
  readonly hasSignal: boolean
  /** When a substitute took over, milliseconds after the close of poll; undefined of the officer who was appointed. */
  readonly takenOverMs: number | undefined
  /** When his district is cut off. */
  readonly outage: Span | undefined
}

export interface FormOnTheWay {
  readonly seat: string
  readonly station: number
  readonly defect: string | undefined
  /** Milliseconds after the close of poll. */
  readonly signedMs: number
  /** When his device has sent it, by itself, on the way too; undefined where it cannot. */
  readonly sentMs: number | undefined
  /** On the road to its office, from the building or from the office before. */
  readonly roadMs: number
  /** How long after the form another one comes in its place; undefined where none does. */
  readonly replacedAfterMs: number | undefined
}

/** Apart from the streams that `generateElection` draws an area from. */
const JOURNEYS_STREAM = 0

const MINUTE_MS = 60_000

const SUBSTITUTES_STREAM = 3_001

/** Where the plan does not know when a form was signed. */
const COUNT = { meanMs: 160 * MINUTE_MS, sdMs: 30 * MINUTE_MS, leastMs: 40 * MINUTE_MS }

/** From the signature to the last byte of the image, with a signal: an assumption. */
const SENDING: Drawn = { medianMs: 4 * MINUTE_MS, sigma: 0.8 }

/** Every building of the plan that sends a form, in the order in which the plan names it first. */
export function journeys(plan: ElectionPlan, seed: number, conditions: Conditions): readonly Journey[] {
  const random = seeded(seed, JOURNEYS_STREAM)
  const forms = plan.seats.flatMap((seat) => seat.stations.map((station) => ({ seat, station })))
  const signed = forms.filter(({ station }) => station.figures !== undefined)
  const ofSubstitutes = seeded(seed, SUBSTITUTES_STREAM)
  const outages = outagesOf(plan, seed, conditions)
  const byBuilding = Map.groupBy(
    signed,
    ({ seat, station }) => station.physicalStation ?? `${seat.seat}/${station.number}`,
  )
  return [...byBuilding].map(([building, own]) => {
    const outage = outages.get(own[0]?.seat.district ?? '')
    return journey({ plan, building, own, conditions, outage, random, ofSubstitutes })
  })
}

interface Building {
  readonly plan: ElectionPlan
  readonly building: string
  readonly own: readonly { readonly seat: SeatPlan; readonly station: StationPlan }[]
  readonly conditions: Conditions
  readonly outage: Span | undefined
  readonly random: Seeded
  readonly ofSubstitutes: Seeded
}

function journey({ plan, building, own, conditions, outage, random, ofSubstitutes }: Building): Journey {
  const hasDevice = random.uniform() >= conditions.noDeviceShare
  const hasSignal = hasDevice && random.uniform() < conditions.signalShare
  const sending = drawn(SENDING, random)
  const { late, replaced } = conditions
  const forms = random.shuffled(own).map(({ seat, station }, stop) => {
    const signedMs = signedAfterClose(plan, station, random)
    return {
      seat: seat.seat,
      station: station.number,
      defect: station.figures?.defect,
      signedMs,
      sentMs: hasSignal ? networkFrom(conditions, outage, signedMs + sending) : undefined,
      roadMs: drawn(stop === 0 ? conditions.road : conditions.betweenOffices, random),
      replacedAfterMs: random.uniform() < replaced.share ? drawn(replaced.after, random) : undefined,
    }
  })
  const lastMs = Math.max(...forms.map(({ signedMs }) => signedMs))
  const lateMs = random.uniform() < late.share ? random.integer(late.fromMs, late.toMs) : 0
  const firstMs = Math.min(...forms.map(({ signedMs }) => signedMs))
  const isSubstitute = ofSubstitutes.uniform() < conditions.substituteShare
  const leavesMs = lastMs + drawn(conditions.packing, random) + lateMs
  const takenOverMs = isSubstitute ? ofSubstitutes.integer(0, firstMs) : undefined
  return { building, forms, leavesMs, hasDevice, hasSignal, takenOverMs, outage }
}

/** The first moment from `fromMs` on at which a district has a network; undefined where it has none any more. */
export function networkFrom({ network }: Conditions, outage: Span | undefined, fromMs: number): number | undefined {
  for (const span of network) {
    const ms = reachableFrom(outage, Math.max(fromMs, span.fromMs))
    if (ms < span.toMs) return ms
  }
  return undefined
}

function signedAfterClose({ closeOfPollMs }: ElectionPlan, { figures }: StationPlan, random: Seeded): number {
  const countedAt = figures?.countedAt
  if (countedAt !== undefined && closeOfPollMs !== undefined) return countedAt - closeOfPollMs
  return Math.round(Math.max(COUNT.leastMs, random.normal(COUNT.meanMs, COUNT.sdMs)))
}
