import {
  fromHex,
  invariant,
  logNoteKey,
  type NoteKey,
  openStatement,
  type RegisterState,
  type Sign,
  type SignedBytes,
  signCheckpoint,
} from '@khata/ledger'
import type { Link, Signer } from '../ports.ts'
import { LogFollower } from '../replica/follower.ts'
import { groupEntriesMax } from '../replica/limits.ts'
import { checkpointRow } from '../replica/rows.ts'
import { LogWriter, writerOpening } from '../replica/writer.ts'
import { type FollowerEvents, FollowerRunner } from './follower-runner.ts'
import { judgeLineage, type Lineage } from './lineage.ts'
import { type LoadedLog, type LogSetting, loadLog } from './open-log.ts'
import { frontierAt, newestCheckpoint, readOpenedEntries, rootAt } from './reading.ts'
import { copyFold } from './snapshot.ts'
import { type WriterEvents, WriterRunner } from './writer-runner.ts'

/** A log that this node may write, or why it only serves it. */
export type OpenedWriter =
  | { readonly type: 'writer'; readonly runner: WriterRunner }
  | {
      readonly type: 'read-only'
      readonly lineage: Extract<Lineage, { readonly mayWrite: false }>
      readonly loaded: LoadedLog
    }

export interface WriterContext {
  readonly signer: Signer
  /** Asked for the newest checkpoint they hold of this log. */
  readonly links: readonly Link[]
  readonly events: WriterEvents
}

/**
 * Opens a log to write it. The first thing said is `LogOpened` in a new log, and `WriterOpened` with the next
 * epoch in one that goes on: an older writer of it finds its next append refused.
 */
export async function openWriter(setting: LogSetting, context: WriterContext): Promise<OpenedWriter> {
  const loaded = await loadLog(setting)
  const lineage = await judgeLineage(setting, loaded, context.links)
  if (!lineage.mayWrite) return { type: 'read-only', lineage, loaded }
  const runner = await startWriter(setting, context, loaded)
  announce(setting, loaded, runner, context.signer)
  for (const signed of loaded.setAside) void resubmit(runner, signed)
  return { type: 'writer', runner }
}

export interface FollowerContext {
  readonly cosign: (note: Uint8Array) => Uint8Array
  readonly events: FollowerEvents
}

/** Opens a replica of a log that another node writes. */
export async function openFollower(setting: LogSetting, context: FollowerContext): Promise<FollowerRunner> {
  return startFollower(setting, context, await loadLog(setting))
}

export function startFollower(
  setting: LogSetting,
  { cosign, events }: FollowerContext,
  loaded: LoadedLog,
): FollowerRunner {
  const follower = new LogFollower({ ...loaded, cosign, register: setting.register })
  return new FollowerRunner(setting, loaded.fold, follower, events)
}

async function startWriter(
  setting: LogSetting,
  { signer, events }: WriterContext,
  loaded: LoadedLog,
): Promise<WriterRunner> {
  const { site, identity, trust, register } = setting
  const noteKey = logNoteKey(trust, identity)
  invariant(noteKey !== undefined, 'a node writes with a usable key')
  const sign = (message: Uint8Array): Uint8Array => signer.sign(message)
  const releasedSize = loaded.released?.size ?? 0
  await fillCheckpoints(setting, releasedSize, { noteKey, sign })
  const writer = new LogWriter({
    committed: loaded.fold,
    tip: copyFold(loaded.fold),
    tiles: loaded.tiles,
    places: loaded.places,
    register,
    noteKey,
    signer: signer.key,
    sign,
    released: { frontier: await frontierAt(site.store, identity.log, releasedSize), place: loaded.place },
    unreleased: await readOpenedEntries(site.store, identity.log, releasedSize, loaded.fold.size),
  })
  return new WriterRunner(setting, loaded.fold, writer, events)
}

// A released checkpoint's row is written lazily, and the newest ones may be gone after a crash. A sequencer may
// sign any beginning of its own log, so it closes the gap with checkpoints that fit a frame.
async function fillCheckpoints(
  setting: LogSetting,
  releasedSize: number,
  key: { readonly noteKey: NoteKey; readonly sign: Sign },
): Promise<void> {
  const { site, identity } = setting
  let size = (await newestCheckpoint(site.store, identity.log))?.size ?? 0
  while (size < releasedSize) {
    const entries = await readOpenedEntries(
      site.store,
      identity.log,
      size,
      Math.min(size + groupEntriesMax, releasedSize),
    )
    size += entries.length
    const epoch = entries.at(-1)?.entry.epoch ?? 1
    const root = await rootAt(site.store, identity.log, size)
    const note = signCheckpoint({ origin: key.noteKey.name, size, root, epoch }, key.noteKey, key.sign)
    await site.store.write([{ key: checkpointRow(identity.log, size), value: note }], 'lazy')
  }
}

function announce(
  { identity, register, reach }: LogSetting,
  { fold }: LoadedLog,
  runner: WriterRunner,
  { key }: Signer,
): void {
  if (fold.size > 0) return runner.say(writerOpening(fold, key))
  const registerPin = register === undefined ? null : registerPinAt(register, reach.durable())
  const { log, generation } = identity
  runner.say({ body: 'logOpened', logOpened: { log, generation, predecessor: null, registerPin } })
}

/** A pin of the register's first `size` entries. */
export function registerPinAt(register: RegisterState, size: number) {
  const root = fromHex(register.roots[size] ?? '')
  invariant(root !== undefined, 'the register has a root at every size')
  return { size, root }
}

// Nobody waits for these here: their senders come again, and find them logged.
async function resubmit(runner: WriterRunner, { statement, signature }: SignedBytes): Promise<void> {
  const opened = openStatement(statement, signature)
  if (opened.ok) await runner.submit(opened.value)
}
