import { type Form47, form47Text } from '@khata/ledger'
import type { VerifyPlan } from '../verify/election.ts'
import type { ElectionReport, LogReport, SeatReport } from '../verify/report.ts'
import { intakeJson, type JsonMark, planJson, seatJson, summaryJson } from '../report/json.ts'
import { logLines, markOf, planLines, seatLines, summaryLines } from '../report/text.ts'

/** What the command prints as it goes on. */
export interface Output {
  plan(plan: VerifyPlan): void
  intake(report: LogReport): void
  /** With the form where it was asked for. */
  seat(report: SeatReport, form: Form47 | undefined): void
  summary(report: ElectionReport): void
}

export type Print = (line: string) => void

/** Lines for people. Each says by itself when it is not to be relied on. */
export class TextOutput implements Output {
  readonly #print: Print
  readonly #trusted: boolean
  #mark = ''

  constructor(print: Print, trusted: boolean) {
    this.#print = print
    this.#trusted = trusted
  }

  plan(plan: VerifyPlan): void {
    this.#mark = markOf(this.#trusted, plan.reconstruction)
    this.#printAll(planLines(plan, this.#trusted))
  }

  intake(report: LogReport): void {
    this.#printAll(logLines(report, this.#trusted))
  }

  seat(report: SeatReport, form: Form47 | undefined): void {
    this.#printAll(seatLines(report, this.#trusted))
    if (form !== undefined) this.#printAll(['', ...form47Text(form).split('\n')])
  }

  summary(report: ElectionReport): void {
    this.#printAll(summaryLines(report, this.#trusted))
  }

  #printAll(lines: readonly string[]): void {
    for (const line of lines) this.#print(`${this.#mark}${line}`.trimEnd())
  }
}

/** One object a line. */
export class JsonOutput implements Output {
  readonly #print: Print
  #mark: JsonMark

  constructor(print: Print, trusted: boolean) {
    this.#print = print
    this.#mark = { trusted, reconstruction: null }
  }

  plan(plan: VerifyPlan): void {
    this.#mark = { ...this.#mark, reconstruction: plan.reconstruction ?? null }
    this.#printObject(planJson(plan))
  }

  intake(report: LogReport): void {
    this.#printObject(intakeJson(report))
  }

  seat(report: SeatReport, form: Form47 | undefined): void {
    this.#printObject(seatJson(report, form))
  }

  summary(report: ElectionReport): void {
    this.#printObject({ ...summaryJson(report), holds: report.holds && this.#mark.trusted })
  }

  #printObject(object: object): void {
    this.#print(JSON.stringify({ ...object, ...this.#mark }))
  }
}
