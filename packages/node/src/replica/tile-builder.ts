import { appendLeaf, emptyFrontier, encodeTile, frontierRoot, tileWidth } from '@khata/ledger'
import type { Put } from '../ports.ts'
import { tileRow } from './rows.ts'

/**
 * Grows a log's hash tiles with its entries. Leaf tiles are written when full (the rest is hashed from the
 * entries when asked for); tiles above are written whenever they grow, once in 256 entries.
 */
export class TileBuilder {
  readonly #log: string
  /** Hashes of the growing tile at each level. */
  readonly #growing: Uint8Array[][]
  /** How many full tiles each level has. */
  readonly #full: number[]

  /** @param growing the hashes of the last, partial tile at each level of a log of `size` entries. */
  constructor(log: string, size: number, growing: readonly (readonly Uint8Array[])[]) {
    this.#log = log
    this.#growing = growing.map((hashes) => [...hashes])
    this.#full = growing.map((_, level) => Math.floor(size / tileWidth ** (level + 1)))
  }

  /** Adds leaves and returns the tiles to write. */
  add(leaves: readonly Uint8Array[]): readonly Put[] {
    const rows = new Map<string, Uint8Array>()
    for (const leaf of leaves) this.#addAt(0, leaf, rows)
    return [...rows].map(([key, value]) => ({ key, value }))
  }

  #addAt(level: number, hash: Uint8Array, rows: Map<string, Uint8Array>): void {
    const growing = (this.#growing[level] ??= [])
    const full = (this.#full[level] ??= 0)
    growing.push(hash)
    if (level === 0 && growing.length < tileWidth) return
    rows.set(tileRow(this.#log, level, full), encodeTile(growing))
    if (growing.length < tileWidth) return
    this.#full[level] = full + 1
    this.#growing[level] = []
    this.#addAt(level + 1, frontierRoot(growing.reduce(appendLeaf, emptyFrontier)), rows)
  }
}
