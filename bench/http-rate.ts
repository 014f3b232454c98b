import { Agent } from 'node:http'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { SignedBytes } from '@khata/ledger'
import { startNatsServer } from '@khata/nats-server'
import { systemClock } from '@khata/node'
import { encodeSignedStatement } from '@khata/proto'
import { build, type Histogram } from 'hdr-histogram-js'
import { atLeast, atMost, type Figure, take } from './measure.ts'
import { startNode } from './node-process.ts'
import { post } from './post.ts'
import { nightOf, openRoOffice } from './ro-office.ts'
import { type BenchContext, submitAll } from './ro-path.ts'

/** Statements due each second, whether or not those before them were answered. */
const ratePerSecond = 2_100
const seconds = 20
const warmUpSeconds = 5
/** Each acts about once a second. */
const stations = 2_000
const candidates = 20
const connections = 256
const ratePerSecondMin = 2_000
const fsyncsMax = 50
const appendBytes = 512
const fsyncs = 500
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
  const warmUp = take(night, warmUpSeconds * ratePerSecond).map(encodeSignedStatement)
  const bodies = take(night, seconds * ratePerSecond).map(encodeSignedStatement)
  const fsyncMs = await fsyncTimes(path)
  const url = `${node.url}/v1/statements`
  await sendAtRate(url, warmUp)
  const { latencies, perSecond, clientsCores } = await sendAtRate(url, bodies)
  await node.stop()
  const fsync = { fsyncP50Ms: msAt(fsyncMs, 50), fsyncP99Ms: msAt(fsyncMs, 99) }
  const told = Object.fromEntries(percentiles.map((each) => [`p${each}Ms`, msAt(latencies, each)]))
  const p99Ms = msAt(latencies, 99)
  const measured = { ...told, maxMs: latencies.maxValue / 1_000, ...fsync, clientsCores, statements: bodies.length }
  return [
    { ...atLeast('http-rate', perSecond, ratePerSecondMin, { duePerSecond: ratePerSecond, ...measured }), unit: '/s' },
    {
      ...atMost('http-latency', p99Ms / fsync.fsyncP99Ms, { bound: fsyncsMax }, measured),
      plots: [
        {
          name: 'http-latency',
          title: `From when a statement is due to its receipt, at ${ratePerSecond} a second`,
          unit: 'milliseconds',
          bars: [
            { name: 'one fsync, median', value: fsync.fsyncP50Ms },
            { name: 'one fsync, 99th percentile', value: fsync.fsyncP99Ms },
            ...percentiles.map((each) => ({ name: `receipt, ${each}th percentile`, value: msAt(latencies, each) })),
          ],
        },
      ],
    },
  ]
}

async function prepare({ folder, signer, pool }: BenchContext) {
  await using office = await openRoOffice({ folder, stations, candidates, signer, pool })
  const night: Iterator<SignedBytes> = nightOf(office.seat)
  await submitAll(office, take(night, stations))
  return { election: office.election, night }
}

interface Sent {
  /** From when a statement was due until its receipt was there, microseconds. */
  readonly latencies: Histogram
  readonly perSecond: number
  /** Processor time of this process for each second that passed. */
  readonly clientsCores: number
}

/** Sends each when it is due, however many are under way; a station's next act waits for the answer to its last one. */
async function sendAtRate(url: string, bodies: readonly Uint8Array[]): Promise<Sent> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const latencies = histogram()
  const cpuBefore = process.cpuUsage()
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
  const { user, system } = process.cpuUsage(cpuBefore)
  agent.destroy()
  return {
    latencies,
    perSecond: (bodies.length * 1_000) / elapsedMs,
    clientsCores: (user + system) / 1_000 / elapsedMs,
  }

  async function send(at: number): Promise<void> {
    const dueAt = started + (at * 1_000) / ratePerSecond
    await answered[at - stations]
    await post(url, bodies[at] as Uint8Array, agent)
    record(latencies, performance.now() - dueAt)
  }
}

/** Small appends to a file beside the node's, each synced before the next. */
async function fsyncTimes(folder: string): Promise<Histogram> {
  const times = histogram()
  await using file = await open(join(folder, 'fsync'), 'a')
  const piece = new Uint8Array(appendBytes)
  for (let at = 0; at < fsyncs; at += 1) {
    const began = performance.now()
    await file.write(piece)
    await file.datasync()
    record(times, performance.now() - began)
  }
  return times
}

function histogram(): Histogram {
  return build({ highestTrackableValue: latencyUsMax, numberOfSignificantValueDigits: 3 })
}

function record(times: Histogram, ms: number): void {
  times.recordValue(Math.min(latencyUsMax, Math.max(1, Math.round(ms * 1_000))))
}

function msAt(times: Histogram, percentile: number): number {
  return times.getValueAtPercentile(percentile) / 1_000
}
