import { noteBytesMax, tlogProofBytesMax } from '@khata/ledger'
import type { Answer, ImageAnswer, ImageTransport, ReceiptQuestion, Transport, Upload } from '../core/ports.ts'
import { detailCharactersMax } from '../core/limits.ts'
import { readBody } from './body.ts'

/** An attempt that takes longer is given up and made again. */
export const requestMsMax = 20_000

/** The longest answer that means anything is a receipt. */
export const answerBytesMax: number = Math.max(tlogProofBytesMax, noteBytesMax)

/** One request to a node's HTTP. `bytesMax` bounds the answer's body. */
export interface HttpRequest {
  /** The node's base URL. */
  readonly address: string
  readonly path: string
  readonly method: 'GET' | 'POST' | 'HEAD' | 'PATCH'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  readonly bytesMax: number
}

export interface HttpAnswer {
  readonly status: number
  /** A header of the answer. */
  readonly header: (name: string) => string | undefined
  /** Undefined: more than was asked for. */
  readonly bytes: Uint8Array | undefined
}

/** How requests travel. Throws where there was no answer. */
export type Exchange = (request: HttpRequest) => Promise<HttpAnswer>

/** Submits over a node's HTTP: docs/protocol.md, "Submitting". An address is the node's base URL. */
export function httpTransport(exchange: Exchange): Transport {
  return {
    submit: (address, signed) =>
      ask(exchange, { address, path: '/v1/statements', method: 'POST', headers: ofType(protobufType), body: signed }),
    receipt: (address, question) => ask(exchange, { address, path: receiptPath(question), method: 'GET' }),
  }
}

/** Brings images over a node's HTTP: docs/http.md, "Images". */
export function httpImageTransport(exchange: Exchange): ImageTransport {
  return {
    uploaded: (address, upload) => askImage(exchange, { address, path: uploadPath(upload), method: 'HEAD' }),
    upload: (address, upload, { offset, bytes, isLast }) => {
      const place = { 'upload-offset': String(offset), 'upload-complete': isLast ? '?1' : '?0' }
      const headers = { ...ofType(imagePartType), ...place }
      return askImage(exchange, { address, path: uploadPath(upload), method: 'PATCH', headers, body: bytes })
    },
  }
}

export interface FetchOptions {
  /** Ends every request under way. */
  readonly signal: AbortSignal
  readonly requestMsMax?: number
}

/** By `fetch`, as a browser or Node has it. */
export function fetchExchange({ signal: ending, requestMsMax: ms = requestMsMax }: FetchOptions): Exchange {
  return async ({ address, path, method, headers, body, bytesMax }) => {
    const timeout = AbortSignal.timeout(ms)
    const signal = AbortSignal.any([ending, timeout])
    const sent = { method, ...(headers && { headers }), ...(body !== undefined && { body: new Uint8Array(body) }) }
    try {
      // A node has no reason to send an officer elsewhere; whoever does is not the node.
      const response = await fetch(new URL(path, address), { ...sent, redirect: 'manual', signal })
      const header = (name: string): string | undefined => response.headers.get(name) ?? undefined
      return { status: response.status, header, bytes: await readBody(response, bytesMax) }
    } catch (error) {
      throw timeout.aborted ? new Error('no answer in time', { cause: error }) : reasonOf(error)
    }
  }
}

const protobufType = 'application/x-protobuf'
const imagePartType = 'application/partial-upload'

function ofType(type: string): Readonly<Record<string, string>> {
  return { 'content-type': type }
}

function uploadPath({ image, id }: Upload): string {
  return `/v1/images/${image}/uploads/${id}`
}

function receiptPath({ log, signer, statementId }: ReceiptQuestion): string {
  return `/v1/logs/${encodeURIComponent(log)}/receipts/${signer}/${statementId}?replicated=1`
}

async function ask(exchange: Exchange, request: Omit<HttpRequest, 'bytesMax'>): Promise<Answer> {
  try {
    const answer = await exchange({ ...request, bytesMax: answerBytesMax })
    return readAnswer(answer, request.method === 'POST')
  } catch (error) {
    return { type: 'unreachable', detail: error instanceof Error ? error.message : String(error) }
  }
}

async function askImage(exchange: Exchange, request: Omit<HttpRequest, 'bytesMax'>): Promise<ImageAnswer> {
  try {
    return readImageAnswer(await exchange({ ...request, bytesMax: answerBytesMax }))
  } catch (error) {
    return { type: 'unreachable', detail: error instanceof Error ? error.message : String(error) }
  }
}

/** A node that is not at the offset says where it is: that too is an answer to go on from. */
function readImageAnswer({ status, header }: HttpAnswer): ImageAnswer {
  const offset = /^[0-9]{1,15}$/.exec(header('upload-offset') ?? '')?.[0]
  if (status === 503 || status === 429) return busy(header('retry-after'))
  if ((status === 204 || status === 409) && offset !== undefined) {
    const isComplete = status === 204 && header('upload-complete') === '?1'
    return isComplete ? { type: 'held' } : { type: 'offset', offset: Number(offset) }
  }
  const code = header('khata-code')
  if (status < 400 || status >= 500 || code === undefined) return { type: 'unintelligible', detail: `status ${status}` }
  return { type: 'refused', code: code.slice(0, detailCharactersMax) }
}

function readAnswer({ status, header, bytes }: HttpAnswer, isSubmit: boolean): Answer {
  if (status === 503 || status === 429) return busy(header('retry-after'))
  if (bytes === undefined) return { type: 'unintelligible', detail: `more than ${answerBytesMax} bytes` }
  if (status === 200) return { type: 'receipt', bytes }
  if (isSubmit && status >= 400 && status < 500) return { type: 'refusal', note: bytes }
  return status === 404 ? { type: 'not-yet' } : { type: 'unintelligible', detail: `status ${status}` }
}

/** RFC 9110 section 10.2.3; of its two forms the one in seconds, which is what nodes send. */
function busy(retryAfter = ''): Extract<Answer, { readonly type: 'busy' }> {
  const seconds = /^[0-9]{1,9}$/.exec(retryAfter)?.[0]
  return seconds === undefined ? { type: 'busy' } : { type: 'busy', retryAfterMs: Number(seconds) * 1000 }
}

/** fetch says only "fetch failed"; the reason is its cause. */
function reasonOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? error.cause : error
}
