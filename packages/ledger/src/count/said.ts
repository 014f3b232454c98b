import type { RuleParameters } from '@khata/proto'
import type { HashHex, OpenedStatement } from '../event/statement.ts'
import type { Mode } from '../identity/election.ts'
import type { Office } from '../identity/office.ts'

/** A statement at its place in a log, with all that deciding on it needs: no clock, no port, no lookup. */
export interface Said {
  readonly opened: OpenedStatement
  readonly index: number
  readonly sequencedAt: number
  /** Verdicts on `signatureClaims(opened)`, in its order. */
  readonly claims: readonly boolean[]
  readonly precedents: Precedents
}

/** What the log already holds of this signer. A shell looks it up; an audit keeps an index. */
export interface Precedents {
  /** Hash of the signer's statement with the same id. */
  readonly sameId?: HashHex
  /** Hash of the signer's statement with the same sequence number for the same seat. */
  readonly sameSequence?: HashHex
  /** Hash of the signer's statement one sequence number before. */
  readonly sequenceBefore?: HashHex
}

/** Who speaks: the log's own sequencer, or the holder of an office. */
export type Standing = { readonly type: 'sequencer' } | { readonly type: 'office'; readonly office: Office }

/** The rules in force for the seat at this place. */
export interface Rules {
  readonly election: string
  readonly mode: Mode
  readonly parameters: RuleParameters
}

/** Second officers who stand by an exception, where the register says nothing else. */
export const exceptionApprovalsMinDefault = 1
