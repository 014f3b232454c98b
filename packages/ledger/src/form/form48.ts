import { StationType } from '@khata/proto'
import type { LogFold } from '../audit/fold.ts'
import { votesIn, wholeIn } from '../count/figures.ts'
import { finalFigures } from '../count/consolidation.ts'
import type { LateChange } from '../count/proceedings.ts'
import type { SeatState, SeatSums, StationRecord, Sum } from '../count/state.ts'
import { emptyCount } from '../count/state.ts'
import type { RegisterState } from '../identity/register.ts'
import { finalHeading, registeredVoters, type SeatHeading, stationsInOrder } from './seat-heading.ts'

/**
 * Consolidated Statement of the Results of the Count furnished by the Presiding Officers (Elections Act 2017 s. 95), as
 * JSON whose RFC 8785 bytes are the form: a row for each station, its Form 45 as recounts and re-examinations left it,
 * and a line of postal ballots. Every figure names its entry. Null is unknown, never 0.
 */
export interface Form48 extends SeatHeading {
  readonly form: '48'
  readonly title: string
  readonly registeredVoters: {
    readonly male: number | null
    readonly female: number | null
    readonly total: number | null
  }
  readonly stations: Readonly<Record<'male' | 'female' | 'combined' | 'unknown' | 'total', number>>
  readonly candidates: readonly FinalColumn[]
  readonly rows: readonly Form48Row[]
  /** Stations that no result comes from, with the entry of the order that says so. */
  readonly closed: readonly { readonly station: number; readonly name: string; readonly entry: number | null }[]
  /** Null where nobody has counted any. */
  readonly postal: Form48Postal | null
  readonly totals: {
    readonly candidates: readonly FinalSum[]
    readonly valid: FinalSum
    readonly excluded: FinalSum
    readonly total: FinalSum
  }
  /** What took the place of a result after the night, in the order of the log. */
  readonly changes: readonly LateChange[]
}

export interface FinalColumn {
  readonly column: number
  /** Form 33 serial; in mode replay 'unmatched' where the label fits no single candidate. */
  readonly serial: number | 'unmatched'
  readonly label: string
  readonly party: string
}

export interface Form48Row {
  readonly station: number
  readonly name: string
  /** Entry that the figures come from: a Form 45, a recount or a re-examination. */
  readonly entry: number
  /** Votes of each candidate, in the order of `candidates`. */
  readonly votes: readonly (number | null)[]
  readonly valid: number | null
  readonly excluded: number | null
  readonly total: number | null
}

/** `rejected` is in no total: Elections Act 2017 s. 95(4). */
export interface Form48Postal {
  readonly entry: number
  readonly votes: readonly number[]
  readonly valid: number
  readonly rejected: number
}

/** A sum of which `unknownAt` rows do not have the figure; null where none has it. */
export interface FinalSum {
  readonly votes: number | null
  readonly unknownAt: number
}

/** As far as the seat is consolidated: before that a form without rows. Once signed it does not change. */
export function form48(fold: LogFold, seat: SeatState, register: RegisterState): Form48 {
  const records = stationsInOrder(seat)
  const { final } = seat.proceedings
  const counted = final === undefined ? [] : records.filter(({ status }) => status === 'accepted')
  return {
    form: '48',
    title: 'Consolidated Statement of the Results of the Count furnished by the Presiding Officers',
    ...finalHeading(fold, seat, register),
    registeredVoters: {
      male: registeredVoters(records, ({ registeredMale }) => registeredMale),
      female: registeredVoters(records, ({ registeredFemale }) => registeredFemale),
      total: registeredVoters(records),
    },
    stations: stationsByType(records),
    candidates: finalColumns(seat),
    rows: counted.map((record) => rowOf(seat, record)),
    closed: records.flatMap(closedStation),
    postal: postalOf(seat),
    totals: totalsOf(seat, counted.length),
    changes: final?.changes.map((change) => ({ ...change })) ?? [],
  }
}

export function finalColumns({ columns }: SeatState): readonly FinalColumn[] {
  return columns.map(({ label, serial, party }, column) => ({ column, serial: serial ?? 'unmatched', label, party }))
}

/** The running sums of the consolidation: of nothing before it has begun. */
export function finalSums({ proceedings, columns }: SeatState): SeatSums {
  return proceedings.final?.sums ?? emptyCount(columns.length).counted
}

/** A sum over so many rows; a line of postal ballots knows every figure. */
export function finalSum({ known, unknownAt }: Sum, rows: number, hasPostal: boolean): FinalSum {
  return { votes: unknownAt > 0 && unknownAt === rows && !hasPostal ? null : known, unknownAt }
}

function rowOf(seat: SeatState, { station }: StationRecord): Form48Row {
  const { figures, index } = finalFigures(seat, station.number)
  const [valid = null, excluded = null, total = null] = wholeIn(figures)
  return { station: station.number, name: station.name, entry: index, votes: votesIn(figures), valid, excluded, total }
}

function closedStation({ station, status, since }: StationRecord): Form48['closed'] {
  if (status !== 'closed') return []
  return [{ station: station.number, name: station.name, entry: since ?? null }]
}

function postalOf({ proceedings }: SeatState): Form48Postal | null {
  const postal = proceedings.final?.postal
  if (postal === undefined) return null
  const valid = postal.votes.reduce((sum, votes) => sum + votes, 0)
  return { entry: postal.index, votes: [...postal.votes], valid, rejected: postal.rejected }
}

function totalsOf(seat: SeatState, rows: number): Form48['totals'] {
  const sums = finalSums(seat)
  const hasPostal = seat.proceedings.final?.postal !== undefined
  const sum = (of: Sum) => finalSum(of, rows, hasPostal)
  return {
    candidates: sums.columns.map(sum),
    valid: sum(sums.valid),
    excluded: sum(sums.excluded),
    total: sum(sums.polled),
  }
}

function stationsByType(records: readonly StationRecord[]): Form48['stations'] {
  const ofType = (type: StationType) => records.filter(({ station }) => station.type === type).length
  return {
    male: ofType(StationType.MALE),
    female: ofType(StationType.FEMALE),
    combined: ofType(StationType.COMBINED),
    unknown: ofType(StationType.UNSPECIFIED),
    total: records.length,
  }
}
