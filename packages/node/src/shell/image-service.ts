import { fromHex, imageBytesMax, toHex } from '@khata/ledger'
import {
  decodeImageRequest,
  encodeImageReply,
  type ImageOffset,
  type ImagePart,
  type ImageReplyInput,
  type ImageRequest,
} from '@khata/proto'
import { imagePartBytesMax, imagesAskedMax } from '../replica/limits.ts'
import type { NodeImages, UploadAnswer } from './images.ts'
import type { RunningLog } from './running-log.ts'

/** What a hub answers about images from. */
export interface ImageContext {
  readonly images: NodeImages
  readonly logs: ReadonlyMap<string, RunningLog>
}

/** Milliseconds after which a carrier comes again where there are too many uploads. */
const busyRetryMs = 5_000

const empty = { wanted: [], held: [], code: '', retryAfterMs: 0 }

/**
 * Takes a part, gives one, or tells what is lacking here of the images of a log, and what is held of those the other lacks.
 * @param addressed the log that the request was addressed to: who may ask about it was decided by that.
 */
export async function answerImage(
  { images, logs }: ImageContext,
  addressed: string,
  payload: Uint8Array,
): Promise<Uint8Array> {
  const request = decodeImageRequest(payload)
  if (!request.ok) return encodeImageReply({ ...empty, code: request.error.code })
  const { log, part, asked } = request.value
  if (log !== addressed) return encodeImageReply({ ...empty, code: 'link/other-log' })
  const running = logs.get(log)
  if (running === undefined) return encodeImageReply({ ...empty, code: 'image/unknown' })
  if (part !== null) return encodeImageReply(await takePart(images, log, part))
  if (asked !== null) return encodeImageReply(await givePart(images, asked))
  return encodeImageReply(told(images, running, request.value))
}

async function takePart(images: NodeImages, log: string, part: ImagePart): Promise<ImageReplyInput> {
  const { sha256, size, offset, bytes } = part
  if (size > imageBytesMax) return { ...empty, code: 'image/too-large' }
  const isLast = offset + bytes.length === size
  const answer = await images.take({ hash: toHex(sha256), upload: `from-${log}`, offset, bytes, isLast })
  return replyTo(sha256, answer)
}

function replyTo(sha256: Uint8Array, answer: UploadAnswer): ImageReplyInput {
  switch (answer.type) {
    case 'held':
      return empty
    case 'partly':
    case 'elsewhere':
      return { ...empty, wanted: [{ sha256, offset: answer.offset }] }
    case 'refused':
      return { ...empty, code: answer.code, retryAfterMs: answer.code === 'image/busy' ? busyRetryMs : 0 }
  }
}

async function givePart(images: NodeImages, { sha256, offset }: ImageOffset): Promise<ImageReplyInput> {
  const hash = toHex(sha256)
  // Where nobody here names it, it is nobody's to ask for.
  const image = images.names(hash).length === 0 ? undefined : await images.read(hash)
  if (image === undefined) return { ...empty, code: 'image/missing' }
  const bytes = image.bytes.subarray(offset, offset + imagePartBytesMax)
  return { ...empty, part: { sha256, size: image.bytes.length, offset, bytes } }
}

function told(images: NodeImages, running: RunningLog, { wanted, after }: ImageRequest): ImageReplyInput {
  const from = toHex(after)
  const lacking = images.lackingIn(running).filter((hash) => hash > from)
  const held = wanted.slice(0, imagesAskedMax).filter((sha256) => images.has(toHex(sha256)))
  return {
    ...empty,
    wanted: lacking.slice(0, imagesAskedMax).map((hash) => ({ sha256: bytesOf(hash), offset: 0 })),
    held,
  }
}

/** The bytes of a hash that this node has read from a log. */
export function bytesOf(hash: string): Uint8Array {
  return fromHex(hash) ?? new Uint8Array(0)
}
