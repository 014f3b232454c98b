import { Readable } from 'node:stream'
import { courierSectionBytesMax, courierSectionPrefixBytes, decodeCourierSection } from '@khata/ledger'
import type { FastifyInstance } from 'fastify'
import { courierFrameBytesMax } from '../../replica/limits.ts'
import type { KhataNode } from '../../shell/node.ts'
import { sizeOf } from '../../shell/running-log.ts'
import { sendFault } from './fault.ts'
import { sectionsInFlightMax } from './limits.ts'
import type { HttpContext } from './server.ts'
import { withinTime } from './statements.ts'

const binaryType = 'application/octet-stream'
const bodyLimit = courierSectionPrefixBytes + courierSectionBytesMax

interface OfParty {
  readonly Params: { readonly party: string }
  readonly Querystring: { readonly all?: string; readonly only?: string }
}

/** What a courier takes along, and what one brings: docs/courier.md. */
export function courierRoutes(server: FastifyInstance, { node }: HttpContext): void {
  server.get('/v1/courier', () => ({ waiting: waitingIn(node) }))
  server.get<OfParty>('/v1/courier/:party', ({ params: { party }, query }, reply) => {
    const wish = { all: query.all === '1', checkpointsOnly: query.only === 'checkpoints' }
    const bundle = node.packFor(party, { ...wish, frameBytesMax: courierFrameBytesMax })
    if (bundle === undefined) return sendFault(reply, 404, 'http/no-party')
    return reply
      .type(binaryType)
      .header('cache-control', 'no-store')
      .send(Readable.from(bundle, { objectMode: false }))
  })
  server.addContentTypeParser(binaryType, { parseAs: 'buffer', bodyLimit }, (_, body, done) => done(null, body))
  let inFlight = 0
  server.post('/v1/courier/sections', { bodyLimit }, async ({ headers, body }, reply) => {
    if (headers['content-type'] !== binaryType) return sendFault(reply, 415, 'http/unsupported-media-type', binaryType)
    // A copy: the parser's buffers are shared, and what is in them may be kept.
    const section = body instanceof Uint8Array ? decodeCourierSection(new Uint8Array(body)) : undefined
    if (section === undefined) return sendFault(reply, 400, 'http/bad-request', 'not one whole section')
    if (inFlight >= sectionsInFlightMax) return sendFault(reply, 503, 'http/busy')
    inFlight += 1
    try {
      const answer = await withinTime(node.courier.take(section.kind, section.payload))
      return answer ?? sendFault(reply, 503, 'http/busy', 'bring the same section again')
    } finally {
      inFlight -= 1
    }
  })
}

/** Frames that wait here for what comes before them. */
function waitingIn({ courier, logs }: KhataNode) {
  return courier.parked.logs.toSorted().map((log) => {
    const running = logs.all.get(log)
    const frames = courier.parked.of(log)
    const spans = frames.map(({ from, to }) => ({ from, to }))
    const bytes = frames.reduce((sum, frame) => sum + frame.bytes, 0)
    return { log, held: running === undefined ? 0 : sizeOf(running), bytes, spans }
  })
}
