import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { costlyRequestsMax, publicRequestsMax, rateClientsMax, rateWindowMs } from './limits.ts'
import type { HttpPort } from './server.ts'

/**
 * Limits what one client, by its address, may ask for in a while: on the public port everything, on the officers' port only
 * what is costly. An office's operators and a queue of devices may stand behind one address, so that statements and parts
 * of images are never counted: their numbers at once are bounded for all clients together.
 */
export async function limitRates(server: FastifyInstance, port: HttpPort): Promise<void> {
  await server.register(rateLimit, {
    global: port === 'public',
    max: publicRequestsMax,
    timeWindow: rateWindowMs,
    cache: rateClientsMax,
    errorResponseBuilder: () => new TooManyRequests(),
  })
}

/** A route whose answer costs a node more than others. */
export function costly(port: HttpPort) {
  return { config: { rateLimit: { max: costlyRequestsMax[port], timeWindow: rateWindowMs } } }
}

class TooManyRequests extends Error {
  readonly statusCode = 429
  readonly code = 'http/too-many-requests'
}
