import { fastify, type FastifyInstance } from 'fastify'
import type { KhataNode } from '../../shell/node.ts'
import { courierRoutes } from './courier.ts'
import { endConnection, sendFault, sendThrown } from './fault.ts'
import { FormShelf } from './form-shelf.ts'
import { healthRoutes } from './health.ts'
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
import { seatRoutes } from './seats.ts'
import { statementRoutes } from './statements.ts'
import { tallyRoutes } from './tally.ts'
import { takeTurns } from './turns.ts'

export interface HttpAddress {
  readonly host: string
  /** 0 for any free one. */
  readonly port: number
}

export interface HttpServer extends AsyncDisposable {
  /** `http://127.0.0.1:8400` */
  readonly url: string
}

/** What the routes answer from. */
export interface HttpContext {
  readonly node: KhataNode
  readonly metrics: NodeMetrics
  readonly forms: FormShelf
}

/**
 * A node's HTTP surface (docs/http.md). Closing it closes every connection, whatever is under way.
 * Throws where the address cannot be listened on.
 */
export async function openHttpServer(
  node: KhataNode,
  metrics: NodeMetrics,
  { host, port }: HttpAddress,
): Promise<HttpServer> {
  const server = makeServer({ node, metrics, forms: new FormShelf(node) })
  const url = await server.listen({ host, port })
  return { url, [Symbol.asyncDispose]: () => server.close() }
}

/** No route has a JSON schema: the compilers for them would only take memory. */
const withoutSchemas = { compilersFactory: { buildValidator: noSchema, buildSerializer: noSchema } }

function noSchema(): never {
  throw new Error('no route has a JSON schema')
}

function makeServer(context: HttpContext): FastifyInstance {
  const server = fastify({
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
  takeTurns(server)
  server.removeAllContentTypeParsers()
  server.setErrorHandler((error, _, reply) => sendThrown(reply, error, context.node.setting.site.journal))
  server.setNotFoundHandler((_, reply) => sendFault(reply, 404, 'http/unknown-route'))
  for (const routes of [statementRoutes, logRoutes, seatRoutes, tallyRoutes, courierRoutes, healthRoutes])
    routes(server, context)
  return server
}
