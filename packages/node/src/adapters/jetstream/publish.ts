import type { Msg, MsgHdrs } from 'nats'
import { headers, nuid } from 'nats'
import { PortUnavailable } from '../../ports.ts'
import type { NatsSession } from './session.ts'

/** The server's word on a publish: where the message went, or that someone else was first. */
export type Published = { readonly type: 'stored'; readonly sequence: number } | { readonly type: 'wrong-sequence' }

/** An fsync on a slow disk under load, with room; past it the outcome is unknown. */
export const publishTimeoutMs = 5_000

/** Stores one message where the header's expectation holds. */
export async function publishOne(
  session: NatsSession,
  subject: string,
  payload: Uint8Array,
  expectation: Expectation,
): Promise<Published> {
  const carried = headers()
  carried.set(expectation.header, String(expectation.sequence))
  return publishedOf(await session.request(subject, payload, { headers: carried, timeoutMs: publishTimeoutMs }))
}

export interface Expectation {
  readonly header: 'Nats-Expected-Last-Sequence' | 'Nats-Expected-Last-Subject-Sequence'
  readonly sequence: number
}

/**
 * Stores all messages or none, directly after the message `expectedLast`: an atomic batch (NATS ADR-50) written by hand,
 * since the client's own hides the server's error code. Messages between the first and the last are not answered.
 */
export async function publishBatch(
  session: NatsSession,
  subject: string,
  payloads: readonly Uint8Array[],
  expectedLast: number,
): Promise<Published> {
  const id = nuid.next()
  return await session.use(
    async (connection) => {
      const answers: Promise<Msg>[] = []
      for (const [at, payload] of payloads.entries()) {
        const isFirst = at === 0
        const isLast = at === payloads.length - 1
        const carried = batchHeaders(id, at + 1)
        if (isFirst) expectLast(carried, expectedLast)
        if (isLast) carried.set('Nats-Batch-Commit', '1')
        if (!isFirst && !isLast) {
          connection.publish(subject, payload, { headers: carried })
          continue
        }
        const answer = connection.request(subject, payload, { headers: carried, timeout: publishTimeoutMs })
        // Heard in outcomeOf, unless a publish in between throws.
        answer.catch(() => undefined)
        answers.push(answer)
      }
      return await outcomeOf(answers)
    },
    { failure: `no answer to a batch on ${subject}` },
  )
}

function batchHeaders(id: string, sequence: number): MsgHdrs {
  const carried = headers()
  carried.append('Nats-Batch-Id', id)
  carried.append('Nats-Batch-Sequence', String(sequence))
  return carried
}

/** Level 2 knows atomic batches; a server that knows levels but not this one refuses instead of storing it singly. */
function expectLast(carried: MsgHdrs, expectedLast: number): void {
  carried.set('Nats-Expected-Last-Sequence', String(expectedLast))
  carried.set('Nats-Required-Api-Level', '2')
}

/** The first message's answer is empty unless the batch could not begin; then it says why, and the commit does not. */
async function outcomeOf(answers: readonly Promise<Msg>[]): Promise<Published> {
  const settled = await Promise.allSettled(answers)
  const received = settled.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason
    return answer.value
  })
  const [first, commit] = received
  if (first === undefined || commit === undefined) throw new Error('a batch has a first and a last message')
  return first.data.length > 0 ? publishedOf(first) : publishedOf(commit)
}

/** `wrong last sequence`, with and without the sequence that the stream has. */
const wrongSequenceCodes: readonly number[] = [10_071, 10_164]

interface PublishReply {
  readonly seq?: number
  readonly error?: { readonly err_code?: number; readonly description?: string }
}

function publishedOf(message: Msg): Published {
  const reply = message.json<PublishReply>()
  if (reply.error === undefined) return { type: 'stored', sequence: reply.seq ?? 0 }
  const code = reply.error.err_code ?? 0
  if (wrongSequenceCodes.includes(code)) return { type: 'wrong-sequence' }
  throw new PortUnavailable(`event-log/refused: nats error ${code}: ${reply.error.description ?? ''}`)
}
