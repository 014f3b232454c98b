import type { FastifyInstance } from 'fastify'
import type { HttpContext } from './server.ts'

/** Whether the process lives. */
export function healthRoutes(server: FastifyInstance): void {
  server.get('/health', (_, reply) => reply.type('text/plain; charset=utf-8').send('ok\n'))
}

/** For whoever watches the process: whether it may do its work, and how it does it. */
export function watchRoutes(server: FastifyInstance, { node, metrics }: HttpContext): void {
  server.get('/ready', (_, reply) => {
    const waiting = node.waiting()
    return reply.code(waiting.length === 0 ? 200 : 503).send({ ready: waiting.length === 0, waiting })
  })
  server.get('/v1/mode', async () => {
    const { mode = null, since = null, hubs } = await node.modes()
    return {
      mode,
      since,
      hubs: hubs.map(({ waits, ...hub }) => ({ ...hub, waits: { ...waits, oldestAt: waits.oldestAt ?? null } })),
    }
  })
  server.get('/metrics', async (_, reply) => reply.type(metrics.contentType).send(await metrics.text()))
}
