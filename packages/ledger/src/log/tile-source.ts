import { hashBytes, tileHeight, tileWidth } from '../base/limits.ts'
import type { Result } from '../base/result.ts'
import { nodeHash } from './merkle.ts'
import { followPlan, type MissingNode, type Node, type NodeSource, type ProofPlan } from './proof.ts'
import { type TileId, tileWidthAt } from './tiles.ts'

/** A hash tile's bytes, full or partial; undefined when it is not there. */
export type ReadTile = (level: number, index: number) => Uint8Array | undefined

/** Finds complete subtrees in tiles: stored as they are at every eighth level, hashed together in between. */
export function nodesFromTiles(readTile: ReadTile): NodeSource {
  return (node) => {
    const place = placeInTiles(node)
    const tile = readTile(place.level, place.index)
    if (tile === undefined || tile.length < (place.first + place.count) * hashBytes) return undefined
    return subtreeRoot(tile, place.first, place.count)
  }
}

/** The tiles that a plan needs, each once, at their widths in a tree of `size`. */
export function tilesForPlan(plan: ProofPlan, size: number): TileId[] {
  const tiles = new Map<string, TileId>()
  for (const node of plan.flat()) {
    const { level, index } = placeInTiles(node)
    tiles.set(`${level}/${index}`, { level, index, width: tileWidthAt(level, index, size) })
  }
  return [...tiles.values()]
}

/** Fetches a plan's tiles, all at once, and builds its proof from them. */
export async function proveFromTiles(
  plan: ProofPlan,
  size: number,
  fetchTile: (tile: TileId) => Promise<Uint8Array | undefined>,
): Promise<Result<Uint8Array[], MissingNode>> {
  const tiles = tilesForPlan(plan, size)
  const fetched = await Promise.all(tiles.map(fetchTile))
  const byName = new Map(tiles.map(({ level, index }, i) => [`${level}/${index}`, fetched[i]]))
  return followPlan(
    plan,
    nodesFromTiles((level, index) => byName.get(`${level}/${index}`)),
  )
}

type Place = { readonly level: number; readonly index: number; readonly first: number; readonly count: number }

function placeInTiles(node: Node): Place {
  const level = Math.floor(node.level / tileHeight)
  const count = 2 ** (node.level % tileHeight)
  const first = node.index * count
  return { level, index: Math.floor(first / tileWidth), first: first % tileWidth, count }
}

function subtreeRoot(tile: Uint8Array, first: number, count: number): Uint8Array {
  if (count === 1) return tile.slice(first * hashBytes, (first + 1) * hashBytes)
  const half = count / 2
  return nodeHash(subtreeRoot(tile, first, half), subtreeRoot(tile, first + half, half))
}
