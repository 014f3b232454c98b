import type { Put, Row, ScanRange, Store } from '../../ports.ts'
import { PortUnavailable } from '../../ports.ts'
import { copyOf } from '../bytes.ts'

/**
 * What a MemoryStore's rows outlive: the store may be closed and opened again on the same disk,
 * and the disk may lose power, which takes every write that no fsync followed.
 */
export class MemoryDisk {
  readonly #rows = new Map<string, Uint8Array>()
  readonly #keys: string[] = []
  readonly #undo: Put[] = []

  get(key: string): Uint8Array | undefined {
    return copyOfKnown(this.#rows.get(key))
  }

  write(batch: readonly Put[], durability: 'fsync' | 'lazy'): void {
    for (const put of batch) {
      this.#undo.push({ key: put.key, value: this.#rows.get(put.key) })
      this.#put(put.key, copyOfKnown(put.value))
    }
    if (durability === 'fsync') this.#undo.length = 0
  }

  /** Takes back every lazy write since the last fsynced one. */
  losePower(): void {
    for (let put = this.#undo.pop(); put !== undefined; put = this.#undo.pop()) this.#put(put.key, put.value)
  }

  keysBetween(from: string, to: string): string[] {
    return this.#keys.slice(this.#placeOf(from), Math.max(this.#placeOf(from), this.#placeOf(to)))
  }

  #put(key: string, value: Uint8Array | undefined): void {
    const known = this.#rows.has(key)
    if (value === undefined) {
      if (known) this.#keys.splice(this.#placeOf(key), 1)
      this.#rows.delete(key)
    } else {
      if (!known) this.#keys.splice(this.#placeOf(key), 0, key)
      this.#rows.set(key, value)
    }
  }

  #placeOf(key: string): number {
    let low = 0
    let high = this.#keys.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#keys[middle] ?? '') < key) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Rows that a scan gives at once: few, so that whoever scans meets more than one piece. */
const pieceRows = 16

/** A Store in memory: for tests and for the simulator. */
export class MemoryStore implements Store {
  readonly #disk: MemoryDisk
  #closed = false

  constructor(disk: MemoryDisk = new MemoryDisk()) {
    this.#disk = disk
  }

  async read(keys: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
    this.#requireOpen()
    return keys.map((key) => this.#disk.get(key))
  }

  async write(batch: readonly Put[], durability: 'fsync' | 'lazy'): Promise<void> {
    this.#requireOpen()
    this.#disk.write(batch, durability)
  }

  async *scan(range: ScanRange): AsyncIterable<readonly Row[]> {
    this.#requireOpen()
    // The rows as they were when the scan began, as a Level iterator's snapshot shows them.
    const rows = this.#snapshot(range)
    for (let at = 0; at < rows.length; at += pieceRows) yield rows.slice(at, at + pieceRows)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true
  }

  #snapshot(range: ScanRange): readonly Row[] {
    const keys = this.#disk.keysBetween(range.from, range.to)
    if (range.reverse === true) keys.reverse()
    return keys.slice(0, range.limit).map((key) => [key, this.#disk.get(key) ?? new Uint8Array()])
  }

  #requireOpen(): void {
    if (this.#closed) throw new PortUnavailable('store/closed: the store has been closed')
  }
}

function copyOfKnown(value: Uint8Array | undefined): Uint8Array | undefined {
  return value === undefined ? undefined : copyOf(value)
}
