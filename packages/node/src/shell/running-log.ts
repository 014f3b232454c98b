import type { LogFold } from '@khata/ledger'
import type { FollowerRunner } from './follower-runner.ts'
import type { Lineage } from './lineage.ts'
import type { Puller } from './puller.ts'
import type { Pusher } from './pusher.ts'
import type { WriterRunner } from './writer-runner.ts'

/** A log of this node: one that it writes and brings to its hubs, or one that it follows. */
export type RunningLog = RunningWriter | RunningFollower

export interface RunningWriter {
  readonly kind: 'writer'
  readonly runner: WriterRunner
  readonly pushers: readonly Pusher[]
  /** Why it has stopped, once it has. */
  halted: string | undefined
}

export interface RunningFollower {
  readonly kind: 'follower'
  readonly runner: FollowerRunner
  readonly puller: Puller | undefined
  /** Of the register, and of a log that this node once wrote: what it released then and its hubs have not seen. */
  readonly pushers: readonly Pusher[]
  /** Set for a log that this node was to write and may not. */
  readonly lineage: Extract<Lineage, { readonly mayWrite: false }> | undefined
  /** Why it has stopped, once it has. */
  halted: string | undefined
}

export function foldOf(log: RunningLog): LogFold {
  return log.runner.fold
}

/** Entries that this node answers for: covered by a released checkpoint, and durable here. */
export function sizeOf(log: RunningLog): number {
  return log.kind === 'writer' ? log.runner.releasedSize : log.runner.size
}

/** Whether this node appends to the log now. */
export function isSequencing(log: RunningLog): boolean {
  return log.kind === 'writer' && log.halted === undefined
}

/** All at once: a puller may wait for a frame that its runner gives up only when it is stopped. */
export async function stopLog(log: RunningLog): Promise<void> {
  const puller = log.kind === 'follower' ? log.puller : undefined
  await Promise.all([...log.pushers.map((pusher) => pusher.stop()), puller?.stop(), log.runner.stop()])
}
