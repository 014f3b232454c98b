import type { OpenedEntry } from '@khata/ledger'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GroupEntry } from './group.ts'
import { idTag, StatementPlaces, sequenceTag } from './places.ts'

const signers = ['aa', 'bb'].map((pair) => pair.repeat(32))

/** Few names and many statements: names come again, with one signer and with another. */
const statement = fc.record({
  signer: fc.nat(1),
  id: fc.nat(30),
  seat: fc.constantFrom('', 'NA-1'),
  sequence: fc.integer({ min: 1, max: 12 }),
  admitted: fc.boolean(),
})
const groups = fc.array(fc.array(statement, { maxLength: 40 }), { maxLength: 12 })

test('a name leads to every entry that bears it, in the groups added and in the rows they gave', () => {
  fc.assert(
    fc.property(groups, fc.nat(300), (given, before) => {
      const added = new StatementPlaces('NA-1')
      const loaded = new StatementPlaces('NA-1')
      let size = 0
      for (const group of given) {
        const { value } = added.add({ from: size, entries: group.map(entryOf), after: { size, peaks: [] } })
        loaded.load(value!)
        size += group.length
      }
      const held = given.flat().map((one, index) => ({ ...one, index }))
      for (const { signer, id, seat, sequence } of held) {
        const signerHex = signers[signer]!
        const named = held.filter((one) => one.admitted && one.signer === signer && one.index < before)
        const ids = named.filter((one) => one.id === id)
        const sequences = named.filter((one) => one.seat === seat && one.sequence === sequence)
        for (const places of [added, loaded]) {
          expect(sorted(places.withTag(idTag({ signerHex, idHex: hexOf(id) }), before))).toEqual(indicesOf(ids))
          const tag = sequenceTag({ signerHex, seat, sequence })
          expect(sorted(places.withTag(tag, before))).toEqual(indicesOf(sequences))
        }
      }
    }),
  )
})

test("one row a group, under the log and the group's first entry", () => {
  const { key } = new StatementPlaces('NA-1').add({ from: 7, entries: [], after: { size: 7, peaks: [] } })
  expect(key).toBe('n/NA-1/0000000000000007')
})

function entryOf({ signer, id, seat, sequence, admitted }: Readonly<Record<string, unknown>>): GroupEntry {
  const value = { signerHex: signers[signer as number], idHex: hexOf(id as number), statement: { seat, sequence } }
  return { entry: { statement: { ok: true, value } } as unknown as OpenedEntry, admitted: admitted === true }
}

function hexOf(id: number): string {
  return id.toString(16).padStart(32, '0')
}

function indicesOf(held: readonly { readonly index: number }[]): readonly number[] {
  return held.map(({ index }) => index)
}

function sorted(indices: readonly number[]): readonly number[] {
  return indices.toSorted((a, b) => a - b)
}
