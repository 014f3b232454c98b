import { expect, it } from 'vitest'
import { form45In } from '../event/statement.ts'
import { fixtureElection, markingSigner } from '../fixture/index.ts'
import { figuresHash } from './figures.ts'

const seat = fixtureElection({ signer: markingSigner() }).seat('NA-1')
seat.must(seat.po(1).submit({ votes: [4, 0, 2] }))
const form = form45In(seat.log.carrierOf(1).statement) ?? expect.fail('no form')
const [first, ...rest] = form.counts

it('is the same for a copy, in whatever order its rows stand and whatever else it carries', () => {
  expect(figuresHash({ ...form })).toBe(figuresHash(form))
  expect(figuresHash({ ...form, counts: form.counts.toReversed(), countedAt: 1, postedOutside: true })).toBe(
    figuresHash(form),
  )
})

it.each([
  ['one vote more', { counts: [{ ...first!, total: 5 }, ...rest] }],
  ['the same votes of another candidate', { counts: [{ ...first!, column: 3 }, ...rest] }],
  ['a row less', { counts: rest }],
  ['a figure unknown that was none', { excludedTotal: null }],
  ['no ballot paper account', { ballots: null }],
  ['another ground', { excludedByGround: [{ ground: 2, count: 0 }] }],
] as const)('differs with %s', (_, changed) => {
  expect(figuresHash({ ...form, ...changed })).not.toBe(figuresHash(form))
})
