import { openLogFold } from '@khata/ledger'
import { fixtureElection, markingSigner } from '@khata/ledger/fixture'
import { expect, test } from 'vitest'
import { MemoryStore } from '../adapters/memory/store.ts'
import { copyFold, readSnapshot, writeSnapshot } from './snapshot.ts'

const election = fixtureElection({ signer: markingSigner() })
const { fold } = election.seat('NA-1').log
const context = { code: 'this', register: election.registerState }

test('a copy of a fold is equal, and its bytes keep nothing else in memory', () => {
  const copy = copyFold(fold)
  expect(copy).toEqual(fold)
  expect(copy.head.buffer.byteLength).toBe(copy.head.length)
})

test('a fold read from a snapshot is equal, and its bytes do not keep the snapshot in memory', async () => {
  await using store = new MemoryStore()
  await writeSnapshot(store, fold, context)
  const read = await readSnapshot(store, openLogFold(fold), context)
  expect(read).toEqual(fold)
  expect(read?.frontier.peaks.map(({ buffer }) => buffer.byteLength)).toEqual(fold.frontier.peaks.map(() => 32))
})

test('a snapshot of other code is not read', async () => {
  await using store = new MemoryStore()
  await writeSnapshot(store, fold, context)
  expect(await readSnapshot(store, openLogFold(fold), { ...context, code: 'another' })).toBeUndefined()
})

test('a snapshot of a fold into which the root has cut since is not read, however late it was written', async () => {
  await using store = new MemoryStore()
  await writeSnapshot(store, fold, context)
  election.revoke(election.seat('NA-1').ro.key, 'NA-1', fold.size)
  expect(await readSnapshot(store, openLogFold(fold), context)).toBeDefined()
  election.revoke(election.seat('NA-1').ro.key, 'NA-1', fold.size - 1)
  await writeSnapshot(store, fold, context)
  expect(await readSnapshot(store, openLogFold(fold), context)).toBeUndefined()
})
