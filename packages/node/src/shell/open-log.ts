import {
  appendLeaf,
  type Checkpoint,
  checkpointTrustOf,
  equalBytes,
  type Frontier,
  frontierRoot,
  type LogFold,
  type LogIdentity,
  openCheckpoint,
  openLogFold,
  openRegisterFold,
  type RegisterState,
  registerLog,
  type SignedBytes,
  toHex,
  type Trust,
} from '@khata/ledger'
import { PortDamaged } from '../ports.ts'
import { foldGroup } from '../replica/fold-group.ts'
import { type GroupEntry, groupRows } from '../replica/group.ts'
import type { StatementPlaces } from '../replica/places.ts'
import { checkpointRow } from '../replica/rows.ts'
import { TileBuilder } from '../replica/tile-builder.ts'
import { gatherEvidence } from './evidence.ts'
import { keptLineage } from './kept-lineage.ts'
import { readEntries, readGrowingTiles, readHead, readPlaces, rootAt } from './reading.ts'
import { reconcile } from './reconcile.ts'
import { isBeyondReach, RegisterBehind, type RegisterReach } from './register-reach.ts'
import type { Site } from './site.ts'
import { readSnapshot } from './snapshot.ts'

/** A log as this site holds it: store and stream compared, folded, ready to go on. */
export interface LoadedLog {
  readonly fold: LogFold
  readonly frontier: Frontier
  readonly tiles: TileBuilder
  readonly places: StatementPlaces
  /** Place of the newest checkpoint in this site's checkpoint subject, and what it says. */
  readonly place: number
  readonly released: Checkpoint | undefined
  /** Statements to be decided anew. */
  readonly setAside: readonly SignedBytes[]
}

export interface LogSetting {
  readonly site: Site
  readonly identity: LogIdentity
  readonly trust: Trust
  /** The register that the log is judged by; in the register itself, undefined. */
  readonly register: RegisterState | undefined
  readonly reach: RegisterReach
  /** Hash of the folding code. */
  readonly code: string
}

const replayEntriesMax = 500

/**
 * Opens a log after any kind of stop: compares the store with the stream (docs/protocol.md, "After a restart"),
 * loads the snapshot, replays the tail, and compares with the newest checkpoint that was released here.
 * Throws PortDamaged where they contradict each other: such a log is rebuilt from another replica.
 */
export async function loadLog(setting: LogSetting): Promise<LoadedLog> {
  const { site, identity } = setting
  const { streamSize, setAside } = await reconcile(site, identity.log)
  const stored = await readHead(site.store, identity.log)
  const places = await readPlaces(site.store, identity.log)
  const fold = await replay(setting, stored, places)
  const growing = await readGrowingTiles(site.store, identity.log, stored.size)
  const tiles = new TileBuilder(identity.log, stored.size, growing)
  const frontier = await adopt(setting, { fold, frontier: stored, tiles, places }, streamSize)
  const newest = await site.eventLog.newestCheckpoint(identity.log)
  const released = newest && releasedCheckpoint(setting, fold, newest.note)
  await compareReleased(setting, frontier, released)
  if (newest !== undefined && released !== undefined && released.size <= frontier.size) {
    await keepCheckpoint(setting, released.size, newest.note)
  }
  return { fold, frontier, tiles, places, place: newest?.place ?? 0, released, setAside }
}

// A checkpoint's row is written lazily at the release, and never where the entries were adopted.
async function keepCheckpoint({ site, identity }: LogSetting, size: number, note: string): Promise<void> {
  const key = checkpointRow(identity.log, size)
  const [known] = await site.store.read([key])
  if (known === undefined) await site.store.write([{ key, value: new TextEncoder().encode(note) }], 'lazy')
}

/** The empty fold of a log. */
export function emptyFoldOf({ identity, trust }: Pick<LogSetting, 'identity' | 'trust'>): LogFold {
  return identity.log === registerLog ? openRegisterFold(trust) : openLogFold(identity)
}

/** The register to judge a fold by: its own content where it is the register. */
export function registerOf(fold: LogFold, register: RegisterState | undefined): RegisterState {
  const own = fold.content.kind === 'register' ? fold.content.register : register
  if (own === undefined) throw new Error(`${fold.log} cannot be judged without a register`)
  return own
}

