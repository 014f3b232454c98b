import { setTimeout } from 'node:timers/promises'
import pLimit from 'p-limit'
import type { Drill } from './drill.ts'

/** How a sample of the devices came to replicated receipts. */
export interface ReceiptTally {
  readonly devices: number
  readonly asked: number
  /** Statements on their ways for which a device that was asked still lacks one. */
  readonly lacking: number
}

/** Forms on their way at once, over all seats. */
export const onTheWayMax = 720

const receiptSampleMax = 300
const receiptRoundsMax = 20

/** Further than any device waits between two questions. */
const pollMsMax = 61_000

/** Waits until all devices' forms and locks are where they are for: with the returning officers, and at HQ. */
export async function untilDelivered(drill: Drill): Promise<void> {
  const officers = await Promise.all(drill.pos.values())
  await Promise.all(officers.map((officer) => officer.delivered()))
}

/**
 * Has devices ask for their replicated receipts until they hold them: a sample, since one machine plays thousands of
 * phones here.
 */
export async function collectReceipts(drill: Drill): Promise<ReceiptTally> {
  const all = await Promise.all(drill.pos.values())
  const every = Math.max(1, Math.ceil(all.length / receiptSampleMax))
  const officers = all.filter((_, at) => at % every === 0)
  const limit = pLimit(onTheWayMax)
  let lacking = officers.length
  for (let round = 0; round < receiptRoundsMax && lacking > 0; round += 1) {
    if (round > 0) await setTimeout(100, undefined, { signal: drill.signal })
    drill.clock.moveOn(pollMsMax)
    const lacks = await Promise.all(officers.map((officer) => limit(() => officer.collectReceipts())))
    lacking = lacks.reduce((a, b) => a + b, 0)
  }
  return { devices: all.length, asked: officers.length, lacking }
}
