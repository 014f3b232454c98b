import { utf8Decode } from '@khata/ledger'
import { type LineageMark, PortUnavailable, type Put } from '../ports.ts'

import { checkpointRow } from '../replica/rows.ts'
import type { Site } from './site.ts'

/** Waits between two tries of a port that does not answer. */
const retryMsFirst = 50
const retryMsMax = 2_000

/** Effects that a writer and a follower have in common. */
export type PortEffect =
  | { readonly type: 'store'; readonly size: number; readonly rows: readonly Put[] }
  | { readonly type: 'append'; readonly expectedSize: number; readonly entries: readonly Uint8Array[] }
  | {
      readonly type: 'release'
      readonly size: number
      readonly note: Uint8Array
      readonly expectedPlace: number
      /** A writer's own; a follower leaves none. */
      readonly mark?: LineageMark
    }

export type PortOutcome =
  | { readonly type: 'stored' }
  | { readonly type: 'appended' }
  | { readonly type: 'released'; readonly place: number }
  | { readonly type: 'conflict'; readonly detail: string }

/**
 * Carries an effect out, again and again while the port is away: a full disk or a stopped server delays
 * answers, and never falsifies one. Throws on anything else.
 */
export function carryOut(site: Site, log: string, effect: PortEffect, signal: AbortSignal): Promise<PortOutcome> {
  return untilDone(site, { log, effect: effect.type }, () => perform(site, log, effect), signal)
}

/**
 * Keeps a released checkpoint beside the entries that it covers. Lazily, and after those who wait are answered: a
 * lost row is made again at the next start.
 */
export function keepReleased(
  site: Site,
  log: string,
  { size, note }: Pick<Extract<PortEffect, { type: 'release' }>, 'size' | 'note'>,
  signal: AbortSignal,
): Promise<void> {
  const row = { key: checkpointRow(log, size), value: note }
  return untilDone(site, { log, effect: 'keep' }, () => site.store.write([row], 'lazy'), signal)
}

async function untilDone<T>(
  { clock, journal }: Site,
  about: { readonly log: string; readonly effect: string },
  work: () => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  for (let waitMs = retryMsFirst; ; waitMs = Math.min(2 * waitMs, retryMsMax)) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof PortUnavailable)) throw error
      journal.info('port-unavailable', { ...about, detail: error.message })
    }
    await clock.sleep(waitMs, signal)
  }
}

function perform(site: Site, log: string, effect: PortEffect): Promise<PortOutcome> {
  switch (effect.type) {
    case 'store':
      return store(site, effect.rows)
    case 'append':
      return append(site, log, effect)
    case 'release':
      return release(site, log, effect)
  }
}

async function store(site: Site, rows: readonly Put[]): Promise<PortOutcome> {
  await site.store.write(rows, 'fsync')
  return { type: 'stored' }
}

async function append(
  site: Site,
  log: string,
  { expectedSize, entries }: Extract<PortEffect, { type: 'append' }>,
): Promise<PortOutcome> {
  const outcome = await site.eventLog.append(log, expectedSize, entries)
  if (outcome.type === 'appended') return { type: 'appended' }
  return { type: 'conflict', detail: `the stream holds ${outcome.size} entries where ${expectedSize} were expected` }
}

// The mark comes first: whoever finds it knows that a checkpoint of this size may be in somebody's hands.
async function release(
  site: Site,
  log: string,
  { note, expectedPlace, mark }: Extract<PortEffect, { type: 'release' }>,
): Promise<PortOutcome> {
  if (mark !== undefined) await site.marker?.write(log, mark)
  const text = utf8Decode(note) ?? ''
  const outcome = await site.eventLog.releaseCheckpoint(log, text, expectedPlace)
  if (outcome.type === 'conflict' && !(await isMine(site, log, text))) {
    return { type: 'conflict', detail: `another checkpoint stands at place ${outcome.place}` }
  }
  return { type: 'released', place: outcome.place }
}

// The acknowledgement of an earlier try may have been lost.
async function isMine(site: Site, log: string, text: string): Promise<boolean> {
  const newest = await site.eventLog.newestCheckpoint(log)
  return newest?.note === text
}
