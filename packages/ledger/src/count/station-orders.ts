import { Role, StationOrder, type StationOrdered } from '@khata/proto'
import { none, withOne } from '../base/none.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import type { Laws, SeatPlace } from './law.ts'
import { notCounted } from './seat-status.ts'
import type { Rules } from './said.ts'
import { closeOfPoll, enter, stationOf, supersede } from './station.ts'
import type { SeatState, StationRecord } from './state.ts'

/** Orders about one station: no result comes from it, its hours are longer, or it polls again. */
export const stationOrderLaws: Laws<'stationOrdered'> = {
  stationOrdered: {
    offices: [Role.RETURNING_OFFICER, Role.HQ],
    decide: (place, ordered) => decideStationOrdered(place, ordered),
    evolve: (place, ordered) => evolveStationOrdered(place, ordered),
  },
}

/** Puts a station back to where it was before its first form, in a new poll. What it had is kept beside. */
export function reopenStation(place: SeatPlace, record: StationRecord): void {
  if (record.current !== undefined) supersede(record, record.current)
  enter(place, record, 'awaited', { current: undefined, rivals: none, copies: none, poll: record.poll + 1 })
  place.state.proceedings.due.delete(record.station.number)
}

const byHq: readonly StationOrder[] = [StationOrder.VOID, StationOrder.REPOLL]

function decideStationOrdered(place: SeatPlace, ordered: StationOrdered): Refusal | undefined {
  const { state, office } = place
  const { station, order, reason } = ordered
  if (order === StationOrder.UNSPECIFIED) return refuse('statement/bad-shape', { field: 'order' })
  if (byHq.includes(order) && office.role !== Role.HQ) return refuse('order/not-this-office', { order })
  if (!state.frozen) return refuse('seat/not-frozen', { seat: state.seat })
  const record = state.stations.get(station)
  if (record === undefined) return refuse('station/not-in-form-28', { station })
  if (reason === '') return refuse('act/needs-reason', { station })
  return notCounted(state) ?? decideOfStation(place, record, ordered)
}

function decideOfStation(place: SeatPlace, record: StationRecord, ordered: StationOrdered): Refusal | undefined {
  const { order, until, into } = ordered
  const { number: station } = record.station
  const { status } = record
  if (!applies(order, record)) return refuse('form-45/not-in-this-state', { station, status })
  if (order === StationOrder.HOURS_EXTENDED) return decideExtended(record, until, place.rules)
  return order === StationOrder.MERGED ? decideMerged(place.state, station, into) : undefined
}

function applies(order: StationOrder, { status }: StationRecord): boolean {
  if (order === StationOrder.HOURS_EXTENDED) return status === 'awaited'
  return order === StationOrder.REPOLL ? status !== 'awaited' : status !== 'closed'
}

function decideExtended(record: StationRecord, until: number | null, { parameters }: Rules): Refusal | undefined {
  const isLater = until !== null && until > (closeOfPoll(record, parameters) ?? 0)
  return isLater ? undefined : refuse('statement/bad-shape', { field: 'until' })
}

function decideMerged(state: SeatState, station: number, into: number | null): Refusal | undefined {
  const other = into === null ? undefined : state.stations.get(into)
  if (other === undefined) return refuse('station/not-in-form-28', { station: into ?? 0 })
  return into === station || other.status === 'closed' ? refuse('order/cannot-merge', { station }) : undefined
}

function evolveStationOrdered(place: SeatPlace, ordered: StationOrdered): void {
  const { state, said } = place
  const { order, until, into } = ordered
  const record = stationOf(state, ordered.station)
  record.orders = withOne(record.orders, { order, index: said.index, poll: record.poll, until, into })
  if (order === StationOrder.HOURS_EXTENDED) return
  if (order === StationOrder.REPOLL) return reopenStation(place, record)
  enter(place, record, 'closed')
  state.proceedings.due.delete(ordered.station)
}
