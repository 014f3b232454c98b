import { concatBytes, readUint16be, uint16be } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import { entryBytesMax, hashBytes, tileHeight, tileWidth } from '../base/limits.ts'
import { err, ok, type Result } from '../base/result.ts'

/** C2SP tlog-tiles: the tree as files of 256 hashes, the entries as bundles of 256. */

export type TileId = {
  /** `entries`, or the level of a hash tile: 0 holds leaf hashes, each next level the roots of full tiles below. */
  readonly level: number | 'entries'
  readonly index: number
  /** 1 to 255 for a partial tile, 256 for a full one. */
  readonly width: number
}

export type TileRefusal = { readonly code: 'tile/wrong-length' } | { readonly code: 'tile/wrong-count' }

/** A full tile's hashes, or a partial one's, one after another. */
export function encodeTile(hashes: readonly Uint8Array[]): Uint8Array {
  invariant(isWidth(hashes.length), 'a tile holds 1 to 256 hashes')
  invariant(
    hashes.every((hash) => hash.length === hashBytes),
    'a tile holds hashes',
  )
  return concatBytes(...hashes)
}

export function decodeTile(bytes: Uint8Array, width: number): Result<Uint8Array[], TileRefusal> {
  if (!isWidth(width) || bytes.length !== width * hashBytes) return err({ code: 'tile/wrong-length' })
  return ok(Array.from({ length: width }, (_, i) => bytes.slice(i * hashBytes, (i + 1) * hashBytes)))
}

/** Each entry behind its length as two bytes, big-endian. */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  invariant(isWidth(entries.length), 'a bundle holds 1 to 256 entries')
  return concatBytes(...entries.flatMap((entry) => [uint16be(entry.length), entry]))
}

/** The entries of a bundle of that width; their bytes are views of `bytes`. */
export function decodeBundle(bytes: Uint8Array, width: number): Result<Uint8Array[], TileRefusal> {
  const entries: Uint8Array[] = []
  let at = 0
  while (at < bytes.length) {
    if (at + 2 > bytes.length) return err({ code: 'tile/wrong-length' })
    const start = at + 2
    at = start + readUint16be(bytes, at)
    if (at > bytes.length) return err({ code: 'tile/wrong-length' })
    entries.push(bytes.subarray(start, at))
  }
  return isWidth(width) && entries.length === width ? ok(entries) : err({ code: 'tile/wrong-count' })
}

/** Most bytes that a bundle can have: what a reader accepts before it looks inside. */
export const bundleBytesMax: number = tileWidth * (2 + entryBytesMax)

/** How many hashes (entries) that tile has in a tree of `size`; 0 when it does not exist yet. */
export function tileWidthAt(level: number | 'entries', index: number, size: number): number {
  const hashes = Math.floor(size / tileWidth ** (level === 'entries' ? 0 : level))
  return Math.max(0, Math.min(tileWidth, hashes - index * tileWidth))
}

/**
 * The tiles to write when a log grows: every one that `newSize` has and `oldSize` has not in that width, lower levels
 * first. With `oldSize` 0, all tiles of a tree.
 */
export function tilesBetween(oldSize: number, newSize: number): TileId[] {
  const tiles: TileId[] = []
  for (let level = 0; Math.floor(newSize / 2 ** (tileHeight * level)) > 0; level++) {
    const hashesBefore = Math.floor(oldSize / 2 ** (tileHeight * level))
    for (let index = Math.floor(hashesBefore / tileWidth); ; index++) {
      const width = tileWidthAt(level, index, newSize)
      if (width === 0) break
      if (width === tileWidthAt(level, index, oldSize)) continue
      if (level === 0) tiles.push({ level: 'entries', index, width })
      tiles.push({ level, index, width })
    }
  }
  return tiles
}

function isWidth(width: number): boolean {
  return Number.isInteger(width) && width >= 1 && width <= tileWidth
}
