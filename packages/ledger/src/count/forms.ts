import {
  type CorrectionRequested,
  type Form45,
  type Form45Corrected,
  type Form45Rejected,
  type HoldResolved,
  Role,
  type WarningHandled,
} from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { orNone, withOne } from '../base/none.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import type { HashHex } from '../event/statement.ts'
import { correctionFindings } from './correction.ts'
import { figuresOf, grounds } from './figures.ts'
import { type Finding, type FindingCode, finding, hasError } from './finding.ts'
import type { Laws, SeatPlace } from './law.ts'
import { locked } from './lock.ts'
import { readingsMissing } from './reading.ts'
import type { Rules } from './said.ts'
import type { FormRecord, HoldWhy, OtherFormWhy, SeatState, StationRecord } from './state.ts'
import { decideForm45, enter, hold, keep, newRecord, onPresent, present, receive, stationOf } from './station.ts'

/** A station's form: signed, examined, accepted, corrected, held, rejected: Election Rules 2017 r. 84. */
export const formLaws: Laws<
  | 'form45Submitted'
  | 'form45Corrected'
  | 'form45Accepted'
  | 'correctionRequested'
  | 'form45Rejected'
  | 'holdResolved'
  | 'warningHandled'
> = {
  form45Submitted: {
    offices: [Role.PRESIDING_OFFICER, Role.SENIOR_ASSISTANT_PRESIDING_OFFICER],
    decide: ({ state, rules }, { form }) => decideForm45(state, form, rules),
    evolve: (place, { form }) => evolveSubmitted(place, present(form)),
  },
  form45Corrected: {
    // Election Rules 2017 r. 84(3): the presiding officer himself.
    offices: [Role.PRESIDING_OFFICER],
    decide: ({ state, rules }, corrected) => decideCorrected(state, corrected, rules),
    evolve: (place, { form }) => evolveCorrected(place, present(form)),
  },
  form45Accepted: {
    offices: [Role.RETURNING_OFFICER],
    decide: ({ state, rules }, { station, form }) =>
      onPresent(state, { station, form }, (record, current) => decideAccepted(record, current, rules)),
    evolve: (place, { station }) => enter(place, stationOf(place.state, station), 'accepted'),
  },
  correctionRequested: {
    offices: [Role.RETURNING_OFFICER],
    decide: ({ state }, requested) => decideCorrectionRequested(state, requested),
    evolve: (place, { station, figures }) =>
      enter(place, stationOf(place.state, station), 'returned', { asked: figures }),
  },
  form45Rejected: {
    offices: [Role.RETURNING_OFFICER],
    decide: ({ state }, rejected) => decideRejected(state, rejected),
    evolve: (place, { station }) => enter(place, stationOf(place.state, station), 'rejected'),
  },
  holdResolved: {
    offices: [Role.HQ],
    decide: ({ state }, resolved) => decideHoldResolved(state, resolved),
    evolve: (place, { station, form }) => resolveHold(place, stationOf(place.state, station), toHex(form)),
  },
  warningHandled: {
    offices: [Role.RETURNING_OFFICER],
    decide: ({ state }, handled) => onPresent(state, handled, (_, current) => decideWarningHandled(current, handled)),
    evolve: ({ state, said: { index } }, { station, code }) => {
      const current = present(stationOf(state, station).current)
      current.handled = withOne(current.handled, { code: code as FindingCode, index })
    },
  },
}

function decideCorrected(state: SeatState, { form, supersedes }: Form45Corrected, rules: Rules): Refusal | undefined {
  const refusal = decideForm45(state, form, rules)
  if (refusal !== undefined || form === null) return refusal
  return knowsForm(state.stations.get(form.station), toHex(supersedes)) ? undefined : refuse('form-45/unknown-form')
}

function decideAccepted(record: StationRecord, current: FormRecord, { parameters }: Rules): Refusal | undefined {
  const { status } = record
  const { number: station } = record.station
  if (status !== 'received') return refuse('form-45/not-in-this-state', { station, status })
  if (hasError(current.findings)) return refuse('form-45/has-errors', { station })
  return locked(current, parameters) ?? readingsMissing(current, parameters.readingsAcceptedMin ?? 0)
}

// An accepted form may be returned too: an error found late is still only the presiding officer's to correct.
// The form named is the station's present one; of a held station either, since neither counts.
function decideCorrectionRequested(state: SeatState, requested: CorrectionRequested): Refusal | undefined {
  const { station, form, codes, note, figures } = requested
  const record = state.stations.get(station)
  if (record === undefined) return refuse('station/not-in-form-28', { station })
  if (!knowsForm(record, toHex(form))) return refuse('form-45/unknown-form', { station })
  const named = record.status === 'held' || record.current?.hash === toHex(form)
  if (record.status === 'returned' || record.status === 'closed' || !named) {
    return refuse('form-45/not-in-this-state', { station, status: record.status })
  }
  const unknown = figures.find(({ row }) => row !== null && row >= Math.max(state.columns.length, grounds.length))
  if (unknown !== undefined) return refuse('candidate/not-in-form-33', { column: unknown.row ?? 0 })
  return codes.length === 0 && note === '' ? refuse('form-45/return-needs-codes', { station }) : undefined
}

