import {
  declaredLog,
  type Form47,
  form47,
  formHash,
  invariant,
  type LogFold,
  openLogFold,
  type RegisterState,
  type SeatState,
} from '@khata/ledger'
import { type AuditTools, auditServedLog, unreadLog } from './audit-log.ts'
import { SeatCrossCheck } from './cross-check.ts'
import type { IntakeClaim } from './intake.ts'
import { comparePublished, publishedSize } from './published.ts'
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
  const published = await tools.source.publishedForm47?.(seat)
  const stopAt = published && publishedSize(published)
  const crossCheck = new SeatCrossCheck(task.intakes, task.claims)
  let formThere: Form47 | undefined
  const log = await auditServedLog(tools, fold, register, {
    ...(stopAt !== undefined && { stopAt }),
    onStop: () => {
      formThere = formOf(fold, register)
    },
    onEntry: (entry) => crossCheck.see(entry),
  })
  if (log.verdict === undefined) return unverified(seat, log)
  const form = log.faults.length === 0 ? formOf(fold, register) : undefined
  return {
    form,
    report: judged({
      seat,
      log,
      form47: form && summaryOf(form),
      published: published && comparePublished(published, formThere),
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

function formOf(fold: LogFold, register: RegisterState): Form47 {
  return form47(fold, seatOf(fold), register)
}

function seatOf({ content }: LogFold): SeatState {
  invariant(content.kind === 'seat', 'a seat has a log of its kind')
  return content.seat
}

function summaryOf(form: Form47): FormSummary {
  const { log, register, stations } = form
  return { hash: formHash(form), size: log.size, registerSize: register.size, stations }
}
