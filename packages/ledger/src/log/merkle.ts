import { equalBytes } from '../base/bytes.ts'
import { sha256Tagged } from '../base/hash.ts'
import { hashBytes, logSizeMax, proofHashesMax } from '../base/limits.ts'
import { err, ok, type Result } from '../base/result.ts'

/** The RFC 6962 tree (section 2.1) over SHA-256, and RFC 9162's verification of proofs about it. */

export type ProofRefusal =
  /** Index or sizes are not those of any such proof. */
  | { readonly code: 'proof/out-of-range' }
  /** A hash, root or leaf that is not 32 bytes. */
  | { readonly code: 'proof/hash-length' }
  /** More or fewer hashes than the tree has on the way. */
  | { readonly code: 'proof/wrong-length' }
  | { readonly code: 'proof/wrong-root' }
  /** Everything is consistent with nothing: a proof from size 0 proves nothing and is not one. */
  | { readonly code: 'proof/from-empty' }

export type InclusionClaim = {
  readonly index: number
  readonly size: number
  readonly leaf: Uint8Array
  readonly root: Uint8Array
}

export type ConsistencyClaim = {
  readonly oldSize: number
  readonly oldRoot: Uint8Array
  readonly newSize: number
  readonly newRoot: Uint8Array
}

export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256Tagged(0, entry)
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256Tagged(1, left, right)
}

/** RFC 9162 section 2.1.3.2. */
export function verifyInclusion(claim: InclusionClaim, proof: readonly Uint8Array[]): Result<undefined, ProofRefusal> {
  const { index, size, leaf, root } = claim
  if (!isSize(index) || !isSize(size) || index >= size) return err({ code: 'proof/out-of-range' })
  if (![leaf, root, ...proof].every(isHash)) return err({ code: 'proof/hash-length' })
  if (proof.length > proofHashesMax) return err({ code: 'proof/wrong-length' })
  const climb = startClimb(index, size - 1)
  let hash = leaf
  for (const sibling of proof) {
    const side = stepUp(climb)
    if (side === 'top') return err({ code: 'proof/wrong-length' })
    hash = side === 'left' ? nodeHash(sibling, hash) : nodeHash(hash, sibling)
  }
  if (climb.last !== 0) return err({ code: 'proof/wrong-length' })
  return equalBytes(hash, root) ? ok(undefined) : err({ code: 'proof/wrong-root' })
}

/** RFC 9162 section 2.1.4.2. A caller that means "from nothing" handles `oldSize` 0 itself, as C2SP tlog-witness does. */
export function verifyConsistency(
  claim: ConsistencyClaim,
  proof: readonly Uint8Array[],
): Result<undefined, ProofRefusal> {
  const { oldSize, oldRoot, newSize, newRoot } = claim
  if (!isSize(oldSize) || !isSize(newSize) || oldSize > newSize) return err({ code: 'proof/out-of-range' })
  if (oldSize === 0) return err({ code: 'proof/from-empty' })
  if (oldSize === newSize) return verifySameTree(claim, proof)
  if (![oldRoot, newRoot, ...proof].every(isHash)) return err({ code: 'proof/hash-length' })
  if (proof.length > proofHashesMax) return err({ code: 'proof/wrong-length' })
  return verifyGrowth(claim, isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof)
}

function verifySameTree(claim: ConsistencyClaim, proof: readonly Uint8Array[]): Result<undefined, ProofRefusal> {
  if (proof.length !== 0) return err({ code: 'proof/wrong-length' })
  return equalBytes(claim.oldRoot, claim.newRoot) ? ok(undefined) : err({ code: 'proof/wrong-root' })
}

function verifyGrowth(claim: ConsistencyClaim, proof: readonly Uint8Array[]): Result<undefined, ProofRefusal> {
  const [first, ...rest] = proof
  if (first === undefined) return err({ code: 'proof/wrong-length' })
  const climb = startClimb(claim.oldSize - 1, claim.newSize - 1)
  while (climb.node % 2 === 1) halve(climb)
  let oldHash = first
  let newHash = first
  for (const sibling of rest) {
    const side = stepUp(climb)
    if (side === 'top') return err({ code: 'proof/wrong-length' })
    if (side === 'left') oldHash = nodeHash(sibling, oldHash)
    newHash = side === 'left' ? nodeHash(sibling, newHash) : nodeHash(newHash, sibling)
  }
  if (climb.last !== 0) return err({ code: 'proof/wrong-length' })
  const right = equalBytes(oldHash, claim.oldRoot) && equalBytes(newHash, claim.newRoot)
  return right ? ok(undefined) : err({ code: 'proof/wrong-root' })
}

/** RFC 9162's (fn, sn): a node's index on its level, and the index of the level's last node. */
type Climb = { node: number; last: number }

function startClimb(node: number, last: number): Climb {
  return { node, last }
}

/** One level up, or several where the node is the last of its level and has no sibling. Says where the sibling stands. */
function stepUp(climb: Climb): 'left' | 'right' | 'top' {
  if (climb.last === 0) return 'top'
  if (climb.node % 2 === 0 && climb.node !== climb.last) {
    halve(climb)
    return 'right'
  }
  while (climb.node % 2 === 0 && climb.node !== 0) halve(climb)
  halve(climb)
  return 'left'
}

function halve(climb: Climb): void {
  climb.node = Math.floor(climb.node / 2)
  climb.last = Math.floor(climb.last / 2)
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= logSizeMax
}

function isHash(bytes: Uint8Array): boolean {
  return bytes.length === hashBytes
}

function isPowerOfTwo(size: number): boolean {
  let odd = size
  while (odd % 2 === 0) odd /= 2
  return odd === 1
}