function decideRejected(state: SeatState, rejected: Form45Rejected): Refusal | undefined {
  const { station, reason } = rejected
  return onPresent(state, rejected, ({ status }) => {
    if (status !== 'received') return refuse('form-45/not-in-this-state', { station, status })
    return reason === '' ? refuse('act/needs-reason', { station }) : undefined
  })
}

function decideHoldResolved(state: SeatState, { station, form, reason }: HoldResolved): Refusal | undefined {
  const record = state.stations.get(station)
  if (record === undefined) return refuse('station/not-in-form-28', { station })
  if (record.status !== 'held') return refuse('form-45/not-in-this-state', { station, status: record.status })
  if (standingForm(record, toHex(form)) === undefined) return refuse('form-45/unknown-form', { station })
  return reason === '' ? refuse('act/needs-reason', { station }) : undefined
}

function decideWarningHandled(current: FormRecord, { station, code, reason }: WarningHandled): Refusal | undefined {
  const isOpen = current.findings.some((one) => one.code === code && one.severity === 'warning')
  if (!isOpen || current.handled.some((one) => one.code === code)) return refuse('form-45/no-such-warning', { station })
  return reason === '' ? refuse('act/needs-reason', { station }) : undefined
}

function evolveSubmitted(place: SeatPlace, form: Form45): void {
  const record = stationOf(place.state, form.station)
  const apart = keptApart(place, record, form)
  if (apart !== undefined) return keep(place, record, apart)
  const { current } = record
  if (current?.figures === undefined) return receive(place, record, recordOf(place, form))
  if (current.figures === figuresOf(form, place.state.columns.length)) return keep(place, record, 'form-45/repeated')
  keepAndHold(place, form, secondForm(current))
}

function secondForm({ basis, lock }: FormRecord): HoldWhy {
  if (basis === 'paper') return 'form-45/paper-differs'
  return lock === 'none' ? 'form-45/second-form' : 'form-45/lock-breach'
}

// Only a form that the returning officer asked for may be corrected (Election Rules 2017 r. 84(3)); an unasked
// correction is a second signed form of the station, unless the station has none that is its own.
function evolveCorrected(place: SeatPlace, form: Form45): void {
  const record = stationOf(place.state, form.station)
  const apart = keptApart(place, record, form)
  if (apart !== undefined) return keep(place, record, apart)
  const { current, status } = record
  if (current !== undefined && status !== 'returned') return keepAndHold(place, form, 'form-45/correction-not-asked')
  const corrected = recordOf(place, form)
  corrected.findings = [...corrected.findings, ...correctionFindings(record, corrected)]
  receive(place, record, corrected)
}

/** Why a form is kept without touching the station's state. */
function keptApart({ office }: SeatPlace, record: StationRecord, form: Form45): OtherFormWhy | undefined {
  if (office.station !== form.station) return 'form-45/key-of-another-station'
  const isOfThisPoll = record.status !== 'closed' && (form.poll ?? 1) === record.poll
  return isOfThisPoll ? undefined : 'form-45/other-poll'
}

function keepAndHold(place: SeatPlace, form: Form45, why: HoldWhy): void {
  const record = stationOf(place.state, form.station)
  hold(place, record, why)
  keep(place, record, why)
  record.rivals = withOne(record.rivals, recordOf(place, form))
}

function recordOf(place: SeatPlace, form: Form45): FormRecord {
  const record = newRecord(place, 'device', form)
  record.findings = orNone([...record.findings, ...signerFindings(place, form)])
  return record
}

// The senior assistant may sign in the presiding officer's place, and says why.
function signerFindings({ office }: SeatPlace, { assistantReason }: Form45): readonly Finding[] {
  if (office.role !== Role.SENIOR_ASSISTANT_PRESIDING_OFFICER) return []
  return [finding((assistantReason ?? '') === '' ? 'form-45/assistant-without-reason' : 'form-45/signed-by-assistant')]
}

function resolveHold(place: SeatPlace, record: StationRecord, hash: HashHex): void {
  const chosen = present(standingForm(record, hash))
  record.others = record.others.filter(({ index }) => index !== chosen.index)
  receive(place, record, chosen)
}

/** A form of a held station that HQ may order to stand. */
function standingForm({ current, rivals }: StationRecord, hash: HashHex): FormRecord | undefined {
  return current?.hash === hash ? current : rivals.find((rival) => rival.hash === hash)
}

function knowsForm(record: StationRecord | undefined, hash: HashHex): boolean {
  return record?.current?.hash === hash || (record?.others.some((other) => other.hash === hash) ?? false)
}
