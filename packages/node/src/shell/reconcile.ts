import {
  appendLeaf,
  emptyFrontier,
  encodeFrontier,
  equalBytes,
  type Frontier,
  leafHash,
  openEntry,
  type SignedBytes,
  tileWidth,
} from '@khata/ledger'
import { PortDamaged, type Put } from '../ports.ts'
import { groupLength } from '../replica/group.ts'
import { groupEntriesMax } from '../replica/limits.ts'
import {
  checkpointRow,
  entryRow,
  headRow,
  namesRow,
  quarantinedCheckpointRow,
  quarantineRow,
  snapshotRow,
  tileRow,
} from '../replica/rows.ts'
import { numberIn, readEntries, readHead, readRows } from './reading.ts'
import type { Site } from './site.ts'

/** What a restart found on both sides. */
export interface Reconciled {
  /** Entries that the stream holds; the store holds as many or fewer. */
  readonly streamSize: number
  /** Statements of entries that were stored but never accepted: to be decided anew. */
  readonly setAside: readonly SignedBytes[]
}

/**
 * Compares store and stream after a stop: the stream is the order of the log, the store is what survives the
 * loss of a stream. What the stream lacks is appended again; stored entries in whose place the stream holds
 * others were never accepted, and are set aside under their own rows.
 */
export async function reconcile(site: Site, log: string): Promise<Reconciled> {
  const streamSize = await site.eventLog.open(log)
  const stored = await readHead(site.store, log)
  const shared = Math.min(stored.size, streamSize)
  const common = await commonSize(site, log, shared)
  const setAside = common < shared ? await setAsideFrom(site, log, common, stored.size) : []
  if (common === shared && stored.size > streamSize) await appendAgain(site, log, streamSize, stored)
  return { streamSize: Math.max(streamSize, common === shared ? stored.size : 0), setAside }
}

/** How many entries from the start are the same on both sides: the hash chain makes one comparison enough for all before it. */
async function commonSize(site: Site, log: string, size: number): Promise<number> {
  let same = 0
  let bound = size
  if (size === 0 || (await sameEntry(site, log, size - 1))) return size
  while (same < bound) {
    const middle = Math.floor((same + bound) / 2)
    if (await sameEntry(site, log, middle)) same = middle + 1
    else bound = middle
  }
  return same
}

async function sameEntry({ store, eventLog }: Site, log: string, index: number): Promise<boolean> {
  const [streamed] = await eventLog.read(log, index, 1)
  const [stored] = await readEntries(store, log, index, index + 1)
  return streamed !== undefined && stored !== undefined && equalBytes(streamed, stored)
}

async function appendAgain(
  { store, eventLog, journal }: Site,
  log: string,
  from: number,
  stored: Frontier,
): Promise<void> {
  const to = stored.size
  journal.alarm('stream-behind-store', { log, stream: from, store: to })
  // Where the fsync of these entries failed, they are read back all the same, and lost with the power.
  await store.write([{ key: headRow(log), value: encodeFrontier(stored) }], 'fsync')
  for (let at = from; at < to; ) {
    const entries = await readEntries(store, log, at, Math.min(to, at + groupEntriesMax))
    const group = entries.slice(0, groupLength(entries.map((bytes) => ({ entry: { bytes } }))))
    const outcome = await eventLog.append(log, at, group)
    if (outcome.type === 'conflict') throw new PortDamaged(`${log}: another writer appended during a restart`)
    at += group.length
  }
}

/** Moves entries that were stored but never accepted out of the log; their statements are decided anew. */
async function setAsideFrom(site: Site, log: string, from: number, to: number): Promise<readonly SignedBytes[]> {
  const { store, journal, clock } = site
  journal.alarm('tentative-entries-set-aside', { log, from, to })
  const at = clock.now()
  const entries = await readEntries(store, log, from, to)
  const moved = entries.flatMap((bytes, i) => [
    { key: quarantineRow(log, at, from + i), value: bytes },
    { key: entryRow(log, from + i), value: undefined },
  ])
  const frontier = await frontierOf(site, log, from)
  const head = { key: headRow(log), value: encodeFrontier(frontier) }
  const snapshot = { key: snapshotRow(log), value: undefined }
  const stale = [...(await staleLeafTiles(site, log, from)), ...(await staleNames(site, log, from))]
  const more = [...stale, ...(await asideCheckpoints(site, log, { at, from }))]
  await store.write([...moved, ...more, head, snapshot], 'fsync')
  return entries.flatMap(statementIn)
}

// A full leaf tile is believed as it stands; those above it are written anew whenever they grow.
async function staleLeafTiles({ store }: Site, log: string, from: number): Promise<readonly Put[]> {
  const range = { from: tileRow(log, 0, Math.floor(from / tileWidth)), to: tileRow(log, 0, Number.MAX_SAFE_INTEGER) }
  return (await readRows(store, range)).map(([key]) => ({ key, value: undefined }))
}

// The group that `from` divides keeps its row: a name that no entry bears any more is looked for in vain.
async function staleNames({ store }: Site, log: string, from: number): Promise<readonly Put[]> {
  const range = { from: namesRow(log, from), to: namesRow(log, Number.MAX_SAFE_INTEGER) }
  return (await readRows(store, range)).map(([key]) => ({ key, value: undefined }))
}

async function asideCheckpoints(
  { store }: Site,
  log: string,
  { at, from }: { readonly at: number; readonly from: number },
): Promise<readonly Put[]> {
  const range = { from: checkpointRow(log, from + 1), to: checkpointRow(log, Number.MAX_SAFE_INTEGER) }
  return (await readRows(store, range)).flatMap(([key, value]) => [
    { key: quarantinedCheckpointRow(log, at, numberIn(key)), value },
    { key, value: undefined },
  ])
}

function statementIn(bytes: Uint8Array): readonly SignedBytes[] {
  const entry = openEntry(bytes)
  return entry.ok ? [{ statement: entry.value.entry.statement, signature: entry.value.entry.signature }] : []
}

async function frontierOf({ store }: Site, log: string, size: number): Promise<Frontier> {
  let frontier = emptyFrontier
  for (let at = 0; at < size; at += groupEntriesMax) {
    const entries = await readEntries(store, log, at, Math.min(size, at + groupEntriesMax))
    frontier = entries.map(leafHash).reduce(appendLeaf, frontier)
  }
  return frontier
}
