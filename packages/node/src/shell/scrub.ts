import { auditLog, type LogVerdict } from '@khata/ledger'
import { type Clock, PortDamaged, PortUnavailable } from '../ports.ts'
import type { NodeImages } from './images.ts'
import type { LogTable } from './log-table.ts'
import { emptyFoldOf, type LogSetting } from './open-log.ts'
import { newestCheckpoint, readEntries } from './reading.ts'
import { foldOf } from './running-log.ts'

const pieceEntries = 1_024
const retryMs = 5_000

/** Between two images that are looked at again: thousands of them take minutes, and nobody waits for them. */
const imagePauseMs = 50

/** Entries of each log verified again since the start. */
export type ScrubProgress = Map<string, number>

/** Verifies every open log again, one after another; a log that does not hold stops the node. */
export async function scrubLogs(logs: LogTable, progress: ScrubProgress, signal: AbortSignal): Promise<void> {
  for (const [log, running] of logs.all) {
    const { generation, sequencerKey } = foldOf(running)
    const setting = logs.settingOf({ log, generation, sequencerKey })
    const verdict = await scrubPatiently(setting, signal, (entries) => progress.set(log, entries))
    const [fault] = verdict?.faults ?? []
    if (fault !== undefined && foldOf(running).fault === undefined) {
      throw new PortDamaged(`${log} is damaged on disk: ${fault.code} at entry ${fault.index}, ${fault.detail}`)
    }
  }
}

/** Reads every image again, one after another: one that is damaged is fetched from another replica. */
export async function scrubImages(images: NodeImages, clock: Clock, signal: AbortSignal): Promise<void> {
  for (const hash of images.held) {
    try {
      await images.read(hash)
    } catch (error) {
      if (!(error instanceof PortUnavailable)) throw error
    }
    await clock.sleep(imagePauseMs, signal)
  }
}

// A disk or a verifier that does not answer now says nothing about the log.
async function scrubPatiently(
  setting: LogSetting,
  signal: AbortSignal,
  onProgress: (entries: number) => void,
): Promise<LogVerdict | undefined> {
  for (;;) {
    try {
      return await scrubLog(setting, signal, onProgress)
    } catch (error) {
      if (!(error instanceof PortUnavailable)) throw error
    }
    await setting.site.clock.sleep(retryMs, signal)
  }
}

/**
 * Verifies a whole log again from this site's disk, as an observer would: what is served was checked before it
 * was stored, and a disk can change what it holds. Undefined while nothing has been released.
 */
export async function scrubLog(
  setting: LogSetting,
  signal: AbortSignal,
  onProgress: (entries: number) => void,
): Promise<LogVerdict | undefined> {
  const { site, identity } = setting
  const newest = await newestCheckpoint(site.store, identity.log)
  if (newest === undefined) return undefined
  const fold = emptyFoldOf(setting)
  const register = setting.register ?? (fold.content.kind === 'register' ? fold.content.register : undefined)
  if (register === undefined) return undefined
  const entries = storedEntries(setting, newest.size, signal)
  return auditLog({ fold, register, checkpoint: newest.note, entries, verifier: site.verifier, onProgress })
}

async function* storedEntries(
  { site, identity }: LogSetting,
  size: number,
  signal: AbortSignal,
): AsyncGenerator<readonly Uint8Array[]> {
  for (let from = 0; from < size; from += pieceEntries) {
    signal.throwIfAborted()
    yield await readEntries(site.store, identity.log, from, Math.min(from + pieceEntries, size))
  }
}
