import type { Draw } from './delivery.ts'
import { backOff } from './delivery.ts'
import { imagePartBytesMax, lookAgainMs, refusedRetryMsMax, retryAfterMsMax, waitMsMax } from './limits.ts'
import type { ImageAnswer } from './ports.ts'

/**
 * One image on its way to one destination. It ends where the destination has the image: no silence, no refusal and no
 * request for patience ends it. Nothing of it is written down: after a start the destination is asked how far it has come,
 * and every hour whether it still has it, since nobody signs that it does.
 */
export interface ImageDelivery {
  readonly state: 'asking' | 'sending' | 'held'
  /** Where the next part begins. */
  readonly offset: number
  /** Attempts since the last step forward. */
  readonly attempts: number
  /** Not before this time of the device's clock, milliseconds since 1970. */
  readonly dueAt: number
  /** Why the last attempt brought nothing; empty where it did. */
  readonly fault: string
}

/** Due at once. */
export function newImageDelivery(now: number): ImageDelivery {
  return { state: 'asking', offset: 0, attempts: 0, dueAt: now, fault: '' }
}

/** A clock that was set back must not silence the device. */
export function isImageDue({ state, dueAt }: ImageDelivery, now: number): boolean {
  return now >= dueAt || dueAt - now > (state === 'held' ? lookAgainMs : waitMsMax)
}

/** The bytes of the next part. */
export function partOf(image: Uint8Array, { offset }: ImageDelivery): Uint8Array {
  return image.subarray(offset, offset + imagePartBytesMax)
}

/** What an answer makes of it. */
export function advanceImage(delivery: ImageDelivery, answer: ImageAnswer, draw: Draw): ImageDelivery {
  if (answer.type === 'held' || (delivery.state === 'held' && answer.type !== 'offset')) {
    return { ...delivery, state: 'held', attempts: 0, dueAt: draw.now + lookAgainMs, fault: '' }
  }
  switch (answer.type) {
    case 'offset':
      return toOffset(delivery, answer.offset, draw)
    case 'refused':
      // What is wrong may be mended meanwhile, and an upload that was thrown away begins anew.
      return { ...again(delivery, answer.code, draw, refusedRetryMsMax), state: 'asking' }
    case 'busy': {
      const waiting = again(delivery, 'busy', draw)
      return { ...waiting, dueAt: waiting.dueAt + Math.min(answer.retryAfterMs ?? 0, retryAfterMsMax) }
    }
    case 'unreachable':
    case 'unintelligible':
      // What has become of the part is not known: it is asked for.
      return { ...again(delivery, answer.detail, draw), state: 'asking' }
  }
}

/** To where the destination says it stands. Only who comes further is at once due again. */
function toOffset(delivery: ImageDelivery, offset: number, draw: Draw): ImageDelivery {
  const isForward = delivery.state !== 'sending' || offset > delivery.offset
  if (!isForward) return { ...again(delivery, 'no step forward', draw), state: 'asking' }
  const attempts = offset > delivery.offset ? 0 : delivery.attempts
  return { ...delivery, state: 'sending', offset, attempts, dueAt: draw.now, fault: '' }
}

function again(delivery: ImageDelivery, fault: string, { now, chance }: Draw, capMs?: number): ImageDelivery {
  const { attempts } = delivery
  return { ...delivery, attempts: attempts + 1, dueAt: now + backOff(attempts, chance, capMs), fault }
}
