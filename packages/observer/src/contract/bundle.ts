import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  addSignature,
  canonicalBytes,
  cosign,
  cosignerNoteKey,
  encodeBundle,
  encodeTile,
  formatNote,
  formatTilePath,
  frontierRoot,
  invariant,
  leafHash,
  logNoteKey,
  nodeHash,
  parseNote,
  signCheckpoint,
  tilesBetween,
  tileWidth,
  type TileId,
  utf8Encode,
  trustJson,
} from '@khata/ledger'
import type { Actor, FixtureElection, FixtureLog, FixtureSigner } from '@khata/ledger/fixture'
import { importSodium, nativeSigning } from '@khata/verifier-pool'
import type { LogSource } from '../source/log-source.ts'
import { tiledSource } from '../source/tiled-source.ts'

/** Files of a bundle by their path: `<log>/checkpoint`, `<log>/tile/...`, `<seat>/form47.json`. */
export type Bundle = Map<string, Uint8Array>

/** What an honest node exports: register, intake logs and seats, cosigned by HQ where `cosigned`. */
export function bundleOf(
  election: FixtureElection,
  { seats = ['NA-1'], intakes = [] as readonly string[], cosigned = false } = {},
): Bundle {
  const files: Bundle = new Map()
  const add = (log: FixtureLog, sequencer: Actor) => {
    const note = noteOf(election, log, sequencer)
    addLog(files, log, cosigned ? cosignedByHq(election, note) : note)
  }
  add(election.register, election.registerSequencer)
  for (const hub of intakes) add(election.intake(hub), election.hubSequencer(hub))
  for (const name of seats) {
    const seat = election.seat(name)
    add(seat.log, seat.sequencer)
    files.set(`${name}/form47.json`, canonicalBytes(seat.log.form47))
  }
  return files
}

/** The signed checkpoint of a log as it stands, by whoever is said to sequence it. */
export function noteOf(election: FixtureElection, log: FixtureLog, sequencer: Actor): Uint8Array {
  const { fold } = log
  const key = logNoteKey(election.trust, fold)
  invariant(key !== undefined, 'a fixture has good keys')
  const checkpoint = { origin: key.name, size: fold.size, root: frontierRoot(fold.frontier), epoch: fold.epoch }
  return signCheckpoint(checkpoint, key, (message) => sequencer.sign(message))
}

export function cosignedByHq(election: FixtureElection, note: Uint8Array): Uint8Array {
  const hq = election.actor('cosigner/hq')
  const key = cosignerNoteKey(election.trust, 'hq', hq.key)
  const parsed = parseNote(note)
  invariant(key !== undefined && parsed.ok, 'a fixture has good keys and notes')
  const signature = cosign(parsed.value, key, 1_700_000_000, (message) => hq.sign(message))
  return formatNote(addSignature(parsed.value, signature))
}

/** Writes a log's files into a bundle: its checkpoint, and the tiles of its entries as they stand. */
export function addLog(files: Bundle, log: FixtureLog, note: Uint8Array): void {
  const entries = log.entries.map(({ bytes }) => bytes)
  files.set(`${log.name}/checkpoint`, note)
  for (const tile of tilesBetween(0, entries.length)) {
    files.set(`${log.name}/${formatTilePath(tile)}`, tileBytes(entries, tile))
  }
}

export async function writeBundle(folder: string, files: Bundle, election: FixtureElection): Promise<void> {
  const all = new Map(files).set('trust.json', utf8Encode(trustJson(election.trust)))
  for (const [path, bytes] of all) {
    await mkdir(join(folder, dirname(path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
}

/** A source over a bundle in memory. */
export function bundleSource(files: Bundle): LogSource {
  const paths = { log: (log: string) => log, form47: (seat: string) => `${seat}/form47.json` }
  return tiledSource('a bundle', paths, (path, bytesMax) => Promise.resolve(files.get(path)?.subarray(0, bytesMax + 1)))
}

/** Real signatures at the speed of libsodium. */
export async function sodiumSigner(): Promise<FixtureSigner> {
  const sodium = await importSodium()
  return {
    ...(await nativeSigning()),
    verify: ({ key, message, signature }) =>
      signature.length === 64 && sodium.crypto_sign_verify_detached(signature, message, key),
  }
}

function tileBytes(entries: readonly Uint8Array[], { level, index, width }: TileId): Uint8Array {
  const from = index * tileWidth
  if (level === 'entries') return encodeBundle(entries.slice(from, from + width))
  return encodeTile(hashesAt(entries, level).slice(from, from + width))
}

function hashesAt(entries: readonly Uint8Array[], level: number): readonly Uint8Array[] {
  let hashes: readonly Uint8Array[] = entries.map(leafHash)
  for (let row = 0; row < level * 8; row++) {
    hashes = Array.from({ length: Math.floor(hashes.length / 2) }, (_, at) =>
      nodeHash(hashes[2 * at] as Uint8Array, hashes[2 * at + 1] as Uint8Array),
    )
  }
  return hashes
}
