import { textFault } from '@khata/proto'
import { fromHex, utf8Encode } from '../base/bytes.ts'
import { cellBytesMax, countMax, hashBytes } from '../base/limits.ts'
import { parseCount } from '../text/count.ts'
import type { Table } from '../text/csv.ts'
import { looksGlyphReversed } from '../text/glyph-reversed.ts'

/** What is wrong with a cell. Rows count from 1, which is the header, as a spreadsheet shows them. */
export interface CellFault {
  readonly row: number
  readonly column: string
  readonly code: CellFaultCode
  /** What stands there. */
  readonly cell: string
}

export type CellFaultCode = keyof typeof cellFaultCodes

/** What each code says, as an ending of "row 118: registered_male ...". docs/errors.md carries the same table. */
export const cellFaultCodes = {
  'table/column-missing': 'is no column of the table',
  'table/column-unknown': 'is a column that this list does not have',
  'table/column-repeated': 'stands more than once in the header',
  'table/row-length': 'is where the row ends otherwise than the header',
  'table/not-a-number': 'is not a number',
  'table/too-large': 'is larger than a list may hold',
  'table/empty': 'is empty',
  'table/not-a-choice': 'is none of the words that stand there',
  'table/text': 'holds an invisible character, or is not in normalisation form C',
  'table/too-long': 'is longer than a cell may be',
  'table/not-hex': 'is not 64 hexadecimal digits in lower case',
  'table/not-a-key': 'is no key that can sign',
  'table/number-repeated': 'stands in another row too',
  'table/key-repeated': 'stands in another row too',
  'table/too-many-of-this-office': 'is an office that more rows hold than the rules allow',
  'table/too-many-rows': 'is in more rows than a list may have',
  'table/glyph-reversed': 'looks like PDF text with its letters in reverse',
  'table/outer-space': 'begins or ends with a space',
} as const satisfies Readonly<Record<string, string>>

/** A table as a list: every fault there is, and what is worth a look though it may be right. */
export interface ReadTable<Row> {
  readonly rows: readonly Row[]
  readonly faults: readonly CellFault[]
  readonly warnings: readonly CellFault[]
}

/** Reads rows under a header that names these columns, in any order; every fault is collected, none ends the reading. */
export function readTable<Column extends string, Row>(
  [header = [], ...body]: Table,
  columns: readonly Column[],
  read: (row: RowReader<Column>) => Row,
): ReadTable<Row> {
  const faults = headerFaults(header, columns)
  const warnings: CellFault[] = []
  const rows = body.map((cells, at) => {
    const row = at + 2
    if (cells.length !== header.length) {
      faults.push({ row, column: header[cells.length] ?? header.at(-1) ?? '', code: 'table/row-length', cell: '' })
    }
    return read(new RowReader(row, (column) => cells[header.indexOf(column)] ?? '', { faults, warnings }))
  })
  return { rows, faults, warnings }
}

/** How a count stands in a table: unknown is empty, never 0. */
export function countCell(count: number | null): string {
  return count === null ? '' : String(count)
}

/** A table that has been read, with faults that only all its rows together have. */
export function withFaults<Row>(read: ReadTable<Row>, faults: readonly CellFault[]): ReadTable<Row> {
  return { ...read, faults: [...read.faults, ...faults].toSorted((a, b) => a.row - b.row) }
}

/** A fault at the first row past the limit. */
export function tooManyRows(
  column: string,
  rows: readonly { readonly row: number }[],
  most: number,
): readonly CellFault[] {
  const past = rows[most]
  return past === undefined ? [] : [{ row: past.row, column, code: 'table/too-many-rows', cell: String(rows.length) }]
}

/** A fault for each row whose number stands in an earlier one; 0 is none that could be read. */
export function repeatedNumbers(
  column: string,
  rows: readonly { readonly row: number; readonly number: number }[],
): readonly CellFault[] {
  const cells = rows
    .filter(({ number }) => number !== 0)
    .map(({ row, number }) => ({ row, column, cell: String(number) }))
  return repeatedCells('table/number-repeated', cells)
}

