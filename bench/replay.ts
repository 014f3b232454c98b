import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalBytes, type SignatureVerifier, type Triple, type Trust } from '@khata/ledger'
import { type FixtureElection, fixtureElection } from '@khata/ledger/fixture'
import { type LogSource, openFolderSource, verifyElection } from '@khata/observer'
import type { ThreadedVerifierPool } from '@khata/verifier-pool'
import { atLeast, type Figure, median, withConcurrency } from './measure.ts'
import { candidatesOfSeat, count, freeze, seatNames } from './nation.ts'
import type { BenchContext } from './ro-path.ts'
import { writeTileFiles } from './tile-files.ts'

const stations = 30
const hubs = ['hq', 'punjab']
const rounds = 5
const batchTriples = 256

/**
 * A nation's night verified from tile files, as `khata-verify` does it, until the last seat's Form 47 is there, against
 * the same triples through the same pool with nothing else.
 */
export async function benchReplay({ folder, signer, pool }: BenchContext): Promise<Figure> {
  const path = join(folder, 'replay')
  const election = fixtureElection({ seats: seatNames, stations, candidates: candidatesOfSeat, signer, until: 'register' })
  const { trust } = election
  await writeNation(path, election)
  await using source = await openFolderSource(path)
  const triples: Triple[] = []
  await replay(source, trust, remembering(pool, triples))
  const runs: Run[] = []
  for (let round = 0; round < rounds; round += 1) {
    const verify = await spent(() => verifyAll(pool, triples))
    const replayed = await spent(() => replay(source, trust, pool))
    runs.push({ verify, replayed, ratio: verify.ms / replayed.ms })
    console.error({ cpu: verify.cpuMs / replayed.cpuMs, wall: verify.ms / replayed.ms, perSig: (replayed.cpuMs * 1000) / triples.length, verifySig: (verify.cpuMs * 1000) / triples.length })
  }
  const value = median(runs.map(({ ratio }) => ratio))
  const { verify, replayed } = runs.find(({ ratio }) => ratio === value) ?? (runs[0] as Run)
  return atLeast('replay', value, 0.85, {
    seats: seatNames.length,
    signatures: triples.length,
    verifyMs: verify.ms,
    replayMs: replayed.ms,
    verifyCpuUs: (verify.cpuMs * 1000) / triples.length,
    replayCpuUs: (replayed.cpuMs * 1000) / triples.length,
  })
}

interface Run {
  readonly verify: Spent
  readonly replayed: Spent
  readonly ratio: number
}

interface Spent {
  readonly ms: number
  /** Processor time of all threads. */
  readonly cpuMs: number
}

/** The register, the hubs' intake logs and every seat's log. A log's entries are let go once they are written. */
async function writeNation(folder: string, election: FixtureElection): Promise<void> {
  for (const name of seatNames) freeze(election.seat(name))
  await writeTileFiles(folder, election, election.register, election.registerSequencer)
  for (const hub of hubs) await writeTileFiles(folder, election, election.intake(hub), election.hubSequencer(hub))
  for (const name of seatNames) {
    const seat = election.seat(name)
    count(seat, { locked: true })
    await writeTileFiles(folder, election, seat.log, seat.sequencer)
    await writeFile(join(folder, name, 'form47.json'), canonicalBytes(seat.log.form47))
    seat.log.entries.splice(0)
  }
}

/** The production path of `khata-verify`. A seat's report has the hash of its Form 47's canonical bytes. */
async function replay(source: LogSource, trust: Trust, verifier: SignatureVerifier): Promise<void> {
  const { holds, seats } = await verifyElection({ source, trust, verifier, now: Date.now() })
  const forms = seats.filter(({ form47 }) => form47?.stations.accepted === stations)
  if (!holds || forms.length !== seatNames.length) throw new Error(`${forms.length} forms, holds: ${holds}`)
}

function remembering(pool: ThreadedVerifierPool, triples: Triple[]): SignatureVerifier {
  return {
    verify: (batch) => {
      triples.push(...batch)
      return pool.verify(batch)
    },
  }
}

async function verifyAll(pool: ThreadedVerifierPool, triples: readonly Triple[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(triples.length / batchTriples) }, (_, at) =>
    triples.slice(at * batchTriples, (at + 1) * batchTriples),
  )
  await withConcurrency(batches, 4, (batch) => pool.verify(batch))
}

async function spent(work: () => Promise<void>): Promise<Spent> {
  const before = process.cpuUsage()
  const started = performance.now()
  await work()
  const { user, system } = process.cpuUsage(before)
  return { ms: performance.now() - started, cpuMs: (user + system) / 1000 }
}
