import { join } from 'node:path'
import { startNatsServer } from '@khata/nats-server'
import type { FixtureElection } from '@khata/ledger/fixture'
import { atMost, type Figure, median, take } from './measure.ts'
import { startNode } from './node-process.ts'
import { nightOf, openRoOffice } from './ro-office.ts'
import { type BenchContext, submitAll } from './ro-path.ts'

const startsEach = 5
const piece = 10_000

/** From the start of the process to ready, with a long log against a short one. */
export async function benchRestart(
  context: BenchContext,
  sizes: { readonly short: number; readonly long: number },
): Promise<Figure> {
  const short = await fill(context, 'restart-short', sizes.short)
  const long = await fill(context, 'restart-long', sizes.long)
  const shortMs: number[] = []
  const longMs: number[] = []
  for (let start = 0; start < startsEach; start += 1) {
    shortMs.push(await readyMsOf(short))
    longMs.push(await readyMsOf(long))
  }
  const [shortMedian, longMedian] = [median(shortMs), median(longMs)]
  return atMost(
    'restart',
    longMedian / shortMedian,
    { bound: 1.2 },
    { shortMs: shortMedian, longMs: longMedian, ...sizes },
  )
}

interface Filled {
  readonly folder: string
  readonly election: FixtureElection
}

async function fill({ folder, signer, pool }: BenchContext, name: string, entries: number): Promise<Filled> {
  const path = join(folder, name)
  await using office = await openRoOffice({ folder: path, stations: 500, candidates: 20, signer, pool })
  const night = nightOf(office.seat)
  for (;;) {
    const left = entries - (office.node.logs.fold('NA-1')?.size ?? 0)
    if (left <= 0) break
    await submitAll(office, take(night, Math.min(piece, left)))
  }
  return { folder: path, election: office.election }
}

async function readyMsOf({ folder, election }: Filled): Promise<number> {
  await using server = await startNatsServer({ name: 'bench-restart', storeDir: join(folder, 'nats') })
  const seed = election.seat('NA-1').sequencer.secret
  const role = { role: 'ro', seats: ['NA-1'] } as const
  const node = await startNode({ folder, trust: election.trust, seed, natsUrl: server.url, role })
  await node.stop()
  return node.readyMs
}
