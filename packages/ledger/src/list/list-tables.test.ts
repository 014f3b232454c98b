import { type Candidate, type CandidateNominated, type Station, StationType, textFault } from '@khata/proto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidatesMax, countMax, entryBytesMax, listPartsMax, stationsMax } from '../base/limits.ts'
import { fixtureElection, markingSigner, stationOf } from '../fixture/index.ts'
import { candidateTable, nominationTable, readCandidates, readNominations } from './candidate-table.ts'
import { candidateParts, stationParts } from './parts.ts'
import { readStations, stationTable } from './station-table.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((one) => textFault(one) === null)
const name = text.filter((one) => one !== '')
const count = fc.option(fc.integer({ min: 0, max: countMax }))
const number = fc.integer({ min: 1, max: countMax })

const station: fc.Arbitrary<Station> = fc.record({
  number,
  name,
  type: fc.constantFrom(...Object.values(StationType)),
  registeredMale: count,
  registeredFemale: count,
  registeredTotal: count,
  boothsMale: count,
  boothsFemale: count,
  physicalStation: text,
  areas: fc.array(fc.record({ name: text, censusBlock: text, urban: fc.boolean() }), { maxLength: 3 }),
  synthetic: fc.constant(''),
})
const nominated: fc.Arbitrary<CandidateNominated> = fc.record({
  nomination: number,
  nameEn: name,
  nameUr: text,
  address: text,
  party: text,
})
const candidate: fc.Arbitrary<Candidate> = fc
  .record({ serial: number, symbol: text, nomination: count, from: nominated })
  .map(({ from, ...own }) => ({ ...from, ...own }))

describe('a list as a table', () => {
  it('is the same list when it is read again: Form 28', () => {
    fc.assert(
      fc.property(fc.uniqueArray(station, { maxLength: 8, selector: (one) => one.number }), (stations) => {
        expect(readStations(stationTable(stations))).toMatchObject({ rows: stations, faults: [] })
      }),
    )
  })

  it('is the same list when it is read again: Form 33', () => {
    fc.assert(
      fc.property(fc.uniqueArray(candidate, { maxLength: 8, selector: (one) => one.serial }), (candidates) => {
        expect(readCandidates(candidateTable(candidates))).toMatchObject({ rows: candidates, faults: [] })
      }),
    )
  })

  it('is the same list when it is read again: nominations', () => {
    fc.assert(
      fc.property(fc.uniqueArray(nominated, { maxLength: 8, selector: (one) => one.nomination }), (nominations) => {
        expect(readNominations(nominationTable(nominations))).toMatchObject({ rows: nominations, faults: [] })
      }),
    )
  })

  it('has its columns in any order, and digits of three kinds', () => {
    const table = candidateTable([]).map((header) => header.toReversed())
    const read = readCandidates([...table, ['۱۲', 'گلی', 'تیر', 'آزاد', 'علی', 'Ali', '٣']])
    expect(read).toMatchObject({ faults: [], warnings: [], rows: [{ serial: 3, nameEn: 'Ali', nomination: 12 }] })
  })
})

