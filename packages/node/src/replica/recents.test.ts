import type { OpenedStatement } from '@khata/ledger'
import { beforeAll, expect, test } from 'vitest'
import { frozenSeat, openedOf } from '../contract/writer-bench.ts'
import { recentEntriesMax } from './limits.ts'
import { nothingStored, precedentsBefore, Recents } from './recents.ts'

let form: OpenedStatement

beforeAll(async () => {
  const { seat } = await frozenSeat()
  form = openedOf(seat.po(1).submit({ votes: [1, 2, 3] }))
})

test('completes what the store said with what is newer, and never overrules it', () => {
  const recents = new Recents(10)
  recents.add(numbered(1), 10, false)
  const found = recents.complete(numbered(1), nothingStored)
  expect(found.sameId).toEqual({ index: 10, hash: form.hashHex })
  expect(found.sameSequence).toEqual({ index: 10, hash: form.hashHex })
  expect(recents.complete(numbered(2), nothingStored).sequenceBefore).toEqual({ index: 10, hash: form.hashHex })
  const stored = { ...nothingStored, sameId: { index: 3, hash: 'a'.repeat(64) } }
  expect(recents.complete(numbered(1), stored).sameId).toEqual(stored.sameId)
})

test('of two statements with one sequence the first keeps its place', () => {
  const recents = new Recents(0)
  recents.add(numbered(1), 0, false)
  recents.add({ ...numbered(1), idHex: 'other', hashHex: 'b'.repeat(64) }, 1, false)
  expect(recents.complete(numbered(1), nothingStored).sameSequence?.index).toBe(0)
})

test('a statement whose sequence an older one has is found by its id alone', () => {
  const recents = new Recents(10)
  recents.add(numbered(1), 10, true)
  expect(recents.complete(numbered(1), nothingStored)).toEqual({
    ...nothingStored,
    sameId: { index: 10, hash: form.hashHex },
  })
  expect(recents.before(numbered(2))).toBeUndefined()
  recents.add(numbered(2), 11, false)
  expect(recents.before(numbered(3))).toEqual({ index: 11, hash: form.hashHex })
})

test('says from which size on the store must have been asked, as it forgets', () => {
  const recents = new Recents(5)
  for (let at = 0; at <= 2 * recentEntriesMax; at++) recents.add(numbered(at), 5 + at, false)
  expect(recents.floor).toBe(5 + recentEntriesMax + 1)
  expect(recents.complete(numbered(recentEntriesMax), nothingStored).sameId).toBeUndefined()
  expect(recents.complete(numbered(recentEntriesMax + 1), nothingStored).sameId?.index).toBe(recents.floor)
})

test('nothing at or after an entry is its precedent', () => {
  const place = { index: 7, hash: form.hashHex }
  const stored = { sameId: place, sameSequence: place, sequenceBefore: place }
  expect(precedentsBefore(8, stored)).toEqual({
    sameId: form.hashHex,
    sameSequence: form.hashHex,
    sequenceBefore: form.hashHex,
  })
  expect(precedentsBefore(7, stored)).toEqual(precedentsBefore(7, nothingStored))
})

function numbered(sequence: number): OpenedStatement {
  return { ...form, idHex: `id-${sequence}`, statement: { ...form.statement, sequence } }
}
