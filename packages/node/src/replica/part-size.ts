import { linkPayloadBytesMax } from './limits.ts'

/** How a request, or a piece of one, fared on a link. */
export interface Fared {
  readonly outcome: 'answered' | 'lost'
  readonly tookMs: number
  /** Bytes sent, or answered, whichever are more: what is short says little of the line. */
  readonly carried: number
}

/** A link of which nothing is known yet: a second at 16 kB/s. */
export const partBytesFirst = 16_384
/** The least piece: at 100 bytes a second it still comes before a link's timeout. */
export const partBytesMin = 1_024

/** An answer within this time lets pieces grow; longer than a satellite's way there and back. */
const quickMsMax = 1_500
/** Past it pieces shrink: a connection must never look dead because one piece fills it. */
const slowMsMin = 5_000
const growth = 4
const shrinkage = 2
const shrinkageLost = 4

/** How many bytes the next piece may have, from how the one before fared; `linkPayloadBytesMax`: requests go whole. */
export function nextPartBytes(bytes: number, { outcome, tookMs, carried }: Fared): number {
  if (outcome === 'answered') {
    // What went whole and was answered late has waited for the hub, not for the line.
    if (bytes >= linkPayloadBytesMax) return bytes
    if (tookMs <= quickMsMax) return Math.max(bytes, Math.min(growth * carried, linkPayloadBytesMax))
    return tookMs < slowMsMin ? bytes : Math.max(Math.floor(bytes / shrinkage), partBytesMin)
  }
  // What was lost at once was lost with the link, and says nothing of its speed.
  return tookMs <= quickMsMax ? bytes : Math.max(Math.floor(bytes / shrinkageLost), partBytesMin)
}
