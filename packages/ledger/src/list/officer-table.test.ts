import { Role, textFault } from '@khata/proto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHex } from '../base/bytes.ts'
import { countMax } from '../base/limits.ts'
import type { OfficeLimits } from '../count/limited-offices.ts'
import { fixtureElection, markingSigner, seedOf } from '../fixture/index.ts'
import { officersJson } from '../form/officers.ts'
import { noParameters } from '../identity/election.ts'
import { rolesAtStation, rolesGivenInSeat, rolesOfCandidate } from '../identity/office.ts'
import { keyCases, publicKeyOf } from '../signature/keys.ts'
import { type Officer, officerEnrolment, officerTable, readOfficers } from './officer-table.ts'
import type { CellFault } from './table.ts'

const keys = Array.from({ length: 8 }, (_, at) => toHex(publicKeyOf(seedOf(`officer ${at}`))))
const [key = '', otherKey = '', thirdKey = ''] = keys
const person = 'c0ffee'.padEnd(64, '0')

const number = fc.integer({ min: 1, max: countMax })
const officer: fc.Arbitrary<Officer> = fc
  .record({
    office: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((one) => textFault(one) === null),
    role: fc.constantFrom(...rolesGivenInSeat),
    station: number,
    candidate: number,
    hasStation: fc.boolean(),
    hasCandidate: fc.boolean(),
    key: fc.constantFrom(...keys),
    person: fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toHex),
  })
  .map(({ hasStation, hasCandidate, ...one }) => ({
    ...one,
    station: hasStation || rolesAtStation.includes(one.role) ? one.station : null,
    candidate: hasCandidate || rolesOfCandidate.includes(one.role) ? one.candidate : null,
  }))

const [header = []] = officerTable([])

describe('officers as a table', () => {
  it('are the same officers when they are read again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(officer, { maxLength: 8, selector: (one) => one.key }), (officers) => {
        expect(readOfficers(officerTable(officers), noParameters)).toMatchObject({ rows: officers, faults: [] })
      }),
    )
  })

  it('have numbers in digits of three kinds', () => {
    const rows = ['12', '۱۲', '١٢'].map((digits, at) => {
      return [`agent/${at}`, 'polling-agent', digits, digits, keys[at] ?? '', person]
    })
    const read = readOfficers([header, ...rows], noParameters)
    expect(read.faults).toEqual([])
    expect(read.rows.map(({ station, candidate }) => [station, candidate])).toEqual([
      [12, 12],
      [12, 12],
      [12, 12],
    ])
  })

  it('are enrolled by what the table says and the holder signs, and are on the rolls as in the table', () => {
    const election = fixtureElection({ signer: markingSigner(), until: 'opened' })
    const seat = election.seat('NA-1')
    const po = seat.stranger('po', 7)
    const rows = [
      ['po/7', 'presiding-officer', '7', '', po.keyHex, person],
      ['aro', 'assistant-returning-officer', '', '', seat.aro.keyHex, person],
    ]
    const requests = [
      po.claim({ seat: 'NA-1', office: 'po/7', role: Role.PRESIDING_OFFICER, station: 7 }),
      seat.aro.claim({ seat: 'NA-1', office: 'aro', role: Role.ASSISTANT_RETURNING_OFFICER }),
    ]
    const read = readOfficers([header, ...rows], noParameters)
    const place = { election: election.stage.election, seat: 'NA-1' }
    for (const [at, row] of read.rows.entries()) {
      const keyEnrolled = officerEnrolment(row, { ...place, holderSignature: requests[at]!.holderSignature })
      expect(keyEnrolled.claim).toEqual(requests[at]?.claim)
      seat.must(seat.ro.say('NA-1', { body: 'keyEnrolled', keyEnrolled }))
    }
    const { officers } = officersJson(seat.log.fold, seat.log.seat, election.registerState)
    expect(officers.map((one) => [one.office, one.role, one.station, one.key, one.person])).toEqual(
      rows.map(([office, role, station, , ...rest]) => [
        office,
        role,
        station === '' ? null : Number(station),
        ...rest,
      ]),
    )
  })
})

