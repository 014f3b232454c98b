import type { DeviceStore } from './ports.ts'

/** Keeps records as long as the object lives: for simulations, and as the measure of other stores. */
export class MemoryStore implements DeviceStore {
  readonly #records: Uint8Array[] = []

  read(): Promise<readonly Uint8Array[]> {
    return Promise.resolve(this.#records.map((record) => record.slice()))
  }

  append(index: number, record: Uint8Array): Promise<void> {
    if (index !== this.#records.length) return Promise.reject(new Error(`record ${index} is not the next`))
    this.#records.push(record.slice())
    return Promise.resolve()
  }
}
