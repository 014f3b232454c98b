/** What is to happen and when, in virtual milliseconds since 1970. Nothing in a simulated run asks a real clock. */
export class Agenda {
  #now: number
  #order = 0
  readonly #heap: Item[] = []

  constructor(now: number) {
    this.#now = now
  }

  get now(): number {
    return this.#now
  }

  /** Things due at one instant happen in the order in which they were noted. */
  after(ms: number, run: () => void): Due {
    const due = { at: this.#now + ms, order: this.#order++, run, cancelled: false }
    this.#push(due)
    return due
  }

  /** Does the next thing and lets everything that it sets free run on until it waits again. False when nothing is left. */
  async step(): Promise<boolean> {
    let next = this.#pop()
    while (next?.cancelled === true) next = this.#pop()
    if (next === undefined) return false
    this.#now = next.at
    next.run()
    await microtasksDone()
    return true
  }

  #push(item: Item): void {
    const heap = this.#heap
    let at = heap.length
    heap.push(item)
    for (let above = (at - 1) >> 1; at > 0 && before(item, heap[above]); above = (at - 1) >> 1) {
      heap[at] = heap[above] as Item
      at = above
    }
    heap[at] = item
  }

  #pop(): Item | undefined {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (last === undefined || first === undefined || heap.length === 0) return first
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= heap.length) break
      if (below + 1 < heap.length && before(heap[below + 1] as Item, heap[below])) below += 1
      if (!before(heap[below] as Item, last)) break
      heap[at] = heap[below] as Item
      at = below
    }
    heap[at] = last
    return first
  }
}

/** Something that is due, until it is cancelled. */
export interface Due {
  cancelled: boolean
}

interface Item extends Due {
  readonly at: number
  readonly order: number
  readonly run: () => void
}

function before(one: Item, other: Item | undefined): boolean {
  return other !== undefined && (one.at < other.at || (one.at === other.at && one.order < other.order))
}

/** Node runs every microtask before the next turn of its loop: after one turn all code waits for the agenda. */
export function microtasksDone(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
