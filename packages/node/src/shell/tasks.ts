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

  /** The outcome of what another site does for this one, or a rejection as soon as the stop begins: a stop waits for nobody else. */
  async unlessStopped<T>(asked: Promise<T>): Promise<T> {
    const stopped = Promise.withResolvers<never>()
    const stop = (): void => stopped.reject(this.signal.reason)
    this.signal.addEventListener('abort', stop)
    if (this.stopping) stop()
    try {
      return await Promise.race([asked, stopped.promise])
    } finally {
      this.signal.removeEventListener('abort', stop)
    }
  }

  async stop(): Promise<void> {
    this.#stopping.abort(new Error('stopping'))
    await Promise.all(this.#running)
  }
}
