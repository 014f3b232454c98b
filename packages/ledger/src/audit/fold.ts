import type { RegisterState } from '../identity/register.ts'
import type { Trust } from '../identity/trust.ts'
import { toHex } from '../base/bytes.ts'
import type { ImageRecord } from '../count/image-record.ts'
import { emptySeat, type SeatState } from '../count/state.ts'
import { type AuthorChain, firstLink } from '../event/author.ts'
import type { Refusal } from '../event/refusal.ts'
import { type HashHex, type KeyHex, zeroHash } from '../event/statement.ts'
import { cutsBelow, emptyRegister } from '../identity/register.ts'
import { emptyFrontier, type Frontier, frontierRoot } from '../log/frontier.ts'

/**
 * One log as folded so far: its chain, its tree and what its entries mean.
 * Owned by whoever folds; updated in place; plain data, so that a snapshot can hold it.
 */
export interface LogFold {
  readonly log: string
  readonly generation: number
  readonly sequencerKey: KeyHex
  size: number
  /** Leaf hash of the last entry; 32 zero bytes in an empty log. */
  head: Uint8Array
  frontier: Frontier
  epoch: number
  /** The sequencer's own device chain, which its next statement in this log continues. */
  chain: AuthorChain
  /** Size of the register at the newest pin; in the register itself, not used. */
  pin: number
  /** Orders of the root that cut these entries and were known when the entry at their cut was folded. */
  cuts: number
  /** From this entry on the log is invalid: nothing after it is folded. */
  fault: LogFault | undefined
  /** By index. */
  readonly voids: VoidEntry[]
  /** Second histories of one signer: both statements are kept, and each such entry is named. */
  readonly equivocations: Equivocation[]
  readonly content: LogContent
}

export type LogContent =
  | { readonly kind: 'register'; readonly register: RegisterState }
  | SeatContent
  /** Nothing is counted there; it is known which images are to come. */
  | { readonly kind: 'intake'; readonly images: Map<HashHex, ImageRecord> }

export interface SeatContent {
  readonly kind: 'seat'
  readonly seat: SeatState
  /** Frontiers by size, until HQ's freeze names the root of one of them. */
  readonly frontiersUntilFreeze: Map<number, Frontier>
}

/** Encoding, index, previous, epoch or opening: docs/protocol.md, "Two kinds of fault". */
export interface LogFault {
  readonly code: LogFaultCode
  readonly index: number
  readonly detail: string
}

export type LogFaultCode =
  | 'entry/malformed'
  | 'entry/too-large'
  | 'entry/index'
  | 'entry/previous'
  | 'entry/epoch'
  | 'log/not-opened-first'

/** An entry without effect on any figure, named with its rule and its author. */
export interface VoidEntry {
  readonly index: number
  readonly signer: KeyHex
  readonly refusal: Refusal
}

/** Whether an entry that has been folded is void. */
export function isVoid({ voids }: Pick<LogFold, 'voids'>, index: number): boolean {
  let [from, to] = [0, voids.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((voids[middle]?.index ?? 0) < index) from = middle + 1
    else to = middle
  }
  return voids[from]?.index === index
}

/** An entry whose signer had said something else in this log under the same sequence number. */
export interface Equivocation {
  readonly index: number
  readonly signer: KeyHex
  readonly sequence: number
}

/** Names of logs that are not seats'. */
export const registerLog = 'register'
const intakePrefix = 'intake-'

export function intakeLog(hub: string): string {
  return `${intakePrefix}${hub}`
}

export function logKind(log: string): LogContent['kind'] {
  if (log === registerLog) return 'register'
  return log.startsWith(intakePrefix) ? 'intake' : 'seat'
}

/** The register before its first entry. Its key comes from the trust file. */
export function openRegisterFold(trust: Trust): LogFold {
  const register = emptyRegister(trust, toHex(frontierRoot(emptyFrontier)))
  return emptyFold({ log: registerLog, generation: 1, sequencerKey: trust.registerKey }, { kind: 'register', register })
}

/** A seat's or an intake log before its first entry. Its generation and key come from the register. */
export function openLogFold(identity: LogIdentity): LogFold {
  const kind = logKind(identity.log)
  if (kind !== 'seat') return emptyFold(identity, { kind: 'intake', images: new Map() })
  return emptyFold(identity, { kind, seat: emptySeat(identity.log), frontiersUntilFreeze: new Map() })
}

export interface LogIdentity {
  readonly log: string
  readonly generation: number
  readonly sequencerKey: KeyHex
}

/** The seat that a sequencer's own statements in its log are about; empty outside a seat's log. */
export function seatOfLog({ log, content }: LogFold): string {
  return content.kind === 'seat' ? log : ''
}

/** Generation and sequencer key of a log as the register declares them; undefined where it declares none. */
export function declaredLog(register: RegisterState, log: string): LogIdentity | undefined {
  if (log.startsWith(intakePrefix)) {
    const hub = register.hubs.get(log.slice(intakePrefix.length))
    return hub && { log, generation: 1, sequencerKey: toHex(hub.value.sequencerKey) }
  }
  const seat = register.seats.get(log)
  return seat && { log, generation: seat.value.generation, sequencerKey: toHex(seat.value.sequencerKey) }
}

/**
 * The register size that a verdict on this log prints: the newest pin, or the newest order of the root that
 * cuts into these entries. A register that has grown otherwise gives the same verdict, so that nodes which
 * hold different sizes of it still write the same form.
 */
export function judgedAtRegisterSize(fold: LogFold, register: RegisterState): number {
  return Math.max(...registerSizesJudgedAt(fold, register))
}

/** The sizes that a verdict on these entries would have printed before each order that cuts into them was known. */
export function registerSizesJudgedAt(fold: LogFold, register: RegisterState): readonly number[] {
  return [fold.pin, ...cutsBelow(register, fold, fold.size).map(({ since }) => since + 1)]
}

/** Whether an order of the root has cut into these entries since they were folded: the log must be folded anew. */
export function isCutSince(fold: LogFold, register: RegisterState): boolean {
  return cutsBelow(register, fold, fold.size).length !== fold.cuts
}

function emptyFold(identity: LogIdentity, content: LogContent): LogFold {
  return {
    ...identity,
    size: 0,
    head: zeroHash,
    frontier: emptyFrontier,
    epoch: 0,
    chain: firstLink,
    pin: 0,
    cuts: 0,
    fault: undefined,
    voids: [],
    equivocations: [],
    content,
  }
}
