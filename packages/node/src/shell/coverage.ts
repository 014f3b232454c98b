/** Waits for a log to be covered up to a size. */
export class Coverage {
  #size: number
  #waiting: { readonly size: number; readonly done: PromiseWithResolvers<void> }[] = []

  constructor(size: number) {
    this.#size = size
  }

  /** Resolves as soon as the log is covered that far. */
  until(size: number): Promise<void> {
    if (size <= this.#size) return Promise.resolve()
    const done = Promise.withResolvers<void>()
    this.#waiting.push({ size, done })
    return done.promise
  }

  reach(size: number): void {
    this.#size = size
    const [reached, waiting] = [
      this.#waiting.filter((it) => it.size <= size),
      this.#waiting.filter((it) => it.size > size),
    ]
    this.#waiting = waiting
    for (const { done } of reached) done.resolve()
  }
}
