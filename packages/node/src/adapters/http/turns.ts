import type { Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { unansweredMax } from './limits.ts'

interface Line {
  unanswered: number
  /** Resolves once every read that was asked for so far is answered. */
  read: Promise<void>
}

/** The reads of a node's ports together: each resolves in a turn of the event loop of its own. */
export class Turns {
  #last = Promise.resolve()

  async next(): Promise<void> {
    this.#last = this.#last.then(() => setImmediate())
    await this.#last
  }
}

/**
 * What one connection asks for without waiting (HTTP pipelining) is bounded, and reads take turns: one of each
 * connection at a time, and one of all in a turn of the event loop. Otherwise one packet full of requests, or a flood of
 * them, would keep the node from the statements, which are not made to wait: many at once become one group.
 */
export function takeTurns(server: FastifyInstance, turns: Turns): void {
  const lines = new WeakMap<Socket, Line>()
  server.addHook('onRequest', async ({ method, raw }, reply) => {
    const { socket } = raw
    const line = lines.get(socket) ?? { unanswered: 0, read: Promise.resolve() }
    lines.set(socket, line)
    line.unanswered += 1
    const over = Promise.withResolvers<void>()
    reply.raw.once('close', () => {
      line.unanswered -= 1
      over.resolve()
    })
    if (line.unanswered > unansweredMax) socket.destroy()
    if (method === 'POST') return undefined
    const before = line.read
    line.read = before.then(() => over.promise)
    await before
    await turns.next()
    return socket.destroyed ? reply.hijack() : undefined
  })
}
