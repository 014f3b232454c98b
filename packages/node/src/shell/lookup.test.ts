import { namesOf, type OpenedEntry, type OpenedStatement, refuse, StatementIndex, type VoidEntry } from '@khata/ledger'
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

/** In which nothing is void. */
const fold = { voids: [] }

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

/** Indices of void entries, in order. */
const someVoid = fc.uniqueArray(fc.nat(60)).map((indices) => indices.toSorted((a, b) => a - b))

test('what is looked up is what the entries before hold that are not void, at every place of the log', async () => {
  const places = await readPlaces(bench.site.store, 'NA-1')
  const statements = entries.map(statementOf)
  expect(frozen.seat.log.fold.equivocations).not.toEqual([])
  await fc.assert(
    fc.asyncProperty(fc.nat(entries.length - 1), fc.nat(entries.length), someVoid, async (at, before, voids) => {
      const opened = statements[at]!
      const names = { places, fold: { voids: voids.map(voidAt) } }
      const [found] = await lookUpPrecedents(bench.site.store, names, [{ opened, tags: tagsOf(opened) }], before)
      const standing = statements.slice(0, before).map((one, index) => (voids.includes(index) ? undefined : one))
      expect(found).toEqual(indexOf(standing).beside(namesOf(opened)))
    }),
    { numRuns: 300 },
  )
})

test('a tag alone proves nothing: the entry itself must bear the name', async () => {
  const { store } = bench.site
  const places = new StatementPlaces('NA-1')
  places.add({ ...groupOf(entries), from: 1 })
  for (const { statement } of entries) {
    if (statement.ok) expect(await lookUpStatement(store, { places, fold }, statement.value)).toBeUndefined()
  }
})

test('a statement is found where it stands, and where it is void only if it stands nowhere', async () => {
  const { store } = bench.site
  const places = new StatementPlaces('NA-1')
  const last = statementOf(entries.at(-1)!)
  const index = entries.length - 1
  places.add(groupOf(entries))
  const isVoid = { places, fold: { voids: [voidAt(index)] } }
  expect(await lookUpStatement(store, isVoid, last)).toEqual(placeOf(last, index))
  places.add({ ...groupOf(entries.slice(-1)), from: index + 1 })
  await store.write([{ key: entryRow('NA-1', index + 1), value: entries.at(-1)!.bytes }], 'fsync')
  expect(await lookUpStatement(store, isVoid, last)).toEqual(placeOf(last, index + 1))
})

test('an entry that the disk does not hold yet is not found yet', async () => {
  const { store } = bench.site
  const places = await readPlaces(store, 'NA-1')
  const last = statementOf(entries.at(-1)!)
  expect(await lookUpStatement(store, { places, fold }, last)).toEqual(placeOf(last, entries.length - 1))
  await store.write([{ key: entryRow('NA-1', entries.length - 1), value: undefined }], 'fsync')
  expect(await lookUpStatement(store, { places, fold }, last)).toBeUndefined()
})

function statementOf({ statement }: OpenedEntry): OpenedStatement {
  if (!statement.ok) throw new Error(statement.error.code)
  return statement.value
}

function placeOf({ hashHex }: OpenedStatement, index: number): StatementPlace {
  return { index, hash: hashHex }
}

function voidAt(index: number): VoidEntry {
  return { index, signer: '', refusal: refuse('log/superseded') }
}

function indexOf(statements: readonly (OpenedStatement | undefined)[]): StatementIndex<StatementPlace> {
  const index = new StatementIndex<StatementPlace>()
  for (const [at, opened] of statements.entries())
    if (opened !== undefined) index.add(namesOf(opened), placeOf(opened, at))
  return index
}