describe('every fault of officers is told at once:', () => {
  const agent = ['agent/1/2', 'polling-agent', '1', '2', key, person]
  const changed = (row: readonly string[], column: string, cell: string) =>
    row.map((was, at) => (header[at] === column ? cell : was))
  const smallOrder = toHex(keyCases().find(({ refusal }) => refusal === 'key/small-order')!.bytes)

  it.each([
    ['office', '', 'table/empty'],
    ['office', 'p\u200Bo', 'table/text'],
    ['role', '', 'table/not-a-choice'],
    ['role', 'Polling Agent', 'table/not-a-choice'],
    ['role', 'returning-officer', 'table/not-a-choice'],
    ['role', 'toString', 'table/not-a-choice'],
    ['station', '', 'table/empty'],
    ['station', '0', 'table/not-a-number'],
    ['station', '-1', 'table/not-a-number'],
    ['station', '100000000', 'table/too-large'],
    ['candidate', '', 'table/empty'],
    ['candidate', 'two', 'table/not-a-number'],
    ['key', '', 'table/not-hex'],
    ['key', key.toUpperCase(), 'table/not-hex'],
    ['key', key.slice(2), 'table/not-hex'],
    ['key', smallOrder, 'table/not-a-key'],
  ])('%s %j is %s', (column, cell, code) => {
    expect(faultsOf([changed(agent, column, cell)])).toEqual([[2, column, code, cell]])
  })

  it.each(rolesGivenInSeat.map((role) => [role]))('role %i names the posts that the law asks of it', (role) => {
    const named: Officer = { office: 'one', role, station: null, candidate: null, key, person }
    const [, row = []] = officerTable([named])
    const asked = [
      ...(rolesAtStation.includes(role) ? [[2, 'station', 'table/empty', '']] : []),
      ...(rolesOfCandidate.includes(role) ? [[2, 'candidate', 'table/empty', '']] : []),
    ]
    expect(faultsOf([row])).toEqual(asked)
  })

  it('a key in an earlier row', () => {
    const other = changed(agent, 'key', otherKey)
    expect(faultsOf([agent, other, agent])).toEqual([[4, 'key', 'table/key-repeated', key]])
  })

  it('more of a limited office than the rules allow: operators of the seat', () => {
    const operators = [key, otherKey, thirdKey].map((of) => ['deo', 'data-entry-operator', '', '', of, person])
    const past = [4, 'role', 'table/too-many-of-this-office', 'data-entry-operator']
    expect(faultsOf(operators, { ...noParameters, operatorsMax: 2 })).toEqual([past])
    expect(faultsOf(operators, { ...noParameters, operatorsMax: 3 })).toEqual([])
    expect(faultsOf(operators)).toEqual([])
  })

  it('more of a limited office than the rules allow: agents of one candidate at one station', () => {
    const limits = { ...noParameters, agentsPerStationMax: 1 }
    const other = changed(agent, 'key', otherKey)
    expect(faultsOf([agent, other], limits)).toEqual([[3, 'role', 'table/too-many-of-this-office', 'polling-agent']])
    expect(faultsOf([agent, changed(other, 'station', '2')], limits)).toEqual([])
    expect(faultsOf([agent, changed(other, 'candidate', '3')], limits)).toEqual([])
  })

  it('in every row and column, in order', () => {
    const limits = { ...noParameters, agentsPerStationMax: 1 }
    const rows = [agent, ['', 'agent', 'x', '0', 'x', 'x'], changed(agent, 'key', 'x'), agent]
    expect(faultsOf(rows, limits)).toEqual([
      [3, 'office', 'table/empty', ''],
      [3, 'role', 'table/not-a-choice', 'agent'],
      [3, 'station', 'table/not-a-number', 'x'],
      [3, 'key', 'table/not-hex', 'x'],
      [3, 'person', 'table/not-hex', ''],
      [4, 'key', 'table/not-hex', 'x'],
      [4, 'role', 'table/too-many-of-this-office', 'polling-agent'],
      [5, 'key', 'table/key-repeated', key],
      [5, 'role', 'table/too-many-of-this-office', 'polling-agent'],
    ])
  })
})

describe('a person is never named', () => {
  it('not in a fault of what stands in place of the commitment', () => {
    const row = ['aro', 'assistant-returning-officer', '', '', key, 'Ali Khan 61101-1234567-1']
    const { faults, rows } = readOfficers([header, row], noParameters)
    expect(faults).toEqual([{ row: 2, column: 'person', code: 'table/not-hex', cell: '' }])
    expect(JSON.stringify({ faults, rows })).not.toContain('Khan')
  })

  it('not in a column of its own', () => {
    const named = [...header, 'name', 'cnic', 'phone']
    const row = ['aro', 'assistant-returning-officer', '', '', key, person, 'Ali Khan', '61101-1234567-1', '0300']
    const read = readOfficers([named, row], noParameters)
    expect(read.faults.map(({ column, code }) => [column, code])).toEqual([
      ['name', 'table/column-unknown'],
      ['cnic', 'table/column-unknown'],
      ['phone', 'table/column-unknown'],
    ])
    expect(JSON.stringify(read)).not.toContain('Khan')
  })
})

function faultsOf(rows: readonly (readonly string[])[], limits: OfficeLimits = noParameters) {
  return readOfficers([header, ...rows], limits).faults.map(shortly)
}

function shortly({ row, column, code, cell }: CellFault) {
  return [row, column, code, cell]
}
