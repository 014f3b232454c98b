import { Readable } from 'node:stream'
import {
  addSignature,
  encodeBundle,
  formatNote,
  parseNote,
  parseTilePath,
  type TileId,
  tileWidth,
  tileWidthAt,
} from '@khata/ledger'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Store } from '../../ports.ts'
import type { KhataNode } from '../../shell/node.ts'
import { checkpointAt, readEntries, readTile } from '../../shell/reading.ts'
import { cosignedNotes } from '../../shell/receipts.ts'
import { foldOf, isSequencing, type RunningLog, sizeOf } from '../../shell/running-log.ts'
import { sendFault } from './fault.ts'
import { bundlePieceEntries, freshSeconds, tileSeconds } from './limits.ts'
import type { HttpContext } from './server.ts'

const textType = 'text/plain; charset=utf-8'
const binaryType = 'application/octet-stream'

interface OfLog {
  readonly Params: { readonly log: string }
}

interface OfTile {
  readonly Params: { readonly log: string; readonly '*': string }
}

interface OfReceipt {
  readonly Params: { readonly log: string; readonly signer: string; readonly id: string }
  readonly Querystring: { readonly replicated?: string }
}

/** The logs of this node, as C2SP tlog-tiles has them, and receipts of their entries. */
export function logRoutes(server: FastifyInstance, { node }: HttpContext): void {
  const { store } = node.setting.site
  server.get('/v1/logs', () => ({ logs: [...node.logs.all].map(([log, running]) => summaryOf(log, running)) }))
  server.get<OfLog>('/v1/logs/:log/checkpoint', async ({ params: { log } }, reply) => {
    const running = node.logs.all.get(log)
    return running === undefined ? sendAbsent(reply, node, log) : await sendCheckpoint(reply, store, log, running)
  })
  server.get<OfTile>('/v1/logs/:log/tile/*', async ({ params }, reply) => {
    const running = node.logs.all.get(params.log)
    const tile = parseTilePath(`tile/${params['*']}`)
    if (running === undefined) return sendAbsent(reply, node, params.log)
    if (!tile.ok) return sendFault(reply, 404, 'http/no-tile', tile.error.code)
    return await sendTile(reply, store, { log: params.log, size: sizeOf(running), tile: tile.value })
  })
  server.get<OfReceipt>('/v1/logs/:log/receipts/:signer/:id', async ({ params: { log, signer, id }, query }, reply) => {
    if (!node.logs.all.has(log)) return sendAbsent(reply, node, log)
    if (!/^[0-9a-f]{64}$/.test(signer) || !/^[0-9a-f]{32}$/.test(id)) {
      return sendFault(reply, 400, 'http/bad-request', 'a signer is 64 hex digits, an id 32')
    }
    const receipt = await node.receipt(
      log,
      { signerHex: signer, idHex: id },
      query.replicated === '1' ? 'replicated' : 'any',
    )
    if (receipt === undefined) return sendFault(reply, 404, 'http/no-receipt')
    return reply.type(textType).header('cache-control', 'no-store').send(Buffer.from(receipt))
  })
}

function summaryOf(log: string, running: RunningLog) {
  const { generation } = foldOf(running)
  return { log, generation, size: sizeOf(running), role: running.kind, sequencing: isSequencing(running) }
}

/** A log that is being opened is here in a moment; any other is not. */
function sendAbsent(reply: FastifyReply, node: KhataNode, log: string): FastifyReply {
  return node.logs.isOpening(log)
    ? sendFault(reply, 503, 'http/unavailable', 'the log is being opened')
    : sendFault(reply, 404, 'http/unknown-log')
}

/** The newest checkpoint that this node answers for, with every cosignature of it known here. */
async function sendCheckpoint(
  reply: FastifyReply,
  store: Store,
  log: string,
  running: RunningLog,
): Promise<FastifyReply> {
  const newest = await checkpointAt(store, log, sizeOf(running))
  if (newest === undefined) return sendFault(reply, 404, 'http/no-checkpoint')
  const cosigned = await cosignedNotes(store, log)
  const notes = cosigned.filter(({ size }) => size === newest.size).map(({ note }) => note)
  return reply
    .type(textType)
    .header('cache-control', `public, max-age=${freshSeconds}`)
    .send(Buffer.from(withSignaturesOf(newest.note, notes)))
}

/** A note with the signatures that other copies of the same text carry. */
export function withSignaturesOf(note: Uint8Array, others: readonly Uint8Array[]): Uint8Array {
  const own = parseNote(note)
  if (!own.ok) return note
  const same = others.flatMap((other) => {
    const parsed = parseNote(other)
    return parsed.ok && parsed.value.text === own.value.text ? parsed.value.signatures : []
  })
  return formatNote(same.reduce(addSignature, own.value))
}

interface AskedTile {
  readonly log: string
  readonly size: number
  readonly tile: TileId
}

async function sendTile(reply: FastifyReply, store: Store, asked: AskedTile): Promise<FastifyReply> {
  const { log, size, tile } = asked
  if (tile.width > tileWidthAt(tile.level, tile.index, size)) return sendFault(reply, 404, 'http/no-tile')
  void reply.type(binaryType).header('cache-control', cachingOf(tile))
  if (tile.level === 'entries') return reply.send(Readable.from(bundlePieces(store, asked), { objectMode: false }))
  const bytes = await readTile(store, log, tile)
  return bytes === undefined ? sendFault(reply, 404, 'http/no-tile') : reply.send(Buffer.from(bytes))
}

// A partial tile's bytes never change either, but a full one takes its place.
function cachingOf({ width }: TileId): string {
  return `public, max-age=${width === tileWidth ? `${tileSeconds}, immutable` : freshSeconds}`
}

async function* bundlePieces(store: Store, { log, tile }: AskedTile): AsyncGenerator<Uint8Array> {
  const first = tile.index * tileWidth
  const end = first + tile.width
  for (let from = first; from < end; from += bundlePieceEntries) {
    yield encodeBundle(await readEntries(store, log, from, Math.min(from + bundlePieceEntries, end)))
  }
}
