import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { SignedBytes } from '@khata/ledger'
import { startNatsServer } from '@khata/nats-server'
import { systemClock } from '@khata/node'
import { encodeSignedStatement } from '@khata/proto'
import { build, type Histogram } from 'hdr-histogram-js'
import { withFsyncs } from './fsync-times.ts'
import { atLeast, atMost, type Figure, take } from './measure.ts'
import { coresMeter, startNode } from './node-process.ts'
import { connectionsTo, post } from './post.ts'
import { nightOf, openRoOffice } from './ro-office.ts'
import { type BenchContext, submitAll } from './ro-path.ts'

/** Statements due each second, whether or not those before them were answered. */
const ratePerSecond = 2_100
const seconds = 20
/** Until the runtime has compiled what runs often. */
const warmUpSeconds = 15
/** Each acts about once a second. */
const stations = 2_000
const candidates = 20
const connections = 256
const ratePerSecondMin = 2_000
const fsyncsMax = 50
const quietMs = 5_000
/** In microseconds: a minute. */
const latencyUsMax = 60_000_000
const percentiles = [50, 90, 99, 99.9] as const

/** Statements over HTTP at a stated rate to a node in its own process, and how long a receipt takes against an fsync. */
export async function benchHttpRate({ folder, signer, pool }: BenchContext): Promise<readonly Figure[]> {
  const path = join(folder, 'http-rate')
  const { election, night } = await prepare({ folder: path, signer, pool })
  const seed = election.seat('NA-1').sequencer.secret
  await using server = await startNatsServer({ name: 'bench-http-rate', storeDir: join(path, 'nats') })
  const role = { role: 'ro', seats: ['NA-1'] } as const
  const node = await startNode({ folder: path, trust: election.trust, seed, natsUrl: server.url, role, isBusy: true })
  const [, quiet] = await withFsyncs(join(path, 'fsync'), () => delay(quietMs))
  await sendAtRate(node.url, bodiesOf(night, warmUpSeconds))
  const bodies = bodiesOf(night, seconds)
  const coresSince = await coresMeter({ clients: process.pid, node: node.pid, natsServer: server.pid })
  const [{ latencies, perSecond }, beside] = await withFsyncs(join(path, 'fsync'), () => sendAtRate(node.url, bodies))
  const cores = await coresSince()
  await node.stop()
  const told = Object.fromEntries(percentiles.map((each) => [`p${each}Ms`, msAt(latencies, each)]))
  const fsyncs = { quiet: histogramOf(quiet), beside: histogramOf(beside) }
  const fsyncMs = { fsyncP50Ms: msAt(fsyncs.beside, 50), fsyncP99Ms: msAt(fsyncs.beside, 99) }
  const quietFsyncMs = { quietFsyncP50Ms: msAt(fsyncs.quiet, 50), quietFsyncP99Ms: msAt(fsyncs.quiet, 99) }
  const measured = {
    ...told,
    maxMs: latencies.maxValue / 1_000,
    ...fsyncMs,
    ...quietFsyncMs,
    statements: bodies.length,
  }
  const rate = atLeast('http-rate', perSecond, ratePerSecondMin, { duePerSecond: ratePerSecond, ...cores })
  const latency = atMost('http-latency', msAt(latencies, 99) / fsyncMs.fsyncP99Ms, { bound: fsyncsMax }, measured)
  const plot = {
    name: 'http-latency',
    title: `From when a statement is due to its receipt, at ${ratePerSecond} a second`,
    unit: 'milliseconds',
    bars: [
      { name: 'an fsync beside it, median', value: fsyncMs.fsyncP50Ms },
      { name: 'an fsync beside it, 99th percentile', value: fsyncMs.fsyncP99Ms },
      ...percentiles.map((each) => ({ name: `receipt, ${each}th percentile`, value: msAt(latencies, each) })),
    ],
  }
  return [
    { ...rate, unit: '/s' },
    { ...latency, plots: [plot] },
  ]
}

async function prepare({ folder, signer, pool }: BenchContext) {
  await using office = await openRoOffice({ folder, stations, candidates, signer, pool })
  const night: Iterator<SignedBytes> = nightOf(office.seat)
  await submitAll(office, take(night, stations))
  return { election: office.election, night }
}

function bodiesOf(night: Iterator<SignedBytes>, forSeconds: number): readonly Uint8Array[] {
  return take(night, forSeconds * ratePerSecond).map(encodeSignedStatement)
}

interface Sent {
  /** From when a statement was due until its receipt was there, microseconds. */
  readonly latencies: Histogram
  readonly perSecond: number
}

/** Sends each when it is due, however many are under way; a station's next act waits for the answer to its last one. */
async function sendAtRate(url: string, bodies: readonly Uint8Array[]): Promise<Sent> {
  const pool = connectionsTo(url, connections)
  const latencies = histogram()
  const started = performance.now()
  const answered: Promise<void>[] = []
  const unlimited = new AbortController().signal
  while (answered.length < bodies.length) {
    const due = Math.min(bodies.length, Math.floor(((performance.now() - started) * ratePerSecond) / 1_000))
    while (answered.length < due) answered.push(send(answered.length))
    await systemClock.sleep(1, unlimited)
  }
  await Promise.all(answered)
  const elapsedMs = performance.now() - started
  await pool.destroy()
  return { latencies, perSecond: (bodies.length * 1_000) / elapsedMs }

  async function send(at: number): Promise<void> {
    const dueAt = started + (at * 1_000) / ratePerSecond
    await answered[at - stations]
    await post(pool, bodies[at] as Uint8Array)
    record(latencies, performance.now() - dueAt)
  }
}

function histogram(): Histogram {
  return build({ highestTrackableValue: latencyUsMax, numberOfSignificantValueDigits: 3 })
}

function histogramOf(times: readonly number[]): Histogram {
  const all = histogram()
  for (const ms of times) record(all, ms)
  return all
}

function record(times: Histogram, ms: number): void {
  times.recordValue(Math.min(latencyUsMax, Math.max(1, Math.round(ms * 1_000))))
}

function msAt(times: Histogram, percentile: number): number {
  return times.getValueAtPercentile(percentile) / 1_000
}
