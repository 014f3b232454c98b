import {
  decodeFrontier,
  emptyFrontier,
  encodeTile,
  type Frontier,
  frontierRoot,
  invariant,
  leafHash,
  openEntry,
  type OpenedEntry,
  type OpenedStatement,
  planInclusion,
  planRoot,
  proveFromTiles,
  type TileId,
  tileWidth,
  tileWidthAt,
} from '@khata/ledger'
import { PortDamaged, type Row, type ScanRange, type Store } from '../ports.ts'
import { StatementPlaces } from '../replica/places.ts'
import { checkpointRow, entryRow, headRow, namesRow, tileRow } from '../replica/rows.ts'
import { frameBytesMax, frameEntriesMax } from '../replica/limits.ts'

/** The frontier after the last stored group. */
export async function readHead(store: Store, log: string): Promise<Frontier> {
  const [bytes] = await store.read([headRow(log)])
  if (bytes === undefined) return emptyFrontier
  const frontier = decodeFrontier(bytes)
  if (!frontier.ok) throw new PortDamaged(`the head of ${log} cannot be read`)
  return frontier.value
}

/** Entries from <= index < to. Throws PortDamaged when one is missing. */
export async function readEntries(store: Store, log: string, from: number, to: number): Promise<readonly Uint8Array[]> {
  const rows = await readRows(store, { from: entryRow(log, from), to: entryRow(log, to) })
  if (rows.length !== to - from) throw new PortDamaged(`${log} lacks entries between ${from} and ${to}`)
  return rows.map(([, bytes]) => bytes)
}

/** The same, decoded. Throws PortDamaged when one cannot be. */
export async function readOpenedEntries(
  store: Store,
  log: string,
  from: number,
  to: number,
): Promise<readonly OpenedEntry[]> {
  const entries = await readEntries(store, log, from, to)
  return entries.map((bytes) => openHeld(log, bytes))
}

function openHeld(log: string, bytes: Uint8Array): OpenedEntry {
  const entry = openEntry(bytes)
  if (!entry.ok) throw new PortDamaged(`${log} holds an entry that cannot be read: ${entry.error.code}`)
  return entry.value
}

/** The statements of these entries, by index, as far as the store holds them yet. */
export async function readStatementsAt(
  store: Store,
  log: string,
  indices: readonly number[],
): Promise<ReadonlyMap<number, OpenedStatement>> {
  const held = new Map<number, OpenedStatement>()
  if (indices.length === 0) return held
  const wanted = [...new Set(indices)]
  const rows = await store.read(wanted.map((index) => entryRow(log, index)))
  for (const [at, index] of wanted.entries()) {
    const bytes = rows[at]
    const statement = bytes && openHeld(log, bytes).statement
    if (statement?.ok === true) held.set(index, statement.value)
  }
  return held
}

/** Where the statements of a log of this store stand. */
export async function readPlaces(store: Store, log: string): Promise<StatementPlaces> {
  const places = new StatementPlaces(log)
  const rows = await readRows(store, { from: namesRow(log, 0), to: namesRow(log, Number.MAX_SAFE_INTEGER) })
  places.load(rows.map(([, row]) => row))
  return places
}

/** A hash tile of a log of `size` entries; leaf tiles that are not full are hashed from their entries. */
export async function readTile(store: Store, log: string, tile: TileId): Promise<Uint8Array | undefined> {
  if (tile.level === 'entries') return undefined
  const [stored] = await store.read([tileRow(log, tile.level, tile.index)])
  if (stored !== undefined) return stored.subarray(0, tile.width * 32)
  if (tile.level > 0) return undefined
  const from = tile.index * tileWidth
  const entries = await readEntries(store, log, from, from + tile.width)
  return encodeTile(entries.map(leafHash))
}

/** RFC 6962 proof that the entry at `index` is in the tree of `size`. */
export async function proveInclusion(
  store: Store,
  log: string,
  index: number,
  size: number,
): Promise<readonly Uint8Array[]> {
  const proof = await proveFromTiles(planInclusion(index, size), size, (tile) => readTile(store, log, tile))
  if (!proof.ok) throw new PortDamaged(`${log} lacks a node of its tree`)
  return proof.value
}

