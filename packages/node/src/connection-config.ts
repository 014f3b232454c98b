import * as v from 'valibot'
import { type FieldFault, filled } from './config-fields.ts'

/** No cluster of one site has more. */
const serversMax = 8

const natsUrl = v.pipe(v.string(), v.check(isNatsUrl, 'must be nats://host:port'))

const tlsShape = v.pipe(
  v.strictObject({ caFile: filled, certFile: v.optional(filled), keyFile: v.optional(filled) }),
  v.check(
    ({ certFile, keyFile }) => (certFile === undefined) === (keyFile === undefined),
    'has one of certFile and keyFile alone: a certificate goes with its key',
  ),
)

/** Fields of `nats`, and of each of the upstreams beside its hub. */
export const connectionFields = {
  url: v.union([natsUrl, v.pipe(v.array(natsUrl), v.minLength(1), v.maxLength(serversMax))], (issue) =>
    Array.isArray(issue.input) ? `must be 1 to ${serversMax} addresses nats://host:port` : 'must be nats://host:port',
  ),
  nkeyFile: v.optional(filled),
  tls: v.optional(tlsShape),
}

export const connectionShape = v.strictObject(connectionFields)

/** How a node reaches one site's nats-server, or the servers of its cluster. Paths are as written, not yet resolved. */
export type ConnectionConfig = v.InferOutput<typeof connectionShape>

/** A client without TLS settings believes a server that says it has none, whatever the address begins with. */
export function plainFault(field: string, { url, tls }: ConnectionConfig): readonly FieldFault[] {
  if (tls !== undefined) return []
  const urls = [url].flat()
  const said = urls.find((one) => one.startsWith('tls:'))
  if (said !== undefined) return [[`${field}.tls`, `${said} needs tls.caFile`]]
  const remote = urls.find((one) => !isLoopback(one))
  if (remote === undefined) return []
  return [[`${field}.tls`, `${remote} is another machine: give tls.caFile, or say "development": true`]]
}

/** Whether an address is of this machine, as far as its text says. */
export function isLoopback(url: string): boolean {
  const host = URL.parse(url)?.hostname ?? ''
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host)
}

function isNatsUrl(written: string): boolean {
  const url = URL.parse(written)
  return url !== null && ['nats:', 'tls:'].includes(url.protocol) && url.hostname !== '' && url.username === ''
}
