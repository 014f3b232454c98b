import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concatBytes, uint32be } from '../base/bytes.ts'
import { InvariantError } from '../base/invariant.ts'
import { entryBytesMax, tileWidth } from '../base/limits.ts'
import { AppendedGroup } from './appended-group.ts'
import { emptyFrontier, frontierRoot } from './frontier.ts'
import { leafHash, verifyConsistency, verifyInclusion } from './merkle.ts'
import { hashRange, planConsistency, planInclusion, planRoot } from './proof.ts'
import { formatTilePath, parseTilePath } from './tile-path.ts'
import { nodesFromTiles, proveFromTiles, tilesForPlan } from './tile-source.ts'
import { decodeBundle, decodeTile, encodeBundle, encodeTile, type TileId, tilesBetween, tileWidthAt } from './tiles.ts'

const leavesMax = 70_000
const leaves = Array.from({ length: leavesMax }, (_, i) => leafHash(uint32be(i)))
const tree = new AppendedGroup(emptyFrontier, leaves)

function readTile({ level, index, width }: TileId): Uint8Array | undefined {
  if (level === 'entries') return undefined
  const hashes = Array.from({ length: width }, (_, i) => tree.node({ level: level * 8, index: index * tileWidth + i })!)
  return encodeTile(hashes)
}

