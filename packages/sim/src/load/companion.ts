import type { CheckTold } from './check.ts'
import type { Sample } from './samples.ts'

/** What a profile adds to the officers' night. */
export interface Companion {
  /** @param signal aborts when the officers are done. */
  play(signal: AbortSignal): Promise<void>
  /** Once everything is at rest. */
  judge(samples: readonly Sample[]): Promise<readonly CheckTold[]>
}
