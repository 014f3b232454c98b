import { encodeKeyClaim, type KeyEnrolledInput, Role } from '@khata/proto'
import { fromHex } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import { type Holders, holdersBeside, holdersMax, noteHolder, type OfficeLimits } from '../count/limited-offices.ts'
import type { KeyHex } from '../event/statement.ts'
import { type Office, roleNames, rolesAtStation, rolesGivenInSeat, rolesOfCandidate } from '../identity/office.ts'
import { parsePublicKey } from '../signature/keys.ts'
import type { Table } from '../text/csv.ts'
import {
  type CellFault,
  countCell,
  type ReadTable,
  readTable,
  repeatedCells,
  type RowReader,
  withFaults,
} from './table.ts'

const columns = ['office', 'role', 'station', 'candidate', 'key', 'person'] as const
type Column = (typeof columns)[number]

/** An office of a seat with its key, as the returning officer enrols it. */
export interface Officer extends Pick<Office, 'office' | 'role' | 'station' | 'candidate' | 'person'> {
  readonly key: KeyHex
}

/** Officers of a seat as a table, a row of each key. Who a person is stands in the name file alone, never here. */
export function officerTable(officers: readonly Officer[]): Table {
  const rows = officers.map(({ office, role, station, candidate, key, person }) => [
    office,
    roleNames[role],
    countCell(station),
    countCell(candidate),
    key,
    person,
  ])
  return [columns, ...rows]
}

/** Reads what `officerTable` writes. */
export function readOfficers(table: Table, limits: OfficeLimits): ReadTable<Officer> {
  const read = readTable(table, columns, readRow)
  const keys = read.rows.map(({ row, officer: { key } }) => ({ row, column: 'key', cell: key }))
  const repeated = repeatedCells(
    'table/key-repeated',
    keys.filter(({ cell }) => cell !== ''),
  )
  const rows = read.rows.map(({ officer }) => officer)
  const faults = [...repeated, ...holdersPastLimit(read.rows, limits)]
  return withFaults({ ...read, rows, faults: read.faults.map(withoutPerson) }, faults)
}

/** What an officer's enrolment is made of beside the row. */
export interface EnrolmentRequest {
  readonly election: string
  readonly seat: string
  /** Made by the key's holder over the claim, which is the row's: it holds for no other office, seat or election. */
  readonly holderSignature: Uint8Array
}

/** The enrolment of an officer before the freeze; each becomes a statement of its own. */
export function officerEnrolment(officer: Officer, request: EnrolmentRequest): KeyEnrolledInput {
  const { office, role, station, candidate } = officer
  const { election, seat, holderSignature } = request
  const claim = encodeKeyClaim({ election, seat, office, role, station, candidate, key: bytesOf(officer.key) })
  return { claim, holderSignature, person: bytesOf(officer.person), reason: '' }
}

interface OfficerRow {
  readonly row: number
  readonly officer: Officer
}

function readRow(cells: RowReader<Column>): OfficerRow {
  const office = cells.name('office')
  const role = cells.choice('role', rolesByName) ?? Role.UNSPECIFIED
  const station = rolesAtStation.includes(role) ? cells.number('station') : cells.count('station')
  const candidate = rolesOfCandidate.includes(role) ? cells.number('candidate') : cells.count('candidate')
  return {
    row: cells.row,
    officer: { office, role, station, candidate, key: readKey(cells), person: cells.hex('person') },
  }
}

/** Only what the rule for signatures accepts can ask for its enrolment. */
function readKey(cells: RowReader<Column>): KeyHex {
  const key = cells.hex('key')
  if (key !== '' && !parsePublicKey(bytesOf(key)).ok) cells.fault('key', 'table/not-a-key')
  return key
}

/** The role that a word of a table or form stands for. */
export function readRole(word: string): Role {
  return rolesByName[word] ?? Role.UNSPECIFIED
}

const rolesByName: Readonly<Record<string, Role>> = Object.fromEntries(
  rolesGivenInSeat.map((role) => [roleNames[role], role]),
)

/** Rows are told apart by their number: two of one key are two holders, and so are those whose key cannot be read. */
function holdersPastLimit(rows: readonly OfficerRow[], limits: OfficeLimits): readonly CellFault[] {
  const rolls = new Map(rows.map(({ row, officer }) => [String(row), officer]))
  const holders: Holders = { rolls, operators: [], agents: new Map() }
  return rows.flatMap(({ row, officer }) => {
    const held = holdersBeside(holders, officer).length
    noteHolder(holders, String(row), officer)
    const isPast = held >= (holdersMax(officer.role, limits) ?? Number.POSITIVE_INFINITY)
    return isPast
      ? [{ row, column: 'role', code: 'table/too-many-of-this-office' as const, cell: roleNames[officer.role] }]
      : []
  })
}

/** A name that somebody put in place of its commitment is not told on: faults are printed and kept. */
function withoutPerson(fault: CellFault): CellFault {
  return fault.column === 'person' ? { ...fault, cell: '' } : fault
}

function bytesOf(hex: string): Uint8Array {
  const bytes = fromHex(hex)
  invariant(bytes !== undefined, 'an officer that was read without a fault has a key and a person')
  return bytes
}
