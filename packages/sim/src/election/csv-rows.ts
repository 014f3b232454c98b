import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'

export type DataErrorCode =
  | 'data/file-missing'
  | 'data/file-malformed'
  | 'data/column-missing'
  | 'data/row-malformed'
  | 'data/seat-unknown'

/** A data folder that cannot be read; the message says which file, which line (1 is the header) and what to do. */
export class DataError extends Error {
  override readonly name = 'DataError'
  readonly code: DataErrorCode
  readonly file: string
  readonly line: number | undefined

  constructor(code: DataErrorCode, place: { file: string; line?: number }, what: string, cause?: unknown) {
    super(`${code}: ${place.file}${place.line === undefined ? '' : ` line ${place.line}`}: ${what}`, { cause })
    this.code = code
    this.file = place.file
    this.line = place.line
  }
}

/** One row of a CSV file, its cells cleaned and its columns certain to exist. */
export interface CsvRow<Column extends string> {
  readonly file: string
  readonly line: number
  readonly cells: Readonly<Record<Column, string>>
}

/** Throws a DataError where the file is missing, lacks a column or has a row of another length. */
export async function readCsvRows<Column extends string>(
  dataDir: string,
  name: string,
  columns: readonly Column[],
): Promise<CsvRow<Column>[]> {
  const text = await readText(dataDir, name)
  const [header, ...rows] = parseCsv(name, text)
  const at = columns.map((column) => [column, indexOfColumn(name, header?.record ?? [], column)] as const)
  return rows.map(({ record, info }) => {
    const cells = Object.fromEntries(at.map(([column, index]) => [column, certified(record[index] ?? '')]))
    return { file: name, line: info.lines, cells: cells as Record<Column, string> }
  })
}

/** A count as the file has it. Throws a DataError for anything but a whole number of at most 32 bits. */
export function countIn<Column extends string>(row: CsvRow<Column>, column: Column): number {
  const text = row.cells[column]
  const count = Number(text)
  if (/^\d{1,10}$/.test(text) && count <= 0xffffffff) return count
  throw new DataError('data/row-malformed', row, `column ${column} is ${JSON.stringify(text)}, not a count`)
}

/** Row by key, in the order in which the keys first appear. */
export function rowsBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, [Row, ...Row[]]> {
  const groups = new Map<string, [Row, ...Row[]]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}

async function readText(dataDir: string, name: string): Promise<string> {
  try {
    return await readFile(join(dataDir, name), 'utf8')
  } catch (cause) {
    throw new DataError('data/file-missing', { file: name }, `cannot be read in the data folder ${dataDir}`, cause)
  }
}

type ParsedRow = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

function parseCsv(name: string, text: string): ParsedRow[] {
  try {
    return parse(text, { bom: true, info: true }) as unknown as ParsedRow[]
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    const line = typeof cause['lines'] === 'number' ? { line: cause['lines'] } : {}
    throw new DataError('data/file-malformed', { file: name, ...line }, cause.message, cause)
  }
}

function indexOfColumn(name: string, header: readonly string[], column: string): number {
  const index = header.indexOf(column)
  if (index >= 0) return index
  throw new DataError('data/column-missing', { file: name, line: 1 }, `has no column ${column}`)
}

/** Printable ASCII with single spaces, which nearly every cell is and which needs no cleaning. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/

/**
 * Names as a statement may hold them: NFC, no bidi controls, no zero-width characters but ZWNJ, no control characters,
 * single spaces. Spelling is left as it is.
 */
function certified(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .normalize('NFC')
    .replaceAll(/[\u00ad\u061c\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
