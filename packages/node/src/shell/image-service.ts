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
import { imagesIn, type NodeImages, type UploadAnswer } from './images.ts'
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
  const here = { images, running }
  if (part !== null) return encodeImageReply(await takePart(here, log, part))
  if (asked !== null) return encodeImageReply(await givePart(here, asked))
  return encodeImageReply(told(here, request.value))
}

interface Here {
  readonly images: NodeImages
  readonly running: RunningLog
}

/** Whether the log that is asked about names the image: who may ask about one log has no right to images of another. */
function isNamed({ running }: Here, hash: string): boolean {
  return imagesIn(running)?.has(hash) === true
}

async function takePart(here: Here, log: string, part: ImagePart): Promise<ImageReplyInput> {
  const { sha256, size, offset, bytes } = part
  const hash = toHex(sha256)
  if (!isNamed(here, hash)) return { ...empty, code: 'image/unknown' }
  if (size > imageBytesMax) return { ...empty, code: 'image/too-large' }
  const isLast = offset + bytes.length === size
  const answer = await here.images.take({ hash, upload: `from-${log}`, offset, bytes, isLast })
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

async function givePart(here: Here, { sha256, offset }: ImageOffset): Promise<ImageReplyInput> {
  const hash = toHex(sha256)
  const image = isNamed(here, hash) ? await here.images.read(hash) : undefined
  if (image === undefined) return { ...empty, code: 'image/missing' }
  const bytes = image.bytes.subarray(offset, offset + imagePartBytesMax)
  return { ...empty, part: { sha256, size: image.bytes.length, offset, bytes } }
}

function told(here: Here, { wanted, after }: ImageRequest): ImageReplyInput {
  const { images, running } = here
  const from = toHex(after)
  const isHeld = (hash: string): boolean => isNamed(here, hash) && images.has(hash)
  const lacking = images.lackingIn(running).filter((hash) => hash > from)
  const held = wanted.slice(0, imagesAskedMax).filter((sha256) => isHeld(toHex(sha256)))
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
