import { ExclusionGround, type Form45Input } from '@khata/proto'
import { formOf } from '../../drill/devices.ts'
import type { CellFigures, Form45Figures, StationPlan } from '../../election/plan.ts'
import type { Scene } from './scene.ts'

/** A count at a station: votes by column, and what the form has otherwise than one that adds up. */
export interface Count {
  readonly votes: readonly number[]
  readonly excluded?: number
  readonly otherwise?: Partial<Form45Input>
}

/** A Form 45 with its Form 46 in which everything adds up, but for what the count says otherwise. */
export function formFrom(scene: Scene, number: number, count: Count): Form45Input {
  const { excluded = 0, otherwise = {} } = count
  const { drill, seat } = scene
  const station = scene.station(number)
  const form = formOf(drill, seat, station, figuresOf(station, count, drill.plan.closeOfPollMs))
  return { ...form, excludedByGround: groundsOf(excluded), ...otherwise }
}

/** Ballots excluded, dealt out to the grounds of exclusion in turn. */
function groundsOf(excluded: number): Form45Input['excludedByGround'] {
  const { UNSPECIFIED: _, ...named } = ExclusionGround
  const grounds = Object.values(named)
  return grounds
    .map((ground, at) => ({ ground, count: Math.floor((excluded + grounds.length - 1 - at) / grounds.length) }))
    .filter(({ count }) => count > 0)
}

function figuresOf(
  { type, registeredTotal = 0 }: StationPlan,
  { votes, excluded = 0 }: Count,
  closeOfPollMs = 0,
): Form45Figures {
  const validTotal = votes.reduce((sum, one) => sum + one, 0)
  const polled = validTotal + excluded
  const men = { male: polled, female: 0, combined: Math.floor(polled / 2), unknown: Math.floor(polled / 2) }[type]
  const received = registeredTotal + 100
  const ballots = { tendered: 0, challenged: 0, spoilt: 1, stray: 0, cancelled: 2, takenFromBox: polled, received }
  return {
    votes: votes.map(cell),
    validTotal,
    excluded,
    polled,
    votersMale: men,
    votersFemale: polled - men,
    votersTotal: polled,
    ballots: { ...ballots, unissued: received - polled - 3 },
    countedAt: closeOfPollMs + 3_600_000,
  }
}

function cell(total: number, column: number): CellFigures {
  return { column, valid: total, tendered: 0, challenged: 0, total }
}
