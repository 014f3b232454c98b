import { retiredSerials } from '../count/amendments.ts'
import { contesting } from '../count/outcome.ts'
import type { FindingCode, Severity } from '../count/finding.ts'
import {
  type FormRecord,
  noStations,
  type OtherFormWhy,
  type SeatState,
  type SeatSums,
  type StationRecord,
  type StationStatus,
  type Sum,
} from '../count/state.ts'
import { invariant } from '../base/invariant.ts'
import { rulesOf } from '../audit/rules.ts'
import type { SeatStatus } from '../count/proceedings.ts'
import type { LogFold } from '../audit/fold.ts'
import type { RegisterState } from '../identity/register.ts'
import {
  disputesOf,
  holdsOf,
  locksOf,
  type LocksShown,
  paperOf,
  type PaperShown,
  readingsOf,
  type ReadingsShown,
  type StationDispute,
  type StationHold,
} from './form47-night.ts'
import { registeredVoters, type SeatHeading, seatHeading, stationsInOrder } from './seat-heading.ts'
import { type DeadlineShown, deadlinesOf } from './deadlines.ts'
import { type TraceCounts, traceCounts } from './traces.ts'
import { type ExceptionShown, exceptionsOf } from './exceptions.ts'

/**
 * Provisional Consolidated Statement of Results of the Count (Elections Act 2017 s. 92, Election Rules 2017
 * r. 84), as JSON whose RFC 8785 bytes are the form. A fold of a constituency log at a size; excludes postal
 * ballots. Every figure names the entries it comes from. Null is unknown, never 0.
 */
export interface Form47 extends SeatHeading {
  readonly form: '47'
  readonly title: string
  /** Only of a seat whose poll is not simply counted: by which order. */
  readonly order?: { readonly status: SeatStatus; readonly entry: number }
  readonly excludesPostalBallots: true
  readonly stations: Readonly<Record<StationStatus | 'listed', number>> & { readonly registeredVoters: number | null }
  readonly candidates: readonly Form47Candidate[]
  readonly totals: Readonly<Record<Form47Total, Form47Sum>>
  /** Only outside mode replay, once something is counted. */
  readonly leading?: Form47Leading
  readonly counted: readonly CountedStation[]
  readonly notCounted: readonly OpenStation[]
  readonly holds: readonly StationHold[]
  readonly disputes: readonly StationDispute[]
  readonly readings: ReadingsShown
  readonly locks: LocksShown
  readonly paper: PaperShown
  readonly deadlines: readonly DeadlineShown[]
  /** How much was reported and objected to; `TracesJson` has each line. */
  readonly traces: TraceCounts
  readonly findings: readonly StationFinding[]
  readonly notCheckable: Readonly<Record<string, number>>
  readonly otherForms: readonly OtherStationForm[]
  readonly exceptions: readonly ExceptionShown[]
}

export interface Form47Candidate extends Form47Sum {
  readonly column: number
  /** Form 33 serial; in mode replay 'unmatched' where the label fits no single candidate. */
  readonly serial: number | 'unmatched'
  readonly label: string
  readonly party: string
  /** Retired after Form 33: the votes are counted, and the candidate does not lead. */
  readonly retired?: true
}

/**
 * A sum over the counted forms; `unknownAt` of them do not have the figure. Null when none has it. Part of it is
 * `disputed`: somebody else's copy of a counted form says otherwise. `held` is not in it: what the present forms of held
 * stations state.
 */
export interface Form47Sum {
  readonly votes: number | null
  readonly unknownAt: number
  readonly disputed: number
  readonly held: number
}

export type Form47Total = 'valid' | 'excluded' | 'polled' | 'votersMale' | 'votersFemale' | 'votersTotal'

export interface Form47Leading {
  readonly column: number
  readonly votes: number
  readonly marginOverNext: number
  /** Registered voters of stations whose result may still come; null where one of them is unknown. */
  readonly outstandingVoters: number | null
  /** Whether these voters together could put another candidate first; null where they are unknown. */
  readonly mayChange: boolean | null
}

export interface CountedStation {
  readonly station: number
  /** Index of the entry that carries the counted form, and its statement hash. */
  readonly entry: number
  readonly form: string
  /** Entry of the returning officer's acceptance. */
  readonly acceptedIn: number
}

export interface OpenStation {
  readonly station: number
  readonly name: string
  readonly status: Exclude<StationStatus, 'accepted'>
  /** Entry that put it into its status: who did so and why is there. Null while it is awaited since the freeze. */
  readonly since: number | null
  /** The returning officer's recorded reason, where one was given. */
  readonly reason?: string
}

