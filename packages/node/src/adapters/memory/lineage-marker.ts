import type { LineageMark, LineageMarker } from '../../ports.ts'

/** A LineageMarker in memory: for tests and for the simulator. */
export class MemoryLineageMarker implements LineageMarker {
  readonly #marks = new Map<string, LineageMark>()

  async read(log: string): Promise<LineageMark | undefined> {
    return this.#marks.get(log)
  }

  async write(log: string, mark: LineageMark): Promise<void> {
    this.#marks.set(log, { size: mark.size, root: mark.root })
  }
}
