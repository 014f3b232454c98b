import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uint32be } from '../base/bytes.ts'
import { sha256 } from '../base/hash.ts'
import { InvariantError } from '../base/invariant.ts'
import { AppendedGroup } from './appended-group.ts'
import { appendLeaf, decodeFrontier, emptyFrontier, encodeFrontier, type Frontier, frontierRoot } from './frontier.ts'
import { leafHash, nodeHash, verifyConsistency, verifyInclusion } from './merkle.ts'
import { followPlan, hashRange, type Node, planConsistency, planInclusion, planRoot } from './proof.ts'

const leavesMax = 80
const leaves = Array.from({ length: leavesMax }, (_, i) => leafHash(uint32be(i)))
const sizes = fc.integer({ min: 1, max: leavesMax })
/** An index below a size. */
const places = sizes.chain((size) => fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.constant(size)))

/** RFC 6962 section 2.1, word for word. */
function treeHash(part: readonly Uint8Array[]): Uint8Array {
  if (part.length === 0) return sha256(new Uint8Array(0))
  if (part.length === 1) return part[0]!
  const k = splitOf(part.length)
  return nodeHash(treeHash(part.slice(0, k)), treeHash(part.slice(k)))
}

function path(m: number, part: readonly Uint8Array[]): Uint8Array[] {
  if (part.length <= 1) return []
  const k = splitOf(part.length)
  if (m < k) return [...path(m, part.slice(0, k)), treeHash(part.slice(k))]
  return [...path(m - k, part.slice(k)), treeHash(part.slice(0, k))]
}

function subproof(m: number, part: readonly Uint8Array[], whole: boolean): Uint8Array[] {
  if (m === part.length) return whole ? [] : [treeHash(part)]
  const k = splitOf(part.length)
  if (m <= k) return [...subproof(m, part.slice(0, k), whole), treeHash(part.slice(k))]
  return [...subproof(m - k, part.slice(k), false), treeHash(part.slice(0, k))]
}

function splitOf(size: number): number {
  let k = 1
  while (k * 2 < size) k *= 2
  return k
}

function source({ level, index }: Node): Uint8Array | undefined {
  const width = 2 ** level
  const part = leaves.slice(index * width, (index + 1) * width)
  return part.length === width ? treeHash(part) : undefined
}

function frontierOf(size: number): Frontier {
  return leaves.slice(0, size).reduce((frontier, leaf) => appendLeaf(frontier, leaf), emptyFrontier)
}

function valueOf<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  return result.ok ? result.value : expect.fail('refused')
}

describe('a frontier', () => {
  it('has the root of RFC 6962 at every size and survives being written', () => {
    for (let size = 0; size <= leavesMax; size++) {
      const frontier = frontierOf(size)
      expect(frontierRoot(frontier)).toEqual(treeHash(leaves.slice(0, size)))
      expect(valueOf(hashRange(planRoot(size), source))).toEqual(frontierRoot(frontier))
      expect(valueOf(decodeFrontier(encodeFrontier(frontier)))).toEqual(frontier)
    }
  })

  it('is not changed by appending to it', () => {
    const before = frontierOf(7)
    const copy = structuredClone(before)
    appendLeaf(before, leaves[7]!)
    expect(before).toEqual(copy)
  })

  it('is refused with a byte more, a byte less, or another size', () => {
    const bytes = encodeFrontier(frontierOf(11))
    expect(decodeFrontier(bytes.subarray(1)).ok).toBe(false)
    expect(decodeFrontier(Uint8Array.of(...bytes, 0)).ok).toBe(false)
    expect(decodeFrontier(new Uint8Array(0)).ok).toBe(false)
    expect(decodeFrontier(new Uint8Array(8).fill(0xff)).ok).toBe(false)
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = bytes.slice()
        changed[at]! ^= change
        const decoded = decodeFrontier(changed)
        if (decoded.ok) expect(encodeFrontier(decoded.value)).toEqual(changed)
      }),
    )
  })
})

describe('proofs from nodes', () => {
  it('are those of RFC 6962 and are verified', () => {
    fc.assert(
      fc.property(places, ([index, size]) => {
        const part = leaves.slice(0, size)
        const proof = valueOf(followPlan(planInclusion(index, size), source))
        expect(proof).toEqual(path(index, part))
        const claim = { index, size, leaf: leaves[index]!, root: treeHash(part) }
        expect(verifyInclusion(claim, proof).ok).toBe(true)
      }),
    )
  })

  it('of consistency too', () => {
    fc.assert(
      fc.property(places, ([index, newSize]) => {
        const oldSize = index + 1
        const proof = valueOf(followPlan(planConsistency(oldSize, newSize), source))
        expect(proof).toEqual(subproof(oldSize, leaves.slice(0, newSize), true))
        const claim = {
          oldSize,
          newSize,
          oldRoot: treeHash(leaves.slice(0, oldSize)),
          newRoot: treeHash(leaves.slice(0, newSize)),
        }
        expect(verifyConsistency(claim, proof).ok).toBe(true)
      }),
    )
  })

  it('name the node that is missing', () => {
    expect(followPlan(planInclusion(0, 4), () => undefined)).toEqual({
      ok: false,
      error: { code: 'proof/node-missing', node: { level: 0, index: 1 } },
    })
  })

  it('are planned for the largest logs', () => {
    const size = Number.MAX_SAFE_INTEGER
    expect(planInclusion(size - 1, size).length).toBeLessThanOrEqual(53)
    expect(planInclusion(0, size)).toHaveLength(53)
    expect(() => planInclusion(5, 5)).toThrow(InvariantError)
    expect(() => planConsistency(0, 5)).toThrow(InvariantError)
  })
})

