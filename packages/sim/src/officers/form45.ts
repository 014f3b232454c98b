import { Channel, type Form45Input } from '@khata/proto'
import type { Form45Figures, StationPlan } from '../election/plan.ts'

/** What a presiding officer fills in: the plan's figures, and nothing where the plan knows nothing. */
export function form45Of(
  station: StationPlan,
  figures: Form45Figures,
  { channel, capture }: Pick<Form45Input, 'channel' | 'capture'> = { channel: Channel.UNSPECIFIED },
): Form45Input {
  const { votes, validTotal, excluded, polled, votersMale, votersFemale, votersTotal, ballots, countedAt } = figures
  return {
    station: station.number,
    counts: votes,
    validTotal,
    excludedTotal: excluded,
    polledTotal: polled,
    votersMale,
    votersFemale,
    votersTotal,
    registeredTotal: station.registeredTotal,
    ballots,
    countedAt,
    channel,
    capture,
  }
}
