import { connect, type Socket } from 'node:net'
import { type Answer, readAnswers } from './answers.ts'

/** How one connection went. */
export interface Exchange {
  readonly answers: readonly Answer[]
  /** The node has ended the connection. */
  readonly ended: boolean
  readonly ms: number
}

export interface Asking {
  readonly url: string
  readonly signal: AbortSignal
  /** After so long the attacker gives up. */
  readonly patienceMs: number
}

/** Sends bytes as they are, and reads until `wanted` answers have come, the node ends it, or the patience does. */
export async function exchange(asking: Asking, request: Uint8Array, wanted = 1): Promise<Exchange> {
  const parts: Buffer[] = []
  return await connection(asking, parts, (socket) => {
    socket.on('data', (part: Buffer) => {
      parts.push(part)
      if (readAnswers(Buffer.concat(parts)).length >= wanted) socket.destroy()
    })
    socket.write(request)
  })
}

/** A connection that the attacker keeps for as long as the node lets him, and on which he takes answers or not. */
export async function linger(asking: Asking, { takes, conduct }: Lingering): Promise<Exchange> {
  const parts: Buffer[] = []
  return await connection(asking, parts, (socket) => {
    if (takes) socket.on('data', (part: Buffer) => parts.push(part))
    else socket.pause()
    conduct(socket)
  })
}

export interface Lingering {
  readonly takes: boolean
  readonly conduct: (socket: Socket) => void
}

async function connection(
  { url, signal, patienceMs }: Asking,
  parts: readonly Buffer[],
  conduct: (socket: Socket) => void,
): Promise<Exchange> {
  const { hostname, port } = new URL(url)
  const begun = performance.now()
  const closed = Promise.withResolvers<void>()
  const socket = connect({ host: hostname, port: Number(port) })
  let byNode = false
  const leave = () => socket.destroy()
  const patience = setTimeout(leave, patienceMs)
  signal.addEventListener('abort', leave)
  // A reset is the node's end of it as well.
  socket.on('error', () => (byNode = true)).on('end', () => (byNode = true))
  socket.once('close', () => closed.resolve())
  conduct(socket)
  await closed.promise
  clearTimeout(patience)
  signal.removeEventListener('abort', leave)
  return { answers: readAnswers(Buffer.concat(parts)), ended: byNode, ms: performance.now() - begun }
}
