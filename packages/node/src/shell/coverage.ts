/** Waits for a log to be covered, up to a size, by checkpoints that are released and kept. */
export class Coverage {
  #size: number
  #closed = false
  #waiting: { readonly size: number; readonly done: PromiseWithResolvers<boolean> }[] = []

  constructor(size: number) {
    this.#size = size
  }

  get size(): number {
    return this.#size
  }

  /** True as soon as the log is covered that far; false where it is closed before. */
  until(size: number): Promise<boolean> {
    if (size <= this.#size || this.#closed) return Promise.resolve(size <= this.#size)
    const done = Promise.withResolvers<boolean>()
    this.#waiting.push({ size, done })
    return done.promise
  }

  reach(size: number): void {
    this.#size = Math.max(this.#size, size)
    const reached = this.#waiting.filter((it) => it.size <= size)
    this.#waiting = this.#waiting.filter((it) => it.size > size)
    for (const { done } of reached) done.resolve(true)
  }

  /** Nobody waits any longer. */
  close(): void {
    this.#closed = true
    for (const { done } of this.#waiting.splice(0)) done.resolve(false)
  }
}
