import { sha256, utf8Encode } from '@khata/ledger'
import { Channel, type Form45Input, SignatoryRole } from '@khata/proto'
import type { Form45Figures, StationPlan } from '../election/plan.ts'

/**
 * What a presiding officer fills in: the plan's figures, and nothing where the plan knows nothing. Where there is a
 * device it photographs the form, which the senior assistant has signed and of which a copy is posted.
 */
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
    ...(channel !== Channel.UNSPECIFIED && atStation(station, figures)),
  }
}

function atStation({ number }: StationPlan, { agents = [] }: Form45Figures): Partial<Form45Input> {
  return {
    signatories: [
      { role: SignatoryRole.SENIOR_ASSISTANT_PRESIDING_OFFICER, signed: true, absenceReason: '' },
      ...agents.map((agent) => ({ role: SignatoryRole.POLLING_AGENT, ...agent })),
    ],
    postedOutside: true,
    image: { sha256: sha256(utf8Encode(`invented image of station ${number}`)), size: 0, mediaType: 'image/jpeg' },
  }
}
