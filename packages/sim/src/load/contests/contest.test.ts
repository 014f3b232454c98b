import { describe, expect, it } from 'vitest'
import { differenceFrom } from './contest.ts'

const page = { status: 'gazetted', lot: null, candidates: [{ votes: 3, label: 'Badal' }, { votes: 2 }] }

describe('what a page has to say', () => {
  it('is no more than what is named', () => {
    expect(differenceFrom({ status: 'gazetted', lot: null, candidates: [{ votes: 3 }, {}] }, page)).toBeUndefined()
  })

  it.each([
    [{ status: 'void' }, '/status: "gazetted", not "void"'],
    [{ candidates: [{ votes: 3 }, { votes: 3 }] }, '/candidates/1/votes: 2, not 3'],
    [{ candidates: [{ votes: 3 }] }, '/candidates: 2 of them, not 1'],
    [{ lot: { first: 2 } }, '/lot: null'],
    [{ order: 'x' }, '/order: undefined, not "x"'],
  ])('names the first place that is otherwise: %j', (expected, difference) => {
    expect(differenceFrom(expected, page)).toBe(difference)
  })
})
