import type { Socket } from 'node:net'
import { headersMsMax, requestMsMax, slownessCheckedEveryMs, stalledMsMax } from '@khata/node'
import { get, request, statementType } from './requests.ts'
import type { Lingering } from './wire.ts'

/** A connection that is kept for as long as a node bears it. */
export interface SlowWay extends Lingering {
  readonly what: string
  /** By the node's own limits. */
  readonly endedWithinMs: number
}

/** A node and its attacker share two cores with a whole night: timers come late. */
const slackMs = 10_000

export const slowWays: readonly SlowWay[] = [
  { what: 'nothing is sent', takes: true, endedWithinMs: checked(headersMsMax), conduct: () => undefined },
  {
    what: 'headers never end',
    takes: true,
    endedWithinMs: checked(headersMsMax),
    conduct: (socket) => drip(socket, 'GET /v1/logs HTTP/1.1\r\nhost: node\r\n', 'x: y\r\n', 500),
  },
  {
    what: 'a byte of the body a second',
    takes: true,
    endedWithinMs: checked(requestMsMax),
    conduct: (socket) =>
      drip(socket, request('POST /v1/statements', [statementType, 'content-length: 1000']), 'a', 1_000),
  },
  {
    what: 'no answer is taken, and ever more is asked for',
    takes: false,
    // What has moved since the last look is given the time once more.
    endedWithinMs: checked(2 * stalledMsMax),
    conduct: (socket) => drip(socket, many(get('/metrics'), 200), many(get('/metrics'), 200), 100),
  },
]

function checked(limitMs: number): number {
  return limitMs + slownessCheckedEveryMs + slackMs
}

function drip(socket: Socket, first: Uint8Array | string, next: Uint8Array | string, everyMs: number): void {
  socket.write(first)
  const timer = setInterval(() => socket.writableLength === 0 && socket.write(next), everyMs)
  socket.once('close', () => clearInterval(timer))
}

function many(bytes: Uint8Array, count: number): Uint8Array {
  return Buffer.concat(Array.from({ length: count }, () => bytes))
}
