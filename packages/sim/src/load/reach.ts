import { logLines } from '../drill/log-sizes.ts'
import { DrillError } from '../officers/drill-error.ts'
import type { NodeClient } from '../officers/node-client.ts'

interface Waiter {
  readonly site: string
  readonly log: string
  readonly index: number
  readonly deadline: number
  readonly reached: PromiseWithResolvers<void>
}

/** One entry of a log at a site. */
export interface EntryAt {
  readonly site: string
  readonly log: string
  readonly index: number
}

/** How far hubs have come: one question a site for everybody who waits, however many forms are on their way. */
export class Reach {
  readonly #lines: ReadonlyMap<string, NodeClient>
  readonly #patienceMs: number
  readonly #waiting = new Set<Waiter>()

  /** @param lines one of its own for each site. */
  constructor(lines: ReadonlyMap<string, NodeClient>, patienceMs: number) {
    this.#lines = lines
    this.#patienceMs = patienceMs
  }

  /** Throws `drill/not-in-time` after the patience. */
  async until(entry: EntryAt): Promise<void> {
    const reached = Promise.withResolvers<void>()
    this.#waiting.add({ ...entry, deadline: performance.now() + this.#patienceMs, reached })
    await reached.promise
  }

  /** Asks every site, and lets go of all whose wait is over. */
  async look(): Promise<void> {
    await Promise.all([...this.#lines].map(([site, line]) => this.#lookAt(site, line)))
    const now = performance.now()
    this.#release(
      ({ deadline }) => deadline < now,
      ({ site, log, index, reached }) =>
        reached.reject(new DrillError('drill/not-in-time', `${log}/${index} at ${site}`)),
    )
  }

  async #lookAt(site: string, line: NodeClient): Promise<void> {
    const sizes = await logLines(line)
    this.#release(
      (waiter) => waiter.site === site && (sizes.get(waiter.log)?.size ?? 0) > waiter.index,
      ({ reached }) => reached.resolve(),
    )
  }

  #release(isOver: (waiter: Waiter) => boolean, end: (waiter: Waiter) => void): void {
    for (const waiter of [...this.#waiting].filter(isOver)) {
      this.#waiting.delete(waiter)
      end(waiter)
    }
  }
}
