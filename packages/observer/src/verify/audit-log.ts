import {
  auditLog,
  claimedCheckpoint,
  type EntryVerdict,
  type LogFold,
  type OpenedEntry,
  type OpenedStatement,
  parseNote,
  type RegisterState,
  type SignatureVerifier,
} from '@khata/ledger'
import { LogDamaged, type LogSource } from '../source/log-source.ts'
import { hashTileFaults } from './hash-tiles.ts'
import type { Fault, LogReport, ObserverFaultCode } from './report.ts'

export interface AuditTools {
  readonly source: LogSource
  readonly verifier: SignatureVerifier
  /** Entries of this log folded since the last call. */
  readonly onFolded?: (log: string, entries: number) => void
}

export interface AuditStops {
  /** The log's entries are folded up to here, then `onStop` is called, then the others. */
  readonly stopAt?: number
  readonly onStop?: () => void
  readonly onEntry?: (entry: OpenedEntry, verdict: EntryVerdict) => void
  /** Whether this verifier has found a statement's own signature good in another log. */
  readonly isKnownGood?: (statement: OpenedStatement) => boolean
}

/** Reads one log from its source and audits all of it: entries, checkpoint and hash tiles. */
export async function auditServedLog(
  { source, verifier, onFolded }: AuditTools,
  fold: LogFold,
  register: RegisterState,
  { stopAt, onStop, onEntry, isKnownGood }: AuditStops = {},
): Promise<LogReport> {
  const checkpoint = await source.checkpoint(fold.log)
  if (checkpoint === undefined) return unreadLog(fold.log, 'log/not-served', `${source.name} has no such log`)
  const damage: Fault[] = []
  const leaves: Uint8Array[] = []
  let folded = 0
  const verdict = await auditLog({
    fold,
    register,
    checkpoint,
    entries: cutAt(untilDamaged(source.entries(fold.log, 0, claimedSize(checkpoint) ?? 0), damage), stopAt),
    verifier,
    ...(isKnownGood && { isKnownGood }),
    onEntry: (entry, judged) => {
      leaves.push(entry.leaf)
      onEntry?.(entry, judged)
    },
    onProgress: (entries) => {
      onFolded?.(fold.log, entries - folded)
      folded = entries
      if (entries === stopAt) onStop?.()
    },
  })
  const faults: Fault[] = [...damage, ...verdict.faults]
  if (faults.length === 0) faults.push(...(await hashTileFaults(source, fold.log, leaves)))
  return { log: fold.log, verdict, faults, voids: verdict.voids, holds: faults.length === 0 && verdict.holds }
}

/** A report on a log that could not be read at all. */
export function unreadLog(log: string, code: ObserverFaultCode, detail: string): LogReport {
  return { log, verdict: undefined, faults: [{ code, index: 0, detail }], voids: [], holds: false }
}

/** The size that a checkpoint claims before anyone has looked at its signature; undefined where it is no checkpoint. */
export function claimedSize(note: Uint8Array): number | undefined {
  const parsed = parseNote(note)
  const checkpoint = parsed.ok ? claimedCheckpoint(parsed.value) : undefined
  return checkpoint?.ok ? checkpoint.value.size : undefined
}

/** Ends at the first damage, and keeps it: what came before is judged, and the place is named. */
export async function* untilDamaged(
  pieces: AsyncIterable<readonly Uint8Array[]>,
  damage: Fault[],
): AsyncGenerator<readonly Uint8Array[]> {
  try {
    yield* pieces
  } catch (error) {
    if (!(error instanceof LogDamaged)) throw error
    damage.push({ code: error.code, index: error.index, detail: error.message })
  }
}

/** The same entries, with the end of a piece at `stopAt`. */
async function* cutAt(
  pieces: AsyncIterable<readonly Uint8Array[]>,
  stopAt: number | undefined,
): AsyncGenerator<readonly Uint8Array[]> {
  let read = 0
  for await (const piece of pieces) {
    const left = (stopAt ?? 0) - read
    read += piece.length
    if (left <= 0 || left >= piece.length) yield piece
    else yield* [piece.slice(0, left), piece.slice(left)]
  }
}
