import { noteBytesMax, tlogProofBytesMax } from '@khata/ledger'
import type { Answer, ReceiptQuestion, Transport } from '../core/ports.ts'
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
  readonly method: 'GET' | 'POST'
  /** Of a POST: protobuf. */
  readonly body?: Uint8Array
  readonly bytesMax: number
}

export interface HttpAnswer {
  readonly status: number
  readonly retryAfter: string | undefined
  /** Undefined: more than was asked for. */
  readonly bytes: Uint8Array | undefined
}

/** How requests travel. Throws where there was no answer. */
export type Exchange = (request: HttpRequest) => Promise<HttpAnswer>

/** Submits over a node's HTTP: docs/protocol.md, "Submitting". An address is the node's base URL. */
export function httpTransport(exchange: Exchange): Transport {
  return {
    submit: (address, signed) => ask(exchange, { address, path: '/v1/statements', method: 'POST', body: signed }),
    receipt: (address, question) => ask(exchange, { address, path: receiptPath(question), method: 'GET' }),
  }
}

export interface FetchOptions {
  /** Ends every request under way. */
  readonly signal: AbortSignal
  readonly requestMsMax?: number
}

/** By `fetch`, as a browser or Node has it. */
export function fetchExchange({ signal: ending, requestMsMax: ms = requestMsMax }: FetchOptions): Exchange {
  return async ({ address, path, method, body, bytesMax }) => {
    const timeout = AbortSignal.timeout(ms)
    const signal = AbortSignal.any([ending, timeout])
    const headers = { 'content-type': protobufType }
    const sent = body === undefined ? { method } : { method, headers, body: new Uint8Array(body) }
    try {
      // A node has no reason to send an officer elsewhere; whoever does is not the node.
      const response = await fetch(new URL(path, address), { ...sent, redirect: 'manual', signal })
      const { status } = response
      const retryAfter = response.headers.get('retry-after') ?? undefined
      return { status, retryAfter, bytes: await readBody(response, bytesMax) }
    } catch (error) {
      throw timeout.aborted ? new Error('no answer in time', { cause: error }) : reasonOf(error)
    }
  }
}

export const protobufType = 'application/x-protobuf'

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

function readAnswer({ status, retryAfter, bytes }: HttpAnswer, isSubmit: boolean): Answer {
  if (status === 503 || status === 429) return busy(retryAfter)
  if (bytes === undefined) return { type: 'unintelligible', detail: `more than ${answerBytesMax} bytes` }
  if (status === 200) return { type: 'receipt', bytes }
  if (isSubmit && status >= 400 && status < 500) return { type: 'refusal', note: bytes }
  return status === 404 ? { type: 'not-yet' } : { type: 'unintelligible', detail: `status ${status}` }
}

/** RFC 9110 section 10.2.3; of its two forms the one in seconds, which is what nodes send. */
function busy(retryAfter = ''): Answer {
  const seconds = /^[0-9]{1,9}$/.exec(retryAfter)?.[0]
  return seconds === undefined ? { type: 'busy' } : { type: 'busy', retryAfterMs: Number(seconds) * 1000 }
}

/** fetch says only "fetch failed"; the reason is its cause. */
function reasonOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? error.cause : error
}
