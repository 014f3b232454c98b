import {
  type CandidateCount,
  type Form45,
  type Form46,
  type FormSignatory,
  Role,
  SignatoryRole,
  type Statement,
  StationType,
} from '@khata/proto'
import { type FindingTexts, textsOf } from '../count/check-texts.ts'
import { registeredAt } from '../count/checks.ts'
import type { Finding, FindingCode } from '../count/finding.ts'
import { formOf, noFigures } from '../count/figures.ts'
import { agreedReadings, isOpen } from '../count/reading.ts'
import type {
  Column,
  Countersignature,
  FormRecord,
  LockState,
  OtherForm,
  SeatState,
  StationRecord,
  StationStatus,
} from '../count/state.ts'
import { invariant } from '../base/invariant.ts'
import { form45In, type OpenedStatement } from '../event/statement.ts'
import { roleNames } from '../identity/office.ts'
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
  /** What put the station there: accepted, held, rejected, by whom and why. */
  readonly since: StatusCauseJson
  /** Entry that carries the signed form or the certified paper, its statement hash and the key that signed it. */
  readonly signed: { readonly entry: number; readonly statement: string; readonly key: string }
  readonly basis: FormRecord['basis']
  readonly lock: LockState
  /** Readings that agree, and whether two of the document differ. */
  readonly readings: { readonly agreed: number; readonly open: boolean }
  readonly candidates: readonly Form45Row[]
  readonly totals: Readonly<Record<Form45Total, number | null>>
  readonly countedAt: number | null
  /** Rows before the presiding officer's own recount, Elections Act 2017 s. 90(6); null where there was none. */
  readonly recount: { readonly askedBy: string; readonly before: readonly Form45Row[] } | null
  /** Who signed the paper beside the presiding officer, or why not, as the form has it. */
  readonly signatories: readonly SignatoryJson[]
  readonly ballotPaperAccount: Form46 | null
  readonly findings: readonly FindingJson[]
  readonly notCheckable: readonly FindingCode[]
  /** Others' own signatures on this form, and their refusals: a corrected form needs new ones. */
  readonly countersigned: readonly CountersignatureJson[]
  readonly otherForms: readonly Pick<OtherForm, 'hash' | 'index' | 'why' | 'findings'>[]
}

export interface StatusCauseJson {
  readonly entry: number
  readonly key: string
  readonly act: Statement['body']
  /** Of a request for a correction, the checks it rests on. */
  readonly codes: readonly string[]
  /** Empty where such an act needs none. */
  readonly reason: string
}

/** A finding with its title, formula and what comes next, in English and Urdu. */
export type FindingJson = Finding & FindingTexts

export interface SignatoryJson extends Omit<FormSignatory, 'role'> {
  readonly role: (typeof signatoryRoles)[SignatoryRole]
}

export interface CountersignatureJson {
  readonly office: string
  readonly entry: number
  readonly refused: boolean
  readonly reason: string
  readonly copyReceived: boolean
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

/** Entries that a station's Form 45 shows: the form's own, its status', each countersignature's. None without a form. */
export function entriesOfForm45(seat: SeatState, station: number): readonly number[] {
  const { current, since } = seat.stations.get(station) ?? {}
  if (current === undefined) return []
  const { index: own, countersigned } = current
  return [...new Set([own, since ?? own, ...countersigned.map(({ index }) => index)])]
}

/**
 * A station's present form, of the statements in `entriesOfForm45`, by index. Undefined where there is no form, or one
 * of these is not given: it may have taken its place while others were read. Where the form came on paper the first is its
 * certification, and the figures are those that operators read.
 */
export function form45(
  heading: FormHeading,
  seat: SeatState,
  station: number,
  said: ReadonlyMap<number, OpenedStatement>,
): Form45Json | undefined {
  const record = seat.stations.get(station)
  const current = record?.current
  const carrier = current && said.get(current.index)
  const since = record && statusCause(record, said)
  const isWhole = entriesOfForm45(seat, station).every((entry) => said.has(entry))
  if (!record || !current || !carrier || !since || !isWhole) return undefined
  const form = form45In(carrier.statement) ?? formOf(current.figures ?? noFigures, station)
  return {
    form: '45',
    title: 'Result of the Count',
    election: heading.election,
    ...(heading.source !== undefined && { reconstruction: { notice: reconstructionNotice, source: heading.source } }),
    seat: seat.seat,
    station: stationJson(record),
    status: record.status,
    since,
    signed: { entry: current.index, statement: current.hash, key: carrier.signerHex },
    basis: current.basis,
    lock: current.lock,
    readings: { agreed: agreedReadings(current), open: isOpen(current) },
    candidates: rows(seat.columns, form.counts),
    totals: totalsOf(form),
    countedAt: form.countedAt,
    recount: form.recount && { askedBy: form.recount.askedBy, before: rows(seat.columns, form.recount.before) },
    signatories: form.signatories.map(({ role, ...rest }) => ({ role: signatoryRoles[role], ...rest })),
    ballotPaperAccount: form.ballots,
    findings: current.findings.map((finding) => ({ ...finding, ...textsOf(finding.code) })),
    notCheckable: current.notCheckable,
    countersigned: current.countersigned.map((signature) => countersignature(signature, said)),
    otherForms: record.others.map(({ hash, index, why, findings }) => ({ hash, index, why, findings })),
  }
}

function statusCause(
  { since: entry }: StationRecord,
  said: ReadonlyMap<number, OpenedStatement>,
): StatusCauseJson | undefined {
  const by = entry === undefined ? undefined : said.get(entry)
  if (entry === undefined || by === undefined) return undefined
  const { statement, signerHex: key } = by
  const { body: act } = statement
  if (act !== 'correctionRequested') return { entry, key, act, codes: [], reason: reasonIn(statement) }
  const { codes, note: reason } = statement.correctionRequested
  return { entry, key, act, codes, reason }
}

function reasonIn(statement: Statement): string {
  const body: object = statement[statement.body as keyof Statement] as object
  return 'reason' in body && typeof body.reason === 'string' ? body.reason : ''
}

function countersignature(
  { office, index, refused, copyReceived }: Countersignature,
  said: ReadonlyMap<number, OpenedStatement>,
): CountersignatureJson {
  const statement = said.get(index)?.statement
  invariant(statement?.body === 'form45Countersigned', 'a countersignature is read from its entry')
  return { office, entry: index, refused, reason: statement.form45Countersigned.reason, copyReceived }
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

const signatoryRoles = {
  [SignatoryRole.UNSPECIFIED]: roleNames[Role.UNSPECIFIED],
  [SignatoryRole.SENIOR_ASSISTANT_PRESIDING_OFFICER]: roleNames[Role.SENIOR_ASSISTANT_PRESIDING_OFFICER],
  [SignatoryRole.POLLING_AGENT]: roleNames[Role.POLLING_AGENT],
  [SignatoryRole.OBSERVER]: roleNames[Role.OBSERVER],
} as const

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
