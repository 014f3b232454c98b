import { Assembly } from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { registeredAt } from '../count/checks.ts'
import type { FindingCode, Severity } from '../count/finding.ts'
import type { OtherFormWhy, SeatState, StationRecord, StationStatus, Sum } from '../count/state.ts'
import { invariant } from '../base/invariant.ts'
import { judgedAtRegisterSize, type LogFold } from '../audit/fold.ts'
import { modeOf } from '../identity/election.ts'
import { declaredElection, type RegisterState } from '../identity/register.ts'
import { frontierRoot } from '../log/frontier.ts'
import { reconstructionNotice } from './reconstruction.ts'

/**
 * Provisional Consolidated Statement of Results of the Count (Elections Act 2017 s. 92, Election Rules 2017
 * r. 84), as JSON whose RFC 8785 bytes are the form. A fold of a constituency log at a size; excludes postal
 * ballots. Every figure names the entries it comes from. Null is unknown, never 0.
 */
export interface Form47 {
  readonly form: '47'
  readonly title: string
  readonly election: string
  readonly mode: string
  /** Only in mode replay. */
  readonly reconstruction?: { readonly notice: string; readonly source: string }
  readonly seat: string
  readonly seatName: string
  readonly assembly: 'NA' | 'PA'
  readonly province: string
  readonly district: string
  readonly log: { readonly generation: number; readonly size: number; readonly root: string }
  readonly register: { readonly size: number }
  readonly rulesVersion: number
  readonly excludesPostalBallots: true
  readonly stations: Readonly<Record<StationStatus | 'listed', number>> & { readonly registeredVoters: number | null }
  readonly candidates: readonly Form47Candidate[]
  readonly totals: Readonly<Record<Form47Total, Form47Sum>>
  /** Only outside mode replay, once something is counted. */
  readonly leading?: Form47Leading
  readonly counted: readonly CountedStation[]
  readonly notCounted: readonly OpenStation[]
  readonly findings: readonly StationFinding[]
  readonly notCheckable: Readonly<Record<string, number>>
  readonly otherForms: readonly OtherStationForm[]
  readonly keysEnrolledAfterFreeze: number
}

export interface Form47Candidate extends Form47Sum {
  readonly column: number
  /** Form 33 serial; in mode replay 'unmatched' where the label fits no single candidate. */
  readonly serial: number | 'unmatched'
  readonly label: string
  readonly party: string
}

/** A sum over the counted forms; `unknownAt` of them do not have the figure. Null when none has it. */
export interface Form47Sum {
  readonly votes: number | null
  readonly unknownAt: number
}

export type Form47Total = 'valid' | 'excluded' | 'polled' | 'votersMale' | 'votersFemale' | 'votersTotal'

export interface Form47Leading {
  readonly column: number
  readonly votes: number
  readonly marginOverNext: number
}

export interface CountedStation {
  readonly station: number
  /** Index of the entry that carries the counted form, and its statement hash. */
  readonly entry: number
  readonly form: string
}

export interface OpenStation {
  readonly station: number
  readonly name: string
  readonly status: Exclude<StationStatus, 'accepted'>
  /** The returning officer's recorded reason, where one was given. */
  readonly reason?: string
}

export interface StationFinding {
  readonly station: number
  readonly entry: number
  readonly code: FindingCode
  readonly severity: Severity
  readonly figures: Readonly<Record<string, number>>
}

export interface OtherStationForm {
  readonly station: number
  readonly entry: number
  readonly form: string
  readonly why: OtherFormWhy
  /** Of a superseded form what its checks said; of any other what its signer's device chain says. */
  readonly findings: readonly FindingCode[]
}

