import {
  canonicalBytes,
  declaredLog,
  type Form47,
  form47,
  invariant,
  type LogFold,
  openLogFold,
  type RegisterState,
  type SeatState,
  sha256,
  toHex,
} from '@khata/ledger'
import { type AuditTools, auditServedLog, unreadLog } from './audit-log.ts'
import { SeatCrossCheck } from './cross-check.ts'
import type { IntakeClaim } from './intake.ts'
import { comparePublished, type ComputedForm, openPublished } from './published.ts'
import type { CrossCheck, FormSummary, LogReport, SeatReport, SeatStatus } from './report.ts'

export interface SeatTask {
  readonly tools: AuditTools
  readonly register: RegisterState
  readonly seat: string
  readonly intakes: readonly string[]
  readonly claims: ReadonlyMap<string, IntakeClaim>
  /** Milliseconds since 1970. */
  readonly now: number
}

export interface SeatVerdict {
  readonly report: SeatReport
  readonly form: Form47 | undefined
}

/** Audits one seat's log, recomputes its Form 47, and compares both with what else the source shows. */
export async function verifySeat(task: SeatTask): Promise<SeatVerdict> {
  const { tools, register, seat } = task
  const identity = declaredLog(register, seat)
  if (identity === undefined)
    return unverified(seat, unreadLog(seat, 'log/not-declared', 'the register has no such seat'))
  const fold = openLogFold(identity)
  // Before the log: what it grows by in the meantime is then no difference.
  const bytes = await tools.source.publishedForm47?.(seat)
  const published = bytes && openPublished(bytes)
  const crossCheck = new SeatCrossCheck(task.intakes, task.claims)
  let there: ComputedForm | undefined
  const log = await auditServedLog(tools, fold, register, {
    ...(published?.size !== undefined && { stopAt: published.size }),
    onStop: () => {
      there = formOf(fold, register)
    },
    onEntry: (entry) => crossCheck.see(entry),
    // An intake log has admitted it: the hash is of the statement and its signature together.
    isKnownGood: ({ hashHex }) => task.claims.has(hashHex),
  })
  if (log.verdict === undefined) return unverified(seat, log)
  const atEnd = there?.form.log.size === fold.size ? there : undefined
  const computed = log.faults.length === 0 ? (atEnd ?? formOf(fold, register)) : undefined
  return {
    form: computed?.form,
    report: judged({
      seat,
      log,
      form47: computed && summaryOf(computed),
      published: published && comparePublished(published, there),
      crossCheck: crossCheck.result(seatOf(fold), register, task.now),
    }),
  }
}

/** A seat of which nothing is known but why. */
export function unverified(seat: string, log: LogReport, status: SeatStatus = unreadStatus(log)): SeatVerdict {
  const report = { seat, status, log, form47: undefined, published: undefined, crossCheck: nothingHeld }
  return { report, form: undefined }
}

function unreadStatus({ faults }: LogReport): SeatStatus {
  return faults.some(({ code }) => code === 'log/not-served') ? 'not-served' : 'fault'
}

const nothingHeld: CrossCheck = {
  intakes: [],
  held: 0,
  found: 0,
  refused: 0,
  missing: [],
  different: [],
  pending: [],
  withoutStanding: [],
}

function judged(report: Omit<SeatReport, 'status'>): SeatReport {
  return { ...report, status: statusOf(report) }
}

function statusOf({ log, published, crossCheck }: Omit<SeatReport, 'status'>): SeatStatus {
  if (log.faults.length > 0) return 'fault'
  if (published?.same === false) return 'published-differs'
  if (crossCheck.missing.length + crossCheck.different.length > 0) return 'statements-missing'
  return log.voids.length > 0 ? 'void-entries' : 'verified'
}

function formOf(fold: LogFold, register: RegisterState): ComputedForm {
  const form = form47(fold, seatOf(fold), register)
  return { form, bytes: canonicalBytes(form) }
}

function seatOf({ content }: LogFold): SeatState {
  invariant(content.kind === 'seat', 'a seat has a log of its kind')
  return content.seat
}

function summaryOf({ form: { log, register, stations }, bytes }: ComputedForm): FormSummary {
  return { hash: toHex(sha256(bytes)), size: log.size, registerSize: register.size, stations }
}
