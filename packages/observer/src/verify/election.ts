import {
  declaredElection,
  type Form47,
  modeOf,
  reconstructionNotice,
  type RegisterState,
  type SignatureVerifier,
  type Trust,
} from '@khata/ledger'
import { inOrder } from '../source/in-order.ts'
import { seatsInFlightMax } from '../source/limits.ts'
import type { LogSource } from '../source/log-source.ts'
import type { AuditTools } from './audit-log.ts'
import { unreadLog } from './audit-log.ts'
import { auditIntake, declaredIntakes, type IntakeClaims } from './intake.ts'
import {
  type AuditedRegister,
  auditRegister,
  auditRegisterAgain,
  isUsable,
  needsNewerRegister,
} from './register-audit.ts'
import type { ElectionReport, LogReport, SeatReport } from './report.ts'
import { type SeatVerdict, unverified, verifySeat } from './seat.ts'

export interface VerifyInput {
  readonly source: LogSource
  /** From the trust file: never from a source that is to be verified. */
  readonly trust: Trust
  readonly verifier: SignatureVerifier
  /** Default: every log that the register declares, each of which the source must then have. */
  readonly seats?: readonly string[]
  /** Passes over what the source does not have, instead of naming it as missing. */
  readonly servedOnly?: boolean
  /** Default true: look in each seat's log for what the hubs' intake logs hold for it. */
  readonly crossCheck?: boolean
  /** Milliseconds since 1970: tells a statement that is late from one that is withheld. */
  readonly now: number
  readonly watch?: VerifyWatch
}

/** Told while it goes on. */
export interface VerifyWatch {
  /** Once the register is verified: what will be looked at. */
  readonly onPlan?: (plan: VerifyPlan) => void
  /** Entries of a log folded since the last call. */
  readonly onFolded?: (log: string, entries: number) => void
  readonly onIntake?: (report: LogReport) => void
  /** With the form, which no report keeps: a nation's forms do not fit in memory. */
  readonly onSeat?: (report: SeatReport, form: Form47 | undefined) => void
}

export interface VerifyPlan {
  readonly election: string
  readonly reconstruction: ElectionReport['reconstruction']
  readonly register: LogReport
  readonly intakes: readonly string[]
  readonly seats: readonly string[]
}

/**
 * Verifies the register, then the intake logs one after another, then the seats, a few at a time: in bounded memory.
 * Intake logs come before the seats', so that a statement which arrives meanwhile is not taken for a missing one.
 */
export async function verifyElection(input: VerifyInput): Promise<ElectionReport> {
  const audit = new ElectionAudit(input, await auditRegister(toolsOf(input), input.trust))
  const plan = audit.plan()
  input.watch?.onPlan?.(plan)
  const claims: IntakeClaims = new Map(plan.seats.map((seat) => [seat, new Map()]))
  const intakes: LogReport[] = []
  for (const log of plan.intakes) intakes.push(...(await audit.intake(log, claims)))
  const cross = { intakes: intakes.filter(({ verdict }) => verdict !== undefined).map(({ log }) => log), claims }
  const seats: SeatReport[] = []
  const verdicts = inOrder(plan.seats, seatsInFlightMax, (seat) => audit.judge(seat, cross))
  for await (const verdict of verdicts) seats.push(...audit.tell(verdict))
  return audit.report(intakes, seats)
}

interface Cross {
  readonly intakes: readonly string[]
  readonly claims: IntakeClaims
}

/** One run over one source. The register may grow meanwhile: it is read again when a log has pinned more of it. */
class ElectionAudit {
  readonly #input: VerifyInput
  readonly #tools: AuditTools
  #register: AuditedRegister
  /** One reading of the register after another: a later one never gives way to an earlier. */
  #renewal: Promise<void> = Promise.resolve()

  constructor(input: VerifyInput, register: AuditedRegister) {
    this.#input = input
    this.#tools = toolsOf(input)
    this.#register = register
  }

