import {
  AppendedGroup,
  equalBytes,
  type Frontier,
  invariant,
  type LogFold,
  type OpenedCheckpoint,
  type RegisterState,
  unreachable,
} from '@khata/ledger'
import type { Put } from '../ports.ts'
import { type EvidencedEntry, foldGroup } from './fold-group.ts'
import { type Group, groupBytes, groupRows, type GrowingIndexes } from './group.ts'
import type { StatementPlaces } from './places.ts'
import { checkpointRow } from './rows.ts'

export interface FollowerStart extends GrowingIndexes {
  readonly fold: LogFold
  /** The tree as stored: it grows on where the fold has stopped at a log fault. */
  readonly frontier: Frontier
  /** The register that this log is judged by; in the register itself, undefined. */
  readonly register: RegisterState | undefined
  /** Place of the newest checkpoint in this site's checkpoint subject of the log. */
  readonly place: number
  /** Adds this node's cosignature to a checkpoint's note; without one, the note as it is. */
  readonly cosign: (note: Uint8Array) => Uint8Array
}

/** Entries with the checkpoint that covers exactly them, opened and verified as far as bytes and keys go. */
export interface Frame {
  readonly from: number
  readonly entries: readonly EvidencedEntry[]
  readonly note: Uint8Array
  readonly checkpoint: OpenedCheckpoint
}

export type FollowerInput =
  | { readonly type: 'frame'; readonly ticket: number; readonly frame: Frame }
  | { readonly type: 'stored' }
  | { readonly type: 'appended' }
  | { readonly type: 'released'; readonly place: number }
  | { readonly type: 'conflict'; readonly detail: string }

export type FollowerEffect =
  | { readonly type: 'store'; readonly size: number; readonly rows: readonly Put[] }
  | { readonly type: 'append'; readonly expectedSize: number; readonly entries: readonly Uint8Array[] }
  | { readonly type: 'release'; readonly size: number; readonly note: Uint8Array; readonly expectedPlace: number }
  | { readonly type: 'answer'; readonly ticket: number; readonly answer: FrameAnswer }
  | { readonly type: 'halt'; readonly detail: string }

export type FrameAnswer =
  /** Durable here up to the frame's end, under this cosigned note. */
  | { readonly type: 'held'; readonly size: number; readonly note: Uint8Array }
  /** The frame does not begin where this replica ends: it holds `size` entries. */
  | { readonly type: 'elsewhere'; readonly size: number }
  | { readonly type: 'busy' }
  | { readonly type: 'refused'; readonly code: FrameRefusal }
  | { readonly type: 'halted' }

export type FrameRefusal =
  /** The entries do not have the root that their sequencer signed. */
  | 'frame/root-differs'
  /** The checkpoint does not end where the entries end. */
  | 'frame/checkpoint-elsewhere'

/**
 * A replica of a log that another node writes, one frame at a time: verify against the sequencer's checkpoint,
 * fold, store, append to this site's own stream, cosign, answer. What the sequencer signed is kept and served
 * even where the law finds entries void or the log invalid; only what it did not sign is turned away.
 */
export class LogFollower {
  readonly #start: FollowerStart
  #inFlight: { readonly ticket: number; readonly group: Group; readonly note: Uint8Array } | undefined
  #frontier: Frontier
  #place: number
  #size: number
  #halted = false

  constructor(start: FollowerStart) {
    this.#start = start
    this.#frontier = start.frontier
    this.#place = start.place
    this.#size = start.frontier.size
  }

  /** Entries durable at this site. */
  get size(): number {
    return this.#size
  }

  get places(): StatementPlaces {
    return this.#start.places
  }

  get idle(): boolean {
    return this.#inFlight === undefined
  }

  step(input: FollowerInput): readonly FollowerEffect[] {
    switch (input.type) {
      case 'frame':
        return this.#receive(input.ticket, input.frame)
      case 'stored':
        return this.#halted ? [] : [this.#append()]
      case 'appended':
        return this.#halted ? [] : [this.#release()]
      case 'released':
        return this.#afterRelease(input.place)
      case 'conflict':
        return this.#halt(input.detail)
      default:
        return unreachable(input)
    }
  }

  #receive(ticket: number, frame: Frame): readonly FollowerEffect[] {
    const given = this.#turnAway(frame)
    if (given !== undefined) return [answer(ticket, given)]
    const { fold } = this.#start
    const appended = new AppendedGroup(
      this.#frontier,
      frame.entries.map(({ entry }) => entry.leaf),
    )
    const { size, root } = frame.checkpoint.checkpoint
    if (size !== appended.size) return [answer(ticket, { type: 'refused', code: 'frame/checkpoint-elsewhere' })]
    if (!equalBytes(root, appended.root)) return [answer(ticket, { type: 'refused', code: 'frame/root-differs' })]
    const group = {
      from: frame.from,
      entries: foldGroup(fold, frame.from, frame.entries, this.#register()),
      after: appended.after,
    }
    this.#frontier = appended.after
    this.#inFlight = { ticket, group, note: this.#start.cosign(frame.note) }
    const note = { key: checkpointRow(fold.log, size), value: this.#inFlight.note }
    return [{ type: 'store', size, rows: [...groupRows(fold.log, group, this.#start), note] }]
  }

  #turnAway(frame: Frame): FrameAnswer | undefined {
    if (this.#halted) return { type: 'halted' }
    if (this.#inFlight !== undefined) return { type: 'busy' }
    return frame.from === this.#frontier.size && frame.entries.length > 0
      ? undefined
      : { type: 'elsewhere', size: this.#size }
  }

  #append(): FollowerEffect {
    invariant(this.#inFlight !== undefined, 'nothing was being stored')
    const { group } = this.#inFlight
    return { type: 'append', expectedSize: group.from, entries: groupBytes(group) }
  }

  #release(): FollowerEffect {
    invariant(this.#inFlight !== undefined, 'nothing was being appended')
    const { group, note } = this.#inFlight
    return { type: 'release', size: group.after.size, note, expectedPlace: this.#place }
  }

  #afterRelease(place: number): readonly FollowerEffect[] {
    invariant(this.#inFlight !== undefined, 'nothing was being released')
    const { ticket, group, note } = this.#inFlight
    this.#inFlight = undefined
    this.#place = place
    this.#size = group.after.size
    return [answer(ticket, { type: 'held', size: this.#size, note })]
  }

  #halt(detail: string): readonly FollowerEffect[] {
    this.#halted = true
    const waiting = this.#inFlight
    this.#inFlight = undefined
    const halt: FollowerEffect = { type: 'halt', detail }
    return waiting === undefined ? [halt] : [halt, answer(waiting.ticket, { type: 'halted' })]
  }

  #register(): RegisterState {
    const { fold, register } = this.#start
    const own = fold.content.kind === 'register' ? fold.content.register : register
    invariant(own !== undefined, 'a log beside the register is judged by one')
    return own
  }
}

function answer(ticket: number, given: FrameAnswer): FollowerEffect {
  return { type: 'answer', ticket, answer: given }
}
