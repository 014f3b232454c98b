export interface Phase {
  readonly name: string
  readonly ms: number
}

/** Times of the phases, in order. */
export class Stopwatch {
  readonly phases: Phase[] = []
  readonly #onPhase: (phase: Phase) => void

  constructor(onPhase: (phase: Phase) => void) {
    this.#onPhase = onPhase
  }

  async time<T>(name: string, act: () => Promise<T>): Promise<T> {
    const start = performance.now()
    const result = await act()
    const phase = { name, ms: Math.round(performance.now() - start) }
    this.phases.push(phase)
    this.#onPhase(phase)
    return result
  }
}