describe('a changed proof', () => {
  it('of inclusion is refused: any byte, any hash dropped, added or moved, another index or size', () => {
    fc.assert(
      fc.property(places, fc.nat(), fc.integer({ min: 1, max: 255 }), ([index, size], at, change) => {
        const claim = { index, size, leaf: leaves[index]!, root: treeHash(leaves.slice(0, size)) }
        const proof = path(index, leaves.slice(0, size))
        const accepted = (other: Partial<typeof claim>, hashes = proof) =>
          verifyInclusion({ ...claim, ...other }, hashes).ok
        const position = at % (proof.length + 1)
        expect(accepted({})).toBe(true)
        expect(accepted({}, proof.toSpliced(position, 0, claim.root))).toBe(false)
        expect(accepted({ leaf: flip(claim.leaf, at, change) })).toBe(false)
        expect(accepted({ root: flip(claim.root, at, change) })).toBe(false)
        expect(accepted({ index: size })).toBe(false)
        if (position === proof.length) return
        expect(accepted({}, proof.toSpliced(position, 1))).toBe(false)
        expect(accepted({}, proof.with(position, flip(proof[position]!, at, change)))).toBe(false)
        expect(accepted({}, proof.with(position, proof[position]!.subarray(1)))).toBe(false)
        expect(accepted({ index: (index + 1) % size })).toBe(false)
      }),
    )
  })

  it('of consistency is refused likewise', () => {
    fc.assert(
      fc.property(places, fc.nat(), fc.integer({ min: 1, max: 255 }), ([index, newSize], at, change) => {
        const oldSize = index + 1
        const part = leaves.slice(0, newSize)
        const claim = { oldSize, newSize, oldRoot: treeHash(part.slice(0, oldSize)), newRoot: treeHash(part) }
        const proof = subproof(oldSize, part, true)
        const accepted = (other: Partial<typeof claim>, hashes = proof) =>
          verifyConsistency({ ...claim, ...other }, hashes).ok
        const position = at % (proof.length + 1)
        expect(accepted({}, proof.toSpliced(position, 0, claim.newRoot))).toBe(false)
        expect(accepted({ newRoot: flip(claim.newRoot, at, change) })).toBe(false)
        expect(accepted({ oldRoot: flip(claim.oldRoot, at, change) })).toBe(false)
        expect(accepted({ oldSize: newSize + 1 })).toBe(false)
        if (position === proof.length) return
        expect(accepted({}, proof.toSpliced(position, 1))).toBe(false)
        expect(accepted({}, proof.with(position, flip(proof[position]!, at, change)))).toBe(false)
      }),
    )
  })

  it('is refused when a byte moves from one hash to the next, which the node hash alone would not see', () => {
    const [left, right] = [leaves[0]!, leaves[1]!]
    const [shorter, longer] = [left.subarray(0, 31), Uint8Array.of(left[31]!, ...right)]
    const root = treeHash([left, right])
    const refused = { ok: false, error: { code: 'proof/hash-length' } }
    expect(nodeHash(shorter, longer)).toEqual(root)
    expect(verifyInclusion({ index: 0, size: 2, leaf: shorter, root }, [longer])).toEqual(refused)
    const growth = { oldSize: 1, oldRoot: shorter, newSize: 2, newRoot: root }
    expect(verifyConsistency(growth, [longer])).toEqual(refused)
  })

  it('is refused with sizes that are not sizes', () => {
    const root = leaves[0]!
    for (const bad of [-1, 0.5, Number.NaN, 2 ** 53, Number.POSITIVE_INFINITY]) {
      expect(verifyInclusion({ index: bad, size: 1, leaf: root, root }, []).ok).toBe(false)
      expect(verifyInclusion({ index: 0, size: bad, leaf: root, root }, []).ok).toBe(false)
      expect(verifyConsistency({ oldSize: bad, newSize: 1, oldRoot: root, newRoot: root }, []).ok).toBe(false)
      expect(verifyConsistency({ oldSize: 1, newSize: bad, oldRoot: root, newRoot: root }, []).ok).toBe(false)
    }
  })
})

describe('an appended group', () => {
  it('proves each of its leaves, and its growth, as RFC 6962 would', () => {
    fc.assert(
      fc.property(fc.nat({ max: 40 }), fc.nat({ max: 40 }), (oldSize, count) => {
        const newSize = oldSize + count
        const group = new AppendedGroup(frontierOf(oldSize), leaves.slice(oldSize, newSize))
        const part = leaves.slice(0, newSize)
        expect(group.after).toEqual(frontierOf(newSize))
        expect(group.root).toEqual(treeHash(part))
        for (let index = oldSize; index < newSize; index++) expect(group.inclusion(index)).toEqual(path(index, part))
        if (oldSize > 0) expect(group.consistency()).toEqual(subproof(oldSize, part, true))
      }),
      { numRuns: 300 },
    )
  })

  it('proves nothing else', () => {
    const group = new AppendedGroup(frontierOf(5), leaves.slice(5, 8))
    expect(() => group.inclusion(4)).toThrow(InvariantError)
    expect(() => group.inclusion(8)).toThrow(InvariantError)
  })
})

function flip(bytes: Uint8Array, at: number, change: number): Uint8Array {
  return bytes.with(at % bytes.length, bytes[at % bytes.length]! ^ change)
}
