import { type ObjectionDecided, type ObjectionRaised, Role, Stage } from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { tracesPerOfficeMax } from '../base/limits.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import type { Office } from '../identity/office.ts'
import type { Laws, SeatPlace } from './law.ts'
import type { TraceKind, TraceRecord } from './state.ts'
import { columnOf, elsewhere, present } from './station.ts'

const watchers = [Role.CANDIDATE, Role.POLLING_AGENT, Role.OBSERVER]

/**
 * What agents, candidates and observers saw of posted copies, where they were barred, and what they objected to, at a
 * station or at the returning officer's office. Nothing of it touches a figure; it is listed, and cannot be withdrawn.
 */
export const traceLaws: Laws<TraceKind | 'objectionRaised' | 'objectionDecided'> = {
  copySeenPosted: {
    offices: watchers,
    decide: decideTrace,
    evolve: (place, happened) => keepTrace(place, 'copySeenPosted', happened),
  },
  copyNotPosted: {
    offices: watchers,
    decide: decideTrace,
    evolve: (place, happened) => keepTrace(place, 'copyNotPosted', happened),
  },
  agentBarred: {
    offices: watchers,
    decide: decideTrace,
    evolve: (place, happened) => keepTrace(place, 'agentBarred', happened),
  },
  accessRefused: {
    offices: watchers,
    decide: decideTrace,
    evolve: (place, happened) => keepTrace(place, 'accessRefused', happened),
  },
  objectionRaised: {
    offices: watchers,
    decide: (place, raised) => decideRaised(place, raised),
    evolve: (place, raised) =>
      void place.state.objections.set(place.said.opened.hashHex, { ...recorded(place, raised), decision: undefined }),
  },
  objectionDecided: {
    offices: [Role.RETURNING_OFFICER, Role.PRESIDING_OFFICER],
    decide: (place, decided) => decideObjection(place, decided),
    evolve: ({ state, said: { index }, office: { office } }, { objection, upheld }) =>
      void (present(state.objections.get(toHex(objection))).decision = { office, index, upheld }),
  },
}

/** Where something happened: no station is the returning officer's office. A copy is posted at no stage. */
interface Happened {
  readonly station: number | null
  readonly stage?: Stage
  /** Form 33 serial. */
  readonly candidate?: number | null
}

function decideTrace(place: SeatPlace, { station, stage, candidate = null }: Happened): Refusal | undefined {
  const { state, office } = place
  if (!state.frozen) return refuse('seat/not-frozen', { seat: state.seat })
  if (stage === Stage.UNSPECIFIED) return refuse('statement/bad-shape', { field: 'stage' })
  if (station !== null && !state.stations.has(station)) return refuse('station/not-in-form-28', { station })
  const apart = station === null ? undefined : elsewhere(place, station)
  if (apart !== undefined) return apart
  if (candidate !== null && columnOf(state, candidate) === undefined) {
    return refuse('candidate/not-in-form-33', { candidate })
  }
  const filed = state.tracesFiled.get(traceKey(office, station)) ?? 0
  return filed < tracesPerOfficeMax ? undefined : refuse('trace/too-many', { tracesPerOfficeMax })
}

function decideRaised(place: SeatPlace, raised: ObjectionRaised): Refusal | undefined {
  return decideTrace(place, raised) ?? (raised.ground === '' ? refuse('act/needs-reason') : undefined)
}

// The presiding officer decides at the station, the returning officer anywhere in the seat; each objection once.
function decideObjection({ state, office }: SeatPlace, { objection, reason }: ObjectionDecided): Refusal | undefined {
  const record = state.objections.get(toHex(objection))
  if (record === undefined) return refuse('objection/unknown')
  const { station, decision } = record
  if (office.station !== null && office.station !== station) return refuse('station/not-own', { station: station ?? 0 })
  if (decision !== undefined) return refuse('objection/already-decided', { entry: decision.index })
  return reason === '' ? refuse('act/needs-reason') : undefined
}

function keepTrace(place: SeatPlace, kind: TraceKind, happened: Happened): void {
  place.state.traces.push({ kind, ...recorded(place, happened) })
}

/** The record of something that happened, counted to the office that says it. */
function recorded({ state, said, office }: SeatPlace, { station, stage }: Happened): Omit<TraceRecord, 'kind'> {
  const key = traceKey(office, station)
  state.tracesFiled.set(key, (state.tracesFiled.get(key) ?? 0) + 1)
  return { station, stage: stage ?? Stage.UNSPECIFIED, office: office.office, index: said.index }
}

// By the entry that enrolled the key too: two keys may hold offices of one name.
function traceKey({ office, since }: Office, station: number | null): string {
  return `${station ?? ''}/${since}/${office}`
}
