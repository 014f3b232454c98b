import { randomBytes } from 'node:crypto'
import type { Clock, Entropy } from '../core/ports.ts'

export const systemClock: Clock = { now: () => Date.now() }

export const systemEntropy: Entropy = { bytes: (count) => new Uint8Array(randomBytes(count)) }
