import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  appendLeaf,
  emptyFrontier,
  encodeBundle,
  encodeTile,
  formatTilePath,
  frontierRoot,
  type TileId,
  tilesBetween,
  tileWidth,
} from '@khata/ledger'
import type { Actor, FixtureElection, FixtureLog } from '@khata/ledger/fixture'
import { checkpointOf } from './fixture-link.ts'

/** Writes a log below `folder` as C2SP tlog-tiles has it: entries, hashes and the checkpoint of all of them. */
export async function writeTileFiles(
  folder: string,
  election: FixtureElection,
  log: FixtureLog,
  sequencer: Actor,
): Promise<void> {
  const size = log.entries.length
  await writeInto(join(folder, log.name, 'checkpoint'), checkpointOf(election, log, { sequencer, size }))
  const hashes = [log.entries.map(({ leaf }) => leaf)]
  for (const tile of tilesBetween(0, size)) {
    await writeInto(join(folder, log.name, formatTilePath(tile)), tileBytes(log, tile, hashes))
  }
}

/** The tile's bytes; a full hash tile's root goes into the row above, which comes later. */
function tileBytes(log: FixtureLog, { level, index, width }: TileId, hashes: Uint8Array[][]): Uint8Array {
  const from = index * tileWidth
  if (level === 'entries') return encodeBundle(log.entries.slice(from, from + width).map(({ bytes }) => bytes))
  const inside = (hashes[level] ?? []).slice(from, from + width)
  if (width === tileWidth) (hashes[level + 1] ??= []).push(frontierRoot(inside.reduce(appendLeaf, emptyFrontier)))
  return encodeTile(inside)
}

async function writeInto(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, bytes)
}
