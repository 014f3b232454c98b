import type { OpenedEntry } from '@khata/ledger'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idTag, StatementPlaces, sequenceTag } from './places.ts'

/** Few names and many statements: names come again, with one signer and with another. */
const statement = fc.record({
  signer: fc.nat(1).map((byte) => new Uint8Array(32).fill(byte)),
  id: fc.nat(30).map((byte) => new Uint8Array(16).fill(byte)),
  seat: fc.constantFrom('', 'NA-1'),
  sequence: fc.integer({ min: 1, max: 12 }),
  admitted: fc.boolean(),
})
const groups = fc.array(fc.array(statement, { maxLength: 40 }), { maxLength: 12 })

test('a name leads to every entry that bears it, in the groups added and in the rows they gave', () => {
  fc.assert(
    fc.property(groups, fc.nat(300), (given, before) => {
      const [added, loaded] = [new StatementPlaces('NA-1'), new StatementPlaces('NA-1')]
      const rows: Uint8Array[] = []
      let from = 0
      for (const group of given) {
        const entries = group.map((said) => ({ entry, tags: said.admitted ? tagsOf(said) : undefined }))
        rows.push(added.add({ from, entries }).value!)
        from += group.length
      }
      for (const half of [rows.slice(0, 3), rows.slice(3)]) loaded.load(half)
      const held = given.flat().map((said, index) => ({ ...said, index }))
      for (const said of held) {
        const earlier = held.filter((one) => one.admitted && one.index < before && same(one.signer, said.signer))
        const ids = earlier.filter((one) => same(one.id, said.id))
        const sequences = earlier.filter((one) => one.seat === said.seat && one.sequence === said.sequence)
        const { id, sequence } = tagsOf(said)
        for (const places of [added, loaded]) {
          expect(places.withTag(id, before).toSorted(ascending)).toEqual(ids.map(({ index }) => index))
          expect(places.withTag(sequence, before).toSorted(ascending)).toEqual(sequences.map(({ index }) => index))
        }
      }
    }),
  )
})

test("one row a group, under the log and the group's first entry", () => {
  const { key } = new StatementPlaces('NA-1').add({ from: 7, entries: [] })
  expect(key).toBe('n/NA-1/0000000000000007')
})

/** Only its tags are looked at. */
const entry = {} as OpenedEntry

function tagsOf(said: Parameters<typeof idTag>[0] & Parameters<typeof sequenceTag>[0]) {
  return { id: idTag(said), sequence: sequenceTag(said) }
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a[0] === b[0]
}

function ascending(a: number, b: number): number {
  return a - b
}
