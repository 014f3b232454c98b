import { type Refusal, refuse, type RefusalCode, sha256, statementBytesMax, toHex } from '@khata/ledger'
import { decodeSignedStatement, signedStatementBytesMax } from '@khata/proto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { KhataNode, NodeAnswer } from '../../shell/node.ts'
import { refusalNote } from '../../shell/refusal-note.ts'
import { sendFault } from './fault.ts'
import { answerMsMax, submissionBytesMax, submissionsInFlightMax } from './limits.ts'
import type { HttpContext } from './server.ts'

const statementType = 'application/x-protobuf'
const textType = 'text/plain; charset=utf-8'

/** `POST /v1/statements`: a signed statement in; a receipt, a signed refusal or "send it again" out. */
export function statementRoutes(server: FastifyInstance, { node, metrics }: HttpContext): void {
  const options = { parseAs: 'buffer', bodyLimit: submissionBytesMax } as const
  server.addContentTypeParser(statementType, options, (_, body, done) => done(null, body))
  let inFlight = 0
  server.post('/v1/statements', { bodyLimit: submissionBytesMax }, async (request, reply) => {
    if (request.headers['content-type'] !== statementType) {
      return sendFault(reply, 415, 'http/unsupported-media-type', statementType)
    }
    const body = request.body instanceof Uint8Array ? request.body : new Uint8Array(0)
    if (inFlight >= submissionsInFlightMax) return sendFault(reply, 503, 'http/busy')
    inFlight += 1
    const done = metrics.submissionStarts()
    try {
      const answer = await withinTime(submit(node, body))
      done(answer?.type ?? 'busy')
      return sendAnswer(node, reply, answer)
    } finally {
      inFlight -= 1
    }
  })
}

async function submit(node: KhataNode, body: Uint8Array): Promise<NodeAnswer> {
  if (body.length > signedStatementBytesMax) {
    return unread(body, refuse('statement/too-large', { bytes: body.length, bytesMax: statementBytesMax }))
  }
  // A copy: the parser's buffers are shared, and a statement's bytes are kept for ever.
  const decoded = decodeSignedStatement(new Uint8Array(body))
  if (!decoded.ok) {
    const { code, detail } = decoded.error
    return unread(body, refuse('statement/malformed', { wire: code, detail }))
  }
  return await node.submit(decoded.value.statement, decoded.value.signature)
}

function unread(body: Uint8Array, refusal: Refusal): NodeAnswer {
  return { type: 'refused', refusal, log: '', hash: toHex(sha256(body)) }
}

/** Undefined when the log's disk or stream takes too long: what is decided later is found when the bytes come again. */
export async function withinTime<T>(answer: Promise<T>): Promise<T | undefined> {
  const late = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => late.resolve(undefined), answerMsMax)
  try {
    return await Promise.race([answer, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

function sendAnswer(node: KhataNode, reply: FastifyReply, answer: NodeAnswer | undefined): FastifyReply {
  switch (answer?.type) {
    case 'receipt':
      return reply.type(textType).header('cache-control', 'no-store').send(Buffer.from(answer.receipt))
    case 'refused':
      return sendRefusal(node, reply, answer)
    default:
      return sendFault(reply, 503, 'http/busy', 'nothing was decided: send the same bytes again')
  }
}

function sendRefusal(
  node: KhataNode,
  reply: FastifyReply,
  answer: Extract<NodeAnswer, { readonly type: 'refused' }>,
): FastifyReply {
  const note = refusalNote(node.setting, node.logs, answer)
  const { code } = answer.refusal
  return reply
    .code(refusalStatus(code))
    .headers({ 'khata-code': code, 'cache-control': 'no-store' })
    .type(textType)
    .send(Buffer.from(note))
}

/** HTTP's nearest word for a refusal; the code in the note is what counts. */
export function refusalStatus(code: RefusalCode): number {
  return statusByCode.get(code) ?? 422
}

const codesByStatus: readonly (readonly [status: number, codes: readonly RefusalCode[]])[] = [
  [400, ['statement/malformed', 'statement/bad-shape', 'root-order/malformed', 'key/claim-malformed']],
  [
    403,
    [
      'statement/bad-signature',
      'statement/unknown-key',
      'statement/revoked-key',
      'statement/no-standing',
      'writer/not-sequencer',
      'key/holder-did-not-sign',
      'key/role-not-given-here',
      'root-order/below-threshold',
    ],
  ],
  [
    404,
    [
      'statement/wrong-seat',
      'statement/wrong-election',
      'register/unknown-seat',
      'station/not-in-form-28',
      'form-45/unknown-form',
    ],
  ],
  [
    409,
    [
      'statement/id-reused',
      'statement/repeated',
      'log/already-open',
      'log/not-open',
      'log/superseded',
      'seat/not-frozen',
      'list/frozen',
      'key/already-enrolled',
      'form-45/not-in-this-state',
      'form-47/not-at-head',
      'form-47/not-complete',
      'register/no-election-yet',
      'register/election-declared-twice',
      'register/seat-declared-twice',
      'register/hub-declared-twice',
      'register/seat-frozen-twice',
    ],
  ],
  [413, ['statement/too-large', 'list/too-long']],
]

const statusByCode: ReadonlyMap<RefusalCode, number> = new Map(
  codesByStatus.flatMap(([status, codes]) => codes.map((code) => [code, status] as const)),
)
