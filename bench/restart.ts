import { join } from 'node:path'
import type { VerifierPool } from '@khata/node'
import { startNatsServer } from '@khata/nats-server'
import type { SignedBytes } from '@khata/ledger'
import type { FixtureElection } from '@khata/ledger/fixture'
import { atMost, type Figure, median, take } from './measure.ts'
import { startNode } from './node-process.ts'
import { nightOf, openRoOffice } from './ro-office.ts'
import { type BenchContext, submitAll } from './ro-path.ts'

const startsEach = 5
const piece = 10_000
/** Entries of the count itself, the same in both logs: forms that were superseded stay in the seat's state. */
const countEntries = 15_000

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
  const measured = { shortMs: shortMedian, longMs: longMedian, ...sizes }
  return {
    ...atMost('restart', longMedian / shortMedian, { bound: 1.2 }, measured),
    plots: [
      {
        name: 'restart',
        title: 'From process start to ready',
        unit: 'milliseconds, median of five',
        bars: [
          { name: `${sizes.short} entries`, value: shortMedian },
          { name: `${sizes.long} entries`, value: longMedian },
        ],
      },
    ],
  }
}

interface Filled {
  readonly folder: string
  readonly election: FixtureElection
}

async function fill({ folder, signer }: BenchContext, name: string, entries: number): Promise<Filled> {
  const path = join(folder, name)
  await using office = await openRoOffice({ folder: path, stations: 500, candidates: 20, signer, pool: uncheckedPool })
  const sizeNow = (): number => office.node.logs.fold('NA-1')?.size ?? 0
  await submitAll(office, take(nightOf(office.seat), countEntries - sizeNow()))
  const more = verifications(office.election)
  while (sizeNow() < entries) await submitAll(office, take(more, Math.min(piece, entries - sizeNow())))
  return { folder: path, election: office.election }
}

/** The data is the bench's own, and signed: what is measured begins afterwards. */
const uncheckedPool: VerifierPool = {
  verify: (batch) => Promise.resolve(batch.map(() => true)),
  [Symbol.asyncDispose]: () => Promise.resolve(),
}

/** HQ says again and again what it found the seat's log to be. */
function* verifications({ hq }: FixtureElection): Generator<SignedBytes> {
  for (let size = 1; ; size += 1) {
    const verified = { log: 'NA-1', size, root: new Uint8Array(32), forms: [] }
    yield hq.say('NA-1', { body: 'verified', verified })
  }
}

async function readyMsOf({ folder, election }: Filled): Promise<number> {
  await using server = await startNatsServer({ name: 'bench-restart', storeDir: join(folder, 'nats') })
  const seed = election.seat('NA-1').sequencer.secret
  const role = { role: 'ro', seats: ['NA-1'] } as const
  const node = await startNode({ folder, trust: election.trust, seed, natsUrl: server.url, role })
  await node.stop()
  return node.readyMs
}
