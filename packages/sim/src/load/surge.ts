import { Check, type CheckTold } from './check.ts'
import type { Companion } from './companion.ts'
import type { SurgePlan } from './profiles.ts'
import type { Sample } from './samples.ts'

/** Minutes of the night after a surge in which its backlog must be gone. */
const clearedWithinMinutes = 10

/** Forms that wait for an answer and entries that HQ lacks, together. */
export interface SurgeTold {
  /** The most before the surge. */
  readonly usual: number
  readonly peak: number
  /** The least in the ten minutes of the night after it. */
  readonly least: number
}

/** Watches what a surge leaves behind. */
export class Surge implements Companion {
  readonly #plan: SurgePlan
  readonly #withinMs: number

  /** @param speed seconds of the night in one second here. */
  constructor(plan: SurgePlan, speed: number) {
    this.#plan = plan
    this.#withinMs = (clearedWithinMinutes * 60_000) / speed
  }

  play(): Promise<void> {
    return Promise.resolve()
  }

  /** Undefined where nobody looked before the surge or after it. */
  told(samples: readonly Sample[]): SurgeTold | undefined {
    const { fromMs, toMs } = this.#plan
    const before = samples.filter(({ atMs }) => atMs < fromMs).map(backlogOf)
    const later = samples.filter(({ atMs }) => atMs >= toMs && atMs <= toMs + this.#withinMs).map(backlogOf)
    if (before.length === 0 || later.length === 0) return undefined
    return { usual: Math.max(...before), peak: Math.max(...samples.map(backlogOf)), least: Math.min(...later) }
  }

  async judge(samples: readonly Sample[]): Promise<readonly CheckTold[]> {
    const check = new Check(
      'surge',
      `a surge of ${this.#plan.times} times the mean leaves no backlog ${clearedWithinMinutes} minutes of the night later`,
    )
    const told = this.told(samples)
    if (told !== undefined) {
      const { least, usual } = told
      check.take(least <= usual ? undefined : `${least} forms and entries, ${usual} before the surge`)
    }
    return [check.told]
  }
}

/** Forms that wait for an answer, and entries that HQ lacks. */
function backlogOf({ unanswered, backlog }: Sample): number {
  return unanswered + (backlog['hq'] ?? 0)
}