describe('every fault of a table is told at once:', () => {
  const [header = []] = stationTable([])
  const good = ['1', 'School', 'male', '5', '', '5', '1', '0', 'b1', 'Ward 1', '123456789', 'urban']
  const changed = (column: string, cell: string) => good.map((was, at) => (header[at] === column ? cell : was))

  it.each([
    ['number', '', 'table/empty'],
    ['number', '0', 'table/not-a-number'],
    ['number', '۱,۲', 'table/not-a-number'],
    ['number', '100000000', 'table/too-large'],
    ['name', '', 'table/empty'],
    ['name', 'Sch\u200Bool', 'table/text'],
    ['name', 'گ'.repeat(1_001), 'table/too-long'],
    ['type', 'Male', 'table/not-a-choice'],
    ['type', 'toString', 'table/not-a-choice'],
    ['registered_male', '1,200', 'table/not-a-number'],
    ['registered_total', '100000000', 'table/too-large'],
    ['booths_male', '99999999999999999999', 'table/too-large'],
    ['area_kind', '', 'table/not-a-choice'],
  ])('%s %j is %s', (column, cell, code) => {
    const read = readStations([header, good, changed(column, cell).with(0, column === 'number' ? cell : '2')])
    expect(read.faults.map((fault) => [fault.row, fault.column, fault.code, fault.cell])).toContainEqual([
      3,
      column,
      code,
      cell,
    ])
  })

  it('once where a number cannot be read, also in several rows', () => {
    const read = readStations([header, ...['x', 'x', '', '0'].map((cell) => changed('number', cell))])
    expect(read.faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'number', 'table/not-a-number'],
      [3, 'number', 'table/not-a-number'],
      [4, 'number', 'table/empty'],
      [5, 'number', 'table/not-a-number'],
    ])
  })

  it('in every row, in order', () => {
    const rows = [changed('type', 'x'), changed('name', ''), changed('registered_male', 'x'), changed('type', 'y')]
    const { faults } = readStations([header, ...rows])
    const codes = faults.map(({ row, code }) => `${row} ${code}`)
    expect(codes).toEqual(
      expect.arrayContaining([
        '2 table/not-a-choice',
        '3 table/empty',
        '3 table/number-repeated',
        '4 table/not-a-number',
        '5 table/not-a-choice',
      ]),
    )
    expect(faults.map(({ row }) => row)).toEqual(faults.map(({ row }) => row).toSorted((a, b) => a - b))
  })

  it('in the header and in the length of a row', () => {
    const read = readStations([[...header.slice(1), 'name', 'phone'], good])
    expect(read.faults.map(({ column, code }) => [column, code])).toEqual(
      expect.arrayContaining([
        ['number', 'table/column-missing'],
        ['phone', 'table/column-unknown'],
        ['name', 'table/column-repeated'],
      ]),
    )
    expect(readStations([header, good.slice(1)]).faults.map(({ code }) => code)).toContain('table/row-length')
    expect(readStations([]).faults).toHaveLength(header.length)
  })

  it('in a further area under another number, and in rows past the limit', () => {
    const further = (of: string) => [of, '', '', '', '', '', '', '', '', 'Ward 2', '', 'rural']
    expect(readStations([header, good, further('1')])).toMatchObject({ faults: [], rows: [{ areas: [{}, {}] }] })
    expect(readStations([header, good, further('2')]).faults).toEqual([
      { row: 3, column: 'name', code: 'table/empty', cell: '' },
    ])
    const many = Array.from({ length: candidatesMax + 1 }, (_, at) => [String(at + 1), 'A', '', '', '', '', ''])
    expect(readCandidates([...candidateTable([]), ...many]).faults).toEqual([
      { row: candidatesMax + 2, column: 'serial', code: 'table/too-many-rows', cell: String(candidatesMax + 1) },
    ])
  })

  it('a name in reverse or with outer spaces is a warning', () => {
    const read = readStations([header, changed('name', 'ںیسح ')])
    expect(read.faults).toEqual([])
    expect(read.warnings.map(({ code }) => code)).toEqual(['table/glyph-reversed', 'table/outer-space'])
  })
})

describe('a list in parts', () => {
  it('holds every row once, in order, and each part fits an entry', () => {
    const seat = fixtureElection({ signer: markingSigner(), until: 'opened' }).seat('NA-1')
    const areas = Array.from({ length: 4 }, (_, at) => ({
      name: `چک نمبر ${at}`,
      censusBlock: '123456789',
      urban: false,
    }))
    const stations = Array.from({ length: stationsMax }, (_, at) => ({
      ...stationOf(at + 1),
      name: `گورنمنٹ گرلز پرائمری اسکول ${at + 1}`,
      areas,
    }))
    const parts = stationParts(stations, 1)
    expect(parts.length).toBeLessThanOrEqual(listPartsMax)
    expect(parts.flatMap((part) => part.stations)).toEqual(stations)
    for (const stationsListed of parts) {
      const signed = seat.must(seat.ro.say('NA-1', { body: 'stationsListed', stationsListed }))
      expect(signed.statement.length).toBeLessThan(entryBytesMax)
    }
  })

  it('is one part where it is empty, and columns come once, with the last', () => {
    expect(stationParts([], 3)).toEqual([{ version: 3, part: 1, parts: 1, stations: [] }])
    const named = { nameUr: '', party: '', symbol: '', address: 'x'.repeat(30_000) }
    const candidates = [1, 2, 3].map((serial) => ({ serial, nameEn: 'A', ...named }))
    const parts = candidateParts(candidates, 1, [{ label: 'PML-N' }])
    expect(parts.map(({ part, parts: of, columns = [] }) => [part, of, columns.length])).toEqual([
      [1, 3, 0],
      [2, 3, 0],
      [3, 3, 1],
    ])
  })
})
