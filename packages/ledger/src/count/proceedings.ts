import type { RecountGround, StationOrder, TribunalEffect } from '@khata/proto'
import type { HashHex } from '../event/statement.ts'
import type { FiguresText } from './figures.ts'
import type { SeatSums } from './state.ts'

/**
 * Where a seat stands. `counting`: its poll is held and its results come in; `repoll`: the same of a poll of the whole
 * seat that HQ has ordered again. docs/states/seat.md draws the arrows.
 */
export type SeatStatus =
  | 'counting'
  | 'postponed'
  | 'unopposed'
  | 'withheld'
  | 'void'
  | 'repoll'
  | 'consolidating'
  | 'concluded'
  | 'gazetted'
  | 'upheld'
  | 'another-returned'

/** What follows the night of one seat; figures stand in the entries, except those that sums are made of. */
export interface Proceedings {
  status: SeatStatus
  /** Every change of the status, oldest first, of former polls too. */
  readonly changes: SeatChange[]
  /** Notices of the consolidation, by statement hash. */
  readonly notices: Map<HashHex, Notice>
  /** Requests for a recount, by statement hash. */
  readonly requests: Map<HashHex, RecountRequest>
  /** Index of each order of HQ to recount. */
  readonly recountOrders: number[]
  /** Stations that are still to be recounted, with the entry that says so. */
  readonly due: Map<number, number>
  final: FinalCount | undefined
  concluded: Concluded | undefined
  sent: SeatAct | undefined
  published: SeatAct | undefined
  gazetted: SeatAct | undefined
  lot: LotRecord | undefined
  readonly tribunal: TribunalRecord[]
}

/** A change of a seat's status, and the entry that made it. */
export interface SeatChange {
  readonly from: SeatStatus
  readonly to: SeatStatus
  readonly index: number
}

export interface Notice {
  readonly index: number
  readonly receivedBy: { readonly office: string; readonly index: number }[]
}

export interface RecountRequest {
  readonly index: number
  /** Form 33 serial of the candidate who asks. */
  readonly candidate: number
  readonly ground: RecountGround
  /** Empty for every station. */
  readonly stations: readonly number[]
  decided: { readonly granted: boolean; readonly index: number } | undefined
}

/** Forms 48 and 49 as they come about: the counted Forms 45, what took the place of some of them, and postal ballots. */
export interface FinalCount {
  /** Entries that began the consolidation, and that issued the Form 47 which it began from. */
  readonly index: number
  readonly form47: number
  readonly sums: SeatSums
  /** Stations whose figures are no longer those of their Form 45. */
  readonly adjusted: Map<number, AdjustedStation>
  postal: PostalRecord | undefined
  /** In the order of the log. */
  readonly changes: LateChange[]
}

export interface AdjustedStation {
  readonly figures: FiguresText
  readonly index: number
}

/** Postal ballots: votes of each column, and those rejected, which no total includes (Elections Act 2017 s. 95(4)). */
export interface PostalRecord {
  readonly votes: readonly number[]
  readonly rejected: number
  readonly index: number
}

/** A result that another took the place of: entries of both, `from` null of the first postal ballots. */
export interface LateChange {
  readonly kind: 'recount' | 're-examination' | 'postal'
  readonly station: number | null
  readonly from: number | null
  readonly to: number
}

/** The log that the signed Forms 48 and 49 are made of, and their hashes. */
export interface Concluded extends SeatAct {
  readonly size: number
  readonly root: HashHex
  readonly registerSize: number
  readonly form48: HashHex
  readonly form49: HashHex
}

/** An act with its entry, the sequencer's clock there, and when it was due: `SeatState.timed` tells when it was. */
export interface SeatAct {
  readonly index: number
  readonly at: number
  /** Milliseconds since 1970; null where the register sets none. */
  readonly dueAt: number | null
}

/** Form 33 serials of two who are equal: who serves first, and who second (Elections Act 2017 s. 97). */
export interface LotRecord {
  readonly index: number
  readonly first: number
  readonly second: number
}

export interface TribunalRecord extends SeatAct {
  readonly effect: TribunalEffect
  /** Form 33 serial of who is returned instead. */
  readonly candidate: number | null
}

/** An order about one station, of the poll that was being counted then. */
export interface StationOrderRecord {
  readonly order: StationOrder
  readonly index: number
  readonly poll: number
  /** Hours extended: close of poll at this station, milliseconds since 1970. */
  readonly until: number | null
  /** Merged: the station that votes there too. */
  readonly into: number | null
}

export function emptyProceedings(status: SeatStatus = 'counting', changes: SeatChange[] = []): Proceedings {
  return {
    status,
    changes,
    notices: new Map(),
    requests: new Map(),
    recountOrders: [],
    due: new Map(),
    final: undefined,
    concluded: undefined,
    sent: undefined,
    published: undefined,
    gazetted: undefined,
    lot: undefined,
    tribunal: [],
  }
}
