import { join } from 'node:path'
import { openEntry, signatureClaims, type Triple } from '@khata/ledger'
import { entryRow, scrubLog } from '@khata/node'
import { atLeast, type Figure, median, perSecond, take, withConcurrency } from './measure.ts'
import { nightOf, openRoOffice, type RoOffice } from './ro-office.ts'
import { type BenchContext, submitAll } from './ro-path.ts'

const entriesReplayed = 30_000
const rounds = 9

/** Replay and verification of a log from Level against the same triples through the same pool, without decode, hash and fold. */
export async function benchReplay({ folder, signer, pool }: BenchContext): Promise<Figure> {
  await using office = await openRoOffice({
    folder: join(folder, 'replay'),
    stations: 500,
    candidates: 20,
    signer,
    pool,
  })
  await submitAll(office, take(nightOf(office.seat), entriesReplayed))
  const triples = await triplesOf(office)
  await replayAll(office)
  const runs: { readonly replay: number; readonly verify: number; readonly ratio: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const verify = await perSecond(triples.length, () => verifyAll(office, triples))
    const replay = await perSecond(triples.length, () => replayAll(office))
    runs.push({ replay, verify, ratio: replay / verify })
  }
  const value = median(runs.map(({ ratio }) => ratio))
  const typical = runs.find(({ ratio }) => ratio === value) ?? { replay: 0, verify: 0 }
  return atLeast('replay', value, 0.8, { replay: typical.replay, verify: typical.verify })
}

async function replayAll(office: RoOffice): Promise<void> {
  const fold = office.node.logs.fold('NA-1')
  if (fold === undefined) throw new Error('no log')
  const setting = office.node.logs.settingOf({
    log: fold.log,
    generation: fold.generation,
    sequencerKey: fold.sequencerKey,
  })
  const verdict = await scrubLog(setting, new AbortController().signal, () => undefined)
  if (verdict?.holds !== true) throw new Error(`the log does not hold: ${JSON.stringify(verdict?.faults)}`)
}

async function verifyAll({ site }: RoOffice, triples: readonly Triple[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(triples.length / 256) }, (_, at) =>
    triples.slice(at * 256, (at + 1) * 256),
  )
  await withConcurrency(batches, 4, (batch) => site.verifier.verify(batch))
}

async function triplesOf({ site }: RoOffice): Promise<readonly Triple[]> {
  const triples: Triple[] = []
  const range = { from: entryRow('NA-1', 0), to: entryRow('NA-1', Number.MAX_SAFE_INTEGER) }
  for await (const rows of site.store.scan(range)) {
    for (const [, bytes] of rows) {
      const entry = openEntry(bytes)
      if (entry.ok && entry.value.statement.ok) triples.push(...signatureClaims(entry.value.statement.value))
    }
  }
  return triples
}