export function form47(fold: LogFold, seat: SeatState, register: RegisterState): Form47 {
  const declared = register.seats.get(seat.seat)?.value
  invariant(declared !== undefined, 'a form is made of a declared seat')
  const election = declaredElection(register)
  const mode = modeOf(election.election)
  const records = [...seat.stations.values()].toSorted((a, b) => a.station.number - b.station.number)
  return {
    form: '47',
    title: 'Provisional Consolidated Statement of Results of the Count',
    election: election.election,
    mode,
    ...(mode === 'replay' && { reconstruction: { notice: reconstructionNotice, source: election.source } }),
    seat: seat.seat,
    seatName: declared.name,
    assembly: declared.assembly === Assembly.NATIONAL ? 'NA' : 'PA',
    province: declared.province,
    district: declared.district,
    log: { generation: fold.generation, size: fold.size, root: toHex(frontierRoot(fold.frontier)) },
    register: { size: judgedAtRegisterSize(fold, register) },
    rulesVersion: election.rulesVersion,
    excludesPostalBallots: true,
    stations: stationCounts(records),
    candidates: candidates(seat, records),
    totals: totals(seat, records),
    ...(mode !== 'replay' && leading(seat)),
    counted: records.flatMap(countedStation),
    notCounted: records.flatMap((record) => openStation(record, seat)),
    findings: records.flatMap(stationFindings),
    notCheckable: notCheckable(records),
    otherForms: records.flatMap(otherForms),
    keysEnrolledAfterFreeze: seat.exceptions,
  }
}

function stationCounts(records: readonly StationRecord[]): Form47['stations'] {
  const counts = { listed: records.length, awaited: 0, received: 0, returned: 0, held: 0, accepted: 0 }
  for (const { status } of records) counts[status] += 1
  return { ...counts, registeredVoters: registeredVoters(records) }
}

function registeredVoters(records: readonly StationRecord[]): number | null {
  let sum = 0
  for (const { station } of records) {
    const registered = registeredAt(station)
    if (registered === null) return null
    sum += registered
  }
  return sum
}

function candidates(seat: SeatState, records: readonly StationRecord[]): readonly Form47Candidate[] {
  const counted = countedForms(records)
  return seat.columns.map(({ label, serial, party }, column) => ({
    column,
    serial: serial ?? 'unmatched',
    label,
    party,
    ...figure(seat.sums.columns[column], counted),
  }))
}

function totals(seat: SeatState, records: readonly StationRecord[]): Form47['totals'] {
  const counted = countedForms(records)
  const { valid, excluded, polled, votersMale, votersFemale, votersTotal } = seat.sums
  return {
    valid: figure(valid, counted),
    excluded: figure(excluded, counted),
    polled: figure(polled, counted),
    votersMale: figure(votersMale, counted),
    votersFemale: figure(votersFemale, counted),
    votersTotal: figure(votersTotal, counted),
  }
}

function figure(sum: Sum | undefined, counted: number): Form47Sum {
  invariant(sum !== undefined, 'every column has a sum')
  const unknownEverywhere = counted > 0 && sum.unknownAt === counted
  return { votes: unknownEverywhere ? null : sum.known, unknownAt: sum.unknownAt }
}

function countedForms(records: readonly StationRecord[]): number {
  return records.filter(({ status }) => status === 'accepted').length
}

function leading(seat: SeatState): { readonly leading?: Form47Leading } {
  const ranked = seat.sums.columns
    .map(({ known }, column) => ({ column, votes: known }))
    .toSorted((a, b) => b.votes - a.votes)
  const [first, second] = ranked
  if (first === undefined || first.votes === 0) return {}
  return { leading: { ...first, marginOverNext: first.votes - (second?.votes ?? 0) } }
}

function countedStation({ status, station, current }: StationRecord): readonly CountedStation[] {
  if (status !== 'accepted' || current === undefined) return []
  return [{ station: station.number, entry: current.index, form: current.hash }]
}

function openStation({ status, station }: StationRecord, seat: SeatState): readonly OpenStation[] {
  if (status === 'accepted') return []
  const reason = seat.issued?.awaited.find((awaited) => awaited.station === station.number)?.reason
  return [{ station: station.number, name: station.name, status, ...(reason !== undefined && { reason }) }]
}

function stationFindings({ station, current }: StationRecord): readonly StationFinding[] {
  if (current === undefined) return []
  return current.findings.map((finding) => ({ station: station.number, entry: current.index, ...finding }))
}

function notCheckable(records: readonly StationRecord[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { current } of records) {
    for (const code of current?.notCheckable ?? []) counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}

function otherForms({ station, others }: StationRecord): readonly OtherStationForm[] {
  return others.map(({ index, hash, why, findings }) => ({
    station: station.number,
    entry: index,
    form: hash,
    why,
    findings,
  }))
}
