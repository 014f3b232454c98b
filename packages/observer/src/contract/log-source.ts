import assert from 'node:assert/strict'
import { test } from 'vitest'
import { fixtureElection } from '@khata/ledger/fixture'
import type { LogSource } from '../source/log-source.ts'
import { type Bundle, bundleOf, sodiumSigner } from './bundle.ts'

/** A seat's log of more than one bundle. */
const stations = 150

/** What every LogSource keeps. `open` makes one over the given files, and over nothing else. */
export function logSourceContract(name: string, open: (files: Bundle) => Promise<LogSource>): void {
  test(`${name}: gives the checkpoint and the entries as they are, in order`, async () => {
    const { files, entries } = await longLog()
    await using source = await open(files)
    assert.deepEqual(plain(await source.checkpoint('NA-1')), plain(files.get('NA-1/checkpoint')))
    assert.equal(entries.length > 300, true)
    assert.deepEqual(await read(source, 0, entries.length), entries.map(plain))
  })

  test(`${name}: starts and ends where it is told`, async () => {
    const { files, entries } = await longLog()
    await using source = await open(files)
    for (const [from, size] of [
      [0, 0],
      [0, 256],
      [255, 256],
      [256, entries.length],
      [100, entries.length],
    ] as const) {
      assert.deepEqual(await read(source, from, size), entries.slice(from, size).map(plain))
    }
  })

  test(`${name}: ends early where there is no more`, async () => {
    const { files, entries } = await longLog()
    await using source = await open(files)
    assert.equal((await read(source, 0, 10_000)).length <= entries.length, true)
  })

  test(`${name}: has no log of another name`, async () => {
    const { files } = await longLog()
    await using source = await open(files)
    for (const log of ['NA-2', '', '..', '../NA-1', 'NA-1/tile', 'x'.repeat(300)]) {
      assert.equal(await source.checkpoint(log), undefined)
      assert.deepEqual(await read(source, 0, 10, log), [])
    }
  })
}

let made: Promise<{ readonly files: Bundle; readonly entries: readonly Uint8Array[] }> | undefined

function longLog() {
  made ??= makeLongLog()
  return made
}

async function makeLongLog() {
  const election = fixtureElection({ stations, signer: await sodiumSigner() })
  const entries = election.seat('NA-1').log.entries.map(({ bytes }) => bytes)
  return { files: bundleOf(election), entries }
}

async function read(source: LogSource, from: number, size: number, log = 'NA-1'): Promise<readonly unknown[]> {
  const entries: unknown[] = []
  for await (const piece of source.entries(log, from, size)) entries.push(...piece.map(plain))
  return entries
}

function plain(bytes: Uint8Array | undefined): string | undefined {
  return bytes && Buffer.from(bytes).toString('base64')
}
