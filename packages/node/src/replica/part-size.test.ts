import fc from 'fast-check'
import { expect, it } from 'vitest'
import { linkPayloadBytesMax } from './limits.ts'
import { nextPartBytes, partBytesFirst, partBytesMin } from './part-size.ts'

const lostAfterMs = 20_000

/** Pieces sent over a line of so many bytes a second, until one size stays. */
function settle(bytesPerSecond: number, roundTripMs: number): { readonly bytes: number; readonly tookMs: number } {
  let bytes = partBytesFirst
  for (let piece = 0; piece < 40; piece += 1) {
    const tookMs = roundTripMs + (1_000 * bytes) / bytesPerSecond
    const outcome = tookMs > lostAfterMs ? 'lost' : 'answered'
    bytes = nextPartBytes(bytes, { outcome, tookMs: Math.min(tookMs, lostAfterMs), carried: bytes })
  }
  return { bytes, tookMs: roundTripMs + (1_000 * bytes) / bytesPerSecond }
}

it('pieces come to a size that a line carries in seconds, whatever its speed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 500, max: 100_000 }), fc.integer({ min: 1, max: 1_200 }), (rate, roundTripMs) => {
      const { bytes, tookMs } = settle(rate, roundTripMs)
      expect(tookMs).toBeLessThan(lostAfterMs / 2)
      expect(bytes).toBeGreaterThanOrEqual(partBytesMin)
    }),
  )
})

it('a quick line carries requests whole, and goes on to while the hub is slow', () => {
  expect(settle(5_000_000, 600).bytes).toBe(linkPayloadBytesMax)
  expect(nextPartBytes(linkPayloadBytesMax, { outcome: 'answered', tookMs: 19_000, carried: 900_000 })).toBe(
    linkPayloadBytesMax,
  )
})

it('a line that is down says nothing of its speed', () => {
  expect(nextPartBytes(40_000, { outcome: 'lost', tookMs: 3, carried: 40_000 })).toBe(40_000)
  expect(nextPartBytes(40_000, { outcome: 'lost', tookMs: lostAfterMs, carried: 40_000 })).toBe(10_000)
})

it('short questions that are answered at once do not let pieces grow', () => {
  expect(nextPartBytes(16_384, { outcome: 'answered', tookMs: 40, carried: 200 })).toBe(16_384)
  expect(nextPartBytes(16_384, { outcome: 'answered', tookMs: 40, carried: 10_000 })).toBe(40_000)
})
