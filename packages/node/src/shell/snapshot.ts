import { DefaultDeserializer, deserialize, serialize } from 'node:v8'
import { formHash, frontierRoot, isCutSince, type LogFold, type RegisterState, sha256, toHex } from '@khata/ledger'
import { PortUnavailable, type Store } from '../ports.ts'
import { snapshotRow } from '../replica/rows.ts'
import type { Site } from './site.ts'

/** Entries since the last snapshot of a log after which a quiet moment brings the next one. */
export const snapshotEveryEntries = 4_000

/** A quiet moment: this long without an entry. */
export const snapshotQuietMs = 1_000

/** Entries after which it waits for no quiet moment: what a start replays at the most. */
export const snapshotEntriesMax = 50_000

interface Snapshot {
  readonly size: number
  readonly root: string
  /** Hash of the folding code: another version of it folds anew. */
  readonly code: string
  readonly sha256: string
  readonly fold: Uint8Array
}

/** A copy that shares nothing with the original, not even the bytes that views in it point into. */
export function copyFold(fold: LogFold): LogFold {
  return foldFrom(serialize(fold))
}

function foldFrom(bytes: Uint8Array): LogFold {
  const deserializer = new OwningDeserializer(bytes)
  deserializer.readHeader()
  return deserializer.readValue() as LogFold
}

// Documented (https://nodejs.org/api/v8.html#deserializer_readhostobject) and not in the types.
declare module 'node:v8' {
  interface DefaultDeserializer {
    _readHostObject(): Uint8Array
  }
}

/** Copies the byte arrays that it reads: as views of what is read, the shortest of them keeps the whole of it. */
class OwningDeserializer extends DefaultDeserializer {
  override _readHostObject(): Uint8Array {
    return new Uint8Array(super._readHostObject())
  }
}

/** Writes a snapshot, or leaves it for another time where the disk does not answer: a lost one costs only time. */
export async function keepSnapshot(
  { site, ...context }: SnapshotContext & { readonly site: Pick<Site, 'store' | 'journal'> },
  fold: LogFold,
): Promise<void> {
  try {
    await writeSnapshot(site.store, fold, context)
  } catch (error) {
    if (!(error instanceof PortUnavailable)) throw error
    site.journal.info('port-unavailable', { log: fold.log, effect: 'snapshot', detail: error.message })
  }
}

/** Writes a snapshot; it becomes durable with the next fsynced batch. */
export async function writeSnapshot(store: Store, fold: LogFold, { code }: SnapshotContext): Promise<void> {
  const bytes = serialize(fold)
  const root = toHex(frontierRoot(fold.frontier))
  const snapshot: Snapshot = { size: fold.size, root, code, sha256: toHex(sha256(bytes)), fold: bytes }
  await store.write([{ key: snapshotRow(fold.log), value: serialize(snapshot) }], 'lazy')
}

/** The log's snapshot where it is whole, of this code and of this identity; otherwise undefined: fold anew. */
export async function readSnapshot(
  store: Store,
  expected: LogFold,
  context: SnapshotContext,
): Promise<LogFold | undefined> {
  const [row] = await store.read([snapshotRow(expected.log)])
  const snapshot = row && openSnapshot(row)
  if (snapshot === undefined || snapshot.code !== context.code) return undefined
  if (snapshot.sha256 !== toHex(sha256(snapshot.fold))) return undefined
  const fold = foldFrom(snapshot.fold)
  const isCut = context.register !== undefined && isCutSince(fold, context.register)
  const current = sameIdentity(fold, expected) && !isCut
  return current && toHex(frontierRoot(fold.frontier)) === snapshot.root ? fold : undefined
}

/** What a snapshot depends on beside the entries. */
export interface SnapshotContext {
  /** Hash of the folding code. */
  readonly code: string
  readonly register: RegisterState | undefined
}

function sameIdentity(fold: LogFold, expected: LogFold): boolean {
  if (fold.log !== expected.log || fold.generation !== expected.generation) return false
  if (fold.sequencerKey !== expected.sequencerKey) return false
  if (fold.content.kind !== 'register' || expected.content.kind !== 'register') return true
  return formHash(fold.content.register.trust) === formHash(expected.content.register.trust)
}

function openSnapshot(row: Uint8Array): Snapshot | undefined {
  try {
    return deserialize(row) as Snapshot
  } catch {
    return undefined
  }
}
