import { decodeBundle, parseTilePath } from '@khata/ledger'
import { type NatsServer, startNatsServer } from '@khata/nats-server'
import { decodePullRequest, encodePullReply, type PullReplyInput } from '@khata/proto'
import { connect, headers, type NatsConnection } from 'nats'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Bundle } from '../contract/bundle.ts'
import { logSourceContract } from '../contract/log-source.ts'
import { attemptsMax } from './limits.ts'
import { openNatsSource, pullSubject } from './nats-source.ts'

let server: NatsServer
let connection: NatsConnection
let elections = 0

beforeAll(async () => {
  server = await startNatsServer()
  connection = await connect({ servers: server.url })
})

afterAll(async () => {
  await connection.close()
  await server.stop()
})

logSourceContract(
  'nats',
  async (files) =>
    await openNatsSource(
      server.url,
      answer((log, from, max) => pulled(files, log, from, max)),
    ),
)

describe('over NATS', () => {
  it('asks on the subject of the log', () => {
    expect(pullSubject('pk-ge-2024/live', 'NA-46')).toBe('khata.pk-ge-2024_live.pull.NA-46')
  })

  it('asks again where a node is busy, and gives up after its tries', async () => {
    let asked = 0
    const election = answer(() => {
      asked++
      return 'busy'
    })
    await using source = await openNatsSource(server.url, election)
    await expect(source.checkpoint('NA-1')).rejects.toMatchObject({ code: 'log-source/unreachable' })
    expect(asked).toBe(attemptsMax)
  })

  it('takes an answer that is none for no such source', async () => {
    await using source = await openNatsSource(
      server.url,
      answer(() => new Uint8Array([255])),
    )
    await expect(source.checkpoint('NA-1')).rejects.toMatchObject({ code: 'log-source/unusable' })
  })

  it('says that nobody answers, and that there is no server', async () => {
    await using source = await openNatsSource(server.url, 'nobody/drill')
    await expect(source.checkpoint('NA-1')).rejects.toMatchObject({ code: 'log-source/unreachable' })
    await expect(openNatsSource('nats://127.0.0.1:1', 'test/drill')).rejects.toMatchObject({
      code: 'log-source/unreachable',
    })
  })
})

/** A node's answers on an election of its own, until the test ends. */
function answer(reply: (log: string, from: number, max: number) => PullReplyInput | Uint8Array | 'busy'): string {
  elections += 1
  const election = `test-${elections}/drill`
  const subscription = connection.subscribe(`khata.${election.replace('/', '_')}.pull.*`, {
    callback: (_, message) => {
      const request = decodePullRequest(message.data)
      const answered = request.ok ? reply(request.value.log, request.value.from, request.value.entriesMax) : 'busy'
      const carried = headers()
      if (answered === 'busy') carried.set('Khata-Error', answered)
      const bytes =
        answered === 'busy' ? new Uint8Array() : answered instanceof Uint8Array ? answered : encodePullReply(answered)
      message.respond(bytes, { headers: carried })
    },
  })
  onTestFinished(() => subscription.unsubscribe())
  return election
}

/** Fewer entries than were asked for, as a node answers where they are large. */
const entriesPerReply = 100

function pulled(files: Bundle, log: string, from: number, max: number): PullReplyInput {
  const entries = entriesOf(files, log)
  const checkpoint = files.get(`${log}/checkpoint`)
  if (checkpoint === undefined) return { size: 0, entries: [], checkpoint: new Uint8Array(), code: 'pull/unknown-log' }
  const sent = entries.slice(from, from + Math.min(max, entriesPerReply))
  return { size: entries.length, entries: sent, checkpoint, code: '' }
}

function entriesOf(files: Bundle, log: string): readonly Uint8Array[] {
  return [...files].flatMap(([path, bytes]) => {
    const tile = parseTilePath(path.slice(log.length + 1))
    if (!path.startsWith(`${log}/`) || !tile.ok || tile.value.level !== 'entries') return []
    const decoded = decodeBundle(bytes, tile.value.width)
    return decoded.ok ? decoded.value : []
  })
}
