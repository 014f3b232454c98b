import { form47Text } from '@khata/ledger'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { KhataNode } from '../../shell/node.ts'
import { sendFault } from './fault.ts'
import type { CanonicalForm, FormShelf } from './form-shelf.ts'
import { freshSeconds } from './limits.ts'
import { seatStatus } from './seat-status.ts'
import type { HttpContext } from './server.ts'

const jsonType = 'application/json; charset=utf-8'
const textType = 'text/plain; charset=utf-8'

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
  server.get<OfSeat>('/v1/seats/:seat/form47', async ({ params: { seat }, headers }, reply) => {
    if (forms.seat(seat) === undefined) return sendAbsent(reply, node, seat)
    const shelved = await forms.form47(seat)
    if (shelved === 'unavailable') return sendFault(reply, 503, 'http/unavailable')
    if (!wantsText(headers.accept)) return sendForm(reply, shelved)
    return sendFresh(reply, shelved).type(textType).send(form47Text(shelved.form))
  })
  server.get<OfSeat>('/v1/seats/:seat/traces', async ({ params: { seat } }, reply) => {
    const traces = await forms.traces(seat)
    if (traces === 'unavailable') return sendFault(reply, 503, 'http/unavailable')
    return traces === undefined ? sendAbsent(reply, node, seat) : sendForm(reply, traces)
  })
  server.get<OfStation>('/v1/seats/:seat/stations/:station/form45', ({ params }, reply) =>
    sendStationForm(reply, params.station, (station) => forms.form45(params.seat, station)),
  )
  server.get<OfStation>('/v1/seats/:seat/stations/:station/form46', ({ params }, reply) =>
    sendStationForm(reply, params.station, (station) => forms.form46(params.seat, station)),
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

async function sendStationForm(
  reply: FastifyReply,
  station: string,
  formOf: (station: number) => ReturnType<FormShelf['form45']>,
): Promise<FastifyReply> {
  const form = /^[1-9][0-9]{0,4}$/.test(station) ? await formOf(Number(station)) : undefined
  if (form === 'unavailable') return sendFault(reply, 503, 'http/unavailable')
  return form === undefined ? sendFault(reply, 404, 'http/no-form') : sendForm(reply, form)
}

function sendForm(reply: FastifyReply, form: CanonicalForm): FastifyReply {
  return sendFresh(reply, form).type(jsonType).send(Buffer.from(form.bytes))
}

function sendFresh(reply: FastifyReply, { hash }: CanonicalForm): FastifyReply {
  return reply.headers({ 'khata-form-hash': hash, 'cache-control': `public, max-age=${freshSeconds}`, vary: 'accept' })
}

/** JSON unless text is asked for and JSON is not. */
function wantsText(accept = ''): boolean {
  return accept.includes('text/plain') && !accept.includes('application/json')
}