/** The frontier of the log's first `size` entries, from its tiles. */
export async function frontierAt(store: Store, log: string, size: number): Promise<Frontier> {
  if (size === 0) return emptyFrontier
  const plan = planRoot(size).map((node) => [node])
  const peaks = await proveFromTiles(plan, size, (tile) => readTile(store, log, tile))
  if (!peaks.ok) throw new PortDamaged(`${log} lacks a node of its tree`)
  return { size, peaks: peaks.value }
}

/** The root of the log's first `size` entries, from its tiles. */
export async function rootAt(store: Store, log: string, size: number): Promise<Uint8Array> {
  return frontierRoot(await frontierAt(store, log, size))
}

/** The growing tile at each level of a log of `size` entries, where its next leaves go. */
export async function readGrowingTiles(store: Store, log: string, size: number): Promise<readonly Uint8Array[]> {
  const levels: Uint8Array[] = []
  for (let level = 0; Math.floor(size / tileWidth ** level) > 0; level++) {
    const index = Math.floor(size / tileWidth ** (level + 1))
    const width = tileWidthAt(level, index, size)
    const bytes = width === 0 ? new Uint8Array(0) : await readTile(store, log, { level, index, width })
    invariant(bytes !== undefined && bytes.length === width * 32, `${log} lacks tile ${level}/${index}`)
    levels.push(bytes)
  }
  return levels
}

/**
 * Entries from `from` on to the furthest released checkpoint that is within the limits, or to the next one; undefined
 * when there is none.
 */
export async function readFrame(
  store: Store,
  log: string,
  from: number,
  { bytesMax, sizeMax }: FrameLimits = ofLink,
): Promise<StoredFrame | undefined> {
  const end = Math.min(from + frameEntriesMax, sizeMax) + 1
  const range = { from: checkpointRow(log, from + 1), to: checkpointRow(log, end) }
  let frame: StoredFrame | undefined
  for await (const rows of store.scan(range)) {
    for (const [key, note] of rows) {
      const size = numberIn(key)
      const held = frame?.entries ?? []
      const entries = [...held, ...(await readEntries(store, log, from + held.length, size))]
      if (frame !== undefined && totalBytes(entries) > bytesMax) return frame
      frame = { from, entries, note, size }
    }
  }
  return frame
}

export interface FrameLimits {
  /** Of all entries together. */
  readonly bytesMax: number
  /** Entries of the log that its checkpoint may cover. */
  readonly sizeMax: number
}

const ofLink: FrameLimits = { bytesMax: frameBytesMax, sizeMax: Number.MAX_SAFE_INTEGER }

export interface StoredFrame {
  readonly from: number
  readonly entries: readonly Uint8Array[]
  /** The signed note that covers exactly these entries. */
  readonly note: Uint8Array
  readonly size: number
}

/** A signed note that covers exactly this many entries of a log. */
export interface SizedNote {
  readonly size: number
  readonly note: Uint8Array
}

/** The newest released checkpoint. */
export function newestCheckpoint(store: Store, log: string): Promise<SizedNote | undefined> {
  return checkpointAt(store, log, Number.MAX_SAFE_INTEGER - 1)
}

/** The newest released checkpoint of at most `size` entries. */
export async function checkpointAt(store: Store, log: string, size: number): Promise<SizedNote | undefined> {
  const newest = await lastRow(store, { from: checkpointRow(log, 0), to: checkpointRow(log, size + 1) })
  return newest && { size: numberIn(newest[0]), note: newest[1] }
}

/** The row with the highest key of a range. */
export async function lastRow(
  store: Store,
  range: { readonly from: string; readonly to: string },
): Promise<Row | undefined> {
  const [row] = await readRows(store, { ...range, limit: 1, reverse: true })
  return row
}

/** All rows of a range: of one that is known to be short. */
export async function readRows(store: Store, range: ScanRange): Promise<readonly Row[]> {
  const all: Row[] = []
  for await (const rows of store.scan(range)) all.push(...rows)
  return all
}

/** The number that a row's key ends in. */
export function numberIn(key: string): number {
  return Number(key.slice(key.lastIndexOf('/') + 1))
}

function totalBytes(entries: readonly Uint8Array[]): number {
  return entries.reduce((sum, { length }) => sum + length, 0)
}
