import type { CheckTold } from './check.ts'
import type { Sample } from './samples.ts'

/** What a profile adds to the officers' night. */
export interface Companion {
  /** Beside the officers, from the first form until it is done. */
  play(signal: AbortSignal): Promise<void>
  /** Once everything is at rest. */
  judge(samples: readonly Sample[]): readonly CheckTold[]
}
