import { canonicalBytes, csvText, sha256, type Table, toHex } from '@khata/ledger'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ImageState } from '../../shell/images.ts'
import { sendFault } from './fault.ts'
import { freshSeconds } from './limits.ts'

/** A form in every way in which it is answered. */
export interface ShownForm {
  /** Its canonical bytes, with their SHA-256, lower-case hex. */
  readonly bytes: Uint8Array
  readonly hash: string
  /** For a terminal, and as a table, where it has such a shape. */
  readonly text: (() => string) | undefined
  readonly table: (() => Table) | undefined
  /** Of a station's form: its image, and how much of it is here. */
  readonly image?: { readonly hash: string; readonly state: ImageState | 'not-named' }
}

export interface Formatted {
  readonly Querystring: { readonly format?: string }
}

export function shown<Form extends object>(
  form: Form,
  text?: (form: Form) => string,
  table?: (form: Form) => Table,
): ShownForm {
  const bytes = canonicalBytes(form)
  return {
    bytes,
    hash: toHex(sha256(bytes)),
    text: text && (() => text(form)),
    table: table && (() => table(form)),
  }
}

/** Answers a form as it is asked for: 404 where there is none, 503 where it cannot be shown yet. */
export function sendForm(
  reply: FastifyReply,
  { query, headers }: Pick<FastifyRequest<Formatted>, 'query' | 'headers'>,
  form: ShownForm | 'unavailable' | undefined,
): FastifyReply {
  const format = query.format ?? formatAccepted(headers.accept)
  const asked = Object.hasOwn(formats, format) ? formats[format as keyof typeof formats] : undefined
  if (asked === undefined) return sendFault(reply, 400, 'http/bad-request', 'format is json, text or csv')
  if (form === undefined) return sendFault(reply, 404, 'http/no-form')
  if (form === 'unavailable') return sendFault(reply, 503, 'http/unavailable')
  const body = asked.body(form)
  if (body === undefined) return sendFault(reply, 400, 'http/bad-request', `this document is not made as ${format}`)
  return reply
    .headers({ 'khata-form-hash': form.hash, 'cache-control': `public, max-age=${freshSeconds}`, vary: 'accept' })
    .type(asked.type)
    .send(body)
}

const formats = {
  json: { type: 'application/json; charset=utf-8', body: ({ bytes }: ShownForm) => Buffer.from(bytes) },
  text: { type: 'text/plain; charset=utf-8', body: ({ text }: ShownForm) => text?.() },
  csv: { type: 'text/csv; charset=utf-8', body: ({ table }: ShownForm) => table && csvText(table()) },
} as const

/** JSON, unless text is accepted and JSON is not. */
function formatAccepted(accept = ''): keyof typeof formats {
  return accept.includes('text/plain') && !accept.includes('application/json') ? 'text' : 'json'
}
