import type { Form47, LogVerdict, Mode, VerdictFault, VoidEntry } from '@khata/ledger'
import type { LogDamageCode } from '../source/log-source.ts'

/** One thing that does not hold, and where. */
export interface Fault {
  readonly code: VerdictFault['code'] | LogDamageCode | ObserverFaultCode
  /** First entry that is affected. */
  readonly index: number
  readonly detail: string
}

/** What only someone outside can say of a log. */
export type ObserverFaultCode =
  | 'log/not-served'
  | 'log/not-declared'
  | 'log/not-judged'
  | 'log/inconsistent'
  | 'tile/missing'
  | 'tile/differs'

/** One log, audited. */
export interface LogReport {
  readonly log: string
  /** Undefined where the source has no such log, or the register declares none. */
  readonly verdict: LogVerdict | undefined
  readonly faults: readonly Fault[]
  readonly voids: readonly VoidEntry[]
  /** No fault and no void entry. */
  readonly holds: boolean
}

/** Worst first: the status of a seat is the first that applies. */
export const seatStatuses = [
  'not-judged',
  'not-served',
  'fault',
  'published-differs',
  'statements-missing',
  'void-entries',
  'verified',
] as const

export type SeatStatus = (typeof seatStatuses)[number]

export interface SeatReport {
  readonly seat: string
  readonly status: SeatStatus
  readonly log: LogReport
  /** The Form 47 that the log's entries add up to; undefined where the log is at fault. */
  readonly form47: FormSummary | undefined
  /** What the source publishes; undefined where it publishes nothing. */
  readonly published: PublishedForm | undefined
  readonly crossCheck: CrossCheck
}

export interface FormSummary {
  /** SHA-256 of the canonical bytes, lower-case hex. */
  readonly hash: string
  readonly size: number
  readonly registerSize: number
  readonly stations: Form47['stations']
}

export interface PublishedForm {
  readonly hash: string
  /** Size of the log that the published form says it was made of; undefined where it does not say. */
  readonly size: number | undefined
  readonly same: boolean
  /** Top-level fields that differ from the form computed at that size. */
  readonly differing: readonly string[]
}

/** What the hubs' intake logs hold for a seat, looked for in the seat's own log. */
export interface CrossCheck {
  readonly intakes: readonly string[]
  /** Statements addressed to the seat. */
  readonly held: number
  /** Found as entries, or refused there by code. */
  readonly found: number
  readonly refused: number
  /** Absent for longer than the register allows. */
  readonly missing: readonly MissingStatement[]
  /** Absent, while the log holds other bytes under the same id or of the same station. */
  readonly different: readonly DifferentStatement[]
  /** Absent, and not yet due. */
  readonly pending: readonly MissingStatement[]
  /** Signed by keys that hold no office in the seat: nobody has to log them. */
  readonly withoutStanding: readonly MissingStatement[]
}

export interface MissingStatement {
  readonly seat: string
  /** The polling station of a Form 45. */
  readonly station: number | undefined
  /** Statement hash, lower-case hex. */
  readonly statement: string
  readonly signer: string
  /** The intake log that holds it, where, and since when by that hub's clock (milliseconds since 1970). */
  readonly intake: string
  readonly index: number
  readonly since: number
}

export interface DifferentStatement extends MissingStatement {
  /** The entry that the seat's log has instead. */
  readonly entry: number
  readonly instead: string
}

export interface ElectionReport {
  readonly election: string
  readonly mode: Mode
  /** Only in mode replay: what the figures were reconstructed from, as the register says. */
  readonly reconstruction: { readonly notice: string; readonly source: string } | undefined
  readonly register: LogReport
  readonly intakes: readonly LogReport[]
  readonly seats: readonly SeatReport[]
  /** Everything that was asked for holds. */
  readonly holds: boolean
}
