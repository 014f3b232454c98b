import TinyQueue from 'tinyqueue'

interface Event {
  readonly atMs: number
  readonly order: number
  readonly act: () => void
}

/** Virtual time: what is to happen, in order, and at one moment in the order in which it was said. */
export class Timeline {
  readonly #events = new TinyQueue<Event>([], (a, b) => a.atMs - b.atMs || a.order - b.order)
  #said = 0
  #nowMs = 0

  get nowMs(): number {
    return this.#nowMs
  }

  /** Has something happen; what lies in the past happens now. */
  at(atMs: number, act: () => void): void {
    this.#events.push({ atMs: Math.max(atMs, this.#nowMs), order: this.#said++, act })
  }

  /** Until nothing is left to happen. */
  run(): void {
    for (let event = this.#events.pop(); event !== undefined; event = this.#events.pop()) {
      this.#nowMs = event.atMs
      event.act()
    }
  }
}
