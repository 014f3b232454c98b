import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Entropy } from '../core/ports.ts'
import type { WaitingClock } from './courier.ts'

export const systemClock: WaitingClock = {
  now: () => Date.now(),
  sleep: (ms, signal) => setTimeout(ms, undefined, { signal }),
}

export const systemEntropy: Entropy = { bytes: (count) => new Uint8Array(randomBytes(count)) }
