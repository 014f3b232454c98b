import type { AwaitedStation, Candidate, CollectedColumn, Form45, Form47Stage, Station } from '@khata/proto'
import type { HashHex, KeyHex } from '../event/statement.ts'
import type { Office } from '../identity/office.ts'
import type { Finding, FindingCode } from './finding.ts'

/**
 * One seat, from its first list to its provisional result: what a constituency log's entries fold to.
 * Owned by its fold, which updates it in place; plain data (maps, arrays, bytes), so that a snapshot can hold it.
 * Its size grows with stations, candidates and officers, not with the number of entries.
 */
export interface SeatState {
  readonly seat: string
  readonly rolls: Map<KeyHex, Office>
  readonly form28: ListDraft<Station>
  readonly form33: ListDraft<Candidate>
  collected: readonly CollectedColumn[]
  /** From the freeze on, what Form 45 counts, in order. */
  columns: readonly Column[]
  readonly stations: Map<number, StationRecord>
  frozen: boolean
  readonly sums: SeatSums
  /** Keys enrolled after the freeze. */
  exceptions: number
  issued: IssuedForm47 | undefined
  /** Statements seen by this log and not admitted, with the code: HQ's cross-check counts them as answered. */
  readonly refused: Map<HashHex, string>
}

/** The parts of a list's newest version; certified when the returning officer has signed for it. */
export interface ListDraft<Row> {
  version: number
  parts: number
  readonly rows: Map<number, readonly Row[]>
  readonly hashes: Map<number, Uint8Array>
  certified: boolean
}

/** A column of Form 45: a candidate of Form 33 or, in mode replay, a label as collected. */
export interface Column {
  readonly label: string
  /** Form 33 serial; null where a collected label matches no single candidate. */
  readonly serial: number | null
  readonly party: string
}

export type StationStatus = 'awaited' | 'received' | 'returned' | 'held' | 'accepted'

export interface StationRecord {
  readonly station: Station
  status: StationStatus
  /** The form that the status speaks of: counted when accepted. */
  current: FormRecord | undefined
  /** Entries of every other form of this station, superseded, repeated or conflicting; nothing is forgotten. */
  readonly others: OtherForm[]
}

/** A Form 45 as recorded, with what its checks said. */
export interface FormRecord {
  readonly hash: HashHex
  readonly index: number
  readonly signer: KeyHex
  readonly form: Form45
  readonly findings: readonly Finding[]
  readonly notCheckable: readonly FindingCode[]
}

export interface OtherForm {
  readonly hash: HashHex
  readonly index: number
  readonly why: OtherFormWhy
}

/** Superseded by a correction that was asked for, or the finding that keeps the form from being counted. */
export type OtherFormWhy =
  | 'superseded'
  | Extract<
      FindingCode,
      'form-45/second-form' | 'form-45/repeated' | 'form-45/key-of-another-station' | 'form-45/correction-not-asked'
    >

/** Running sums over accepted forms, kept so that one more form costs the same at station 1 and at station 900. */
export interface SeatSums {
  readonly columns: Sum[]
  readonly valid: Sum
  readonly excluded: Sum
  readonly polled: Sum
  readonly votersMale: Sum
  readonly votersFemale: Sum
  readonly votersTotal: Sum
}

/** A sum over forms of which some may not know the figure: unknown is counted, never taken for 0. */
export interface Sum {
  known: number
  unknownAt: number
}

export interface IssuedForm47 {
  readonly index: number
  readonly stage: Form47Stage
  readonly sha256: HashHex
  readonly awaited: readonly AwaitedStation[]
}

export function emptySeat(seat: string): SeatState {
  return {
    seat,
    rolls: new Map(),
    form28: emptyDraft(),
    form33: emptyDraft(),
    collected: [],
    columns: [],
    stations: new Map(),
    frozen: false,
    sums: emptySums(0),
    exceptions: 0,
    issued: undefined,
    refused: new Map(),
  }
}

export function emptySums(columns: number): SeatSums {
  return {
    columns: Array.from({ length: columns }, emptySum),
    valid: emptySum(),
    excluded: emptySum(),
    polled: emptySum(),
    votersMale: emptySum(),
    votersFemale: emptySum(),
    votersTotal: emptySum(),
  }
}

/** Rows of a draft in the order of its parts. */
export function draftRows<Row>(draft: ListDraft<Row>): readonly Row[] {
  return Array.from({ length: draft.parts }, (_, part) => draft.rows.get(part + 1) ?? []).flat()
}

function emptyDraft<Row>(): ListDraft<Row> {
  return { version: 0, parts: 0, rows: new Map(), hashes: new Map(), certified: false }
}

function emptySum(): Sum {
  return { known: 0, unknownAt: 0 }
}
