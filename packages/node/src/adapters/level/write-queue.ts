import type { Put } from '../../ports.ts'

/** Writes all rows in this order, or none. */
export type WriteRows = (rows: readonly Put[], durability: 'fsync' | 'lazy') => Promise<void>

interface Waiting {
  readonly batch: readonly Put[]
  readonly durability: 'fsync' | 'lazy'
  readonly done: PromiseWithResolvers<void>
}

/** Batches written as one; more wait for the next write. */
const batchesTogetherMax = 64

/**
 * Keeps writes in the order of their calls, which LevelDB's threads alone would not, and joins those that arrived while
 * one was in flight into the next: one fsync serves them all.
 */
export class WriteQueue {
  readonly #write: WriteRows
  readonly #waiting: Waiting[] = []
  #running: Promise<void> | undefined

  constructor(write: WriteRows) {
    this.#write = write
  }

  async add(batch: readonly Put[], durability: 'fsync' | 'lazy'): Promise<void> {
    const done = Promise.withResolvers<void>()
    this.#waiting.push({ batch, durability, done })
    this.#running ??= this.#run()
    await done.promise
  }

  /** Resolves when nothing is in flight or waiting. */
  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) await this.#writeNext(this.#waiting.splice(0, batchesTogetherMax))
    this.#running = undefined
  }

  async #writeNext(group: readonly Waiting[]): Promise<void> {
    const durability = group.some((one) => one.durability === 'fsync') ? 'fsync' : 'lazy'
    try {
      await this.#write(
        group.flatMap((one) => one.batch),
        durability,
      )
      for (const one of group) one.done.resolve()
    } catch (cause) {
      for (const one of group) one.done.reject(cause)
    }
  }
}
