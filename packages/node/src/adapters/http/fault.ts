import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply } from 'fastify'
import { PortDamaged, PortUnavailable } from '../../ports.ts'
import type { Journal } from '../../shell/site.ts'
import { retryAfterSeconds } from './limits.ts'

/** Why a request is not answered with what it asked for. Statements are refused with signed notes instead. */
export const httpFaultCodes = [
  'http/unknown-route',
  'http/unknown-log',
  'http/unknown-seat',
  'http/no-checkpoint',
  'http/no-tile',
  'http/no-receipt',
  'http/no-form',
  'http/no-cross-check',
  'http/no-party',
  'http/bad-request',
  'http/too-slow',
  'http/body-too-large',
  'http/address-too-long',
  'http/headers-too-large',
  'http/unsupported-media-type',
  'http/busy',
  'http/too-many-requests',
  'http/unavailable',
  'http/failed',
  'image/unknown',
  'image/missing',
  'image/damaged',
  'image/original-not-public',
  'image/superseded',
  'image/offset-differs',
  'image/too-large',
  'image/type-not-taken',
  'image/type-differs',
  'image/hash-differs',
  'image/busy',
] as const

export type HttpFaultCode = (typeof httpFaultCodes)[number]

export function sendFault(reply: FastifyReply, status: number, code: HttpFaultCode, detail = ''): FastifyReply {
  if (status === 503) void reply.header('retry-after', retryAfterSeconds)
  return reply
    .code(status)
    .headers({ 'khata-code': code, 'cache-control': 'no-store' })
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ code, detail }))
}

/** Answers for a handler or a parser that threw. Nothing that a request can do ends the node. */
export function sendThrown(reply: FastifyReply, error: unknown, journal: Journal): FastifyReply {
  if (error instanceof PortUnavailable) return sendFault(reply, 503, 'http/unavailable', error.message)
  const known = isFastifyError(error) ? clientFaults[error.statusCode ?? 0] : undefined
  if (known !== undefined) return sendFault(reply, known.status, known.code, messageOf(error))
  const damaged = error instanceof PortDamaged
  journal.alarm(damaged ? 'http-read-damaged' : 'http-failed', { error: messageOf(error), stack: stackOf(error) })
  return sendFault(reply, 500, 'http/failed', 'see the node’s journal')
}

/** What is none of HTTP, or does not come in time, has no reply to be sent with: written as it is, and the connection ends. */
export function endConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  const { status, code } = wireFaults[error.code ?? ''] ?? { status: 400, code: 'http/bad-request' }
  const body = JSON.stringify({ code, detail: '' })
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `khata-code: ${code}`,
    'cache-control: no-store',
    'content-type: application/json; charset=utf-8',
    `content-length: ${body.length}`,
    'connection: close',
  ]
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  socket.destroy()
}

interface ClientFault {
  readonly status: number
  readonly code: HttpFaultCode
}

/** By the code of Node's error; whatever else llhttp finds is a bad request. */
const wireFaults: Readonly<Record<string, ClientFault | undefined>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'http/too-slow' },
  HPE_HEADER_OVERFLOW: { status: 431, code: 'http/headers-too-large' },
}

const clientFaults: Readonly<Record<number, ClientFault | undefined>> = {
  400: { status: 400, code: 'http/bad-request' },
  413: { status: 413, code: 'http/body-too-large' },
  414: { status: 414, code: 'http/address-too-long' },
  415: { status: 415, code: 'http/unsupported-media-type' },
  429: { status: 429, code: 'http/too-many-requests' },
  503: { status: 503, code: 'http/unavailable' },
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && 'statusCode' in error && 'code' in error
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function stackOf(error: unknown): string | undefined {
  return error instanceof Error ? error.stack : undefined
}
