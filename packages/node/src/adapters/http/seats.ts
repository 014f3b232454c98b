import { csvText } from '@khata/ledger'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { KhataNode } from '../../shell/node.ts'
import { sendFault } from './fault.ts'
import type { ShownForm } from './form-shelf.ts'
import { freshSeconds, reportSeatsMax } from './limits.ts'
import { seatStatus } from './seat-status.ts'
import type { HttpContext } from './server.ts'

const seatForms = ['form28', 'form33', 'form47'] as const
const stationForms = ['form45', 'form46'] as const

interface Formatted {
  readonly Querystring: { readonly format?: string }
}

interface OfSeat {
  readonly Params: { readonly seat: string }
}

interface OfStation {
  readonly Params: { readonly seat: string; readonly station: string }
}

/** Each seat's status and forms, and what the hub's direct copies say about them. */
export function seatRoutes(server: FastifyInstance, { node, forms }: HttpContext): void {
  server.get<OfSeat>('/v1/seats/:seat', ({ params: { seat } }, reply) => {
    const status = seatStatus(node, forms, seat)
    return status ?? sendAbsent(reply, node, seat)
  })
  for (const form of seatForms) {
    server.get<OfSeat & Formatted>(`/v1/seats/:seat/${form}`, async (request, reply) => {
      const { seat } = request.params
      return forms.seat(seat) === undefined
        ? sendAbsent(reply, node, seat)
        : sendForm(reply, request, await forms[form](seat))
    })
  }
  for (const form of stationForms) {
    server.get<OfStation & Formatted>(`/v1/seats/:seat/stations/:station/${form}`, async (request, reply) => {
      const { seat, station } = request.params
      return sendForm(reply, request, isStation(station) ? await forms[form](seat, Number(station)) : undefined)
    })
  }
  server.get<{ readonly Querystring: { readonly seat?: string | readonly string[] } }>(
    '/v1/election-report',
    async ({ query }, reply) => {
      const seats = [...new Set([query.seat ?? []].flat())]
      if (seats.length === 0 || seats.length > reportSeatsMax) {
        return sendFault(reply, 400, 'http/bad-request', `name one seat or more, at most ${reportSeatsMax}`)
      }
      const absent = seats.find((seat) => forms.seat(seat) === undefined)
      if (absent !== undefined) return sendAbsent(reply, node, absent)
      const report = await forms.electionReport(seats)
      return report === 'unavailable' ? sendFault(reply, 503, 'http/unavailable') : report
    },
  )
  server.get('/v1/cross-check', async (_, reply) => {
    const seats = await node.crossCheck()
    if (seats === undefined) return sendFault(reply, 404, 'http/no-cross-check', 'only hubs take direct copies')
    return { seats: seats.map(({ filed, ...rest }) => ({ held: filed, ...rest })) }
  })
}

/** A seat whose log is being opened is here in a moment; any other is not. */
function sendAbsent(reply: FastifyReply, node: KhataNode, seat: string): FastifyReply {
  return node.logs.isOpening(seat)
    ? sendFault(reply, 503, 'http/unavailable', 'the seat’s log is being opened')
    : sendFault(reply, 404, 'http/unknown-seat')
}

function isStation(text: string): boolean {
  return /^[1-9][0-9]{0,4}$/.test(text)
}

function sendForm(
  reply: FastifyReply,
  { query, headers }: Pick<FastifyRequest<Formatted>, 'query' | 'headers'>,
  form: ShownForm | 'unavailable' | undefined,
): FastifyReply {
  const format = formatAsked(query.format, headers.accept)
  if (format === undefined) return sendFault(reply, 400, 'http/bad-request', 'format is json, text or csv')
  if (form === undefined) return sendFault(reply, 404, 'http/no-form')
  if (form === 'unavailable') return sendFault(reply, 503, 'http/unavailable')
  return sendFresh(reply, form).type(formats[format].type).send(formats[format].body(form))
}

function sendFresh(reply: FastifyReply, { hash }: ShownForm): FastifyReply {
  return reply.headers({ 'khata-form-hash': hash, 'cache-control': `public, max-age=${freshSeconds}`, vary: 'accept' })
}

const formats = {
  json: { type: 'application/json; charset=utf-8', body: (form: ShownForm) => Buffer.from(form.bytes) },
  text: { type: 'text/plain; charset=utf-8', body: (form: ShownForm) => form.text() },
  csv: { type: 'text/csv; charset=utf-8', body: (form: ShownForm) => csvText(form.table()) },
} as const

/** As the query says; else JSON, unless text is accepted and JSON is not. Undefined of a format that there is not. */
function formatAsked(format: string | undefined, accept = ''): keyof typeof formats | undefined {
  if (format === undefined)
    return accept.includes('text/plain') && !accept.includes('application/json') ? 'text' : 'json'
  return Object.hasOwn(formats, format) ? (format as keyof typeof formats) : undefined
}
