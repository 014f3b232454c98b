import { setTimeout } from 'node:timers/promises'
import type { SignedBytes } from '@khata/ledger'
import { encodeSignedStatement } from '@khata/proto'
import { Client } from 'undici'
import { DrillError } from './drill-error.ts'

/** What a node said to a statement. */
export type Filed =
  | { readonly type: 'receipt'; readonly bytes: Uint8Array }
  | { readonly type: 'refusal'; readonly code: string; readonly note: string }

export interface Page {
  readonly status: number
  readonly bytes: Uint8Array
  readonly formHash: string | undefined
}

/** An officer's line to one node. Statements arrive in the order in which they were submitted, many at a time. */
export interface NodeClient extends AsyncDisposable {
  readonly url: string
  /** The same bytes again until there is an answer: the node knows a statement by its id. */
  submit(signed: SignedBytes): Promise<Filed>
  get(path: string, accept?: string): Promise<Page>
}

/** Statements under way on one connection (HTTP pipelining), so that the node commits them in groups. */
const pipelineMax = 128

/** A node that is busy, and one that had no time to read the request. */
const comeAgain: ReadonlySet<number> = new Set([503, 408])

const patienceMs = 60_000
const retryMsBase = 50
const retryMsMax = 1_000

export function nodeClient(url: string, signal: AbortSignal): NodeClient {
  const client = new Client(url, { pipelining: pipelineMax, headersTimeout: 30_000, bodyTimeout: 30_000 })
  const ask = (request: Request) => patiently(client, request, signal)
  return {
    url,
    submit: async (signed) => filed(await ask(submission(signed))),
    get: (path, accept = 'application/json') => ask({ method: 'GET', path, headers: { accept } }),
    [Symbol.asyncDispose]: () => client.destroy(),
  }
}

interface Request {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Record<string, string>
  readonly body?: Uint8Array
}

function submission(signed: SignedBytes): Request {
  const headers = { 'content-type': 'application/x-protobuf' }
  return { method: 'POST', path: '/v1/statements', headers, body: encodeSignedStatement(signed) }
}

type Answer = Page & { readonly code: string | undefined; readonly retryAfterMs: number | undefined }

async function patiently(client: Client, request: Request, signal: AbortSignal): Promise<Answer> {
  const deadline = performance.now() + patienceMs
  for (let attempt = 0; ; attempt += 1) {
    signal.throwIfAborted()
    const answer = await once(client, request, signal)
    if (!(answer instanceof Error) && !comeAgain.has(answer.status)) return answer
    if (performance.now() > deadline) throw silent(request, answer)
    const asked = answer instanceof Error ? undefined : answer.retryAfterMs
    const waitMs = asked ?? Math.min(retryMsMax, retryMsBase * 2 ** attempt)
    await setTimeout(waitMs, undefined, { signal })
  }
}

/** A connection that breaks is an answer too: none. */
async function once(client: Client, request: Request, signal: AbortSignal): Promise<Answer | Error> {
  try {
    // A statement may be sent twice, and none need wait for the answer to the one before.
    const pipelined = { idempotent: true, blocking: false, signal }
    const response = await client.request({ ...request, body: request.body ?? null, ...pipelined })
    const { statusCode, headers } = response
    return {
      status: statusCode,
      bytes: await response.body.bytes(),
      formHash: text(headers['khata-form-hash']),
      code: text(headers['khata-code']),
      retryAfterMs: secondsIn(text(headers['retry-after'])),
    }
  } catch (cause) {
    if (signal.aborted || !(cause instanceof Error)) throw cause
    return cause
  }
}

function filed({ status, bytes, code }: Answer): Filed {
  if (status === 200) return { type: 'receipt', bytes }
  return { type: 'refusal', code: code ?? `status ${status}`, note: new TextDecoder().decode(bytes) }
}

function text(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined
}

function secondsIn(header: string | undefined): number | undefined {
  return header !== undefined && /^[0-9]{1,4}$/.test(header) ? Number(header) * 1000 : undefined
}

function silent({ method, path }: Request, answer: Answer | Error): DrillError {
  const last = answer instanceof Error ? answer.message : `status ${answer.status}`
  const options = answer instanceof Error ? { cause: answer } : {}
  return new DrillError('drill/node-silent', `${method} ${path}: ${last}`, options)
}
