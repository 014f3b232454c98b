import { claimedCheckpoint, type Checkpoint, parseNote, parseTlogProof, type SignedBytes } from '@khata/ledger'
import { encodeSignedStatement } from '@khata/proto'

export interface Answer {
  readonly status: number
  readonly code: string | undefined
  readonly bytes: Uint8Array
  readonly headers: Headers
}

export async function get(url: string, path: string, accept = '*/*'): Promise<Answer> {
  return await answerOf(await fetch(new URL(path, url), { headers: { accept } }))
}

export async function post(url: string, body: Uint8Array, type = 'application/x-protobuf'): Promise<Answer> {
  const headers = { 'content-type': type }
  return await answerOf(
    await fetch(new URL('/v1/statements', url), { method: 'POST', headers, body: new Uint8Array(body) }),
  )
}

/** Submits until the node answers: 503 asks for the same bytes again. */
export async function submit(url: string, signed: SignedBytes): Promise<Answer> {
  for (;;) {
    const answer = await post(url, encodeSignedStatement(signed))
    if (answer.status !== 503) return answer
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export async function json(url: string, path: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode((await get(url, path, 'application/json')).bytes))
}

/** A log's newest checkpoint as the node serves it; undefined where it has none. Verifies nothing. */
export async function checkpointOf(url: string, log: string): Promise<Checkpoint | undefined> {
  const { status, bytes } = await get(url, `/v1/logs/${log}/checkpoint`)
  const note = status === 200 ? parseNote(bytes) : undefined
  const checkpoint = note?.ok === true ? claimedCheckpoint(note.value) : undefined
  return checkpoint?.ok === true ? checkpoint.value : undefined
}

/** The place of the entry that a receipt is about. Verifies nothing. */
export function indexIn(receipt: Uint8Array): number {
  const proof = parseTlogProof(receipt)
  if (!proof.ok) throw new Error(`not a receipt: ${proof.error.code}`)
  return proof.value.index
}

/** A log's checkpoint, once it covers what these receipts are about: a node serves it soon after it has answered. */
export async function checkpointOver(url: string, log: string, receipts: readonly Uint8Array[]): Promise<Checkpoint> {
  const size = 1 + Math.max(...receipts.map(indexIn))
  return await until(async () => {
    const checkpoint = await checkpointOf(url, log)
    return checkpoint !== undefined && checkpoint.size >= size ? checkpoint : undefined
  }, `${size} entries of ${log} at ${url}`)
}

/** Long enough for a busy machine of two cores; only a failing test ever waits so long. */
const untilMsMax = 90_000

/** Looks again and again, until it holds. */
export async function until<T>(look: () => Promise<T | undefined>, what: string): Promise<T> {
  const deadline = performance.now() + untilMsMax
  for (;;) {
    const seen = await look()
    if (seen !== undefined) return seen
    if (performance.now() > deadline) throw new Error(`not in time: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const { status, headers } = response
  return {
    status,
    headers,
    code: headers.get('khata-code') ?? undefined,
    bytes: new Uint8Array(await response.arrayBuffer()),
  }
}