async function replay(setting: LogSetting, frontier: Frontier, places: StatementPlaces): Promise<LogFold> {
  const { store } = setting.site
  const { log } = setting.identity
  const snapshot = await readSnapshot(store, emptyFoldOf(setting), setting)
  const fold = snapshot !== undefined && snapshot.size <= frontier.size ? snapshot : emptyFoldOf(setting)
  for (let from = fold.size; from < frontier.size && fold.fault === undefined; from += replayEntriesMax) {
    const entries = await readEntries(store, log, from, Math.min(from + replayEntriesMax, frontier.size))
    await foldHeld(setting, { fold, places }, from, entries)
  }
  if (fold.fault === undefined && !equalBytes(frontierRoot(fold.frontier), frontierRoot(frontier))) {
    throw new PortDamaged(
      `the entries of ${log} do not have the root stored with them: take the log from another replica`,
    )
  }
  return fold
}

/** Folds entries that this site holds, verifying them again. */
async function foldHeld(
  setting: LogSetting,
  loaded: Pick<LoadedLog, 'fold' | 'places'>,
  from: number,
  bytes: readonly Uint8Array[],
): Promise<readonly GroupEntry[]> {
  const { fold } = loaded
  const evidence = await gatherEvidence(setting.site, loaded, from, bytes)
  if (!evidence.ok)
    throw new PortDamaged(
      `${fold.log} holds an entry that cannot be read: ${evidence.error.code} at ${from + evidence.error.position}`,
    )
  if (setting.register !== undefined && isBeyondReach(evidence.value, setting.reach)) {
    throw new RegisterBehind(`${fold.log} pins more of the register than is held`)
  }
  return foldGroup(fold, from, evidence.value, registerOf(fold, setting.register))
}

type Loaded = Pick<LoadedLog, 'fold' | 'frontier' | 'tiles' | 'places'>

/** Takes into the store what the stream holds beyond it. Whether such a store may sequence is for its lineage to say. */
async function adopt(setting: LogSetting, loaded: Loaded, streamSize: number): Promise<Frontier> {
  const { fold, frontier } = loaded
  const { store, eventLog, journal } = setting.site
  if (streamSize > frontier.size)
    journal.alarm('store-behind-stream', { log: fold.log, store: frontier.size, stream: streamSize })
  const detail = `the stream held ${streamSize} entries, the store ${frontier.size}`
  const behind = keptLineage(fold.log, { code: 'lineage/store-behind-stream', detail })
  let held = frontier
  while (held.size < streamSize) {
    const bytes = await eventLog.read(fold.log, held.size, Math.min(replayEntriesMax, streamSize - held.size))
    if (bytes.length === 0) throw new PortDamaged(`the stream of ${fold.log} ends before entry ${streamSize}`)
    const entries = await foldHeld(setting, loaded, held.size, bytes)
    const after = entries.map(({ entry }) => entry.leaf).reduce(appendLeaf, held)
    const group = { from: held.size, entries, after }
    await store.write([...groupRows(fold.log, group, loaded), behind], 'fsync')
    held = group.after
  }
  return held
}

function releasedCheckpoint(setting: LogSetting, fold: LogFold, note: string): Checkpoint {
  const register = registerOf(fold, setting.register)
  const opened = openCheckpoint(new TextEncoder().encode(note), checkpointTrustOf(register, setting.identity))
  if (opened.ok) return opened.value.checkpoint
  throw new PortDamaged(`the newest checkpoint of ${setting.identity.log} is refused: ${opened.error.code}`)
}

async function compareReleased(
  { site, identity }: LogSetting,
  frontier: Frontier,
  released: Checkpoint | undefined,
): Promise<void> {
  if (released === undefined || released.size > frontier.size) return
  const root = await rootAt(site.store, identity.log, released.size)
  if (equalBytes(root, released.root)) return
  throw new PortDamaged(
    `${identity.log} contradicts its own checkpoint at size ${released.size} (${toHex(root)}): a fork`,
  )
}
