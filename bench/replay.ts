import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  auditLog,
  encodeBundle,
  formatTilePath,
  openEntry,
  openLogFold,
  signatureClaims,
  tilesBetween,
  tileWidth,
  type Triple,
  utf8Encode,
} from '@khata/ledger'
import { type LogSource, openFolderSource } from '@khata/observer'
import type { ThreadedVerifierPool } from '@khata/verifier-pool'
import { atLeast, type Figure, median, perSecond, take, withConcurrency } from './measure.ts'
import { nightOf, openRoOffice, type RoOffice } from './ro-office.ts'
import { type BenchContext, submitAll } from './ro-path.ts'

const log = 'NA-1'
const entriesReplayed = 30_000
const rounds = 9
const batchTriples = 256

interface Replay {
  readonly pool: ThreadedVerifierPool
  readonly size: number
}

/** Replay and verification of a log from tile files against the same triples through the same pool, without decode, hash and fold. */
export async function benchReplay({ folder, signer, pool }: BenchContext): Promise<Figure> {
  const path = join(folder, 'replay')
  await using office = await openRoOffice({ folder: path, stations: 500, candidates: 20, signer, pool })
  await submitAll(office, take(nightOf(office.seat), entriesReplayed))
  const published = join(path, 'published')
  const size = await publish(office, published)
  await using source = await openFolderSource(published)
  const triples = await triplesIn(source, size)
  await replay(office, source, { pool, size })
  const runs: { readonly replay: number; readonly verify: number; readonly ratio: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const verify = await perSecond(triples.length, () => verifyAll(pool, triples))
    const replayed = await perSecond(triples.length, () => replay(office, source, { pool, size }))
    runs.push({ replay: replayed, verify, ratio: replayed / verify })
  }
  const value = median(runs.map(({ ratio }) => ratio))
  const typical = runs.find(({ ratio }) => ratio === value) ?? { replay: 0, verify: 0 }
  return atLeast('replay', value, 0.8, { replay: typical.replay, verify: typical.verify })
}

/** Writes the log's entries and its newest checkpoint as C2SP tlog-tiles has them. Returns its size. */
async function publish({ node, site }: RoOffice, folder: string): Promise<number> {
  const size = node.logs.fold(log)?.size ?? 0
  const newest = await site.eventLog.newestCheckpoint(log)
  if (newest === undefined) throw new Error('nothing is released')
  await writeInto(join(folder, log, 'checkpoint'), utf8Encode(newest.note))
  for (const tile of tilesBetween(0, size)) {
    if (tile.level !== 'entries') continue
    const entries = await site.eventLog.read(log, tile.index * tileWidth, tile.width)
    await writeInto(join(folder, log, formatTilePath(tile)), encodeBundle(entries))
  }
  return size
}

async function writeInto(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, bytes)
}

async function replay({ election, node }: RoOffice, source: LogSource, { pool, size }: Replay): Promise<void> {
  const held = node.logs.fold(log)
  const checkpoint = await source.checkpoint(log)
  if (held === undefined || checkpoint === undefined) throw new Error('no log')
  const { generation, sequencerKey } = held
  const fold = openLogFold({ log, generation, sequencerKey })
  const entries = source.entries(log, 0, size)
  const verdict = await auditLog({ fold, register: election.registerState, checkpoint, entries, verifier: pool })
  if (!verdict.holds) throw new Error(`the log does not hold: ${JSON.stringify(verdict.faults)}`)
}

async function verifyAll(pool: ThreadedVerifierPool, triples: readonly Triple[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(triples.length / batchTriples) }, (_, at) =>
    triples.slice(at * batchTriples, (at + 1) * batchTriples),
  )
  await withConcurrency(batches, 4, (batch) => pool.verify(batch))
}

async function triplesIn(source: LogSource, size: number): Promise<readonly Triple[]> {
  const triples: Triple[] = []
  for await (const entries of source.entries(log, 0, size)) {
    for (const bytes of entries) {
      const entry = openEntry(bytes)
      if (entry.ok && entry.value.statement.ok) triples.push(...signatureClaims(entry.value.statement.value))
    }
  }
  return triples
}