/** A fault for each row whose cell stands in an earlier one. */
export function repeatedCells(code: CellFaultCode, cells: readonly Omit<CellFault, 'code'>[]): readonly CellFault[] {
  const seen = new Set<string>()
  return cells.flatMap((one) => {
    if (seen.has(one.cell)) return [{ ...one, code }]
    seen.add(one.cell)
    return []
  })
}

/** The cells of one row, each read as what it must be; what it is not is noted, and read as nothing. */
export class RowReader<Column extends string> {
  readonly row: number
  readonly #cellOf: (column: Column) => string
  readonly #noted: { readonly faults: CellFault[]; readonly warnings: CellFault[] }

  constructor(
    row: number,
    cellOf: (column: Column) => string,
    noted: { readonly faults: CellFault[]; readonly warnings: CellFault[] },
  ) {
    this.row = row
    this.#cellOf = cellOf
    this.#noted = noted
  }

  /** Whether nothing stands in any of these columns. */
  isBlank(columns: readonly Column[]): boolean {
    return columns.every((column) => this.#cellOf(column) === '')
  }

  text(column: Column): string {
    const cell = this.#cellOf(column)
    if (textFault(cell) !== null) this.fault(column, 'table/text')
    if (utf8Encode(cell).length > cellBytesMax) this.fault(column, 'table/too-long')
    if (looksGlyphReversed(cell)) this.#warn(column, 'table/glyph-reversed')
    if (cell !== cell.trim()) this.#warn(column, 'table/outer-space')
    return cell
  }

  name(column: Column): string {
    if (this.#cellOf(column) === '') this.fault(column, 'table/empty')
    return this.text(column)
  }

  /** From 1. */
  number(column: Column): number {
    const number = this.#read(column)
    if (number === null) this.fault(column, 'table/empty')
    if (number === 0) this.fault(column, 'table/not-a-number')
    return number ?? 0
  }

  /** Null where the cell is empty. */
  count(column: Column): number | null {
    const count = this.#read(column)
    return count === undefined ? 0 : count
  }

  /** 32 bytes, as their hexadecimal digits. */
  hex(column: Column): string {
    const cell = this.#cellOf(column)
    if (fromHex(cell)?.length === hashBytes) return cell
    this.fault(column, 'table/not-hex')
    return ''
  }

  /** What a word stands for. */
  choice<Value>(column: Column, choices: Readonly<Record<string, Value>>): Value | undefined {
    const cell = this.#cellOf(column)
    const chosen = Object.hasOwn(choices, cell) ? choices[cell] : undefined
    if (chosen === undefined) this.fault(column, 'table/not-a-choice')
    return chosen
  }

  fault(column: Column, code: CellFaultCode): void {
    this.#noted.faults.push({ row: this.row, column, code, cell: this.#cellOf(column) })
  }

  /** Null where the cell is empty, undefined where it is no number. */
  #read(column: Column): number | null | undefined {
    const cell = this.#cellOf(column)
    if (cell === '') return null
    const count = parseCount(cell)
    if (!count.ok) this.fault(column, count.error === 'text/not-a-count' ? 'table/not-a-number' : 'table/too-large')
    else if (count.value > countMax) this.fault(column, 'table/too-large')
    else return count.value
    return undefined
  }

  #warn(column: Column, code: CellFaultCode): void {
    this.#noted.warnings.push({ row: this.row, column, code, cell: this.#cellOf(column) })
  }
}

function headerFaults(header: readonly string[], columns: readonly string[]): CellFault[] {
  const fault = (column: string, code: CellFaultCode): CellFault => ({ row: 1, column, code, cell: column })
  const missing = columns.filter((column) => !header.includes(column))
  const unknown = header.filter((column) => !columns.includes(column))
  const repeated = header.filter((column, at) => header.indexOf(column) !== at)
  return [
    ...missing.map((column) => fault(column, 'table/column-missing')),
    ...unknown.map((column) => fault(column, 'table/column-unknown')),
    ...repeated.map((column) => fault(column, 'table/column-repeated')),
  ]
}
