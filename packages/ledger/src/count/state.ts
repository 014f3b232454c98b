import type {
  AwaitedStation,
  CandidatesListed,
  CopyKind,
  FigureRef,
  Form47Stage,
  Stage,
  Station,
  StationsListed,
} from '@khata/proto'
import { none } from '../base/none.ts'
import type { HashHex, KeyHex } from '../event/statement.ts'
import type { Office } from '../identity/office.ts'
import type { FiguresText } from './figures.ts'
import type { ImageRecord } from './image-record.ts'
import {
  emptyDraft,
  type ListDraft,
  type ListAcknowledgement,
  type ExceptionRecord,
  type NominationRecord,
} from './list-state.ts'
import type { Finding, FindingCode } from './finding.ts'
import { emptyProceedings, type Proceedings, type StationOrderRecord } from './proceedings.ts'

/**
 * One seat, from its first list to its last order: what a constituency log's entries fold to.
 * Owned by its fold, which updates it in place; plain data (maps, arrays, bytes), so that a snapshot can hold it.
 * Its size grows with stations, candidates and officers, not with the number of entries.
 */
export interface SeatState {
  readonly seat: string
  readonly rolls: Map<KeyHex, Office>
  /** Of the rolls, whom the rules may limit in number: keys of data-entry operators, and of agents by station. */
  readonly operators: KeyHex[]
  readonly agents: Map<number, KeyHex[]>
  readonly form28: ListDraft<StationsListed>
  readonly form33: ListDraft<CandidatesListed>
  readonly acknowledgements: ListAcknowledgement[]
  /** Nomination papers by their number. */
  readonly nominations: Map<number, NominationRecord>
  /** Whether the columns are labels as collected, of which a source may lack some; only in mode replay. */
  collected: boolean
  /** From the freeze on, what Form 45 counts, in order. */
  columns: readonly Column[]
  readonly stations: Map<number, StationRecord>
  frozen: boolean
  sums: CountSums
  /** What was changed after the freeze, oldest first, by the hash of the statement that changed it. */
  readonly exceptions: Map<HashHex, ExceptionRecord>
  issued: IssuedForm47 | undefined
  proceedings: Proceedings
  /** Entries of the first Form 47 of all, and of the first complete one: what their deadlines are judged by. */
  readonly firstIssued: { any: number | undefined; complete: number | undefined }
  /** The newest time that an office outside the seat has given this log. */
  outside: OutsideTime | undefined
  /** Entries that a deadline is about, by index. */
  readonly timed: Map<number, TimedEntry>
  /** What agents, candidates and observers saw, or were kept from seeing. */
  readonly traces: TraceRecord[]
  /** Objections by statement hash. */
  readonly objections: Map<HashHex, ObjectionRecord>
  /** How many traces and objections a key has filed about a station, or about the seat: `traceKey`. */
  readonly tracesFiled: Map<string, number>
  /** Images that statements name, and the copies of them for the public, by SHA-256. */
  readonly images: Map<HashHex, ImageRecord>
  /** Statements seen by this log and not admitted, with the code: HQ's cross-check counts them as answered. */
  readonly refused: Map<HashHex, string>
}

/** A column of Form 45: a candidate of Form 33 or, in mode replay, a label as collected. */
export interface Column {
  readonly label: string
  /** Form 33 serial; null where a collected label matches no single candidate. */
  readonly serial: number | null
  readonly party: string
}

/** `closed`: no result comes from it, by the last of its `orders`. */
export type StationStatus = 'awaited' | 'received' | 'returned' | 'rejected' | 'held' | 'accepted' | 'closed'

/** No station in any state. */
export const noStations: Readonly<Record<StationStatus, number>> = {
  awaited: 0,
  received: 0,
  returned: 0,
  rejected: 0,
  held: 0,
  accepted: 0,
  closed: 0,
}

export interface StationRecord {
  /** As Form 28 has it, with every amendment since. */
  station: Station
  status: StationStatus
  /** Index of the entry that put it there; undefined while the station is awaited as the freeze left it. */
  since: number | undefined
  /** The form that the status speaks of: counted when accepted. */
  current: FormRecord | undefined
  /** Entries of every other form of this station, superseded, repeated or conflicting; nothing is forgotten. */
  others: OtherForm[]
  /** Of these, since the present form is present, those that held the station: HQ may order one of them to stand. */
  rivals: FormRecord[]
  /** Why the station is held. */
  hold: Hold | undefined
  /** What the presiding officer is asked to correct; no figure is the whole form. */
  asked: readonly FigureRef[] | undefined
  /** Which poll of the station is counted: 1, or 2 after an order to poll again. */
  poll: number
  /** Copies of the form that others hold, each a document of its own. */
  copies: CopyRecord[]
  /** Orders about the station, oldest first. */
  orders: StationOrderRecord[]
  /** Form 33 serials of the candidates with a polling agent enrolled here. */
  agents: number[]
}

/**
 * A Form 45 as recorded: what the count needs of it, and what its checks said. Whoever shows the whole form reads the
 * entry: every node holds every station's form in memory, and few are ever looked at.
 */
export interface FormRecord {
  readonly hash: HashHex
  readonly index: number
  /** Signed on the officer's device; signed paper that two officers certified and operators key; or counted again. */
  readonly basis: 'device' | 'paper' | 'recount'
  /** Commitment to the person who signed it; empty of a paper, whose figures are others' readings. */
  readonly person: HashHex
  /** Absent of a paper that nobody has keyed yet. */
  figures: FiguresText | undefined
  findings: readonly Finding[]
  notCheckable: readonly FindingCode[]
  lock: LockState
  /** Statement hash of the newest challenge that has not been answered. */
  challenge: HashHex | undefined
  /** What operators have read from its image or paper. */
  readings: Reading[]
  /** Warnings that the returning officer has given a reason for. */
  handled: HandledWarning[]
  /** Others' own signatures on it, and refusals: the newest word of each office. The reason is in the entry. */
  countersigned: Countersignature[]
}

