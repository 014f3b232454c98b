import { namesOf, type OpenedEntry, type OpenedStatement, StatementIndex } from '@khata/ledger'
import fc from 'fast-check'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { SiteBench } from '../contract/site-bench.ts'
import { formBody, type FrozenSeat, frozenSeat, groupOf } from '../contract/writer-bench.ts'
import { type StatementPlace, StatementPlaces, tagsOf } from '../replica/places.ts'
import { entryRow } from '../replica/rows.ts'
import { lookUpPrecedents, lookUpStatement } from './lookup.ts'
import { readPlaces } from './reading.ts'

let frozen: FrozenSeat
let bench: SiteBench
let entries: readonly OpenedEntry[]

beforeAll(async () => {
  frozen = await frozenSeat({ stations: 40 })
  const { log, ro } = frozen.seat
  for (const station of [1, 2, 3]) {
    const po = frozen.seat.po(station)
    const form = po.submit({ votes: [1, 2, 3] })
    // The same sequence again, with another id: two histories of one signer.
    const otherwise = po.sayOtherwise('NA-1', formBody(form), { sequence: 1 })
    for (const said of [form, otherwise, ro.accept(form, station)]) log.append(said)
  }
  entries = log.entries
})

beforeEach(async () => {
  bench = new SiteBench(frozen)
  await bench.store(entries)
})

test('what is looked up is what the entries before hold, at every place of the log', async () => {
  const places = await readPlaces(bench.site.store, 'NA-1')
  const statements = entries.map(statementOf)
  expect(frozen.seat.log.fold.equivocations).not.toEqual([])
  await fc.assert(
    fc.asyncProperty(fc.nat(entries.length - 1), fc.nat(entries.length), async (at, before) => {
      const opened = statements[at]!
      const [found] = await lookUpPrecedents(bench.site.store, places, [{ opened, tags: tagsOf(opened) }], before)
      expect(found).toEqual(indexOf(statements.slice(0, before)).beside(namesOf(opened)))
    }),
    { numRuns: 300 },
  )
})

test('a tag alone proves nothing: the entry itself must bear the name', async () => {
  const { store } = bench.site
  const places = new StatementPlaces('NA-1')
  places.add({ ...groupOf(entries), from: 1 })
  for (const { statement } of entries) {
    if (statement.ok) expect(await lookUpStatement(store, places, statement.value)).toBeUndefined()
  }
})

test('an entry that the disk does not hold yet is not found yet', async () => {
  const { store } = bench.site
  const places = await readPlaces(store, 'NA-1')
  const last = statementOf(entries.at(-1)!)
  expect(await lookUpStatement(store, places, last)).toEqual(placeOf(last, entries.length - 1))
  await store.write([{ key: entryRow('NA-1', entries.length - 1), value: undefined }], 'fsync')
  expect(await lookUpStatement(store, places, last)).toBeUndefined()
})

function statementOf({ statement }: OpenedEntry): OpenedStatement {
  if (!statement.ok) throw new Error(statement.error.code)
  return statement.value
}

function placeOf({ hashHex }: OpenedStatement, index: number): StatementPlace {
  return { index, hash: hashHex }
}

function indexOf(statements: readonly OpenedStatement[]): StatementIndex<StatementPlace> {
  const index = new StatementIndex<StatementPlace>()
  for (const [at, opened] of statements.entries()) index.add(namesOf(opened), placeOf(opened, at))
  return index
}
