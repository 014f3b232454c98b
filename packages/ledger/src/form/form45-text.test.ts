import { describe, expect, it } from 'vitest'
import { fixtureElection, type FixtureOptions, markingSigner } from '../fixture/index.ts'
import { csvText } from '../text/csv.ts'
import { formHash, groupedHash } from './canonical.ts'
import { form45, type FormHeading } from './form45.ts'
import { form45Text, form46Text } from './form45-text.ts'
import { form46 } from './form46.ts'
import { form45Table, form46Table, form47Table } from './form-tables.ts'

const heading: FormHeading = { election: 'pk-fixture/drill', source: undefined }

describe('a Form 45', () => {
  const { log } = counted()
  const form = form45(heading, log.seat, 1, log.saidOf(1))!
  const text = form45Text(form)

  it.each([
    ['its number and title', /^FORM 45 {2}Result of the Count\n/],
    ['what put it where it is', /Status +received\nSince +entry \d+, form45Submitted, key [0-9a-f]{16}\n/],
    ['its station, isolated', /Station +1 \u2068Government School 1\u2069, combined/],
    ['a candidate', /2 +\u2068Candidate 2\u2069 +80 +0 +0 +80 +eighty +\u2068اسی\u2069\n/],
    ['a total, in words too', /Valid votes +2205 +two thousand two hundred five +\u2068دو ہزار دو سو پانچ\u2069/],
    ['the unknown as unknown', /Men who voted +unknown\n/],
    ['a finding', /error +form-45\/over-registered/],
  ])('shows in text %s', (_, shown) => {
    expect(text).toMatch(shown)
  })

  it('prints the hash of its canonical bytes', () => {
    expect(text.trimEnd().endsWith(groupedHash(formHash(form)))).toBe(true)
  })

  it('is a table with a row of each candidate and total, the unknown empty', () => {
    expect(csvText(form45Table(form))).toBe(
      [
        'serial,name,valid,tendered,challenged,total',
        '1,Candidate 1,2120,0,0,2120',
        '2,Candidate 2,80,0,0,80',
        '3,Candidate 3,5,0,0,5',
        ',Valid votes,,,,2205',
        ',Excluded from the count,,,,1',
        ',Votes polled,,,,2206',
        ',Men who voted,,,,',
        ',Women who voted,,,,1103',
        ',Voters who voted,,,,2206',
        '',
      ].join('\r\n'),
    )
  })
})

describe('a Form 46', () => {
  it('is text and a table of its eight figures', () => {
    const { log } = counted()
    const form = form46(heading, log.seat, 1, log.saidOf(1))!
    expect(form46Text(form)).toMatch(/^FORM 46 {2}Ballot Paper Account\n/)
    expect(form46Text(form)).toMatch(/Taken out of the ballot box and counted +2206 +two thousand two hundred six +/)
    expect(form46Table(form)).toHaveLength(9)
    expect(form46Table(form)).toContainEqual(['Taken out of the ballot box and counted', '2206'])
  })

  it('that was not filed is said to be missing', () => {
    const { log } = counted({}, { ballots: null })
    const form = form46(heading, log.seat, 1, log.saidOf(1))!
    expect(form46Text(form)).toContain('No ballot paper account.')
    expect(
      form46Table(form)
        .slice(1)
        .every(([, figure]) => figure === ''),
    ).toBe(true)
  })
})

it('a Form 47 is a table with its sums, and says who retired', () => {
  const { seat, log } = counted()
  seat.must(seat.ro.retire(2))
  expect(form47Table(log.form47).map((row) => row.join())).toEqual([
    'serial,name,party,retired,votes,unknown_at,disputed,held',
    '1,Candidate 1,Party 1,,0,0,0,0',
    '2,Candidate 2,Independent,yes,0,0,0,0',
    '3,Candidate 3,Party 3,,0,0,0,0',
    ',Valid votes,,,0,0,0,0',
    ',Excluded from the count,,,0,0,0,0',
    ',Votes polled,,,0,0,0,0',
    ',Men who voted,,,0,0,0,0',
    ',Women who voted,,,0,0,0,0',
    ',Voters who voted,,,0,0,0,0',
  ])
})

function counted(options: FixtureOptions = {}, fields: object = {}) {
  const seat = fixtureElection({ signer: markingSigner(), ...options }).seat('NA-1')
  const figures = { votes: [2_120, 80, 5], excluded: 1, fields: { votersMale: null, ...fields } }
  seat.must(seat.po(1).submit(figures))
  return { seat, log: seat.log }
}
