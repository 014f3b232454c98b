import {
  declaredLog,
  type EntryVerdict,
  form45In,
  intakeLog,
  openLogFold,
  type OpenedEntry,
  type RegisterState,
} from '@khata/ledger'
import { type AuditTools, auditServedLog, unreadLog } from './audit-log.ts'
import type { LogReport, MissingStatement } from './report.ts'

/** A statement that an intake log holds for a seat. */
export interface IntakeClaim {
  readonly id: string
  readonly claim: MissingStatement
}

/** What the intake logs hold, by seat and statement hash; the oldest holder of each. */
export type IntakeClaims = Map<string, Map<string, IntakeClaim>>

/** The intake logs that the register declares: HQ's and the provinces'. */
export function declaredIntakes(register: RegisterState): readonly string[] {
  return [...register.hubs.keys()].map(intakeLog).toSorted()
}

/** Audits one intake log and adds to `claims` what it holds for the seats named there. */
export async function auditIntake(
  tools: AuditTools,
  register: RegisterState,
  log: string,
  claims: IntakeClaims,
): Promise<LogReport> {
  const identity = declaredLog(register, log)
  if (identity === undefined) return unreadLog(log, 'log/not-declared', 'the register has no such hub')
  const onEntry = (entry: OpenedEntry, { type }: EntryVerdict) => {
    if (type === 'admitted') keepClaim(claims, log, entry)
  }
  return await auditServedLog(tools, openLogFold(identity), register, { onEntry })
}

/** The station of a statement that carries a Form 45. */
export function stationOf({ statement: said }: OpenedEntry): number | undefined {
  if (!said.ok) return undefined
  return form45In(said.value.statement)?.station
}

function keepClaim(claims: IntakeClaims, intake: string, entry: OpenedEntry): void {
  if (!entry.statement.ok) return
  const { statement, hashHex, idHex, signerHex } = entry.statement.value
  const ofSeat = claims.get(statement.seat)
  const { index, sequencedAt: since } = entry.entry
  const earlier = ofSeat?.get(hashHex)
  if (ofSeat === undefined || (earlier !== undefined && earlier.claim.since <= since)) return
  const station = stationOf(entry)
  const claim = { seat: statement.seat, station, statement: hashHex, signer: signerHex, intake, index, since }
  ofSeat.set(hashHex, { id: idHex, claim })
}
