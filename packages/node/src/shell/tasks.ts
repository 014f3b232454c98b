/** Work under way that a stop waits for, and whose failure is never lost. */
export class Tasks {
  readonly #running = new Set<Promise<void>>()
  readonly #stopping = new AbortController()
  readonly #onFailed: (error: unknown) => void

  constructor(onFailed: (error: unknown) => void) {
    this.#onFailed = onFailed
  }

  get signal(): AbortSignal {
    return this.#stopping.signal
  }

  get stopping(): boolean {
    return this.#stopping.signal.aborted
  }

  run(work: () => Promise<void>): void {
    const running = work().catch((error: unknown) => {
      if (!this.stopping) this.#onFailed(error)
    })
    this.#running.add(running)
    void running.finally(() => this.#running.delete(running))
  }

  get busy(): boolean {
    return this.#running.size > 0
  }

  /** Resolves when something under way has ended; at once when nothing is. */
  async settle(): Promise<void> {
    if (this.busy) await Promise.race(this.#running)
  }

  async stop(): Promise<void> {
    this.#stopping.abort(new Error('stopping'))
    await Promise.all(this.#running)
  }
}
