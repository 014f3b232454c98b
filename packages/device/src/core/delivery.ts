import { readUint32be } from '@khata/ledger'
import type { BelievedReceipt, BelievedRefusal, DeliveryFault, Judged } from './judge.ts'
import {
  pollMsBase,
  pollMsMax,
  pollsPerResend,
  refusedRetryMsMax,
  retryAfterMsMax,
  retryMsBase,
  retryMsMax,
  waitMsMax,
} from './limits.ts'
import type { Clock, Entropy } from './ports.ts'

/**
 * One statement on its way to one destination. It ends only with a replicated receipt: no refusal, no silence and no
 * request for patience ends it (Pakistan 2018: the central system told stations to stop sending).
 */
export interface Delivery {
  readonly state: DeliveryState
  /** Attempts since the last step forward. */
  readonly attempts: number
  /** Not before this time of the device's clock, milliseconds since 1970. */
  readonly dueAt: number
  /** The best receipt held: local while `sent`, replicated once `replicated`. */
  readonly receipt: BelievedReceipt | undefined
  /** The newest refusal, for the officer to act on. */
  readonly refusal: BelievedRefusal | undefined
  /** Why the last attempt brought nothing. */
  readonly fault: DeliveryFault | undefined
}

export type DeliveryState = 'queued' | 'sent' | 'replicated'

/** What the next attempt does. */
export type Act = 'submit' | 'ask-for-receipt'

/** Time and chance of one transition. */
export interface Draw {
  readonly now: number
  /** 0 to below 1, drawn anew for each transition. */
  readonly chance: number
}

export function drawOf({ clock, entropy }: { readonly clock: Clock; readonly entropy: Entropy }): Draw {
  return { now: clock.now(), chance: readUint32be(entropy.bytes(4)) / 2 ** 32 }
}

/** Due at once. */
export function newDelivery(now: number): Delivery {
  return { state: 'queued', attempts: 0, dueAt: now, receipt: undefined, refusal: undefined, fault: undefined }
}

/** The next attempt, if it is time for one. */
export function nextAct(delivery: Delivery, now: number): Act | undefined {
  if (delivery.state === 'replicated' || !isDue(delivery, now)) return undefined
  const isResend = delivery.attempts % pollsPerResend === pollsPerResend - 1
  return delivery.state === 'queued' || isResend ? 'submit' : 'ask-for-receipt'
}

/** Whether its destination has said neither that it has the statement nor that it refuses it. */
export function isUnanswered({ state, refusal }: Delivery): boolean {
  return state === 'queued' && refusal === undefined
}

/** What an answer makes of a delivery. A step back is impossible. */
export function advance(delivery: Delivery, judged: Judged, draw: Draw): Delivery {
  switch (judged.type) {
    case 'receipt':
      return withReceipt(delivery, judged.receipt, draw)
    case 'refusal':
      return again({ ...delivery, refusal: judged.refusal, fault: undefined }, draw, refusedRetryMsMax)
    case 'not-yet':
      return again({ ...delivery, fault: undefined }, draw)
    case 'fault': {
      const patienceMs = Math.min(judged.retryAfterMs ?? 0, retryAfterMsMax)
      const waiting = again({ ...delivery, fault: judged.fault }, draw)
      return { ...waiting, dueAt: waiting.dueAt + patienceMs }
    }
  }
}

function withReceipt(delivery: Delivery, receipt: BelievedReceipt, draw: Draw): Delivery {
  if (delivery.state === 'replicated') return delivery
  if (receipt.cosigners.length > 0) return { ...delivery, state: 'replicated', receipt, fault: undefined }
  if (delivery.state === 'sent') return again({ ...delivery, fault: undefined }, draw)
  const dueAt = draw.now + jittered(pollMsBase, draw.chance)
  return { ...delivery, state: 'sent', attempts: 0, dueAt, receipt, fault: undefined }
}

/** The same once more, later: exponential, with full jitter, so that five thousand devices do not return together. */
function again(delivery: Delivery, { now, chance }: Draw, capMs?: number): Delivery {
  const [baseMs, ownCapMs] = delivery.state === 'sent' ? [pollMsBase, pollMsMax] : [retryMsBase, retryMsMax]
  const waitMs = backedOff(delivery.attempts, chance, { baseMs, capMs: capMs ?? ownCapMs })
  return { ...delivery, attempts: delivery.attempts + 1, dueAt: now + waitMs }
}

/** A wait after so many attempts that brought nothing, with full jitter. */
export function backOff(attempts: number, chance: number, capMs: number = retryMsMax): number {
  return backedOff(attempts, chance, { baseMs: retryMsBase, capMs })
}

function backedOff(
  attempts: number,
  chance: number,
  { baseMs, capMs }: { readonly baseMs: number; readonly capMs: number },
): number {
  return jittered(Math.min(capMs, baseMs * 2 ** Math.min(attempts, 30)), chance)
}

function jittered(ceilingMs: number, chance: number): number {
  return Math.floor(ceilingMs * chance)
}

/** A clock that was set back must not silence the device. */
function isDue({ dueAt }: Delivery, now: number): boolean {
  return now >= dueAt || dueAt - now > waitMsMax
}
