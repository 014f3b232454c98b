import { checkpointTrustOf, equalBytes, openCheckpoint, toHex } from '@khata/ledger'
import { decodePullReply, encodePullRequest } from '@khata/proto'
import { type Link, PortUnavailable } from '../ports.ts'
import { genesisRow } from '../replica/rows.ts'
import { keptLineage, readLineage } from './kept-lineage.ts'
import { type LoadedLog, type LogSetting, registerOf } from './open-log.ts'
import { rootAt } from './reading.ts'

/** Whether this site may write its log, or why it only serves: docs/protocol.md, "Lineage". */
export type Lineage = { readonly mayWrite: true } | RefusedLineage

export interface RefusedLineage {
  readonly mayWrite: false
  readonly code: LineageCode
  readonly detail: string
}

export type LineageCode =
  /** The store is empty, and nobody has allowed this site to open the log. */
  | 'lineage/no-genesis'
  | 'lineage/store-behind-stream'
  | 'lineage/store-behind-checkpoint'
  | 'lineage/store-behind-marker'
  | 'lineage/store-behind-hub'
  /** The store holds another history than was shown elsewhere. */
  | 'lineage/fork'

/**
 * Compares what the store holds with everything that shows what it once held: its stream, its own released
 * checkpoints, its marker on other media, and its hubs as far as they answer. A store that is behind any of
 * them was wiped or restored: it would write a second history.
 */
export async function judgeLineage(setting: LogSetting, loaded: LoadedLog, links: readonly Link[]): Promise<Lineage> {
  const { site, identity } = setting
  const kept = await readLineage(site.store, identity.log)
  if (kept !== undefined) return kept
  const lineage = await judgeNow(setting, loaded, links)
  // An empty store may still be allowed to open the log; one that was filled from elsewhere has no past of its own.
  if (!lineage.mayWrite && (lineage.code !== 'lineage/no-genesis' || loaded.frontier.size > 0)) {
    await site.store.write([keptLineage(identity.log, lineage)], 'fsync')
  }
  return lineage
}

async function judgeNow(setting: LogSetting, loaded: LoadedLog, links: readonly Link[]): Promise<Lineage> {
  const { size } = loaded.frontier
  if (loaded.released !== undefined && loaded.released.size > size) {
    return refused(
      'lineage/store-behind-checkpoint',
      `a checkpoint of ${loaded.released.size} entries was released, ${size} are held`,
    )
  }
  return (
    (await judgeMarker(setting, size)) ??
    (await judgeHubs(setting, loaded, links)) ??
    (await judgeGenesis(setting, size))
  )
}

async function judgeMarker({ site, identity }: LogSetting, size: number): Promise<Lineage | undefined> {
  const mark = await site.marker?.read(identity.log)
  if (mark === undefined) return undefined
  if (mark.size > size) return refused('lineage/store-behind-marker', `the marker says ${mark.size}, ${size} are held`)
  const root = toHex(await rootAt(site.store, identity.log, mark.size))
  return root === mark.root ? undefined : refused('lineage/fork', `the marker names another root at size ${mark.size}`)
}

async function judgeHubs(setting: LogSetting, loaded: LoadedLog, links: readonly Link[]): Promise<Lineage | undefined> {
  for (const link of links) {
    const note = await newestNoteOf(setting, link)
    const judged = note && (await judgeNote(setting, loaded, note))
    if (judged !== undefined) return judged
  }
  return undefined
}

async function newestNoteOf({ site, identity }: LogSetting, link: Link): Promise<Uint8Array | undefined> {
  try {
    const { log } = identity
    const reply = decodePullReply(await link.request('pull', log, encodePullRequest({ log, from: 0, entriesMax: 0 })))
    return reply.ok && reply.value.checkpoint.length > 0 ? reply.value.checkpoint : undefined
  } catch (error) {
    if (!(error instanceof PortUnavailable)) throw error
    site.journal.info('hub-not-asked', { log: identity.log, detail: error.message })
    return undefined
  }
}

/** Judges this site against a checkpoint of its own log that someone else shows. Undefined when they agree. */
export async function judgeNote(
  setting: LogSetting,
  loaded: Pick<LoadedLog, 'fold' | 'frontier'>,
  note: Uint8Array,
): Promise<Lineage | undefined> {
  const { identity, register, site } = setting
  const opened = openCheckpoint(note, checkpointTrustOf(registerOf(loaded.fold, register), identity))
  if (!opened.ok) return undefined
  const { size, root } = opened.value.checkpoint
  if (size > loaded.frontier.size) {
    return refused('lineage/store-behind-hub', `a hub holds ${size} entries, ${loaded.frontier.size} are held here`)
  }
  if (equalBytes(await rootAt(site.store, identity.log, size), root)) return undefined
  return refused('lineage/fork', `a hub holds another history at size ${size}`)
}

async function judgeGenesis({ site, identity }: LogSetting, size: number): Promise<Lineage> {
  const [genesis] = await site.store.read([genesisRow(identity.log)])
  if (genesis !== undefined) return { mayWrite: true }
  return size === 0
    ? refused('lineage/no-genesis', 'run khata init on the machine that may open this log')
    : refused('lineage/no-genesis', `${size} entries came from elsewhere into a store that was empty`)
}

function refused(code: LineageCode, detail: string): Lineage {
  return { mayWrite: false, code, detail }
}
