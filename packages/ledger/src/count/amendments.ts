import {
  type CandidateRetired,
  type ExceptionJudged,
  Role,
  type Station,
  type StationAmended,
  StationChange,
} from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import { noteAgent } from './freeze.ts'
import type { Laws, SeatPlace } from './law.ts'
import { badStations } from './lists.ts'
import type { ExceptionKind, ExceptionRecord } from './list-state.ts'
import { awaitedStation, type SeatState } from './state.ts'
import { columnOf, stationOf } from './station.ts'

/**
 * Changes of the frozen lists, each with its reason and shown as an exception in Forms 28, 33 and 47, and what HQ or a
 * province judges of an exception. A refused exception stays said and keeps its effect: whoever must undo it orders so.
 * Forms received before are not checked again.
 */
export const amendmentLaws: Laws<'stationAmended' | 'candidateRetired' | 'exceptionJudged'> = {
  stationAmended: {
    offices: [Role.RETURNING_OFFICER],
    decide: (place, amended) => decideStationAmended(place, amended),
    evolve: (place, amended) => evolveStationAmended(place, amended),
  },
  candidateRetired: {
    offices: [Role.RETURNING_OFFICER],
    decide: ({ state }, retired) => decideCandidateRetired(state, retired),
    evolve: (place, { serial }) => recordException(place, 'candidate-retired', serial),
  },
  exceptionJudged: {
    offices: [Role.HQ, Role.PROVINCIAL_COMMISSIONER],
    decide: ({ state }, judged) => decideExceptionJudged(state, judged),
    evolve: ({ state, said: { index }, office: { office } }, { exception, ratified }) => {
      const record = state.exceptions.get(toHex(exception))
      invariant(record !== undefined, 'an exception was judged that the log does not hold')
      record.judgement = { ratified, office, index }
    },
  },
}

/** Keeps the statement at this place among what was changed after the freeze. */
export function recordException(
  { state, said: { opened, index } }: SeatPlace,
  kind: ExceptionKind,
  of: ExceptionRecord['of'],
): void {
  state.exceptions.set(opened.hashHex, { kind, of, index, judgement: undefined })
}

/** Form 33 serials of candidates who retired after the freeze. */
export function retiredSerials({ exceptions }: SeatState): ReadonlySet<ExceptionRecord['of'] | null> {
  return new Set([...exceptions.values()].flatMap(({ kind, of }) => (kind === 'candidate-retired' ? [of] : [])))
}

const changeKinds = {
  [StationChange.UNSPECIFIED]: undefined,
  [StationChange.ADDED]: 'station-added',
  [StationChange.MOVED]: 'station-moved',
  [StationChange.CORRECTED]: 'station-corrected',
} as const satisfies Record<StationChange, ExceptionKind | undefined>

function decideStationAmended(place: SeatPlace, { change, station, reason }: StationAmended): Refusal | undefined {
  const { state } = place
  if (!state.frozen) return refuse('list/not-frozen')
  if (change === StationChange.UNSPECIFIED) return refuse('statement/bad-shape', { field: 'change' })
  if (station === null) return refuse('statement/bad-shape', { field: 'station' })
  if (reason === '') return refuse('act/needs-reason', { station: station.number })
  const isAdded = change === StationChange.ADDED
  if (!isAdded && !state.stations.has(station.number)) {
    return refuse('station/not-in-form-28', { station: station.number })
  }
  const listed = isAdded ? [...state.stations.values()].map((record) => record.station) : []
  return badStations(place, [station], listed)
}

function evolveStationAmended(place: SeatPlace, { change, station }: StationAmended): void {
  const { state } = place
  const kind = changeKinds[change]
  invariant(station !== null && kind !== undefined, 'a station was amended that decide would refuse')
  if (kind === 'station-added') addStation(state, station)
  else stationOf(state, station.number).station = station
  recordException(place, kind, station.number)
}

// Officers and agents may have been enrolled for it before the freeze.
function addStation(state: SeatState, station: Station): void {
  state.stations.set(station.number, awaitedStation(station))
  for (const office of state.rolls.values()) noteAgent(state, office)
}

function decideCandidateRetired(state: SeatState, { serial, reason }: CandidateRetired): Refusal | undefined {
  if (!state.frozen) return refuse('list/not-frozen')
  if (columnOf(state, serial) === undefined) return refuse('candidate/not-in-form-33', { serial })
  if (retiredSerials(state).has(serial)) return refuse('candidate/already-retired', { serial })
  return reason === '' ? refuse('act/needs-reason', { serial }) : undefined
}

function decideExceptionJudged(
  state: SeatState,
  { exception, ratified, reason }: ExceptionJudged,
): Refusal | undefined {
  const record = state.exceptions.get(toHex(exception))
  if (record === undefined) return refuse('exception/unknown')
  if (record.judgement?.ratified === ratified) return refuse('exception/already-judged')
  return reason === '' ? refuse('act/needs-reason') : undefined
}
