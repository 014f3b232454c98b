import { fastify, type FastifyInstance } from 'fastify'
import type { KhataNode } from '../../shell/node.ts'
import { courierRoutes } from './courier.ts'
import { endConnection, sendFault, sendThrown } from './fault.ts'
import { FormShelf } from './form-shelf.ts'
import { healthRoutes, watchRoutes } from './health.ts'
import { imageRoutes, uploadRoutes } from './images.ts'
import {
  connectionsMax,
  headerBytesMax,
  headersMsMax,
  idleMsMax,
  otherBodyBytesMax,
  requestMsMax,
  requestsPerConnectionMax,
  slownessCheckedEveryMs,
  stalledMsMax,
} from './limits.ts'
import { logRoutes } from './logs.ts'
import type { NodeMetrics } from './metrics.ts'
import { limitRates } from './rate.ts'
import { seatRoutes } from './seats.ts'
import { statementRoutes } from './statements.ts'
import { tallyRoutes } from './tally.ts'
import { takeTurns, Turns } from './turns.ts'

export interface HttpAddress {
  readonly host: string
  /** 0 for any free one. */
  readonly port: number
}

/** Who is served: officers and their devices, on the office's network; or anybody, who may only read. */
export type HttpPort = 'officers' | 'public'

export interface PublicAddress extends HttpAddress {
  /** Addresses of proxies that are believed to say whom they ask for; else they themselves are the client. */
  readonly proxies: readonly string[]
}

export interface HttpServer extends AsyncDisposable {
  /** `http://127.0.0.1:8400` */
  readonly url: string
  readonly publicUrl: string | undefined
}

/** What the routes answer from. */
export interface HttpContext {
  readonly node: KhataNode
  readonly metrics: NodeMetrics
  readonly forms: FormShelf
  readonly port: HttpPort
  readonly turns: Turns
}

/**
 * A node's HTTP surface (docs/http.md): the officers' port and, where there is an address for it, the public one. Closing it
 * closes every connection, whatever is under way. Throws where an address cannot be listened on.
 */
export async function openHttpServer(
  node: KhataNode,
  metrics: NodeMetrics,
  officers: HttpAddress,
  anybody?: PublicAddress,
): Promise<HttpServer> {
  await using opening = new AsyncDisposableStack()
  const shared = { node, metrics, forms: new FormShelf(node), turns: new Turns() }
  const listen = async (port: HttpPort, { host, port: number }: HttpAddress): Promise<string> => {
    const server = await makeServer({ ...shared, port }, anybody?.proxies ?? [])
    opening.defer(() => server.close())
    return await server.listen({ host, port: number })
  }
  const url = await listen('officers', officers)
  const publicUrl = anybody && (await listen('public', anybody))
  const parts = opening.move()
  return { url, publicUrl, [Symbol.asyncDispose]: () => parts.disposeAsync() }
}

type Routes = (server: FastifyInstance, context: HttpContext) => void

const publicRoutes: readonly Routes[] = [logRoutes, seatRoutes, tallyRoutes, imageRoutes, healthRoutes]
const officersRoutes: readonly Routes[] = [...publicRoutes, statementRoutes, uploadRoutes, courierRoutes, watchRoutes]

/** No route has a JSON schema: the compilers for them would only take memory. */
const withoutSchemas = { compilersFactory: { buildValidator: noSchema, buildSerializer: noSchema } }

function noSchema(): never {
  throw new Error('no route has a JSON schema')
}

async function makeServer(context: HttpContext, proxies: readonly string[]): Promise<FastifyInstance> {
  const isPublic = context.port === 'public'
  const server = fastify({
    trustProxy: isPublic && proxies.length > 0 ? [...proxies] : false,
    bodyLimit: otherBodyBytesMax,
    connectionTimeout: stalledMsMax,
    keepAliveTimeout: idleMsMax,
    requestTimeout: requestMsMax,
    maxRequestsPerSocket: requestsPerConnectionMax,
    // A client keeps its connection for as long as it may, which would be a minute more.
    forceCloseConnections: true,
    http: {
      maxHeaderSize: headerBytesMax,
      headersTimeout: headersMsMax,
      connectionsCheckingInterval: slownessCheckedEveryMs,
    },
    schemaController: withoutSchemas,
    clientErrorHandler: endConnection,
    frameworkErrors: (error, _, reply) => void sendThrown(reply, error, context.node.setting.site.journal),
  })
  server.server.maxConnections = connectionsMax
  takeTurns(server, context.turns)
  server.removeAllContentTypeParsers()
  server.setErrorHandler((error, _, reply) => sendThrown(reply, error, context.node.setting.site.journal))
  server.setNotFoundHandler((_, reply) => sendFault(reply, 404, 'http/unknown-route'))
  await limitRates(server, context.port)
  for (const routes of isPublic ? publicRoutes : officersRoutes) routes(server, context)
  return server
}
