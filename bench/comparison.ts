import { join } from 'node:path'
import { jetstream, jetstreamManager } from '@nats-io/jetstream'
import type { SignedBytes } from '@khata/ledger'
import { startNatsServer } from '@khata/nats-server'
import { connectNats, groupEntriesMax, JetStreamEventLog, systemClock } from '@khata/node'
import Hypercore from 'hypercore'
import { connect, type NatsConnection } from 'nats'
import { openOfficeAndHub, replicated } from './hub.ts'
import { atLeast, type Figure, groupsOf, median, perSecond, take, withConcurrency } from './measure.ts'
import { freePort } from './free-port.ts'
import { nightOf } from './ro-office.ts'
import { type BenchContext, submitAll } from './ro-path.ts'

const stations = 2_000
const candidates = 20
const statementsEach = 10_000
const rounds = 3
const warmUp = 4_000
/** Singly published messages under way. */
const publishesInFlight = 1_000

/** The same payloads through Khata, hypercore and plain JetStream: written, and held by a second one. */
export async function benchComparison(context: BenchContext): Promise<Figure> {
  const payloads: SignedBytes[] = []
  const khata = await measureKhata(context, payloads)
  const messages = payloads.map(({ statement }) => statement)
  const hypercore = await measureHypercore(join(context.folder, 'hypercore'), messages)
  const plain = await measureJetStream(join(context.folder, 'plain'), messages)
  const measured = { ...khata, ...hypercore, ...plain }
  const ratio = khata.khataReplicated / hypercore.hypercoreReplicated
  return {
    ...atLeast('comparison', ratio, 0.5, measured),
    plots: [
      {
        name: 'comparison',
        title: 'The same statements through Khata and what gives less',
        unit: 'a second',
        bars: [
          { name: 'Khata: to the receipt', value: khata.khataReceipts },
          { name: 'Khata: to a hub’s cosignature', value: khata.khataReplicated },
          { name: 'hypercore: appended in batches', value: hypercore.hypercoreAppends },
          { name: 'hypercore: held by a second one', value: hypercore.hypercoreReplicated },
          { name: 'JetStream: acknowledged singly', value: plain.jetStreamSingly },
          { name: 'JetStream: in batches', value: plain.jetStreamBatches },
          { name: 'JetStream: mirrored by a second server', value: plain.jetStreamMirrored },
        ],
      },
    ],
  }
}

interface KhataRates {
  readonly khataReceipts: number
  readonly khataReplicated: number
}

/** Signed statements until each has its receipt, and until a province has verified, stored and cosigned them all. */
async function measureKhata({ folder, signer, pool }: BenchContext, said: SignedBytes[]): Promise<KhataRates> {
  const path = join(folder, 'comparison')
  await using server = await startNatsServer({ name: 'bench-comparison-hub', storeDir: join(path, 'hub', 'nats') })
  const plan = { folder: path, stations, candidates, signer, pool }
  await using both = await openOfficeAndHub(plan, server.url)
  const { office } = both
  const night = nightOf(office.seat)
  await submitAll(office, take(night, warmUp))
  const rates: { readonly receipts: number; readonly replicated: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    await replicated(both)
    const statements = take(night, statementsEach)
    said.push(...statements)
    let receipts = 0
    const whole = await perSecond(statements.length, async () => {
      receipts = await perSecond(statements.length, () => submitAll(office, statements))
      await replicated(both)
    })
    rates.push({ receipts, replicated: whole })
  }
  return {
    khataReceipts: median(rates.map((rate) => rate.receipts)),
    khataReplicated: median(rates.map((rate) => rate.replicated)),
  }
}

interface HypercoreRates {
  readonly hypercoreAppends: number
  readonly hypercoreReplicated: number
}

