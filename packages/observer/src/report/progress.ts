import { registerLog } from '@khata/ledger'
import cliProgress from 'cli-progress'
import type { LogSource } from '../source/log-source.ts'
import { claimedSize } from '../verify/audit-log.ts'
import type { VerifyPlan } from '../verify/election.ts'

/** A bar over all entries that will be folded; its total grows while the logs' sizes are asked for. */
export class ProgressBar implements AsyncDisposable {
  readonly #source: LogSource
  readonly #now: () => number
  readonly #startedAt: number
  readonly #bar: cliProgress.SingleBar
  #total = 0
  #folded = 0
  #verdicts = ''
  #asking: Promise<void> = Promise.resolve()
  #closed = false

  /** @param now milliseconds of any steady clock. */
  constructor(source: LogSource, stream: NodeJS.WritableStream, now: () => number) {
    this.#source = source
    this.#now = now
    this.#startedAt = now()
    this.#bar = new cliProgress.SingleBar({
      format: '{bar} {percentage} %  {value} of {total} entries  {rate}/s  {log}  {verdicts}',
      stream,
      noTTYOutput: true,
      clearOnComplete: true,
    })
    this.#bar.start(1, 0, { log: registerLog, verdicts: '', rate: 0 })
  }

  plan({ register, intakes, seats }: VerifyPlan): void {
    this.#total = register.verdict?.size ?? 0
    this.#asking = this.#addSizes([...intakes, ...seats])
  }

  folded(log: string, entries: number): void {
    this.#folded += entries
    const rate = Math.round((this.#folded * 1000) / Math.max(1, this.#now() - this.#startedAt))
    this.#bar.setTotal(Math.max(this.#total, this.#folded))
    this.#bar.update(this.#folded, { log, rate, verdicts: this.#verdicts })
  }

  verdicts(text: string): void {
    this.#verdicts = text
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true
    await this.#asking
    this.#bar.stop()
  }

  async #addSizes(logs: readonly string[]): Promise<void> {
    for (const log of logs) {
      if (this.#closed) return
      this.#total += await this.#sizeOf(log)
    }
  }

  /** A source that fails here fails again where it is verified, and is named there. */
  async #sizeOf(log: string): Promise<number> {
    try {
      const note = await this.#source.checkpoint(log)
      return (note && claimedSize(note)) ?? 0
    } catch {
      return 0
    }
  }
}
