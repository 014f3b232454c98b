import { concatBytes, equalBytes, formatTilePath, nodeHash, type TileId, tileWidth, tileWidthAt } from '@khata/ledger'
import { tilesInFlightMax } from '../source/limits.ts'
import type { LogSource } from '../source/log-source.ts'
import type { Fault } from './report.ts'

/**
 * Compares the hash tiles that a source serves with the entries that were audited: other people's proofs are made
 * of these tiles.
 */
export async function hashTileFaults(
  source: LogSource,
  log: string,
  leaves: readonly Uint8Array[],
): Promise<readonly Fault[]> {
  if (source.hashTile === undefined) return []
  const tiles = hashTilesOf(leaves)
  const faults: Fault[] = []
  for (let at = 0; at < tiles.length; at += tilesInFlightMax) {
    const compared = tiles.slice(at, at + tilesInFlightMax).map((tile) => compare(source, log, tile))
    faults.push(...(await Promise.all(compared)).flat())
  }
  return faults
}

interface HashTile extends TileId {
  readonly level: number
  readonly bytes: Uint8Array
}

function hashTilesOf(leaves: readonly Uint8Array[]): readonly HashTile[] {
  const tiles: HashTile[] = []
  let hashes = leaves
  for (let level = 0; hashes.length > 0; level++) {
    const roots: Uint8Array[] = []
    for (let index = 0; index * tileWidth < hashes.length; index++) {
      const width = tileWidthAt(0, index, hashes.length)
      const inside = hashes.slice(index * tileWidth, index * tileWidth + width)
      tiles.push({ level, index, width, bytes: concatBytes(...inside) })
      if (width === tileWidth) roots.push(rootOf(inside))
    }
    hashes = roots
  }
  return tiles
}

function rootOf(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes
  while (row.length > 1) {
    row = row.flatMap((left, at) => (at % 2 === 0 ? nodeHash(left, row[at + 1] as Uint8Array) : []))
  }
  return row[0] as Uint8Array
}

async function compare(source: LogSource, log: string, { bytes, ...tile }: HashTile): Promise<readonly Fault[]> {
  const served = await source.hashTile?.(log, tile)
  if (served !== undefined && equalBytes(served, bytes)) return []
  const index = tile.index * tileWidth ** (tile.level + 1)
  return [{ code: served === undefined ? 'tile/missing' : 'tile/differs', index, detail: formatTilePath(tile) }]
}
