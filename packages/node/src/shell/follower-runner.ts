import {
  checkpointTrustOf,
  equalBytes,
  type LogFold,
  openCheckpoint,
  type OpenedCheckpoint,
  toHex,
} from '@khata/ledger'
import { PortUnavailable } from '../ports.ts'
import type { FollowerEffect, FollowerInput, FrameAnswer, LogFollower } from '../replica/follower.ts'
import type { StatementPlaces } from '../replica/places.ts'
import { forkRow } from '../replica/rows.ts'
import { carryOut } from './effects.ts'
import { Coverage } from './coverage.ts'
import { gatherEvidence } from './evidence.ts'
import { type LogSetting, registerOf } from './open-log.ts'
import { rootAt } from './reading.ts'
import { isBeyondReach } from './register-reach.ts'
import { keepSnapshot, snapshotEveryEntries } from './snapshot.ts'
import { Tasks } from './tasks.ts'

/** Entries from index `from` on, with the signed note that covers exactly them, as received. */
export interface ReceivedFrame {
  readonly from: number
  readonly entries: readonly Uint8Array[]
  readonly note: Uint8Array
}

export type ReceiveAnswer =
  | FrameAnswer
  /** The entries pin more of the register than this node holds durably: they cannot be judged yet. */
  | { readonly type: 'register-behind' }
  /** The note is not this log's sequencer's. */
  | { readonly type: 'refused'; readonly code: 'frame/bad-checkpoint' | 'frame/bad-entry' }
  /** The sequencer has signed another history than it gave this node before; both notes are kept. */
  | { readonly type: 'refused'; readonly code: 'frame/fork' }

export interface FollowerEvents {
  /** Called after each frame, with the log's size at this site. */
  onHeld(size: number): void
  onHalted(detail: string): void
  onFailed(error: unknown): void
}

/** Runs a replica of a log that another node writes on its site's ports. */
export class FollowerRunner {
  /** Folded from every frame received; it may be ahead of the disk by the one frame in flight. */
  readonly fold: LogFold
  readonly #setting: LogSetting
  readonly #follower: LogFollower
  readonly #events: FollowerEvents
  readonly #tasks: Tasks
  readonly #waiting = new Map<number, PromiseWithResolvers<FrameAnswer>>()
  readonly #covered: Coverage
  #receiving = Promise.resolve()
  #nextTicket = 1
  #snapshotSize: number

  constructor(setting: LogSetting, fold: LogFold, follower: LogFollower, events: FollowerEvents) {
    this.#setting = setting
    this.fold = fold
    this.#follower = follower
    this.#events = events
    this.#tasks = new Tasks((error) => events.onFailed(error))
    this.#covered = new Coverage(follower.size)
    this.#snapshotSize = fold.size
  }

  get places(): StatementPlaces {
    return this.#follower.places
  }

  /** Entries durable at this site. */
  get size(): number {
    return this.#follower.size
  }

  /** True when this many entries are durable at this site; false where the log is stopped before. */
  untilCovered(size: number): Promise<boolean> {
    return this.#covered.until(size)
  }

  /** Verifies, folds, stores and appends a frame; frames of one log go one after another. */
  receive(frame: ReceivedFrame): Promise<ReceiveAnswer> {
    const answer = this.#receiving.then(() => this.#receiveNext(frame))
    this.#receiving = answer.then(
      () => undefined,
      (error: unknown) => this.#failed(error),
    )
    return answer
  }

  async stop(): Promise<void> {
    this.#covered.close()
    await this.#tasks.stop()
    for (const done of this.#waiting.values()) done.resolve({ type: 'halted' })
    if (this.#follower.idle) await keepSnapshot(this.#setting, this.fold)
  }

  // Who sent the frame asks again where a port is away; anything else is this node's own to end with.
  #failed(error: unknown): void {
    if (!(error instanceof PortUnavailable) && !this.#tasks.stopping) this.#events.onFailed(error)
  }

  async #receiveNext(frame: ReceivedFrame): Promise<ReceiveAnswer> {
    if (this.#tasks.stopping) return { type: 'halted' }
    const { identity, register } = this.#setting
    const opened = openCheckpoint(frame.note, checkpointTrustOf(registerOf(this.fold, register), identity))
    if (!opened.ok) return { type: 'refused', code: 'frame/bad-checkpoint' }
    if (await this.#forks(opened.value, frame.note)) return { type: 'refused', code: 'frame/fork' }
    if (frame.from !== this.size) return { type: 'elsewhere', size: this.size }
    const evidence = await gatherEvidence(this.#setting.site, this, frame.from, frame.entries)
    if (!evidence.ok) return { type: 'refused', code: 'frame/bad-entry' }
    if (register !== undefined && isBeyondReach(evidence.value, this.#setting.reach)) return { type: 'register-behind' }
    // A stop meanwhile has answered all who waited then.
    if (this.#tasks.stopping) return { type: 'halted' }
    const ticket = this.#nextTicket++
    const done = Promise.withResolvers<FrameAnswer>()
    this.#waiting.set(ticket, done)
    this.#feed({ type: 'frame', ticket, frame: { ...frame, entries: evidence.value, checkpoint: opened.value } })
    const answer = await done.promise
    // Either these entries are not what was signed, or what was signed does not go on from what is held: which of the
    // two shows as soon as this node holds as much.
    if (answer.type === 'refused' && answer.code === 'frame/root-differs')
      await this.#keepFork(opened.value, frame.note)
    return answer
  }

  /** Whether the sequencer's checkpoint contradicts what this node holds of its log. */
  async #forks({ checkpoint }: OpenedCheckpoint, note: Uint8Array): Promise<boolean> {
    if (checkpoint.size > this.size) return false
    const { site, identity } = this.#setting
    const held = await rootAt(site.store, identity.log, checkpoint.size)
    if (equalBytes(held, checkpoint.root)) return false
    await this.#keepFork({ checkpoint }, note)
    return true
  }

  async #keepFork({ checkpoint }: Pick<OpenedCheckpoint, 'checkpoint'>, note: Uint8Array): Promise<void> {
    const { site, identity } = this.#setting
    const signed = toHex(checkpoint.root)
    await site.store.write([{ key: forkRow(identity.log, signed), value: note }], 'fsync')
    site.journal.alarm('fork', { log: identity.log, size: checkpoint.size, signed, held: this.size })
  }

  #feed(input: FollowerInput): void {
    if (this.#tasks.stopping) return
    for (const effect of this.#follower.step(input)) {
      if (effect.type === 'answer') this.#answer(effect.ticket, effect.answer)
      else this.#tasks.run(() => this.#perform(effect))
    }
  }

  async #perform(effect: Exclude<FollowerEffect, { readonly type: 'answer' }>): Promise<void> {
    if (effect.type === 'halt') return this.#events.onHalted(effect.detail)
    this.#feed(await carryOut(this.#setting.site, this.fold.log, effect, this.#tasks.signal))
    if (effect.type !== 'release') return
    this.#covered.reach(this.size)
    this.#events.onHeld(this.size)
    await this.#snapshotNowAndThen()
  }

  async #snapshotNowAndThen(): Promise<void> {
    if (!this.#follower.idle || this.fold.size - this.#snapshotSize < snapshotEveryEntries) return
    this.#snapshotSize = this.fold.size
    await keepSnapshot(this.#setting, this.fold)
  }

  #answer(ticket: number, answer: FrameAnswer): void {
    this.#waiting.get(ticket)?.resolve(answer)
    this.#waiting.delete(ticket)
  }
}
