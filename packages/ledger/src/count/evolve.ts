import type { Form45, Form45Corrected, Form45Returned } from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import { type CheckOutcome, checkForm45 } from './checks.ts'
import { sameFigures } from './figures.ts'
import { type Finding, finding } from './finding.ts'
import { evolveCandidatesListed, evolveListCertified, evolveStationsListed } from './lists.ts'
import { officeOf } from './decide.ts'
import type { Rules, Said, Standing } from './said.ts'
import {
  type Column,
  draftRows,
  emptySums,
  type FormRecord,
  type OtherForm,
  type SeatState,
  type StationRecord,
} from './state.ts'
import { addForm, removeForm } from './sums.ts'

/** Applies an admitted statement to the seat, in place. The caller has decided on it first. */
export function evolveSeat(state: SeatState, said: Said, standing: Standing, rules: Rules): void {
  const { statement, hash } = said.opened
  switch (statement.body) {
    case 'stationsListed':
      return evolveStationsListed(state, statement.stationsListed, hash)
    case 'candidatesListed':
      return evolveCandidatesListed(state, statement.candidatesListed, hash)
    case 'listCertified':
      return evolveListCertified(state, statement.listCertified)
    case 'form45Submitted':
      return evolveSubmitted(state, present(statement.form45Submitted.form), { said, standing, rules })
    case 'form45Corrected':
      return evolveCorrected(state, statement.form45Corrected, { said, standing, rules })
    case 'form45Accepted':
      return evolveAccepted(state, stationOf(state, statement.form45Accepted.station))
    case 'form45Returned':
      return evolveReturned(state, statement.form45Returned)
    default:
      return
  }
}

/** HQ's freeze: from here on the lists stand, and forms can be counted against them. */
export function freezeSeat(state: SeatState): void {
  state.frozen = true
  state.columns = state.collected.length > 0 ? collectedColumns(state) : candidateColumns(state)
  for (const station of draftRows(state.form28)) {
    state.stations.set(station.number, { station, status: 'awaited', current: undefined, others: [] })
  }
  Object.assign(state, { sums: emptySums(state.columns.length) })
}

interface Context {
  readonly said: Said
  readonly standing: Standing
  readonly rules: Rules
}

function evolveSubmitted(state: SeatState, form: Form45, context: Context): void {
  const record = stationOf(state, form.station)
  if (isForeignKey(form, context)) return keep(record, context, 'form-45/key-of-another-station')
  if (record.current === undefined) return receive(state, record, recordOf(state, form, context))
  if (sameFigures(record.current.form, form)) return keep(record, context, 'form-45/repeated')
  hold(state, record, context, 'form-45/second-form')
}

// Only a form that the returning officer returned may be corrected (Election Rules 2017 r. 84(3)); an unasked
// correction is a second signed form of the station.
function evolveCorrected(state: SeatState, { form }: Form45Corrected, context: Context): void {
  const corrected = present(form)
  const record = stationOf(state, corrected.station)
  if (isForeignKey(corrected, context)) return keep(record, context, 'form-45/key-of-another-station')
  if (record.status !== 'returned') return hold(state, record, context, 'form-45/correction-not-asked')
  const current = present(record.current)
  record.others.push({ hash: current.hash, index: current.index, why: 'superseded' })
  record.current = undefined
  receive(state, record, recordOf(state, corrected, context))
}

function evolveAccepted(state: SeatState, record: StationRecord): void {
  record.status = 'accepted'
  addForm(state.sums, present(record.current).form)
}

function evolveReturned(state: SeatState, { station }: Form45Returned): void {
  const record = stationOf(state, station)
  if (record.status === 'accepted') removeForm(state.sums, present(record.current).form)
  record.status = 'returned'
}

function receive(state: SeatState, record: StationRecord, form: FormRecord): void {
  invariant(state.stations.get(form.form.station) === record, 'a form is received at its own station')
  record.current = form
  record.status = 'received'
}

// Two forms of one station, both signed by its officers and not the same: neither counts until one is corrected.
function hold(state: SeatState, record: StationRecord, context: Context, why: OtherForm['why']): void {
  if (record.status === 'accepted') removeForm(state.sums, present(record.current).form)
  record.status = 'held'
  keep(record, context, why)
}

function keep(record: StationRecord, { said }: Context, why: OtherForm['why']): void {
  record.others.push({ hash: said.opened.hashHex, index: said.index, why })
}

function recordOf(state: SeatState, form: Form45, context: Context): FormRecord {
  const { said } = context
  const outcome = checksOf(state, form, context)
  return {
    hash: said.opened.hashHex,
    index: said.index,
    signer: said.opened.signerHex,
    form,
    findings: [...outcome.findings, ...chainFindings(said)],
    notCheckable: outcome.notCheckable,
  }
}

function checksOf(state: SeatState, form: Form45, { said, rules }: Context): CheckOutcome {
  return checkForm45({
    form,
    station: stationOf(state, form.station).station,
    columns: state.columns,
    collected: state.collected.length > 0,
    parameters: rules.parameters,
    saidAt: said.opened.statement.saidAt,
    sequencedAt: said.sequencedAt,
  })
}

/** What a statement says of its signer's device chain: a gap or a second history is shown, and nothing is refused. */
export function chainFindings(said: Said): readonly Finding[] {
  const { sequence, previous } = said.opened.statement
  const { sameSequence, sequenceBefore } = said.precedents
  if (sameSequence !== undefined) return [finding('statement/equivocation', { sequence })]
  if (sequence === 1 || sequenceBefore === toHex(previous)) return []
  return [finding('statement/chain-gap', { sequence })]
}

function isForeignKey(form: Form45, { standing }: Context): boolean {
  const office = officeOf(standing)
  return office === undefined || office.station !== form.station
}

function stationOf(state: SeatState, number: number): StationRecord {
  return present(state.stations.get(number))
}

function present<T>(value: T | null | undefined): T {
  invariant(value !== undefined && value !== null, 'a statement was evolved that decide would refuse')
  return value
}

function candidateColumns(state: SeatState): readonly Column[] {
  return draftRows(state.form33).map(({ serial, nameEn, party }) => ({ label: nameEn, serial, party }))
}

function collectedColumns(state: SeatState): readonly Column[] {
  const bySerial = new Map(draftRows(state.form33).map((candidate) => [candidate.serial, candidate]))
  return state.collected.map(({ label, serial }) => {
    const candidate = serial === null ? undefined : bySerial.get(serial)
    return { label, serial: candidate?.serial ?? null, party: candidate?.party ?? '' }
  })
}
