import { sha256 } from '../base/hash.ts'
import { invariant } from '../base/invariant.ts'
import type { Frontier } from './frontier.ts'
import { nodeHash } from './merkle.ts'
import { followPlan, type Node, planConsistency } from './proof.ts'

/** One level's complete nodes from index `first` on: those the group made, and the older one they pair with. */
type Level = { readonly first: number; readonly hashes: readonly Uint8Array[] }

/**
 * A group of leaves just appended: proves each of them against the new root from the frontier before the group and
 * the group's own leaves, nothing else. Interior nodes are hashed once; a proof only looks them up.
 */
export class AppendedGroup {
  readonly before: Frontier
  readonly after: Frontier
  readonly size: number
  readonly root: Uint8Array
  readonly #levels: readonly Level[]
  /** At each level, the root over the leaves past the last complete node; undefined where there are none. */
  readonly #edges: readonly (Uint8Array | undefined)[]

  constructor(before: Frontier, leaves: readonly Uint8Array[]) {
    this.before = before
    this.size = before.size + leaves.length
    this.#levels = buildLevels(before, leaves)
    this.after = { size: this.size, peaks: peaksOf(this.size, this.#levels) }
    this.#edges = buildEdges(this.size, this.#levels)
    this.root = this.#edges.at(-1) ?? sha256(new Uint8Array(0))
  }

  /** RFC 6962 proof that the entry at `index`, one of the group's, is in the tree of `size` and `root`. */
  inclusion(index: number): Uint8Array[] {
    invariant(index >= this.before.size && index < this.size, 'only the entries of the group can be proved')
    const proof: Uint8Array[] = []
    let node = index
    for (let level = 0; level < this.#levels.length; level++) {
      const sibling = this.#sibling(level, node)
      if (sibling !== undefined) proof.push(sibling)
      node = Math.floor(node / 2)
    }
    return proof
  }

  /** RFC 6962 proof that the tree before the group, not empty, is a beginning of the new one. */
  consistency(): Uint8Array[] {
    const proof = followPlan(planConsistency(this.before.size, this.size), (node) => this.node(node))
    invariant(proof.ok, 'a group holds every node between its two sizes')
    return proof.value
  }

  /** A complete node that the group made or that stood on the edge before it; undefined for any other. */
  node(node: Node): Uint8Array | undefined {
    const level = this.#levels[node.level]
    return level?.hashes[node.index - level.first]
  }

  /** A left sibling is always complete. A right one is complete, or the edge, or does not exist. */
  #sibling(level: number, node: number): Uint8Array | undefined {
    if (node % 2 === 1) return this.node({ level, index: node - 1 })
    const complete = Math.floor(this.size / 2 ** level)
    if (node + 1 < complete) return this.node({ level, index: node + 1 })
    return node + 1 === complete ? this.#edges[level] : undefined
  }
}

function buildLevels(before: Frontier, leaves: readonly Uint8Array[]): Level[] {
  const levels: Level[] = []
  let fresh = leaves
  let peaksLeft = before.peaks.length
  for (let old = before.size; old > 0 || fresh.length > 0; old = Math.floor(old / 2)) {
    const peak = old % 2 === 1 ? before.peaks[--peaksLeft] : undefined
    const hashes = peak === undefined ? fresh : [peak, ...fresh]
    levels.push({ first: peak === undefined ? old : old - 1, hashes })
    fresh = pairUp(hashes)
  }
  return levels
}

function pairUp(hashes: readonly Uint8Array[]): Uint8Array[] {
  const parents: Uint8Array[] = []
  let left: Uint8Array | undefined
  for (const hash of hashes) {
    if (left !== undefined) parents.push(nodeHash(left, hash))
    left = left === undefined ? hash : undefined
  }
  return parents
}

function peaksOf(size: number, levels: readonly Level[]): Uint8Array[] {
  return levels.flatMap((_level, depth) => lastUnpaired(size, levels, depth) ?? []).toReversed()
}

/** One edge more than there are levels: the last is over everything, the root. */
function buildEdges(size: number, levels: readonly Level[]): (Uint8Array | undefined)[] {
  const edges: (Uint8Array | undefined)[] = [undefined]
  for (let depth = 0; depth < levels.length; depth++) {
    const below = edges[depth]
    const last = lastUnpaired(size, levels, depth)
    edges.push(last === undefined ? below : below === undefined ? last : nodeHash(last, below))
  }
  return edges
}

/** A level's last complete node, where it still waits for its right sibling: a peak of the new frontier. */
function lastUnpaired(size: number, levels: readonly Level[], depth: number): Uint8Array | undefined {
  const complete = Math.floor(size / 2 ** depth)
  const level = levels[depth]
  return complete % 2 === 1 && level !== undefined ? level.hashes[complete - 1 - level.first] : undefined
}
