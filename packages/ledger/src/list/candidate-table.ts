import type { Candidate, CandidateNominated } from '@khata/proto'
import { candidatesMax, nominationsMax } from '../base/limits.ts'
import type { Table } from '../text/csv.ts'
import { countCell, type ReadTable, readTable, repeatedNumbers, tooManyRows, withFaults } from './table.ts'

const candidateColumns = ['serial', 'name_en', 'name_ur', 'party', 'symbol', 'address', 'nomination'] as const
const nominationColumns = ['nomination', 'name_en', 'name_ur', 'party', 'address'] as const

/** Form 33 as a table; `nomination` is empty where the log holds none. */
export function candidateTable(candidates: readonly Candidate[]): Table {
  const rows = candidates.map(({ serial, nameEn, nameUr, party, symbol, address, nomination }) => [
    String(serial),
    nameEn,
    nameUr,
    party,
    symbol,
    address,
    countCell(nomination),
  ])
  return [candidateColumns, ...rows]
}

/** Reads what `candidateTable` writes. */
export function readCandidates(table: Table): ReadTable<Candidate> {
  const read = readTable(table, candidateColumns, (cells) => ({
    row: cells.row,
    candidate: {
      serial: cells.number('serial'),
      nameEn: cells.name('name_en'),
      nameUr: cells.text('name_ur'),
      party: cells.text('party'),
      symbol: cells.text('symbol'),
      address: cells.text('address'),
      nomination: cells.count('nomination'),
    },
  }))
  const numbered = read.rows.map(({ row, candidate }) => ({ row, number: candidate.serial }))
  return withFaults({ ...read, rows: read.rows.map(({ candidate }) => candidate) }, [
    ...repeatedNumbers('serial', numbered),
    ...tooManyRows('serial', numbered, candidatesMax),
  ])
}

/** Nomination papers as a table: each becomes a statement of its own. */
export function nominationTable(nominations: readonly CandidateNominated[]): Table {
  const rows = nominations.map(({ nomination, nameEn, nameUr, party, address }) => [
    String(nomination),
    nameEn,
    nameUr,
    party,
    address,
  ])
  return [nominationColumns, ...rows]
}

/** Reads what `nominationTable` writes. */
export function readNominations(table: Table): ReadTable<CandidateNominated> {
  const read = readTable(table, nominationColumns, (cells) => ({
    row: cells.row,
    nominated: {
      nomination: cells.number('nomination'),
      nameEn: cells.name('name_en'),
      nameUr: cells.text('name_ur'),
      party: cells.text('party'),
      address: cells.text('address'),
    },
  }))
  const numbered = read.rows.map(({ row, nominated }) => ({ row, number: nominated.nomination }))
  return withFaults({ ...read, rows: read.rows.map(({ nominated }) => nominated) }, [
    ...repeatedNumbers('nomination', numbered),
    ...tooManyRows('nomination', numbered, nominationsMax),
  ])
}
