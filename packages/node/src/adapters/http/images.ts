import type { ImageType } from '@khata/ledger'
import { imageBytesMax } from '@khata/ledger'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { UploadAnswer, UploadRefusalCode } from '../../shell/images.ts'
import { sendFault } from './fault.ts'
import { imageSeconds, publicImageSeconds, uploadPartBytesMax } from './limits.ts'
import { costly } from './rate.ts'
import type { HttpContext } from './server.ts'

const partType = 'application/partial-upload'

interface OfImage {
  readonly Params: { readonly hash: string }
}

interface OfUpload {
  readonly Params: { readonly hash: string; readonly upload: string }
}

/** Images by their SHA-256: to the public only what is masked, to officers all that is here. */
export function imageRoutes(server: FastifyInstance, { node, port }: HttpContext): void {
  const { images } = node
  server.get<OfImage>('/v1/images/:hash', costly(port), async (request, reply) => {
    const { hash } = request.params
    if (!isHash(hash)) return sendNoHash(reply)
    const view = images.viewOf(hash)
    if (view === undefined) return sendFault(reply, 404, 'image/unknown')
    if (port === 'public' && view === 'original') return sendFault(reply, 403, 'image/original-not-public')
    if (port === 'public' && view === 'superseded') return sendFault(reply, 410, 'image/superseded')
    if (!images.has(hash)) return sendFault(reply, 404, 'image/missing')
    const image = await images.read(hash)
    if (image === undefined) return sendFault(reply, 503, 'image/damaged', 'it is fetched from another replica')
    void reply.header('cache-control', port === 'public' ? publicCaching : officersCaching)
    return sendImage(reply, request, { hash, ...image })
  })
}

/** What a masked copy shows may have to be taken back: then it is superseded, and no cache keeps it for long. */
const publicCaching = `public, max-age=${publicImageSeconds}`
const officersCaching = `private, max-age=${imageSeconds}, immutable`

/**
 * Brings images, part by part, as draft-ietf-httpbis-resumable-upload has it. The client chooses its upload's address, so
 * that a lost answer leaves nothing behind, and nobody else can add to it who does not know it.
 */
export function uploadRoutes(server: FastifyInstance, { node }: HttpContext): void {
  const { images } = node
  const options = { parseAs: 'buffer', bodyLimit: uploadPartBytesMax } as const
  server.addContentTypeParser(partType, options, (_, body, done) => done(null, body))
  const path = '/v1/images/:hash/uploads/:upload'
  server.head<OfUpload>(path, (request, reply) => {
    const { hash, upload } = request.params
    if (!isHash(hash) || !isUpload(upload)) return sendNoHash(reply)
    return sendUpload(reply.header('upload-limit', uploadLimit), hash, images.uploaded({ hash, upload }))
  })
  server.patch<OfUpload>(path, { bodyLimit: uploadPartBytesMax }, async (request, reply) => {
    const { hash, upload } = request.params
    if (!isHash(hash) || !isUpload(upload)) return sendNoHash(reply)
    if (request.headers['content-type'] !== partType) {
      return sendFault(reply, 415, 'http/unsupported-media-type', partType)
    }
    const offset = offsetIn(request)
    const isLast = isLastIn(request)
    if (offset === undefined || isLast === undefined) {
      return sendFault(reply, 400, 'http/bad-request', 'upload-offset is a number, upload-complete ?0 or ?1')
    }
    const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array(0)
    return sendUpload(reply, hash, await images.take({ hash, upload, offset, bytes, isLast }))
  })
}

const uploadLimit = `max-size=${imageBytesMax}, max-append-size=${uploadPartBytesMax}`

function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

function isUpload(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text)
}

function sendNoHash(reply: FastifyReply): FastifyReply {
  return sendFault(reply, 400, 'http/bad-request', 'an image is 64 lower-case hex digits, an upload 32')
}

function offsetIn({ headers }: FastifyRequest): number | undefined {
  const written = headers['upload-offset']
  return typeof written === 'string' && /^[0-9]{1,15}$/.test(written) ? Number(written) : undefined
}

/** A boolean of RFC 9651. */
function isLastIn({ headers }: FastifyRequest): boolean | undefined {
  const written = headers['upload-complete']
  if (written === '?1') return true
  return written === '?0' ? false : undefined
}

function sendUpload(reply: FastifyReply, hash: string, answer: UploadAnswer): FastifyReply {
  void reply.header('cache-control', 'no-store')
  switch (answer.type) {
    case 'held':
      return withOffset(reply, answer.bytes, true).header('location', `/v1/images/${hash}`).code(204).send()
    case 'partly':
      return withOffset(reply, answer.offset, false).code(204).send()
    case 'elsewhere':
      return sendFault(withOffset(reply, answer.offset, false), 409, 'image/offset-differs')
    case 'refused':
      return sendFault(reply, refusalStatus[answer.code], answer.code)
  }
}

function withOffset(reply: FastifyReply, offset: number, isComplete: boolean): FastifyReply {
  return reply.headers({ 'upload-offset': offset, 'upload-complete': isComplete ? '?1' : '?0' })
}

const refusalStatus: Readonly<Record<UploadRefusalCode, number>> = {
  'image/unknown': 404,
  'image/too-large': 413,
  'image/type-not-taken': 415,
  'image/type-differs': 415,
  'image/hash-differs': 422,
  'image/busy': 503,
}

interface SentImage {
  readonly hash: string
  readonly bytes: Uint8Array
  readonly type: ImageType
}

/** Whole, or the one range that is asked for (RFC 9110 section 14). A browser must take it for nothing but what it is. */
function sendImage(
  reply: FastifyReply,
  { headers }: Pick<FastifyRequest, 'headers'>,
  { hash, bytes, type }: SentImage,
): FastifyReply {
  const etag = `"${hash}"`
  void reply.headers({ etag, 'accept-ranges': 'bytes', ...safely(hash, type) }).type(type)
  if (headers['if-none-match'] === etag) return reply.code(304).send()
  const range = rangeIn(headers.range, bytes.length)
  if (range === undefined) return reply.send(Buffer.from(bytes))
  const { from, to } = range
  if (from >= to) return sendRangeFault(reply, bytes.length)
  void reply.code(206).header('content-range', `bytes ${from}-${to - 1}/${bytes.length}`)
  return reply.send(Buffer.from(bytes.subarray(from, to)))
}

function safely(hash: string, type: ImageType) {
  const { shown, ending } = dispositions[type]
  return {
    'content-disposition': `${shown}; filename="${hash}.${ending}"`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  }
}

/** A document may hold more than a picture: it is not opened in the browser. */
const dispositions: Readonly<Record<ImageType, { readonly shown: string; readonly ending: string }>> = {
  'image/jpeg': { shown: 'inline', ending: 'jpg' },
  'image/png': { shown: 'inline', ending: 'png' },
  'image/webp': { shown: 'inline', ending: 'webp' },
  'application/pdf': { shown: 'attachment', ending: 'pdf' },
}

/** The first byte and the one after the last; undefined where no single range is asked for. */
function rangeIn(header: string | undefined, size: number): { readonly from: number; readonly to: number } | undefined {
  const [, first = '', last = ''] = /^bytes=([0-9]{0,15})-([0-9]{0,15})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return undefined
  if (first === '') return { from: Math.max(0, size - Number(last)), to: size }
  return { from: Number(first), to: last === '' ? size : Math.min(Number(last) + 1, size) }
}

function sendRangeFault(reply: FastifyReply, size: number): FastifyReply {
  void reply.header('content-range', `bytes */${size}`)
  return sendFault(reply, 416, 'http/bad-request', 'there are no such bytes')
}
