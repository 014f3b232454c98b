import { StationOrder } from '@khata/proto'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { begin, bodies, conclude, countAll, fixtureElection, markingSigner } from '../fixture/index.ts'
import { formHash, groupedHash } from './canonical.ts'
import { form48Text } from './form48-text.ts'
import { form49Text } from './form49-text.ts'

const station = { name: 'گورنمنٹ اسکول' }

describe('a Form 48 as text', () => {
  const { log, recounted } = consolidated()
  const text = form48Text(log.form48)

  it.each([
    ['its title', /^FORM 48 {2}Consolidated Statement/],
    ['registered voters', /Registered voters +1500 male, 1500 female, 3000 in all/],
    ['stations by type', /Stations +3: 0 male, 0 female, 3 combined/],
    ['each candidate under a column', /0 +1 +\u2068Candidate 1\u2069 +\u2068Party 1\u2069/],
    [
      'a row of a station, with its entry',
      new RegExp(`1 +\u2068${station.name}\u2069 +11 +20 +30 +61 +3 +64 +${recounted}`),
    ],
    ['the postal line', /Postal +1 +2 +3 +6 +6 +\d+/],
    ['column sums', /Total +22 +42 +63 +127 +7 +134/],
    ['column sums in words', /\u2068Candidate 3\u2069 +63 +sixty-three +\u2068تریسٹھ\u2069\n/],
    ['rejected postal ballots apart', /Postal ballots rejected: 5/],
    ['a closed station with its order', /Stations without a result, by order:\n.*\n +3 +\u2068/],
    ['what changed, from which entry to which', new RegExp(`re-examination +1 +\\d+ +${recounted}`)],
  ])('shows %s', (_, shown) => {
    expect(text).toMatch(shown)
  })

  it('prints the hash of the canonical bytes', () => {
    expect(text).toContain(groupedHash(formHash(log.form48)))
    expect(log.seat.proceedings.concluded?.form48).toBe(formHash(log.form48))
  })

  it('lines its columns up by what a terminal shows', () => {
    const rows = text.split('\n').filter((line) => line.includes(station.name) && / \d+$/.test(line))
    expect(new Set(rows.slice(0, 2).map((line) => stringWidth(line))).size).toBe(1)
  })
})

describe('a Form 49 as text', () => {
  const { log } = consolidated()
  const text = form49Text(log.form49)

  it.each([
    ['its title', /^FORM 49 {2}Final Consolidated Result/],
    ['votes of a candidate', /3 +\u2068Candidate 3\u2069 +\u2068Party 3\u2069 +63 +sixty-three +\u2068تریسٹھ\u2069\n/],
    ['registered voters', /Registered voters +3000 +three thousand/],
    ['votes polled', /Votes polled +134/],
    ['invalid votes', /Invalid votes +7/],
    ['rejected postal ballots', /Rejected postal ballots +5/],
    ['too few women', /Women of those polled, per mille +500 +too few/],
    ['who is returned', /Result +\u2068Candidate 3\u2069, returned/],
    ['by how much', /Margin +21/],
    ['what Form 47 said', /In Form 47 +\u2068Candidate 3\u2069 by 20/],
    ['the hash of the canonical bytes', new RegExp(groupedHash(formHash(log.form49)))],
  ])('shows %s', (_, shown) => {
    expect(text).toMatch(shown)
  })

  it('names no winner in mode replay', () => {
    const replayed = consolidated('replay').log.form49
    expect(form49Text(replayed)).toMatch(/^RECONSTRUCTION/)
    expect(form49Text(replayed)).not.toContain('Result ')
  })
})

/** Two stations counted, one closed; a re-examination and postal ballots; Forms 48 and 49 signed. */
function consolidated(mode: 'drill' | 'replay' = 'drill') {
  const parameters = { womenSharePerMilleMin: 600 }
  const seat = fixtureElection({ signer: markingSigner(), station, mode, parameters }).seat('NA-1')
  const votes = { votes: [10, 20, 30], excluded: 4 }
  seat.must(seat.ro.say('NA-1', bodies.stationOrder(3, StationOrder.CLOSED)))
  begin(seat, countAll(seat, [votes, votes]))
  const recounted = seat.log.fold.size
  seat.must(seat.ro.say('NA-1', bodies.reexamined(1, [1])))
  seat.must(seat.ro.say('NA-1', bodies.postal([1, 2, 3], 5)))
  conclude(seat)
  return { log: seat.log, recounted }
}
