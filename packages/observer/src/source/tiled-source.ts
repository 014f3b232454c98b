import {
  bundleBytesMax,
  checkpointBytesMax,
  decodeBundle,
  formatTilePath,
  hashBytes,
  type TileId,
  tileWidth,
  tileWidthAt,
} from '@khata/ledger'
import { inOrder } from './in-order.ts'
import { form47BytesMax, tilesInFlightMax } from './limits.ts'
import { isLogName, LogDamaged, type LogSource } from './log-source.ts'

/**
 * Reads one file or answers one request. Undefined where there is none. What is longer than `bytesMax` comes cut
 * one byte after it, so that whoever checks the length refuses it.
 */
export type ReadBytes = (path: string, bytesMax: number) => Promise<Uint8Array | undefined>

export interface TiledPaths {
  /** Where a log's `checkpoint` and `tile/...` stand. */
  log(log: string): string
  form47(seat: string): string
}

/** Logs as C2SP tlog-tiles has them, wherever their files are. */
export function tiledSource(name: string, paths: TiledPaths, read: ReadBytes): LogSource {
  const at = async (log: string, path: string, bytesMax: number) =>
    isLogName(log) ? await read(`${paths.log(log)}/${path}`, bytesMax) : undefined
  const readTile: ReadTile = (log, tile, bytesMax) => at(log, formatTilePath(tile), bytesMax)
  return {
    name,
    checkpoint: (log) => at(log, 'checkpoint', checkpointBytesMax),
    entries: (log, fromIndex, size) => readEntries(readTile, log, { fromIndex, size }),
    hashTile: (log, tile) => readHashTile(readTile, log, tile),
    publishedForm47: async (seat) => (isLogName(seat) ? await read(paths.form47(seat), form47BytesMax) : undefined),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  }
}

type ReadTile = (log: string, tile: TileId, bytesMax: number) => Promise<Uint8Array | undefined>

interface EntryRange {
  readonly fromIndex: number
  readonly size: number
}

/** Bundle by bundle, with the next ones under way. */
async function* readEntries(readTile: ReadTile, log: string, range: EntryRange): AsyncGenerator<readonly Uint8Array[]> {
  const first = Math.floor(range.fromIndex / tileWidth)
  const bundles = Array.from({ length: Math.ceil(range.size / tileWidth) - first }, (_, at) => first + at)
  const read = (index: number) => readBundle(readTile, log, { level: 'entries', index, width: widthAt(index, range) })
  let skipped = range.fromIndex - first * tileWidth
  for await (const entries of inOrder(bundles, tilesInFlightMax, read)) {
    if (entries === undefined) return
    yield entries.slice(skipped)
    skipped = 0
  }
}

function widthAt(bundle: number, { size }: EntryRange): number {
  return tileWidthAt('entries', bundle, size)
}

async function readBundle(readTile: ReadTile, log: string, tile: TileId): Promise<readonly Uint8Array[] | undefined> {
  const found = await readTileOrFull(readTile, log, tile, () => bundleBytesMax)
  if (found === undefined) return undefined
  const entries = decodeBundle(found.bytes, found.width)
  if (entries.ok) return entries.value.slice(0, tile.width)
  throw new LogDamaged(entries.error.code, tile.index * tileWidth, formatTilePath({ ...tile, width: found.width }))
}

async function readHashTile(readTile: ReadTile, log: string, tile: TileId): Promise<Uint8Array | undefined> {
  const found = await readTileOrFull(readTile, log, tile, (width) => width * hashBytes)
  return found?.width === tile.width ? found.bytes : found?.bytes.subarray(0, tile.width * hashBytes)
}

/** A partial tile may be gone once the full one exists (tlog-tiles, "Partial Tiles"). */
async function readTileOrFull(
  readTile: ReadTile,
  log: string,
  tile: TileId,
  bytesMax: (width: number) => number,
): Promise<{ readonly bytes: Uint8Array; readonly width: number } | undefined> {
  const bytes = await readTile(log, tile, bytesMax(tile.width))
  if (bytes !== undefined || tile.width === tileWidth) return bytes && { bytes, width: tile.width }
  const full = await readTile(log, { ...tile, width: tileWidth }, bytesMax(tileWidth))
  return full && { bytes: full, width: tileWidth }
}
