import { noteBytesMax, tlogProofBytesMax } from '@khata/ledger'
import type { Answer, ReceiptQuestion, Transport } from '../core/ports.ts'
import { readBody } from './body.ts'

/** An attempt that takes longer is given up and made again. */
export const requestMsMax = 20_000

/** The longest answer that means anything is a receipt. */
export const answerBytesMax: number = Math.max(tlogProofBytesMax, noteBytesMax)

export interface HttpTransportOptions {
  /** Ends every request under way. */
  readonly signal: AbortSignal
  readonly requestMsMax?: number
}

/** Submits over a node's HTTP: docs/protocol.md, "Submitting". An address is the node's base URL. */
export function httpTransport(options: HttpTransportOptions): Transport {
  return {
    submit: (address, signed) => ask({ address, path: '/v1/statements', init: post(signed) }, options),
    receipt: (address, question) => ask({ address, path: receiptPath(question), init: { method: 'GET' } }, options),
  }
}

interface Question {
  readonly address: string
  readonly path: string
  readonly init: RequestInit
}

function post(signed: Uint8Array): RequestInit {
  const headers = { 'content-type': 'application/x-protobuf' }
  return { method: 'POST', headers, body: new Uint8Array(signed) }
}

function receiptPath({ log, signer, statementId }: ReceiptQuestion): string {
  return `/v1/logs/${encodeURIComponent(log)}/receipts/${signer}/${statementId}?replicated=1`
}

async function ask({ address, path, init }: Question, options: HttpTransportOptions): Promise<Answer> {
  const timeout = AbortSignal.timeout(options.requestMsMax ?? requestMsMax)
  try {
    const signal = AbortSignal.any([options.signal, timeout])
    // A node has no reason to send an officer elsewhere; whoever does is not the node.
    const response = await fetch(new URL(path, address), { ...init, redirect: 'manual', signal })
    return await readAnswer(response, init.method === 'POST')
  } catch (error) {
    return { type: 'unreachable', detail: timeout.aborted ? 'no answer in time' : causeOf(error) }
  }
}

async function readAnswer(response: Response, isSubmit: boolean): Promise<Answer> {
  const { status } = response
  if (status === 503 || status === 429) return busy(response)
  const isReceipt = status === 200
  const isRefusal = isSubmit && status >= 400 && status < 500
  const bytes = await readBody(response, answerBytesMax)
  if (bytes === undefined) return { type: 'unintelligible', detail: `more than ${answerBytesMax} bytes` }
  if (isReceipt) return { type: 'receipt', bytes }
  if (isRefusal) return { type: 'refusal', note: bytes }
  return status === 404 ? { type: 'not-yet' } : { type: 'unintelligible', detail: `status ${status}` }
}

/** RFC 9110 section 10.2.3; of its two forms the one in seconds, which is what nodes send. */
async function busy(response: Response): Promise<Answer> {
  await response.body?.cancel()
  const seconds = /^[0-9]{1,9}$/.exec(response.headers.get('retry-after') ?? '')?.[0]
  return seconds === undefined ? { type: 'busy' } : { type: 'busy', retryAfterMs: Number(seconds) * 1000 }
}

/** fetch says only "fetch failed"; the reason is its cause. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? cause.message : String(cause)
}