/** A warning, and the entry that says why the form counts all the same. */
export interface HandledWarning {
  readonly code: FindingCode
  readonly index: number
}

export interface Countersignature {
  readonly office: string
  /** Entry that enrolled the key: two keys may hold offices of one name. */
  readonly enrolled: number
  readonly index: number
  readonly refused: boolean
  /** The receipt for a copy of the form. */
  readonly copyReceived: boolean
}

/** `remote`: the device has said that it locked the form; `shown`: it has answered a challenge at the office. */
export type LockState = 'none' | 'remote' | 'shown'

/** One operator's reading of a document. */
export interface Reading {
  readonly office: string
  readonly person: HashHex
  readonly session: string
  readonly index: number
  /** Absent once it agrees with the form as it stands. */
  figures: FiguresText | undefined
}

export interface Hold {
  /** The sequencer's clock at the entry that put the station on hold. */
  readonly at: number
  readonly why: HoldWhy
}

/** Two forms signed by the station's officers, or the paper against the form that was signed on the device. */
export type HoldWhy = Extract<
  FindingCode,
  'form-45/second-form' | 'form-45/lock-breach' | 'form-45/correction-not-asked' | 'form-45/paper-differs'
>

export interface OtherForm {
  readonly hash: HashHex
  readonly index: number
  readonly why: OtherFormWhy
  /** Of a superseded form all that its checks said; of any other what its signer's device chain says. */
  readonly findings: readonly FindingCode[]
}

/** Superseded by a correction or an order, or the finding that keeps the form from being counted. */
export type OtherFormWhy =
  | 'superseded'
  | HoldWhy
  | Extract<FindingCode, 'form-45/repeated' | 'form-45/key-of-another-station' | 'form-45/other-poll'>

/** A copy of a Form 45 as somebody filed it. The entry tells its custody, channel and image. */
export interface CopyRecord {
  readonly kind: CopyKind
  readonly office: string
  /** As of a countersignature. */
  readonly enrolled: number
  readonly index: number
  readonly hash: HashHex
  readonly figures: FiguresText
}

/** What somebody saw, or was kept from seeing. Notes, images and times are in the entry. */
export interface TraceRecord {
  readonly kind: TraceKind
  /** Null where it was at the returning officer's office. */
  readonly station: number | null
  /** Unspecified of what was posted outside a station. */
  readonly stage: Stage
  readonly office: string
  readonly index: number
}

export type TraceKind = 'copySeenPosted' | 'copyNotPosted' | 'agentBarred' | 'accessRefused'

/** An objection, and the one decision on it. Grounds and reasons are in the entries. */
export interface ObjectionRecord extends Omit<TraceRecord, 'kind'> {
  decision: { readonly office: string; readonly index: number; readonly upheld: boolean } | undefined
}

/** Milliseconds since 1970 by a clock outside the seat, and the entry of this log that brought it. */
export interface OutsideTime {
  readonly at: number
  readonly index: number
}

/** The outside times around an entry of this log. */
export interface TimedEntry {
  readonly after: OutsideTime | undefined
  before: OutsideTime | undefined
}

/** Sums over forms: counted, of those the disputed ones, and, never counted, the present forms of held stations. */
export interface CountSums {
  readonly counted: SeatSums
  readonly disputed: SeatSums
  readonly held: SeatSums
}

/** A running sum for each column and each total. */
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
  /** Statement hash of what issued it, and the sequencer's clock there. */
  readonly hash: HashHex
  readonly at: number
  /** Hash of what is counted in it: `countedHash`. */
  readonly counted: HashHex
  readonly stage: Form47Stage
  readonly sha256: HashHex
  readonly awaited: readonly AwaitedStation[]
  /** Whether it was announced, and affixed in the office; null where the statement does not say. */
  readonly announced: boolean | null
  readonly affixed: boolean | null
}

export function emptySeat(seat: string): SeatState {
  return {
    seat,
    rolls: new Map(),
    operators: [],
    agents: new Map(),
    form28: emptyDraft(),
    form33: emptyDraft(),
    acknowledgements: [],
    nominations: new Map(),
    collected: false,
    columns: [],
    stations: new Map(),
    frozen: false,
    sums: emptyCount(0),
    exceptions: new Map(),
    issued: undefined,
    proceedings: emptyProceedings(),
    firstIssued: { any: undefined, complete: undefined },
    outside: undefined,
    timed: new Map(),
    traces: [],
    objections: new Map(),
    tracesFiled: new Map(),
    images: new Map(),
    refused: new Map(),
  }
}

export function emptyCount(columns: number): CountSums {
  return { counted: emptySums(columns), disputed: emptySums(columns), held: emptySums(columns) }
}

export function awaitedStation(station: Station): StationRecord {
  return {
    station,
    status: 'awaited',
    since: undefined,
    current: undefined,
    others: none,
    rivals: none,
    hold: undefined,
    asked: undefined,
    poll: 1,
    copies: none,
    orders: none,
    agents: none,
  }
}

function emptySums(columns: number): SeatSums {
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

function emptySum(): Sum {
  return { known: 0, unknownAt: 0 }
}
