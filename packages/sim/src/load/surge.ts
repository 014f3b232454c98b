import { Check, type CheckTold } from './check.ts'
import type { Companion } from './companion.ts'
import type { SurgePlan } from './profiles.ts'
import type { Sample } from './samples.ts'

/** Minutes of the night after a surge in which its backlog must be gone. */
const clearedWithinMinutes = 10

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

  async judge(samples: readonly Sample[]): Promise<readonly CheckTold[]> {
    const { fromMs, toMs, times } = this.#plan
    const check = new Check(
      'surge',
      `a surge of ${times} times the mean leaves no backlog ${clearedWithinMinutes} minutes of the night later`,
    )
    const usual = Math.max(...samples.filter(({ atMs }) => atMs < fromMs).map(backlogOf))
    const later = samples.filter(({ atMs }) => atMs >= toMs && atMs <= toMs + this.#withinMs)
    const least = Math.min(...later.map(backlogOf))
    if (later.length > 0)
      check.take(least <= usual ? undefined : `${least} forms and entries, ${usual} before the surge`)
    return [check.told]
  }
}

/** Forms that wait for an answer, and entries that HQ lacks. */
function backlogOf({ unanswered, backlog }: Sample): number {
  return unanswered + (backlog['hq'] ?? 0)
}