describe('the tiles of a tree', () => {
  it('are those of the specification at 70,000 and at 256 entries', () => {
    const widths = (size: number, level: TileId['level']) =>
      tilesBetween(0, size)
        .filter((tile) => tile.level === level)
        .map((tile) => tile.width)
    const full = (count: number) => Array.from({ length: count }, () => 256)
    expect(widths(70_000, 0)).toEqual([...full(273), 112])
    expect(widths(70_000, 'entries')).toEqual([...full(273), 112])
    expect(widths(70_000, 1)).toEqual([256, 17])
    expect(widths(70_000, 2)).toEqual([1])
    expect([widths(256, 0), widths(256, 1), widths(256, 2)]).toEqual([[256], [1], []])
    expect(tilesBetween(0, 0)).toEqual([])
  })

  it('written as the log grows are all that it has', () => {
    const size = fc.integer({ min: 0, max: 70_000 })
    fc.assert(
      fc.property(size, size, (a, b) => {
        const [oldSize, newSize] = a < b ? [a, b] : [b, a]
        const name = ({ level, index, width }: TileId) => `${level}/${index}.${width}`
        const written = new Set([...tilesBetween(0, oldSize), ...tilesBetween(oldSize, newSize)].map(name))
        expect(tilesBetween(0, newSize).filter((tile) => !written.has(name(tile)))).toEqual([])
        const again = new Set(tilesBetween(0, oldSize).map(name))
        expect(tilesBetween(oldSize, newSize).filter((tile) => again.has(name(tile)))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it('do not exist past its end', () => {
    expect(tileWidthAt(0, 1, 256)).toBe(0)
    expect(tileWidthAt('entries', 0, 255)).toBe(255)
    expect(tileWidthAt(3, 0, 70_000)).toBe(0)
  })

  it('prove every entry and every growth', async () => {
    const place = fc
      .integer({ min: 1, max: leavesMax })
      .chain((size) => fc.tuple(fc.nat({ max: size - 1 }), fc.constant(size)))
    await fc.assert(
      fc.asyncProperty(place, async ([index, size]) => {
        const root = rootAt(size)
        const fetchTile = (tile: TileId) => Promise.resolve(readTile(tile))
        const proof = await proveFromTiles(planInclusion(index, size), size, fetchTile)
        const claim = { index, size, leaf: leaves[index]!, root }
        expect(proof.ok && verifyInclusion(claim, proof.value)).toEqual({ ok: true, value: undefined })
        const growth = await proveFromTiles(planConsistency(index + 1, size), size, fetchTile)
        const grown = { oldSize: index + 1, oldRoot: rootAt(index + 1), newSize: size, newRoot: root }
        expect(growth.ok && verifyConsistency(grown, growth.value)).toEqual({ ok: true, value: undefined })
      }),
      { numRuns: 30 },
    )
  })

  it('that are missing or too short are named by the node they lack', async () => {
    const missing = await proveFromTiles(planInclusion(0, 300), 300, () => Promise.resolve(undefined))
    expect(missing.ok ? undefined : missing.error.code).toBe('proof/node-missing')
    const short = await proveFromTiles(planInclusion(0, 300), 300, () => Promise.resolve(new Uint8Array(32)))
    expect(short.ok ? undefined : short.error.code).toBe('proof/node-missing')
    expect(tilesForPlan(planInclusion(0, 300), 300)).toEqual([
      { level: 0, index: 0, width: 256 },
      { level: 0, index: 1, width: 44 },
    ])
  })
})

describe('a tile', () => {
  it('reads back as written', () => {
    const hashes = leaves.slice(0, 17)
    expect(decodeTile(encodeTile(hashes), 17)).toEqual({ ok: true, value: hashes })
    expect(decodeTile(encodeTile(hashes), 16).ok).toBe(false)
    expect(decodeTile(encodeTile(hashes).subarray(1), 17).ok).toBe(false)
    expect(decodeTile(new Uint8Array(0), 0).ok).toBe(false)
    expect(() => encodeTile([])).toThrow(InvariantError)
    expect(() => encodeTile([new Uint8Array(31)])).toThrow(InvariantError)
  })
})

describe('a bundle of entries', () => {
  const bundles = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 20 })

  it('reads back as written, for entries of any length', () => {
    fc.assert(
      fc.property(bundles, (entries) => {
        expect(decodeBundle(encodeBundle(entries), entries.length)).toEqual({ ok: true, value: entries })
      }),
    )
    const largest = [new Uint8Array(entryBytesMax).fill(1), new Uint8Array(0)]
    expect(decodeBundle(encodeBundle(largest), 2)).toEqual({ ok: true, value: largest })
    expect(() => encodeBundle([new Uint8Array(entryBytesMax + 1)])).toThrow(InvariantError)
  })

  it('with any byte changed, dropped or added is refused or holds other entries', () => {
    fc.assert(
      fc.property(bundles, fc.nat(), fc.integer({ min: 1, max: 255 }), (entries, place, change) => {
        const bytes = encodeBundle(entries)
        const at = place % bytes.length
        const changed = bytes.with(at, bytes[at]! ^ change)
        const dropped = concatBytes(bytes.subarray(0, at), bytes.subarray(at + 1))
        const added = concatBytes(bytes.subarray(0, at), Uint8Array.of(change), bytes.subarray(at))
        for (const variant of [changed, dropped, added]) {
          const decoded = decodeBundle(variant, entries.length)
          expect(decoded.ok && encodeBundle(decoded.value)).toEqual(decoded.ok ? variant : false)
        }
        expect(decodeBundle(bytes, entries.length + 1).ok).toBe(false)
      }),
    )
  })
})

describe('a tile path', () => {
  it.each([
    ['tile/0/000', { level: 0, index: 0, width: 256 }],
    ['tile/2/x001/x234/067', { level: 2, index: 1_234_067, width: 256 }],
    ['tile/63/999.p/1', { level: 63, index: 999, width: 1 }],
    ['tile/entries/x001/000.p/255', { level: 'entries' as const, index: 1_000, width: 255 }],
  ])('%s', (path, tile) => {
    expect(formatTilePath(tile)).toBe(path)
    expect(parseTilePath(path)).toEqual({ ok: true, value: tile })
  })

  it('reads back as written', () => {
    const level = fc.oneof(fc.constant('entries' as const), fc.nat({ max: 63 }))
    const tiles = fc.record({ level, index: fc.maxSafeNat(), width: fc.integer({ min: 1, max: 256 }) })
    fc.assert(
      fc.property(tiles, (tile) => {
        expect(parseTilePath(formatTilePath(tile))).toEqual({ ok: true, value: tile })
      }),
    )
  })

  it('is parsed only if it would be written so', () => {
    const piece = fc.constantFrom('tile/', 'entries', '/', '0', '000', 'x', '001', '.p/', '12', '256', '..', '%', '\n')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const path = pieces.join('')
        const parsed = parseTilePath(path)
        if (parsed.ok) expect(formatTilePath(parsed.value)).toBe(path)
      }),
      { numRuns: 5_000 },
    )
  })

  it.each([
    'tile/0/00',
    'tile/0/x000/000',
    'tile/0/x001/x002',
    'tile/0/001/002',
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/000.p/0',
    'tile/0/000.p/01',
    'tile/0/000.p/256',
    'tile/0/000.p/',
    'tile/0/000/',
    '/tile/0/000',
    'tile/../000',
    'tile/0/000\n',
    'tile/0/x009/x007/x199/x254/x740/992',
  ])('refuses %j', (path) => {
    expect(parseTilePath(path)).toEqual({ ok: false, error: { code: 'tile/bad-path' } })
  })
})

function rootAt(size: number): Uint8Array {
  const source = nodesFromTiles((level, index) =>
    readTile({ level, index, width: tileWidthAt(level, index, leavesMax) }),
  )
  const root = hashRange(planRoot(size), source)
  if (size === leavesMax) expect(root).toEqual({ ok: true, value: frontierRoot(tree.after) })
  return root.ok ? root.value : expect.fail(root.error.code)
}