/** One signature a batch; a second hypercore takes it over a stream while it grows. */
async function measureHypercore(folder: string, messages: readonly Uint8Array[]): Promise<HypercoreRates> {
  const writer = new Hypercore(join(folder, 'writer'))
  await writer.ready()
  const reader = new Hypercore(join(folder, 'reader'), writer.key)
  await reader.ready()
  const ours = writer.replicate(true)
  ours.pipe(reader.replicate(false)).pipe(ours)
  const rates: { readonly appends: number; readonly replicated: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const from = writer.length
    const part = messages.slice(round * statementsEach, (round + 1) * statementsEach)
    const download = reader.download({ start: from, end: from + part.length })
    let appends = 0
    const both = await perSecond(part.length, async () => {
      appends = await perSecond(part.length, async () => {
        for (const group of groupsOf(part, groupEntriesMax)) await writer.append([...group])
      })
      await download.done()
    })
    rates.push({ appends, replicated: both })
  }
  ours.destroy()
  await reader.close()
  await writer.close()
  return {
    hypercoreAppends: median(rates.map((rate) => rate.appends)),
    hypercoreReplicated: median(rates.map((rate) => rate.replicated)),
  }
}

interface JetStreamRates {
  readonly jetStreamSingly: number
  readonly jetStreamBatches: number
  readonly jetStreamMirrored: number
}

/** Nothing signed and nothing checked: file storage with `sync_interval: always`, and a mirror behind a leaf node. */
async function measureJetStream(folder: string, messages: readonly Uint8Array[]): Promise<JetStreamRates> {
  const leafPort = await freePort()
  await using main = await startNatsServer({
    name: 'bench-plain',
    storeDir: join(folder, 'main'),
    config: { jetstream: { domain: 'main' }, leafnodes: { host: '127.0.0.1', port: leafPort } },
  })
  await using leaf = await startNatsServer({
    name: 'bench-plain-leaf',
    storeDir: join(folder, 'leaf'),
    config: { jetstream: { domain: 'leaf' }, leafnodes: { remotes: [{ url: `nats-leaf://127.0.0.1:${leafPort}` }] } },
  })
  const client = await connect({ servers: main.url })
  const leafClient = await connect({ servers: leaf.url })
  const singly = await publishSingly(client, messages)
  const batches = await publishBatches(main.url, leafClient, messages)
  await Promise.all([client.close(), leafClient.close()])
  return { jetStreamSingly: singly, ...batches }
}

async function publishSingly(client: NatsConnection, messages: readonly Uint8Array[]): Promise<number> {
  const manager = await jetstreamManager(client)
  await manager.streams.add({ name: 'SINGLY', subjects: ['singly'] })
  const publisher = jetstream(client)
  const part = messages.slice(0, statementsEach)
  return perSecond(part.length, () =>
    withConcurrency(part, publishesInFlight, (message) => publisher.publish('singly', message)),
  )
}

async function publishBatches(url: string, leafClient: NatsConnection, messages: readonly Uint8Array[]) {
  await using session = connectNats({ url, name: 'bench-plain' })
  await session.ready(AbortSignal.timeout(10_000))
  const log = new JetStreamEventLog(session, 'plain/drill')
  await log.open('PLAIN')
  const manager = await jetstreamManager(leafClient)
  await manager.streams.add({ name: 'COPY', mirror: { name: 'KHATA_plain_drill_PLAIN', domain: 'main' } })
  const rates: { readonly batches: number; readonly mirrored: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const from = round * statementsEach
    const part = messages.slice(from, from + statementsEach)
    let batches = 0
    const both = await perSecond(part.length, async () => {
      batches = await perSecond(part.length, async () => {
        for (const [at, group] of groupsOf(part, groupEntriesMax).entries())
          await log.append('PLAIN', from + at * groupEntriesMax, group)
      })
      const signal = AbortSignal.timeout(60_000)
      while ((await manager.streams.info('COPY')).state.last_seq < from + part.length)
        await systemClock.sleep(2, signal)
    })
    rates.push({ batches, mirrored: both })
  }
  return {
    jetStreamBatches: median(rates.map((rate) => rate.batches)),
    jetStreamMirrored: median(rates.map((rate) => rate.mirrored)),
  }
}
