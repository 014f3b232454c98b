import { setTimeout } from 'node:timers/promises'
import { DrillError } from './drill-error.ts'

export interface Waiting {
  /** What is waited for, for the error. */
  readonly what: string
  readonly signal: AbortSignal
  readonly everyMs?: number
  readonly patienceMs?: number
}

/** Asks again and again until there is an answer. Throws `drill/not-in-time` after the patience. */
export async function until<T>(ask: () => Promise<T | undefined>, waiting: Waiting): Promise<T> {
  const { what, signal, everyMs = 50, patienceMs = 60_000 } = waiting
  const deadline = performance.now() + patienceMs
  for (;;) {
    signal.throwIfAborted()
    const answer = await ask()
    if (answer !== undefined) return answer
    if (performance.now() > deadline) throw new DrillError('drill/not-in-time', `${what}, after ${patienceMs} ms`)
    await setTimeout(everyMs, undefined, { signal })
  }
}
