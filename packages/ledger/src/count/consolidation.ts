import {
  type ConsolidationBegun,
  type ConsolidationNotified,
  type ExcludedReexamined,
  Form45Figure,
  type Form45,
  type NoticeReceived,
  type PostalCounted,
  Role,
  type VotesAdded,
} from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { countMax } from '../base/limits.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import { differences, type FiguresText, figuresOf, settled, votesIn, wholeIn } from './figures.ts'
import { hasError } from './finding.ts'
import type { Laws, SeatPlace } from './law.ts'
import type { FinalCount, LateChange } from './proceedings.ts'
import { isCompleteNow } from './provisional.ts'
import { isUndecided } from './recounts.ts'
import { beforeConsolidation, changeStatus, inStatus, notCounted } from './seat-status.ts'
import { checksOf, decideForm45, newRecord, present, receive, stationOf } from './station.ts'
import type { SeatState } from './state.ts'
import { addForm, addVotes, copySums, removeForm } from './sums.ts'

/**
 * From the provisional result to the final one: Elections Act 2017 s. 95(1) to (4). A recount, a re-examination and
 * postal ballots change Forms 48 and 49 alone: the Form 45 that Form 47 counts stays as it was signed.
 */
export const consolidationLaws: Laws<
  | 'consolidationNotified'
  | 'noticeReceived'
  | 'consolidationBegun'
  | 'stationRecounted'
  | 'excludedReexamined'
  | 'postalCounted'
> = {
  consolidationNotified: {
    offices: [Role.RETURNING_OFFICER],
    decide: ({ state }, notified) => decideNotified(state, notified),
    evolve: ({ state, said }) =>
      void state.proceedings.notices.set(said.opened.hashHex, { index: said.index, receivedBy: [] }),
  },
  noticeReceived: {
    offices: [Role.CANDIDATE, Role.POLLING_AGENT],
    decide: (place, received) => decideReceived(place, received),
    evolve: ({ state, said: { index }, office: { office } }, { notice }) =>
      void present(state.proceedings.notices.get(toHex(notice))).receivedBy.push({ office, index }),
  },
  consolidationBegun: {
    offices: [Role.RETURNING_OFFICER],
    decide: ({ state }, begun) => decideBegun(state, begun),
    evolve: (place) => evolveBegun(place),
  },
  stationRecounted: {
    offices: [Role.RETURNING_OFFICER],
    decide: (place, { form }) => decideRecounted(place, form),
    evolve: (place, { form }) => evolveRecounted(place, present(form)),
  },
  excludedReexamined: {
    offices: [Role.RETURNING_OFFICER],
    decide: ({ state }, reexamined) => decideReexamined(state, reexamined),
    evolve: (place, { station, readmitted }) =>
      adjust(place, station, { kind: 're-examination', figures: readmittedTo(place.state, station, readmitted) }),
  },
  postalCounted: {
    offices: [Role.RETURNING_OFFICER],
    decide: (place, counted) => decidePostal(place, counted),
    evolve: (place, counted) => evolvePostal(place, counted),
  },
}

/** A station's figures as Form 48 has them, and the entry that they come from. */
export function finalFigures(
  state: SeatState,
  station: number,
): { readonly figures: FiguresText; readonly index: number } {
  const { current } = stationOf(state, station)
  const adjusted = state.proceedings.final?.adjusted.get(station)
  return adjusted ?? { figures: present(current?.figures), index: present(current).index }
}

function decideNotified(state: SeatState, { at, place }: ConsolidationNotified): Refusal | undefined {
  if (!state.frozen) return refuse('seat/not-frozen', { seat: state.seat })
  if (at === 0 || place === '') return refuse('statement/bad-shape', { field: at === 0 ? 'at' : 'place' })
  return inStatus(state, beforeConsolidation)
}

function decideReceived({ state, office }: SeatPlace, { notice }: NoticeReceived): Refusal | undefined {
  const sent = state.proceedings.notices.get(toHex(notice))
  if (sent === undefined) return refuse('notice/unknown')
  return sent.receivedBy.some((one) => one.office === office.office) ? refuse('act/already-done') : undefined
}

function decideBegun(state: SeatState, { form47 }: ConsolidationBegun): Refusal | undefined {
  const refusal = inStatus(state, beforeConsolidation)
  if (refusal !== undefined) return refusal
  if (state.issued?.hash !== toHex(form47) || !isCompleteNow(state)) return refuse('consolidation/not-from-form-47')
  const { notices, requests } = state.proceedings
  if (notices.size === 0) return refuse('consolidation/not-notified')
  return [...requests.values()].some(isUndecided) ? refuse('recount/undecided') : undefined
}

function evolveBegun(place: SeatPlace): void {
  const { state, said } = place
  state.proceedings.final = {
    index: said.index,
    form47: present(state.issued).index,
    sums: copySums(state.sums.counted),
    adjusted: new Map(),
    postal: undefined,
    changes: [],
  }
  changeStatus(place, 'consolidating')
}

