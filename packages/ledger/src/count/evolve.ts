import type { Candidate, CollectedColumn, Form45, Form45Corrected, Form45Returned } from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import { type CheckOutcome, checkForm45 } from './checks.ts'
import { figuresHash } from './figures.ts'
import { type Finding, finding } from './finding.ts'
import {
  certifiedParts,
  closeDraft,
  evolveCandidatesListed,
  evolveListAcknowledged,
  evolveListCertified,
  evolveStationsListed,
} from './lists.ts'
import { officeOf } from './decide.ts'
import { evolveNominated, evolveScrutinised, evolveWithdrawn } from './nominations.ts'
import { zeroHash } from '../event/statement.ts'
import type { Rules, Said, Standing } from './said.ts'
import { type Column, emptySums, type FormRecord, type OtherForm, type SeatState, type StationRecord } from './state.ts'
import { addForm, removeForm, summandsOf } from './sums.ts'

/** Applies an admitted statement to the seat, in place. The caller has decided on it first. */
export function evolveSeat(state: SeatState, said: Said, standing: Standing, rules: Rules): void {
  const { statement, hash } = said.opened
  switch (statement.body) {
    case 'stationsListed':
      return evolveStationsListed(state, statement.stationsListed, hash)
    case 'candidatesListed':
      return evolveCandidatesListed(state, statement.candidatesListed, hash)
    case 'listCertified':
      return evolveListCertified(state, statement.listCertified, said.index)
    case 'listAcknowledged':
      return evolveListAcknowledged(state, statement.listAcknowledged, {
        office: officeOf(standing)?.office ?? '',
        index: said.index,
      })
    case 'candidateNominated':
      return evolveNominated(state, statement.candidateNominated, said.index)
    case 'nominationScrutinised':
      return evolveScrutinised(state, statement.nominationScrutinised, said.index)
    case 'candidateWithdrawn':
      return evolveWithdrawn(state, statement.candidateWithdrawn, said.index)
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

/**
 * HQ's freeze of the log's first `size` entries: the lists certified by then stand, and forms can be counted against
 * them. A list certified or a key enrolled later, before the log knew of the freeze, is not part of it.
 */
export function freezeSeat(state: SeatState, size: number): void {
  const form33 = certifiedParts(state.form33, size)
  const candidates = form33.flatMap((part) => part.candidates)
  const collected = form33.flatMap((part) => part.columns)
  state.frozen = true
  state.collected = collected.length > 0
  state.columns = state.collected ? collectedColumns(collected, candidates) : candidates.map(candidateColumn)
  state.sums = emptySums(state.columns.length)
  for (const station of certifiedParts(state.form28, size).flatMap((part) => part.stations)) {
    state.stations.set(station.number, { station, status: 'awaited', current: undefined, others: [] })
  }
  for (const [key, { since }] of state.rolls) if (since >= size) state.rolls.delete(key)
  closeDraft(state.form28)
  closeDraft(state.form33)
}

interface Context {
  readonly said: Said
  readonly standing: Standing
  readonly rules: Rules
}

function evolveSubmitted(state: SeatState, form: Form45, context: Context): void {
  const record = stationOf(state, form.station)
  if (isForeignKey(form, context)) return keep(record, context, 'form-45/key-of-another-station')
  if (record.current === undefined) return receive(record, recordOf(state, form, context))
  if (record.current.figures === figuresHash(form)) return keep(record, context, 'form-45/repeated')
  hold(state, record, context, 'form-45/second-form')
}

// Only a form that the returning officer returned may be corrected (Election Rules 2017 r. 84(3)); an unasked
// correction is a second signed form of the station, unless the station has none that is its own.
function evolveCorrected(state: SeatState, { form }: Form45Corrected, context: Context): void {
  const corrected = present(form)
  const record = stationOf(state, corrected.station)
  if (isForeignKey(corrected, context)) return keep(record, context, 'form-45/key-of-another-station')
  const { current } = record
  if (current !== undefined && record.status !== 'returned') {
    return hold(state, record, context, 'form-45/correction-not-asked')
  }
  if (current !== undefined) supersede(record, current)
  receive(record, recordOf(state, corrected, context))
}

function supersede(record: StationRecord, { hash, index, findings }: FormRecord): void {
  record.others.push({ hash, index, why: 'superseded', findings: findings.map(({ code }) => code) })
}

function evolveAccepted(state: SeatState, record: StationRecord): void {
  record.status = 'accepted'
  addForm(state.sums, present(record.current).summands)
}

function evolveReturned(state: SeatState, { station }: Form45Returned): void {
  const record = stationOf(state, station)
  if (record.status === 'accepted') removeForm(state.sums, present(record.current).summands)
  record.status = 'returned'
}

function receive(record: StationRecord, form: FormRecord): void {
  record.current = form
  record.status = 'received'
}

// Two forms of one station, both signed by its officers and not the same: neither counts until one is corrected.
function hold(state: SeatState, record: StationRecord, context: Context, why: OtherForm['why']): void {
  if (record.status === 'accepted') removeForm(state.sums, present(record.current).summands)
  record.status = 'held'
  keep(record, context, why)
}

function keep(record: StationRecord, { said }: Context, why: OtherForm['why']): void {
  const findings = chainFindings(said).map(({ code }) => code)
  record.others.push({ hash: said.opened.hashHex, index: said.index, why, findings })
}

function recordOf(state: SeatState, form: Form45, context: Context): FormRecord {
  const { said } = context
  const outcome = checksOf(state, form, context)
  return {
    hash: said.opened.hashHex,
    index: said.index,
    summands: summandsOf(form, state.columns),
    figures: figuresHash(form),
    findings: [...outcome.findings, ...chainFindings(said)],
    notCheckable: outcome.notCheckable,
  }
}

function checksOf(state: SeatState, form: Form45, { said, rules }: Context): CheckOutcome {
  return checkForm45({
    form,
    station: stationOf(state, form.station).station,
    columns: state.columns,
    collected: state.collected,
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
  const before = sequence === 1 ? toHex(zeroHash) : sequenceBefore
  if (before === toHex(previous)) return []
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

function candidateColumn({ serial, nameEn, party }: Candidate): Column {
  return { label: nameEn, serial, party }
}

function collectedColumns(columns: readonly CollectedColumn[], candidates: readonly Candidate[]): readonly Column[] {
  const bySerial = new Map(candidates.map((candidate) => [candidate.serial, candidate]))
  return columns.map(({ label, serial }) => {
    const candidate = serial === null ? undefined : bySerial.get(serial)
    return { label, serial: candidate?.serial ?? null, party: candidate?.party ?? '' }
  })
}
