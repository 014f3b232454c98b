import { type CandidateCount, type Form45, type Form46, StationType } from '@khata/proto'
import { registeredAt } from '../count/checks.ts'
import type { Finding, FindingCode } from '../count/finding.ts'
import { formOf, noFigures } from '../count/figures.ts'
import { agreedReadings, isOpen } from '../count/reading.ts'
import type {
  Column,
  FormRecord,
  LockState,
  OtherForm,
  SeatState,
  StationRecord,
  StationStatus,
} from '../count/state.ts'
import { form45In, type OpenedStatement } from '../event/statement.ts'
import { reconstructionNotice } from './reconstruction.ts'

/**
 * Result of the Count of one polling station (Elections Act 2017 s. 90) as its log holds it, with Form 46 beside
 * it, as JSON whose RFC 8785 bytes are the form. Null is unknown, never 0.
 */
export interface Form45Json {
  readonly form: '45'
  readonly title: string
  readonly election: string
  readonly reconstruction?: { readonly notice: string; readonly source: string }
  readonly seat: string
  readonly station: StationJson
  readonly status: StationStatus
  /** Entry that carries the signed form, its statement hash and the key that signed it. */
  readonly signed: { readonly entry: number; readonly statement: string; readonly key: string }
  readonly basis: FormRecord['basis']
  readonly lock: LockState
  /** Readings that agree, and whether two of the document differ. */
  readonly readings: { readonly agreed: number; readonly open: boolean }
  readonly candidates: readonly Form45Row[]
  readonly totals: Readonly<Record<Form45Total, number | null>>
  readonly countedAt: number | null
  readonly ballotPaperAccount: Form46 | null
  readonly findings: readonly Finding[]
  readonly notCheckable: readonly FindingCode[]
  readonly otherForms: readonly Pick<OtherForm, 'hash' | 'index' | 'why' | 'findings'>[]
}

export interface StationJson {
  readonly number: number
  readonly name: string
  readonly type: 'male' | 'female' | 'combined' | 'unknown'
  readonly registeredVoters: number | null
  readonly synthetic?: string
}

export interface Form45Row {
  readonly serial: number | 'unmatched'
  readonly label: string
  readonly valid: number | null
  readonly tendered: number | null
  readonly challenged: number | null
  readonly total: number | null
}

export type Form45Total = 'valid' | 'excluded' | 'polled' | 'votersMale' | 'votersFemale' | 'votersTotal'

/** What a form says about the election it belongs to. */
export interface FormHeading {
  readonly election: string
  /** Only in mode replay: what the figures were reconstructed from. */
  readonly source: string | undefined
}

/**
 * Of the statement that carries a station's present form; undefined of any other, a form superseded meanwhile too.
 * Where the form came on paper the carrier is its certification, and the figures are those that operators read.
 */
export function form45(heading: FormHeading, seat: SeatState, carrier: OpenedStatement): Form45Json | undefined {
  const record = seat.stations.get(stationIn(carrier) ?? 0)
  if (record?.current?.hash !== carrier.hashHex) return undefined
  const { current } = record
  const form = form45In(carrier.statement) ?? formOf(current.figures ?? noFigures, record.station.number)
  return {
    form: '45',
    title: 'Result of the Count',
    election: heading.election,
    ...(heading.source !== undefined && { reconstruction: { notice: reconstructionNotice, source: heading.source } }),
    seat: seat.seat,
    station: stationJson(record),
    status: record.status,
    signed: { entry: current.index, statement: current.hash, key: carrier.signerHex },
    basis: current.basis,
    lock: current.lock,
    readings: { agreed: agreedReadings(current), open: isOpen(current) },
    candidates: rows(seat.columns, form.counts),
    totals: totalsOf(form),
    countedAt: form.countedAt,
    ballotPaperAccount: form.ballots,
    findings: current.findings,
    notCheckable: current.notCheckable,
    otherForms: record.others.map(({ hash, index, why, findings }) => ({ hash, index, why, findings })),
  }
}

function stationIn({ statement }: OpenedStatement): number | undefined {
  if (statement.body === 'paperForm45Certified') return statement.paperForm45Certified.station
  return form45In(statement)?.station
}

export function stationJson({ station }: Pick<StationRecord, 'station'>): StationJson {
  return {
    number: station.number,
    name: station.name,
    type: stationTypeNames[station.type],
    registeredVoters: registeredAt(station),
    ...(station.synthetic !== '' && { synthetic: station.synthetic }),
  }
}

/** The word of a station's type, in forms and tables. */
export const stationTypeNames = {
  [StationType.UNSPECIFIED]: 'unknown',
  [StationType.MALE]: 'male',
  [StationType.FEMALE]: 'female',
  [StationType.COMBINED]: 'combined',
} as const

function rows(columns: readonly Column[], counts: readonly CandidateCount[]): readonly Form45Row[] {
  const byColumn = new Map(counts.map((count) => [count.column, count]))
  return columns.map(({ serial, label }, column) => {
    const { valid = null, tendered = null, challenged = null, total = null } = byColumn.get(column) ?? {}
    return { serial: serial ?? 'unmatched', label, valid, tendered, challenged, total }
  })
}

function totalsOf(form: Form45): Form45Json['totals'] {
  const { validTotal, excludedTotal, polledTotal, votersMale, votersFemale, votersTotal } = form
  return { valid: validTotal, excluded: excludedTotal, polled: polledTotal, votersMale, votersFemale, votersTotal }
}
