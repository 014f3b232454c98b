import {
  appendLeaf,
  decodeTile,
  emptyFrontier,
  type Frontier,
  frontierRoot,
  hashBytes,
  invariant,
  tileWidth,
} from '@khata/ledger'
import type { Put } from '../ports.ts'
import { tileRow } from './rows.ts'

/**
 * Grows a log's hash tiles with its entries. Leaf tiles are written when full (the rest is hashed from the
 * entries when asked for); tiles above are written whenever they grow, once in 256 entries.
 */
export class TileBuilder {
  readonly #log: string
  /** The tile at each level that is not full yet. */
  readonly #growing: GrowingTile[]
  /** How many full tiles each level has. */
  readonly #full: number[]

  /** @param growing the last, partial tile at each level of a log of `size` entries; empty where the last is full. */
  constructor(log: string, size: number, growing: readonly Uint8Array[]) {
    this.#log = log
    this.#growing = growing.map((hashes) => new GrowingTile(hashes))
    this.#full = growing.map((_, level) => Math.floor(size / tileWidth ** (level + 1)))
  }

  /** Adds leaves and returns the tiles to write. */
  add(leaves: readonly Uint8Array[]): readonly Put[] {
    const rows = new Map<string, Uint8Array>()
    for (const leaf of leaves) this.#addAt(0, leaf, rows)
    return [...rows].map(([key, value]) => ({ key, value }))
  }

  #addAt(level: number, hash: Uint8Array, rows: Map<string, Uint8Array>): void {
    const growing = (this.#growing[level] ??= new GrowingTile())
    const full = (this.#full[level] ??= 0)
    growing.push(hash)
    if (level === 0 && !growing.isFull) return
    const hashes = growing.encoded()
    rows.set(tileRow(this.#log, level, full), hashes)
    if (!growing.isFull) return
    this.#full[level] = full + 1
    this.#growing[level] = new GrowingTile()
    this.#addAt(level + 1, rootOf(hashes), rows)
  }
}

/** Hashes one after another: an array for each takes eight times the memory, and a hub grows some thousand tiles. */
class GrowingTile {
  #bytes: Uint8Array
  #length: number

  constructor(hashes: Uint8Array = new Uint8Array(0)) {
    this.#bytes = new Uint8Array(hashes)
    this.#length = hashes.length
  }

  get isFull(): boolean {
    return this.#length === tileWidth * hashBytes
  }

  push(hash: Uint8Array): void {
    invariant(hash.length === hashBytes && !this.isFull, 'a tile holds at most 256 hashes')
    if (this.#length === this.#bytes.length) this.#grow()
    this.#bytes.set(hash, this.#length)
    this.#length += hashBytes
  }

  encoded(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  #grow(): void {
    const grown = new Uint8Array(Math.max(hashBytes, 2 * this.#length))
    grown.set(this.#bytes)
    this.#bytes = grown
  }
}

function rootOf(fullTile: Uint8Array): Uint8Array {
  const hashes = decodeTile(fullTile, tileWidth)
  invariant(hashes.ok, 'a full tile holds 256 hashes')
  return frontierRoot(hashes.value.reduce<Frontier>(appendLeaf, emptyFrontier))
}
