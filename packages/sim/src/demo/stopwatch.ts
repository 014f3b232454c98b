export interface Phase {
  readonly name: string
  readonly ms: number
}

/** Times of the phases, in order. */
export class Stopwatch {
  readonly phases: Phase[] = []

  async time<T>(name: string, act: () => Promise<T>): Promise<T> {
    const start = performance.now()
    try {
      return await act()
    } finally {
      this.phases.push({ name, ms: Math.round(performance.now() - start) })
    }
  }
}
