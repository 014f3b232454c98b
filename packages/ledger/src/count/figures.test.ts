import type { Form45 } from '@khata/proto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { form45In } from '../event/statement.ts'
import { fixtureElection, markingSigner } from '../fixture/index.ts'
import { contradictions, differences, figuresOf, formOf, nameOf, settled, votesIn } from './figures.ts'

const seat = fixtureElection({ signer: markingSigner() }).seat('NA-1')
seat.must(seat.po(1).submit({ votes: [4, 0, 2] }))
const [carrier] = seat.log.saidOf(1).values()
const form = (carrier && form45In(carrier.statement)) ?? expect.fail('no form')
const [first, ...rest] = form.counts
const text = (one: Form45) => figuresOf(one, 4)

it('is the same for a copy, in whatever order its rows stand and whatever else it carries', () => {
  expect(text({ ...form })).toBe(text(form))
  expect(text({ ...form, counts: form.counts.toReversed(), countedAt: 1, postedOutside: true })).toBe(text(form))
})

it.each([
  ['one vote more', { counts: [{ ...first!, total: 5 }, ...rest] }],
  ['the same votes of another candidate', { counts: [{ ...first!, column: 3 }, ...rest] }],
  ['a row less', { counts: rest }],
  ['a figure unknown that was none', { excludedTotal: null }],
  ['no ballot paper account', { ballots: null }],
  ['another ground', { excludedByGround: [{ ground: 2, count: 0 }] }],
] as const)('differs with %s', (_, changed) => {
  expect(text({ ...form, ...changed })).not.toBe(text(form))
})

describe('figures as text', () => {
  const count = fc.option(fc.nat(2_000), { nil: null })
  const row = fc.record({ valid: count, tendered: count, challenged: count, total: count })
  const anyForm = fc
    .record({
      rows: fc.array(row, { minLength: 4, maxLength: 4 }),
      validTotal: count,
      votersFemale: count,
      received: count,
      grounds: fc.array(fc.nat(50), { minLength: 4, maxLength: 4 }),
    })
    .map(({ rows, received, grounds, ...totals }) => ({
      ...form,
      ...totals,
      counts: rows.map((one, column) => ({ column, ...one })),
      excludedByGround: grounds.map((one, ground) => ({ ground: (ground + 1) as 1 | 2 | 3 | 4, count: one })),
      ballots: { ...form.ballots!, received },
    }))

  it('give back the form that they were made of', () => {
    fc.assert(
      fc.property(anyForm, (one) => {
        const again = formOf(text(one), one.station)
        expect(text(again)).toBe(text(one))
        expect(again.counts).toEqual(one.counts)
        expect(again.ballots).toEqual(one.ballots)
        expect(votesIn(text(one))).toEqual(one.counts.map(({ total }) => total))
      }),
    )
  })

  it('differ in exactly the figures that settle the difference', () => {
    fc.assert(
      fc.property(anyForm, anyForm, (one, other) => {
        const [a, b] = [text(one), text(other)]
        const differing = differences(a, b)
        const resolved = differing.map(({ figure, row: at, value }) => ({ figure: { figure, row: at }, value }))
        expect(settled(a, resolved)).toBe(b)
        expect(differing.length === 0).toBe(a === b)
        const contradicted = new Set(contradictions(a, b).map(nameOf))
        expect(contradicted).toEqual(new Set(contradictions(b, a).map(nameOf)))
        for (const name of contradicted) expect(differing.map(nameOf)).toContain(name)
      }),
    )
  })
})