export interface StationFinding {
  readonly station: number
  readonly entry: number
  readonly code: FindingCode
  readonly severity: Severity
  readonly figures: Readonly<Record<string, number>>
  /** Entry with the returning officer's reason for counting the form; null where there is none. */
  readonly handled: number | null
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
  const heading = seatHeading(fold, seat, register)
  const { parameters } = rulesOf(register)
  const records = stationsInOrder(seat)
  return {
    form: '47',
    title: 'Provisional Consolidated Statement of Results of the Count',
    ...heading,
    ...orderOf(seat),
    excludesPostalBallots: true,
    stations: stationCounts(records),
    candidates: candidates(seat, records),
    totals: totals(seat, records),
    ...(heading.mode !== 'replay' && leading(seat, records)),
    counted: records.flatMap(countedStation),
    notCounted: records.flatMap((record) => openStation(record, seat)),
    holds: holdsOf(records, parameters),
    disputes: disputesOf(records),
    readings: readingsOf(seat, records, parameters),
    locks: locksOf(records),
    paper: paperOf(records, parameters),
    deadlines: deadlinesOf(seat, parameters),
    traces: traceCounts(seat),
    findings: records.flatMap(stationFindings),
    notCheckable: notCheckable(records),
    otherForms: records.flatMap(otherForms),
    exceptions: exceptionsOf(seat),
  }
}

function stationCounts(records: readonly StationRecord[]): Form47['stations'] {
  const counts = { ...noStations }
  for (const { status } of records) counts[status] += 1
  return { listed: records.length, ...counts, registeredVoters: registeredVoters(records) }
}

function candidates(seat: SeatState, records: readonly StationRecord[]): readonly Form47Candidate[] {
  const counted = countedForms(records)
  const retired = retiredSerials(seat)
  return seat.columns.map(({ label, serial, party }, column) => ({
    column,
    serial: serial ?? 'unmatched',
    label,
    party,
    ...(retired.has(serial) && ({ retired: true } as const)),
    ...figure(seat, counted, ({ columns }) => columns[column]),
  }))
}

function totals(seat: SeatState, records: readonly StationRecord[]): Form47['totals'] {
  const counted = countedForms(records)
  const total = (name: Form47Total) => figure(seat, counted, (sums) => sums[name])
  return {
    valid: total('valid'),
    excluded: total('excluded'),
    polled: total('polled'),
    votersMale: total('votersMale'),
    votersFemale: total('votersFemale'),
    votersTotal: total('votersTotal'),
  }
}

function figure({ sums }: SeatState, counted: number, of: (sums: SeatSums) => Sum | undefined): Form47Sum {
  const [sum, disputed, held] = [of(sums.counted), of(sums.disputed), of(sums.held)]
  invariant(sum !== undefined && disputed !== undefined && held !== undefined, 'every column has a sum')
  const unknownEverywhere = counted > 0 && sum.unknownAt === counted
  return {
    votes: unknownEverywhere ? null : sum.known,
    unknownAt: sum.unknownAt,
    disputed: disputed.known,
    held: held.known,
  }
}

function countedForms(records: readonly StationRecord[]): number {
  return records.filter(({ status }) => status === 'accepted').length
}

function leading(seat: SeatState, records: readonly StationRecord[]): { readonly leading?: Form47Leading } {
  const ranked = contesting(seat)
    .map((column) => ({ column, votes: seat.sums.counted.columns[column]?.known ?? 0 }))
    .toSorted((a, b) => b.votes - a.votes)
  const [first, second] = ranked
  if (first === undefined || first.votes === 0) return {}
  const marginOverNext = first.votes - (second?.votes ?? 0)
  const outstandingVoters = registeredVoters(
    records.filter(({ status }) => status !== 'accepted' && status !== 'closed'),
  )
  const mayChange = outstandingVoters === null ? null : outstandingVoters >= marginOverNext
  return { leading: { ...first, marginOverNext, outstandingVoters, mayChange } }
}

function countedStation({ status, since, station, current }: StationRecord): readonly CountedStation[] {
  if (status !== 'accepted' || since === undefined || current === undefined) return []
  return [{ station: station.number, entry: current.index, form: current.hash, acceptedIn: since }]
}

function openStation({ status, since, station }: StationRecord, seat: SeatState): readonly OpenStation[] {
  if (status === 'accepted') return []
  const reason = seat.issued?.awaited.find((awaited) => awaited.station === station.number)?.reason
  return [
    {
      station: station.number,
      name: station.name,
      status,
      since: since ?? null,
      ...(reason !== undefined && { reason }),
    },
  ]
}

/** The order that a seat stands under which is not, or not yet, simply counted. */
function orderOf({ proceedings: { status, changes } }: SeatState): Pick<Form47, 'order'> {
  const change = changes.at(-1)
  return change !== undefined && ordered.includes(status) ? { order: { status, entry: change.index } } : {}
}

const ordered: readonly SeatStatus[] = ['postponed', 'unopposed', 'withheld', 'void', 'repoll']

function stationFindings({ station, current }: StationRecord): readonly StationFinding[] {
  if (current === undefined) return []
  return current.findings.map((finding) => ({
    station: station.number,
    entry: current.index,
    ...finding,
    handled: handledAt(current, finding.code),
  }))
}

export function handledAt({ handled }: FormRecord, code: FindingCode): number | null {
  return handled.find((one) => one.code === code)?.index ?? null
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
