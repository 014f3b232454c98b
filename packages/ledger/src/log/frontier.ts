import { concatBytes, readUint64be, uint64be } from '../base/bytes.ts'
import { sha256 } from '../base/hash.ts'
import { hashBytes, logSizeMax } from '../base/limits.ts'
import { invariant } from '../base/invariant.ts'
import { err, ok, type Result } from '../base/result.ts'
import { nodeHash } from './merkle.ts'

/**
 * What a log's writer must remember of its tree to go on: the size, and the roots of the complete subtrees that
 * make it up, largest (leftmost) first, one for each 1 in the binary size. Never changed in place.
 */
export type Frontier = {
  readonly size: number
  readonly peaks: readonly Uint8Array[]
}

export type FrontierRefusal = { readonly code: 'frontier/malformed' }

export const emptyFrontier: Frontier = { size: 0, peaks: [] }

/** Amortised one node hash per leaf. */
export function appendLeaf(frontier: Frontier, leaf: Uint8Array): Frontier {
  invariant(frontier.size < logSizeMax, 'a log holds at most 2^53 - 1 entries')
  invariant(leaf.length === hashBytes, 'a leaf hash is 32 bytes')
  let merged = leaf
  let kept = frontier.peaks.length
  for (let size = frontier.size; size % 2 === 1; size = Math.floor(size / 2)) {
    kept -= 1
    merged = nodeHash(peakAt(frontier, kept), merged)
  }
  const peaks = frontier.peaks.slice(0, kept)
  peaks.push(merged)
  return { size: frontier.size + 1, peaks }
}

/** The RFC 6962 root; of the empty tree, SHA-256 of nothing. */
export function frontierRoot(frontier: Frontier): Uint8Array {
  let root: Uint8Array | undefined
  for (const peak of frontier.peaks.toReversed()) root = root === undefined ? peak : nodeHash(peak, root)
  return root ?? sha256(new Uint8Array(0))
}

/** Size as 8 bytes, big-endian, then the peaks. */
export function encodeFrontier(frontier: Frontier): Uint8Array {
  return concatBytes(uint64be(frontier.size), ...frontier.peaks)
}

/** Accepts exactly what `encodeFrontier` writes. */
export function decodeFrontier(bytes: Uint8Array): Result<Frontier, FrontierRefusal> {
  const size = bytes.length >= 8 ? readUint64be(bytes) : undefined
  if (size === undefined) return err({ code: 'frontier/malformed' })
  const count = peakCount(size)
  if (bytes.length !== 8 + count * hashBytes) return err({ code: 'frontier/malformed' })
  const peaks = Array.from({ length: count }, (_, i) => bytes.slice(8 + i * hashBytes, 8 + (i + 1) * hashBytes))
  return ok({ size, peaks })
}

function peakAt(frontier: Frontier, position: number): Uint8Array {
  const peak = frontier.peaks[position]
  invariant(peak !== undefined, 'a frontier has a peak for each 1 in its size')
  return peak
}

function peakCount(size: number): number {
  let count = 0
  for (let left = size; left > 0; left = Math.floor(left / 2)) count += left % 2
  return count
}
