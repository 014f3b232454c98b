import type { FastifyInstance, FastifyReply } from 'fastify'
import type { KhataNode } from '../../shell/node.ts'
import { sendFault } from './fault.ts'
import { reportSeatsMax } from './limits.ts'
import { costly } from './rate.ts'
import { seatImages } from './seat-images.ts'
import { seatStatus } from './seat-status.ts'
import type { HttpContext } from './server.ts'
import { type Formatted, sendForm, type ShownForm } from './shown-form.ts'

const seatForms = ['form28', 'form33', 'form47', 'form48', 'form49', 'officers', 'proceedings', 'traces'] as const
const stationForms = ['form45', 'form46'] as const

interface OfSeat {
  readonly Params: { readonly seat: string }
}

interface OfStation {
  readonly Params: { readonly seat: string; readonly station: string }
}

/** Each seat's status and forms, and what the hub's direct copies say about them. */
export function seatRoutes(server: FastifyInstance, { node, forms, port }: HttpContext): void {
  server.get<OfSeat>('/v1/seats/:seat', ({ params: { seat } }, reply) => {
    const status = seatStatus(node, forms, seat)
    return status ?? sendAbsent(reply, node, seat)
  })
  server.get<OfSeat>('/v1/seats/:seat/images', costly(port), ({ params: { seat } }, reply) => {
    const images = seatImages(node, forms, seat)
    return images ?? sendAbsent(reply, node, seat)
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
      const shown = isStation(station) ? await forms[form](seat, Number(station)) : undefined
      if (shown !== undefined && shown !== 'unavailable') void reply.headers(imageHeaders(shown))
      return sendForm(reply, request, shown)
    })
  }
  server.get<{ readonly Querystring: { readonly seat?: string | readonly string[] } }>(
    '/v1/election-report',
    costly(port),
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

/** Whether the image of a form is here: beside the form, whose bytes are the same everywhere. */
function imageHeaders({ image }: ShownForm) {
  if (image === undefined) return {}
  return { 'khata-image': image.state, ...(image.hash !== '' && { 'khata-image-sha256': image.hash }) }
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
