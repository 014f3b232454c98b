import { describe, expect, it } from 'vitest'
import { fixtureElection, markingSigner } from '../fixture/index.ts'
import { rankingOf } from './outcome.ts'

describe('who is ahead', () => {
  it.each<[string, readonly (number | null)[], unknown]>([
    ['by what lies between the first two', [3, 9, 5], { most: 9, first: [1], margin: 4 }],
    ['by nothing in a tie, named in order', [9, 1, 9], { most: 9, first: [0, 2], margin: 0 }],
    ['nobody without a vote', [0, 0, 0], null],
    ['nobody where one candidate is unknown somewhere', [3, null, 5], null],
  ])('%s', (_, votes, expected) => {
    const columns = votes.map((_own, column) => ({ label: `C${column}` }))
    const seat = fixtureElection({ mode: 'replay', columns, signer: markingSigner() }).seat('NA-1')
    seat.must(seat.ro.accept(seat.must(seat.po(1).submit({ votes })), 1))
    expect(rankingOf(seat.log.seat, seat.log.seat.sums.counted)).toEqual(expected)
  })
})
