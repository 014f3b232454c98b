import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Entropy, WaitingClock } from '../core/ports.ts'

export const systemClock: WaitingClock = {
  now: () => Date.now(),
  sleep: (ms, signal) => setTimeout(ms, undefined, { signal }),
}

export const systemEntropy: Entropy = { bytes: (count) => new Uint8Array(randomBytes(count)) }
