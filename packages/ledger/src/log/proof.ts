import { invariant } from '../base/invariant.ts'
import { sha256 } from '../base/hash.ts'
import { logSizeMax } from '../base/limits.ts'
import { err, ok, type Result } from '../base/result.ts'
import { nodeHash } from './merkle.ts'

/** The root of the complete subtree over the leaves `index * 2^level` to `(index + 1) * 2^level - 1`. */
export type Node = { readonly level: number; readonly index: number }

/** Complete subtrees, left to right, that are hashed together into one hash of a proof. */
export type Range = readonly Node[]

/** The hashes of a proof, each still to be looked up. */
export type ProofPlan = readonly Range[]

/** Where complete subtrees' hashes come from: tiles, a store, a tree in memory. */
export type NodeSource = (node: Node) => Uint8Array | undefined

export type MissingNode = { readonly code: 'proof/node-missing'; readonly node: Node }

/** RFC 6962 section 2.1.1: PATH(index, D[size]). */
export function planInclusion(index: number, size: number): ProofPlan {
  invariant(isIndexIn(index, size), 'an inclusion proof is of an entry in the tree')
  const plan: Range[] = []
  let from = 0
  let to = size
  while (to - from > 1) {
    const middle = from + largestPowerBelow(to - from)
    if (index < middle) {
      plan.push(coverRange(middle, to))
      to = middle
    } else {
      plan.push(coverRange(from, middle))
      from = middle
    }
  }
  return plan.toReversed()
}

/** RFC 6962 section 2.1.2: PROOF(oldSize, D[newSize]). Empty when the sizes are equal; `oldSize` is at least 1. */
export function planConsistency(oldSize: number, newSize: number): ProofPlan {
  invariant(isIndexIn(oldSize - 1, newSize), 'a consistency proof is from a size of at least 1 to no smaller one')
  const plan: Range[] = []
  let from = 0
  let to = newSize
  while (to !== oldSize) {
    const middle = from + largestPowerBelow(to - from)
    if (oldSize <= middle) {
      plan.push(coverRange(middle, to))
      to = middle
    } else {
      plan.push(coverRange(from, middle))
      from = middle
    }
  }
  if (from !== 0) plan.push(coverRange(from, to))
  return plan.toReversed()
}

/** The complete subtrees that make up a tree of that size: its frontier. */
export function planRoot(size: number): Range {
  return coverRange(0, size)
}

/** Looks the plan's hashes up and hashes together what is not stored as one. */
export function followPlan(plan: ProofPlan, source: NodeSource): Result<Uint8Array[], MissingNode> {
  const proof: Uint8Array[] = []
  for (const range of plan) {
    const hash = hashRange(range, source)
    if (!hash.ok) return hash
    proof.push(hash.value)
  }
  return ok(proof)
}

/** The root over a range; of an empty one, the empty tree's. */
export function hashRange(range: Range, source: NodeSource): Result<Uint8Array, MissingNode> {
  let hash: Uint8Array | undefined
  for (const node of range.toReversed()) {
    const found = source(node)
    if (found === undefined) return err({ code: 'proof/node-missing', node })
    hash = hash === undefined ? found : nodeHash(found, hash)
  }
  return ok(hash ?? sha256(new Uint8Array(0)))
}

/** `from` is a multiple of a power of two no smaller than `to - from`, as every split of RFC 6962 leaves it. */
function coverRange(from: number, to: number): Range {
  const nodes: Node[] = []
  let start = from
  while (start < to) {
    const level = levelUpTo(to - start)
    nodes.push({ level, index: start / 2 ** level })
    start += 2 ** level
  }
  return nodes
}

function largestPowerBelow(size: number): number {
  return 2 ** levelUpTo(size - 1)
}

/** Height of the largest complete tree of at most `size` leaves. */
function levelUpTo(size: number): number {
  let level = 0
  while (2 ** (level + 1) <= size) level += 1
  return level
}

function isIndexIn(index: number, size: number): boolean {
  return Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size && size <= logSizeMax
}
