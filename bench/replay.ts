import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalBytes, openEntry, signatureClaims, type SignatureVerifier, type Triple } from '@khata/ledger'
import type { FixtureSigner } from '@khata/ledger/fixture'
import { type LogReport, openFolderSource, verifyElection, type VerifyInput } from '@khata/observer'
import { atLeast, type Figure, median, withConcurrency } from './measure.ts'
import { count, freeze, nationOf, seatNames } from './nation.ts'
import type { BenchContext } from './ro-path.ts'
import { writeTileFiles } from './tile-files.ts'

/** Fewer than the 105 of a real seat, so that the bench ends: what every log costs once weighs more. */
const stations = 30
const rounds = 3
const batchTriples = 256

/**
 * A nation's night (register, intake logs, all 859 seats) verified from tile files as `khata-verify` does it, until the
 * last seat's Form 47 is there, against every signature of the same entries through the same pool with nothing else.
 * Neither the night that was written nor the triples are in memory while it is verified: the collector would walk them
 * again and again.
 */
export async function benchReplay({ folder, signer, pool }: BenchContext): Promise<Figure> {
  const path = join(folder, 'replay')
  const written = await writeNation(path, signer)
  await using source = await openFolderSource(path)
  const runs: Run[] = []
  for (let round = 0; round < rounds; round += 1) runs.push(await runOnce({ source, ...written }, pool))
  const value = median(runs.map(({ ratio }) => ratio))
  const { triples, asked, verify, replay, formsAfterMs } = runs.find(({ ratio }) => ratio === value) as Run
  return atLeast('replay', value, 0.85, {
    verify: (triples * 1000) / verify.ms,
    replay: (triples * 1000) / replay.ms,
    askedShare: asked / triples,
    verifyCpuUs: verify.cpuUs / triples,
    replayCpuUs: replay.cpuUs / triples,
    formsAfterMs,
  })
}

async function runOnce(nation: Omit<VerifyInput, 'verifier'>, pool: SignatureVerifier): Promise<Run> {
  const { triples, verify } = await verifyTriplesOf(nation, pool)
  let asked = 0
  let answeredAt = 0
  const verifier = observed(pool, (batch) => {
    asked += batch
    answeredAt = performance.now()
  })
  const replay = await spent(() => verifyNation({ ...nation, verifier }))
  const formsAfterMs = performance.now() - answeredAt
  return { triples, asked, verify, replay, ratio: verify.ms / replay.ms, formsAfterMs }
}

async function verifyTriplesOf(nation: Omit<VerifyInput, 'verifier'>, pool: SignatureVerifier) {
  const triples: Triple[] = []
  for (const { log, verdict } of await verifyNation({ ...nation, verifier: pool })) {
    const entries = nation.source.entries(log, 0, verdict?.size ?? 0)
    for await (const piece of entries) triples.push(...triplesOf(piece))
  }
  return { triples: triples.length, verify: await spent(() => verifyAll(pool, triples)) }
}

function triplesOf(entries: readonly Uint8Array[]): readonly Triple[] {
  return entries.flatMap((bytes) => {
    const opened = openEntry(bytes)
    if (!opened.ok || !opened.value.statement.ok) throw new Error('an entry that cannot be read')
    return signatureClaims(opened.value.statement.value)
  })
}

interface Run {
  /** Every signature of every entry. */
  readonly triples: number
  /** Of these, those that the audit had verified: a form that both an intake log and its seat's log hold, once. */
  readonly asked: number
  readonly verify: Spent
  readonly replay: Spent
  readonly ratio: number
  /** From the last verdict on a signature to the last Form 47. */
  readonly formsAfterMs: number
}

interface Spent {
  readonly ms: number
  /** Processor time of all threads. */
  readonly cpuUs: number
}

/** Lists, keys, freeze, forms with their locks, acceptances; HQ's intake log has each form as well. */
async function writeNation(folder: string, signer: FixtureSigner): Promise<Pick<VerifyInput, 'trust' | 'now'>> {
  const election = nationOf(stations, signer)
  for (const name of seatNames) freeze(election.seat(name))
  await writeTileFiles(folder, election, election.register, election.registerSequencer)
  const intake = election.intake('hq')
  for (const name of seatNames) {
    const seat = election.seat(name)
    count(seat, { locked: true, intake })
    await writeTileFiles(folder, election, seat.log, seat.sequencer)
    await writeFile(join(folder, name, 'form47.json'), canonicalBytes(seat.log.form47))
    seat.log.entries.splice(0)
  }
  for (const hub of ['hq', 'punjab']) {
    await writeTileFiles(folder, election, election.intake(hub), election.hubSequencer(hub))
  }
  return { trust: election.trust, now: election.stage.now }
}

/**
 * Insists on every seat's Form 47, with the hash of its canonical bytes, and that everything holds. Answers with what is
 * said of each log.
 */
async function verifyNation(input: VerifyInput): Promise<readonly LogReport[]> {
  const { holds, register, intakes, seats } = await verifyElection(input)
  const forms = seats.filter(({ form47 }) => form47?.stations.accepted === stations)
  if (!holds || forms.length < seatNames.length) throw new Error(`holds: ${holds}, forms: ${forms.length}`)
  return [register, ...intakes, ...seats.map(({ log }) => log)]
}

/** Verifies as the pool does, and tells of each batch's size once it is answered. */
function observed(pool: SignatureVerifier, onVerdicts: (batch: number) => void): SignatureVerifier {
  return {
    verify: async (batch) => {
      const verdicts = await pool.verify(batch)
      onVerdicts(batch.length)
      return verdicts
    },
  }
}

async function verifyAll(pool: SignatureVerifier, triples: readonly Triple[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(triples.length / batchTriples) }, (_, at) =>
    triples.slice(at * batchTriples, (at + 1) * batchTriples),
  )
  await withConcurrency(batches, 4, (batch) => pool.verify(batch))
}

async function spent(work: () => Promise<unknown>): Promise<Spent> {
  const before = process.cpuUsage()
  const started = performance.now()
  await work()
  const { user, system } = process.cpuUsage(before)
  return { ms: performance.now() - started, cpuUs: user + system }
}
