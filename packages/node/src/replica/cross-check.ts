import { form45In, type HashHex, type KeyHex, type OpenedStatement } from '@khata/ledger'
import type { StatementPlace } from './places.ts'

/** A statement that was filed with this hub directly, and must appear in its constituency log. */
export interface FiledStatement {
  readonly seat: string
  /** Station of the form; null for a statement about no station. */
  readonly station: number | null
  readonly signerHex: KeyHex
  readonly idHex: string
  readonly hash: HashHex
  /** Index in the intake log, and when it was sequenced there. */
  readonly entry: number
  readonly since: number
}

/** What a constituency log holds in the place of a filed statement. */
export type Standing = 'found' | 'refused' | 'missing' | 'different'

/** What a constituency log says of one statement id and hash. */
export interface LogSays {
  readonly sameId: StatementPlace | undefined
  /** The log records that it did not admit these bytes. */
  readonly refused: boolean
  /** Hash of the form that the log holds for the same station. */
  readonly stationForm: HashHex | undefined
}

/** Pure verdict on one filed statement. A refusal with its code is an answer; silence and other bytes are not. */
export function standingOfFiled(filed: FiledStatement, says: LogSays): Standing {
  // The fold may be ahead of the index by what is on its way to the disk.
  if (says.sameId?.hash === filed.hash || says.stationForm === filed.hash) return 'found'
  if (says.refused) return 'refused'
  if (says.sameId !== undefined) return 'different'
  return says.stationForm !== undefined && filed.station !== null ? 'different' : 'missing'
}

/** Reads what a cross-check needs from a statement filed at a hub. */
export function filedStatement(
  { statement, signerHex, idHex, hashHex }: OpenedStatement,
  entry: number,
  since: number,
): FiledStatement {
  const station = form45In(statement)?.station ?? null
  return { seat: statement.seat, station, signerHex, idHex, hash: hashHex, entry, since }
}
