import { Role, SeatOrder, type SeatOrdered, TribunalEffect, type TribunalOrdered } from '@khata/proto'
import { type Refusal, refuse } from '../event/refusal.ts'
import type { Laws, SeatPlace } from './law.ts'
import { contesting } from './outcome.ts'
import { columnOf } from './station.ts'
import { emptyProceedings, type SeatStatus } from './proceedings.ts'
import { actAt, changeStatus, dueAfter, inStatus } from './seat-status.ts'
import { reopenStation } from './station-orders.ts'
import type { SeatState } from './state.ts'

/** Orders about the whole seat: polls that are not held, results withheld, polls void and held again, tribunals. */
export const seatOrderLaws: Laws<'seatOrdered' | 'tribunalOrdered'> = {
  seatOrdered: {
    offices: [Role.HQ, Role.RETURNING_OFFICER],
    decide: (place, ordered) => decideSeatOrdered(place, ordered),
    evolve: (place, { order }) => evolveSeatOrdered(place, order),
  },
  tribunalOrdered: {
    offices: [Role.HQ],
    decide: ({ state }, ordered) => decideTribunalOrdered(state, ordered),
    evolve: (place, { effect, candidate }) => evolveTribunalOrdered(place, effect, candidate),
  },
}

interface SeatArrow {
  readonly by: Role
  readonly from: readonly SeatStatus[]
}

/** Who orders what of a seat, and in which statuses: Elections Act 2017 s. 9 for a void poll. */
const seatArrows: Readonly<Record<SeatOrder, SeatArrow>> = {
  [SeatOrder.UNSPECIFIED]: { by: Role.UNSPECIFIED, from: [] },
  [SeatOrder.POSTPONED]: { by: Role.RETURNING_OFFICER, from: ['counting'] },
  [SeatOrder.UNOPPOSED]: { by: Role.RETURNING_OFFICER, from: ['counting'] },
  [SeatOrder.WITHHELD]: { by: Role.HQ, from: ['counting', 'repoll', 'consolidating', 'concluded'] },
  [SeatOrder.RELEASED]: { by: Role.HQ, from: ['withheld', 'postponed'] },
  [SeatOrder.VOID]: {
    by: Role.HQ,
    from: ['counting', 'repoll', 'withheld', 'consolidating', 'concluded', 'gazetted'],
  },
  [SeatOrder.REPOLL]: { by: Role.HQ, from: ['void'] },
}

function decideSeatOrdered(
  { state, office }: SeatPlace,
  { order, reason, candidate }: SeatOrdered,
): Refusal | undefined {
  const { by, from } = seatArrows[order]
  if (order === SeatOrder.UNSPECIFIED) return refuse('statement/bad-shape', { field: 'order' })
  if (office.role !== by) return refuse('order/not-this-office', { order })
  if (!state.frozen) return refuse('seat/not-frozen', { seat: state.seat })
  if (reason === '') return refuse('act/needs-reason')
  return inStatus(state, from) ?? (order === SeatOrder.UNOPPOSED ? decideUnopposed(state, candidate) : undefined)
}

function decideUnopposed(state: SeatState, serial: number | null): Refusal | undefined {
  const column = columnOf(state, serial)
  if (column === undefined) return refuse('candidate/not-in-form-33', { candidate: serial ?? 0 })
  const others = contesting(state).filter((other) => other !== column)
  return others.length === 0 ? undefined : refuse('seat/contested', { others: others.length })
}

function evolveSeatOrdered(place: SeatPlace, order: SeatOrder): void {
  if (order === SeatOrder.RELEASED) return changeStatus(place, statusBefore(place.state))
  if (order !== SeatOrder.REPOLL) return changeStatus(place, statusOf[order])
  pollAgain(place)
}

const statusOf: Readonly<Record<Exclude<SeatOrder, typeof SeatOrder.RELEASED>, SeatStatus>> = {
  [SeatOrder.UNSPECIFIED]: 'counting',
  [SeatOrder.POSTPONED]: 'postponed',
  [SeatOrder.UNOPPOSED]: 'unopposed',
  [SeatOrder.WITHHELD]: 'withheld',
  [SeatOrder.VOID]: 'void',
  [SeatOrder.REPOLL]: 'repoll',
}

function statusBefore({ proceedings }: SeatState): SeatStatus {
  return proceedings.changes.at(-1)?.from ?? 'counting'
}

/** Every station is awaited in a new poll; of the poll before it the seat keeps its entries and its status changes. */
function pollAgain(place: SeatPlace): void {
  const { state } = place
  changeStatus(place, 'repoll')
  for (const record of state.stations.values()) reopenStation(place, record)
  state.issued = undefined
  state.proceedings = emptyProceedings('repoll', state.proceedings.changes)
}

function decideTribunalOrdered(state: SeatState, ordered: TribunalOrdered): Refusal | undefined {
  const { effect, reference, candidate, reason } = ordered
  if (effect === TribunalEffect.UNSPECIFIED) return refuse('statement/bad-shape', { field: 'effect' })
  if (reference === '') return refuse('statement/bad-shape', { field: 'reference' })
  if (reason === '') return refuse('act/needs-reason')
  if (effect === TribunalEffect.ANOTHER_RETURNED && columnOf(state, candidate) === undefined) {
    return refuse('candidate/not-in-form-33', { candidate: candidate ?? 0 })
  }
  return inStatus(state, ['concluded', 'unopposed', 'gazetted', 'upheld', 'another-returned', 'void'])
}

const statusAfter: Readonly<Record<TribunalEffect, SeatStatus>> = {
  [TribunalEffect.UNSPECIFIED]: 'upheld',
  [TribunalEffect.UPHELD]: 'upheld',
  [TribunalEffect.ANOTHER_RETURNED]: 'another-returned',
  [TribunalEffect.ELECTION_VOID]: 'void',
}

function evolveTribunalOrdered(place: SeatPlace, effect: TribunalEffect, candidate: number | null): void {
  const { state, rules } = place
  const due = dueAfter(state.proceedings.gazetted?.at ?? null, rules.parameters.tribunalWithinMs)
  state.proceedings.tribunal.push({ ...actAt(place, due), effect, candidate })
  changeStatus(place, statusAfter[effect])
}
