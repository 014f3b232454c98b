import type { CandidateCount, Form45, RuleParameters } from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import { countMax } from '../base/limits.ts'
import { none, orNone, withOne } from '../base/none.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import { form45In, zeroHash } from '../event/statement.ts'
import { type CheckOutcome, checkForm45 } from './checks.ts'
import { figureOver, figuresOf } from './figures.ts'
import { type Finding, finding } from './finding.ts'
import type { SeatPlace } from './law.ts'
import type { Rules, Said } from './said.ts'
import {
  type FormRecord,
  type HoldWhy,
  type OtherForm,
  type OtherFormWhy,
  type SeatState,
  type StationRecord,
  type StationStatus,
} from './state.ts'
import { changeStation } from './sums.ts'

/** Whether a form can be attached to a station and its candidates; its figures are never a reason to refuse it. */
export function decideForm45(state: SeatState, form: Form45 | null, rules: Rules): Refusal | undefined {
  if (!state.frozen) return refuse('seat/not-frozen', { seat: state.seat })
  if (form === null) return refuse('form-45/no-form')
  if (!state.stations.has(form.station)) return refuse('station/not-in-form-28', { station: form.station })
  return badColumn(state, form) ?? overLimit(form, rules.parameters.countMax ?? countMax)
}

/** Decides on a station's present form, where the statement names it by its hash. */
export function onPresent(
  state: SeatState,
  { station, form }: { readonly station: number; readonly form: Uint8Array },
  decide: (record: StationRecord, current: FormRecord) => Refusal | undefined,
): Refusal | undefined {
  const record = state.stations.get(station)
  if (record === undefined) return refuse('station/not-in-form-28', { station })
  const { current } = record
  if (current === undefined || current.hash !== toHex(form)) return refuse('form-45/unknown-form', { station })
  return decide(record, current)
}

/** Refuses an officer of one station, who speaks of another. An office of the whole seat speaks of any. */
export function elsewhere({ office }: SeatPlace, station: number): Refusal | undefined {
  return office.station === null || office.station === station ? undefined : refuse('station/not-own', { station })
}

/** What the checks say of a form, against the seat's lists. */
export function checksOf({ state, said, rules }: SeatPlace, form: Form45): CheckOutcome {
  const { statement } = said.opened
  const record = stationOf(state, form.station)
  return checkForm45({
    form,
    station: record.station,
    columns: state.columns,
    collected: state.collected,
    figuresOnly: rules.mode === 'replay' || form45In(statement) === null,
    agents: record.agents,
    parameters: { ...rules.parameters, pollClosedAt: closeOfPoll(record, rules.parameters) },
    saidAt: statement.saidAt,
    sequencedAt: said.sequencedAt,
  })
}

/** When a station's present poll closes: later than the election's where its hours were extended. */
export function closeOfPoll({ orders, poll }: StationRecord, { pollClosedAt }: RuleParameters): number | null {
  const extended = orders.filter((one) => one.poll === poll).flatMap(({ until }) => until ?? [])
  return extended.at(-1) ?? pollClosedAt
}

/** What a statement says of its signer's device chain: a gap or a second history is shown, and nothing is refused. */
export function chainFindings(said: Said): readonly Finding[] {
  const { sequence, previous } = said.opened.statement
  const { sameSequence, sequenceBefore } = said.precedents
  if (sameSequence !== undefined) return [finding('statement/equivocation', { sequence })]
  const before = sequence === 1 ? toHex(zeroHash) : sequenceBefore
  if (before === toHex(previous)) return []
  return [finding('statement/chain-gap', { sequence })]
}

/** A form as it comes: signed on a device, on paper that nobody has read yet, or counted again by order. */
export function newRecord(place: SeatPlace, basis: FormRecord['basis'], form?: Form45): FormRecord {
  const { state, said, office } = place
  const outcome = form === undefined ? { findings: none, notCheckable: none } : checksOf(place, form)
  return {
    hash: said.opened.hashHex,
    index: said.index,
    basis,
    person: basis === 'paper' ? '' : office.person,
    figures: form && figuresOf(form, state.columns.length),
    findings: orNone([...outcome.findings, ...chainFindings(said)]),
    notCheckable: orNone(outcome.notCheckable),
    lock: 'none',
    challenge: undefined,
    readings: none,
    handled: none,
    countersigned: none,
  }
}

/** Puts a station into a status, and its present form into the sums or out of them: what it waited for is over. */
export function enter(
  { state, said: { index } }: SeatPlace,
  record: StationRecord,
  status: StationStatus,
  changed: Partial<StationRecord> = {},
): void {
  changeStation(state, record, () => {
    record.asked = undefined
    record.hold = undefined
    Object.assign(record, changed)
    record.status = status
    record.since = index
  })
}

/** A form that is present from now on, examined by nobody yet. The one before it is kept, and no other may stand for it. */
export function receive(place: SeatPlace, record: StationRecord, form: FormRecord): void {
  if (record.current !== undefined && record.current !== form) supersede(record, record.current)
  enter(place, record, 'received', { current: form, rivals: none })
}

/**
 * Neither of two forms counts until one is corrected, or HQ orders which of them stands. A third one does not put off
 * when that is due.
 */
export function hold(place: SeatPlace, record: StationRecord, why: HoldWhy): void {
  if (record.status === 'held') return
  enter(place, record, 'held', { hold: { at: place.said.sequencedAt, why } })
}

/** Keeps a form beside the station's present one. */
export function keep({ said }: SeatPlace, record: StationRecord, why: OtherFormWhy): void {
  const findings = codesOf(chainFindings(said))
  record.others = withOne(record.others, { hash: said.opened.hashHex, index: said.index, why, findings })
}

function codesOf(findings: readonly Finding[]): OtherForm['findings'] {
  return orNone(findings.map(({ code }) => code))
}

/** Keeps the form that another one has taken the place of. */
export function supersede(record: StationRecord, { hash, index, findings }: FormRecord): void {
  const kept = { hash, index, why: 'superseded', findings: codesOf(findings) } as const
  record.others = withOne(record.others, kept)
}

export function stationOf(state: SeatState, number: number): StationRecord {
  return present(state.stations.get(number))
}

/** The column of a candidate of Form 33. */
export function columnOf({ columns }: SeatState, serial: number | null): number | undefined {
  const at = serial === null ? -1 : columns.findIndex((column) => column.serial === serial)
  return at === -1 ? undefined : at
}

export function present<T>(value: T | null | undefined): T {
  invariant(value !== undefined && value !== null, 'a statement was evolved that decide would refuse')
  return value
}

function badColumn(state: SeatState, { counts, recount }: Form45): Refusal | undefined {
  const unknown = unknownColumn(state, counts) ?? unknownColumn(state, recount?.before ?? [])
  if (unknown !== undefined) return refuse('candidate/not-in-form-33', { column: unknown })
  const seen = new Uint8Array(state.columns.length)
  for (const { column } of counts) {
    if (seen[column] === 1) return refuse('form-45/column-repeated', { column })
    seen[column] = 1
  }
  return undefined
}

function unknownColumn({ columns }: SeatState, counts: readonly CandidateCount[]): number | undefined {
  return counts.find(({ column }) => column >= columns.length)?.column
}

function overLimit(form: Form45, limit: number): Refusal | undefined {
  const figure = figureOver(form, limit)
  return figure === undefined ? undefined : refuse('form-45/over-limit', { figure, limit })
}
