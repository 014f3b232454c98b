import { setTimeout } from 'node:timers/promises'

/** How a line between sites is, one way. */
export interface LineQuality {
  readonly bytesPerSecond: number
  /** Of 1,000 segments; each is sent again after a while, as TCP does. */
  readonly lossPerMille: number
}

const segmentBytes = 1_460
/** TCP's least wait before a segment is sent again: RFC 6298 asks for a second, systems take a fifth of one. */
const againAfterMs = 200

/** The same bytes, one segment after another, each in its time; what follows waits. */
export async function* slowly(bytes: AsyncIterable<Buffer>, quality: LineQuality): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at += segmentBytes) {
      const segment = chunk.subarray(at, at + segmentBytes)
      await setTimeout(msOf(segment.length, quality))
      yield segment
    }
  }
}

function msOf(bytes: number, { bytesPerSecond, lossPerMille }: LineQuality): number {
  const onceMs = (1_000 * bytes) / bytesPerSecond
  let ms = onceMs
  while (1_000 * Math.random() < lossPerMille) ms += againAfterMs + onceMs
  return ms
}