  plan(): VerifyPlan {
    const { state, report } = this.#register
    const declared = isUsable(this.#register)
    return {
      election: state.trust.election,
      reconstruction: reconstructionOf(this.#register),
      register: report,
      intakes: declared && this.#input.crossCheck !== false ? declaredIntakes(state) : [],
      seats: this.#input.seats ?? (declared ? [...state.seats.keys()] : []),
    }
  }

  async intake(log: string, claims: IntakeClaims): Promise<readonly LogReport[]> {
    const audit = async (register: RegisterState) => ({
      report: await auditIntake(this.#tools, register, log, claims),
    })
    const { report } = await this.#withRegister(audit, ({ report: judged }) => judged)
    if (!this.#isAskedFor(report)) return []
    this.#input.watch?.onIntake?.(report)
    return [report]
  }

  tell({ report, form }: SeatVerdict): readonly SeatReport[] {
    if (this.#input.servedOnly === true && report.status === 'not-served') return []
    this.#input.watch?.onSeat?.(report, form)
    return [report]
  }

  report(intakes: readonly LogReport[], seats: readonly SeatReport[]): ElectionReport {
    const { trust } = this.#input
    const { report: register } = this.#register
    const allHold = [register, ...intakes].every(({ holds }) => holds)
    return {
      election: trust.election,
      mode: modeOf(trust.election),
      reconstruction: reconstructionOf(this.#register),
      register,
      intakes,
      seats,
      holds: allHold && seats.length > 0 && seats.every(({ status }) => status === 'verified'),
    }
  }

  async judge(seat: string, { intakes, claims }: Cross): Promise<SeatVerdict> {
    if (!isUsable(this.#register)) return notJudged(seat)
    const { now } = this.#input
    const ofSeat = claims.get(seat) ?? new Map()
    const audit = async (register: RegisterState) =>
      await verifySeat({ tools: this.#tools, register, seat, intakes, claims: ofSeat, now })
    const verdict = await this.#withRegister(audit, ({ report }) => report.log)
    claims.delete(seat)
    return isUsable(this.#register) ? verdict : notJudged(seat)
  }

  async #withRegister<T>(audit: (register: RegisterState) => Promise<T>, logOf: (audited: T) => LogReport): Promise<T> {
    const register = this.#register
    const audited = await audit(register.state)
    if (!needsNewerRegister(logOf(audited), register)) return audited
    this.#renewal = this.#renewal.then(() => this.#renewFor(logOf(audited)))
    await this.#renewal
    return isUsable(this.#register) ? await audit(this.#register.state) : audited
  }

  /** Unless it has been read again for another log in the meantime, and holds what this one pins. */
  async #renewFor(log: LogReport): Promise<void> {
    if (!isUsable(this.#register) || !needsNewerRegister(log, this.#register)) return
    this.#register = await auditRegisterAgain(this.#tools, this.#register)
  }

  /** An intake log that the source lacks is missed where everything was asked for, not where single seats were. */
  #isAskedFor({ faults }: LogReport): boolean {
    const notServed = faults.some(({ code }) => code === 'log/not-served')
    return !notServed || (this.#input.seats === undefined && this.#input.servedOnly !== true)
  }
}

function toolsOf({ source, verifier, watch }: VerifyInput): AuditTools {
  return { source, verifier, ...(watch?.onFolded !== undefined && { onFolded: watch.onFolded }) }
}

function notJudged(seat: string): SeatVerdict {
  const log = unreadLog(seat, 'log/not-judged', 'the register that says who may speak in it does not hold')
  return unverified(seat, log, 'not-judged')
}

function reconstructionOf({ state }: AuditedRegister): ElectionReport['reconstruction'] {
  if (modeOf(state.trust.election) !== 'replay') return undefined
  const source = state.election === undefined ? '' : declaredElection(state).source
  return { notice: reconstructionNotice, source }
}
