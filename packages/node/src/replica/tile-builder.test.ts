import { appendLeaf, emptyFrontier, encodeTile, frontierRoot, sha256, tileWidth, utf8Encode } from '@khata/ledger'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MemoryStore } from '../adapters/memory/store.ts'
import { readGrowingTiles } from '../shell/reading.ts'
import { tileRow } from './rows.ts'
import { TileBuilder } from './tile-builder.ts'

const leaves = Array.from({ length: 1_500 }, (_, at) => sha256(utf8Encode(`leaf ${at}`)))

test('tiles are the same however the leaves come, and hold the roots of the tiles below', () => {
  const pieces = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 8 })
  fc.assert(
    fc.property(pieces, (lengths) => {
      const builder = new TileBuilder('NA-1', 0, [])
      const rows = new Map<string, Uint8Array>()
      let at = 0
      for (const length of lengths) {
        const more = leaves.slice(at, at + length)
        at += more.length
        for (const { key, value } of builder.add(more)) rows.set(key, value ?? new Uint8Array())
      }
      const full = Math.floor(at / tileWidth)
      for (let tile = 0; tile < full; tile++) expect(rows.get(tileRow('NA-1', 0, tile))).toEqual(leafTile(tile))
      expect(rows.get(tileRow('NA-1', 0, full))).toBeUndefined()
      const roots = Array.from({ length: full }, (_, tile) => rootOf(tile))
      expect(rows.get(tileRow('NA-1', 1, 0))).toEqual(full === 0 ? undefined : encodeTile(roots))
    }),
    { numRuns: 30 },
  )
})

test('a builder of a stored log goes on where it stood', async () => {
  for (const size of [1, 255, 256, 257, 600, 1_024]) {
    const whole = new TileBuilder('NA-1', 0, [])
    const before = whole.add(leaves.slice(0, size))
    await using store = new MemoryStore()
    await store.write(before, 'fsync')
    const growing = await readGrowingTiles(withLeaves(store, size), 'NA-1', size)
    const again = new TileBuilder('NA-1', size, growing)
    expect(again.add(leaves.slice(size))).toEqual(whole.add(leaves.slice(size)))
  }
})

/** A store whose growing leaf tile is there as a row: the entries themselves are not what is tried here. */
function withLeaves(store: MemoryStore, size: number): MemoryStore {
  const tile = Math.floor(size / tileWidth)
  if (size % tileWidth === 0) return store
  const row = { key: tileRow('NA-1', 0, tile), value: encodeTile(leaves.slice(tile * tileWidth, size)) }
  void store.write([row], 'lazy')
  return store
}

function leafTile(tile: number): Uint8Array {
  return encodeTile(leaves.slice(tile * tileWidth, (tile + 1) * tileWidth))
}

function rootOf(tile: number): Uint8Array {
  return frontierRoot(leaves.slice(tile * tileWidth, (tile + 1) * tileWidth).reduce(appendLeaf, emptyFrontier))
}