// What the returning officer counts himself he corrects himself: a recount that does not add up is not taken.
function decideRecounted(place: SeatPlace, form: Form45 | null): Refusal | undefined {
  const { state, rules } = place
  const isHeld = form !== null && state.stations.get(form.station)?.status === 'held'
  const late = isHeld ? notCounted(state) : inStatus(state, ['consolidating'])
  const refusal = late ?? decideForm45(state, form, rules)
  if (refusal !== undefined || form === null) return refusal
  const { station } = form
  if (!state.proceedings.due.has(station)) return refuse('recount/not-due', { station })
  return hasError(checksOf(place, form).findings) ? refuse('form-45/has-errors', { station }) : undefined
}

// Of a held station the recount is the present form, for the returning officer to examine like any other.
function evolveRecounted(place: SeatPlace, form: Form45): void {
  const { state } = place
  const record = stationOf(state, form.station)
  if (record.status === 'held') receive(place, record, newRecord(place, 'recount', form))
  else adjust(place, form.station, { kind: 'recount', figures: recountedTo(state, form) })
  state.proceedings.due.delete(form.station)
}

/** Ballots are counted again; who voted stays as the presiding officer recorded it. */
function recountedTo(state: SeatState, form: Form45): FiguresText {
  const counted = figuresOf(form, state.columns.length)
  const before = finalFigures(state, form.station).figures
  const voters = differences(counted, before).filter(({ figure }) => voterFigures.includes(figure))
  return settled(
    counted,
    voters.flatMap(({ value, ...figure }) => (value === null ? [] : [{ figure, value }])),
  )
}

const voterFigures: readonly Form45Figure[] = [
  Form45Figure.VOTERS_MALE,
  Form45Figure.VOTERS_FEMALE,
  Form45Figure.VOTERS_TOTAL,
]

function decideReexamined(state: SeatState, { station, readmitted }: ExcludedReexamined): Refusal | undefined {
  const refusal = inStatus(state, ['consolidating']) ?? badColumns(state, readmitted)
  if (refusal !== undefined) return refusal
  const record = state.stations.get(station)
  if (record === undefined) return refuse('station/not-in-form-28', { station })
  const { status } = record
  if (status !== 'accepted') return refuse('form-45/not-in-this-state', { station, status })
  const [, excluded] = wholeIn(finalFigures(state, station).figures)
  const isEnough = typeof excluded === 'number' && sumOf(readmitted) <= excluded
  return isEnough ? undefined : refuse('excluded/too-few', { station, readmitted: sumOf(readmitted) })
}

/** A station's figures with votes taken from those excluded. A candidate's unknown votes stay unknown. */
function readmittedTo(state: SeatState, station: number, readmitted: readonly VotesAdded[]): FiguresText {
  const { figures } = finalFigures(state, station)
  const votes = votesIn(figures)
  const [valid, excluded] = wholeIn(figures)
  const rows = readmitted.flatMap(({ column, votes: added }) => {
    const own = votes[column]
    return typeof own === 'number' ? [{ figure: { figure: Form45Figure.TOTAL, row: column }, value: own + added }] : []
  })
  const whole = (figure: Form45Figure, value: number) => ({ figure: { figure, row: null }, value })
  const added = sumOf(readmitted)
  return settled(figures, [
    ...rows,
    ...(typeof valid === 'number' ? [whole(Form45Figure.VALID_TOTAL, valid + added)] : []),
    ...(typeof excluded === 'number' ? [whole(Form45Figure.EXCLUDED_TOTAL, excluded - added)] : []),
  ])
}

function adjust(
  place: SeatPlace,
  station: number,
  { kind, figures }: { readonly kind: LateChange['kind']; readonly figures: FiguresText },
): void {
  const { index } = place.said
  const final = present(place.state.proceedings.final)
  const before = finalFigures(place.state, station)
  removeForm(final.sums, before.figures)
  addForm(final.sums, figures)
  final.adjusted.set(station, { figures, index })
  final.changes.push({ kind, station, from: before.index, to: index })
}

function decidePostal({ state, rules }: SeatPlace, { votes, rejected }: PostalCounted): Refusal | undefined {
  const refusal = inStatus(state, ['consolidating']) ?? badColumns(state, votes)
  if (refusal !== undefined) return refusal
  const limit = rules.parameters.countMax ?? countMax
  const over = [rejected, ...votes.map((one) => one.votes)].find((figure) => figure > limit)
  return over === undefined ? undefined : refuse('form-45/over-limit', { figure: over, limit })
}

function evolvePostal({ state, said: { index } }: SeatPlace, counted: PostalCounted): void {
  const final: FinalCount = present(state.proceedings.final)
  const votes = state.columns.map(() => 0)
  for (const { column, votes: own } of counted.votes) votes[column] = own
  if (final.postal !== undefined) addVotes(final.sums, final.postal.votes, -1)
  addVotes(final.sums, votes)
  final.changes.push({ kind: 'postal', station: null, from: final.postal?.index ?? null, to: index })
  final.postal = { votes, rejected: counted.rejected, index }
}

function badColumns({ columns }: SeatState, rows: readonly VotesAdded[]): Refusal | undefined {
  const unknown = rows.find(({ column }) => column >= columns.length)
  if (unknown !== undefined) return refuse('candidate/not-in-form-33', { column: unknown.column })
  const repeated = rows.find(({ column }, at) => rows.findIndex((one) => one.column === column) !== at)
  return repeated === undefined ? undefined : refuse('form-45/column-repeated', { column: repeated.column })
}

function sumOf(rows: readonly VotesAdded[]): number {
  return rows.reduce((sum, { votes }) => sum + votes, 0)
}
