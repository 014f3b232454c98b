import { RecountGround } from '@khata/proto'
import { ruledSeat } from '../audit/admission.ts'
import type { LogFold } from '../audit/fold.ts'
import { rankingOf } from '../count/outcome.ts'
import type { SeatStatus } from '../count/proceedings.ts'
import { groundHolds } from '../count/recounts.ts'
import { noStations, type SeatState, type SeatSums, type StationStatus } from '../count/state.ts'
import { isDisputed } from '../count/sums.ts'
import type { Form47Total } from '../form/form47.ts'
import { registeredVoters, type SeatHeading, seatHeading } from '../form/seat-heading.ts'
import type { RegisterState } from '../identity/register.ts'

/** What a tally needs of one seat, at a size of its log. Plain data: a hub keeps one for each seat. */
export interface SeatSummary
  extends Pick<SeatHeading, 'seat' | 'assembly' | 'province' | 'district' | 'log' | 'register'> {
  readonly status: SeatStatus
  readonly stations: StationCounts
  /** Null where one station's are unknown. */
  readonly registered: number | null
  /** Known sums: of Form 49 once its consolidation has begun, of Form 47 before. */
  readonly votes: Readonly<Record<Form47Total, number>>
  /** Null in mode replay, and while nobody has votes. */
  readonly ahead: SeatAhead | null
  /** Whether each ground for a recount holds; null where it cannot be told. */
  readonly recount: { readonly margin: boolean | null; readonly excluded: boolean | null }
  /** Changes after the freeze: keys, stations, candidates. */
  readonly exceptions: number
}

export type StationCounts = Readonly<Record<StationStatus | 'listed' | 'disputed', number>>

/** Who has most votes: more than one is a tie. */
export interface SeatAhead {
  /** Form 33 serials, in order. */
  readonly candidates: readonly number[]
  readonly parties: readonly string[]
  readonly margin: number
}

export function seatSummary(fold: LogFold, state: SeatState, register: RegisterState): SeatSummary {
  const { mode, seat, assembly, province, district, log, register: at } = seatHeading(fold, state, register)
  const sums = state.proceedings.final?.sums ?? state.sums.counted
  const place = ruledSeat(state, register)
  return {
    seat,
    assembly,
    province,
    district,
    log,
    register: at,
    status: state.proceedings.status,
    stations: stationCounts(state),
    registered: registeredVoters([...state.stations.values()]),
    votes: votesOf(sums),
    ahead: mode === 'replay' ? null : aheadOf(state, sums),
    recount: {
      margin: groundHolds(place, RecountGround.MARGIN),
      excluded: groundHolds(place, RecountGround.EXCLUDED),
    },
    exceptions: state.exceptions.size,
  }
}

function stationCounts({ stations }: SeatState): StationCounts {
  const counts = { listed: stations.size, disputed: 0, ...noStations }
  for (const record of stations.values()) {
    counts[record.status] += 1
    if (record.status === 'accepted' && isDisputed(record)) counts.disputed += 1
  }
  return counts
}

function votesOf(sums: SeatSums): SeatSummary['votes'] {
  const { valid, excluded, polled, votersMale, votersFemale, votersTotal } = sums
  return {
    valid: valid.known,
    excluded: excluded.known,
    polled: polled.known,
    votersMale: votersMale.known,
    votersFemale: votersFemale.known,
    votersTotal: votersTotal.known,
  }
}

function aheadOf(state: SeatState, sums: SeatSums): SeatAhead | null {
  const ranking = rankingOf(state, sums)
  if (ranking === null) return null
  const columns = ranking.first.flatMap((column) => state.columns[column] ?? [])
  return {
    candidates: columns.flatMap(({ serial }) => serial ?? []),
    parties: columns.map(({ party }) => party),
    margin: ranking.margin,
  }
}
