import { countIn, type CsvRow, readCsvRows, rowsBy } from './csv-rows.ts'
import type { CandidatePlan, PlanNote } from './plan.ts'

/** A seat's list of contesting candidates as the file has it. */
export interface Form33 {
  readonly constituencyName: string
  /** Empty where the rows cannot be one list. */
  readonly candidates: readonly CandidatePlan[]
  readonly notes: readonly PlanNote[]
}

export const form33File = 'pk_ge2024_form33_candidates.csv'

const COLUMNS = [
  ...(['constituency', 'constituency_name', 'serial_no', 'name_en', 'name_ur', 'party', 'symbol'] as const),
  'address',
] as const

type Row = CsvRow<(typeof COLUMNS)[number]>

/** Lists by seat code. Throws a DataError where the file or a row cannot be read. */
export async function readForm33(dataDir: string): Promise<Map<string, Form33>> {
  const rows = await readCsvRows(dataDir, form33File, COLUMNS)
  const bySeat = rowsBy(rows, (row) => row.cells.constituency)
  return new Map([...bySeat].map(([seat, list]) => [seat, form33(seat, list)]))
}

/**
 * The file was read by OCR: some codes hold two seats' lists. Serials that do not rise show it, and then nobody can say
 * which candidate is whose: the list is left empty. A rising list that skips a serial is kept, and the skip is noted.
 */
function form33(seat: string, rows: readonly [Row, ...Row[]]): Form33 {
  const constituencyName = rows[0].cells.constituency_name
  const candidates = rows.map(candidate)
  if (!rising(candidates)) {
    const detail = `the ${rows.length} candidates read for this seat are not one list: serials do not rise`
    return { constituencyName, candidates: [], notes: [{ code: 'source/list-unusable', seat, detail }] }
  }
  return { constituencyName, candidates, notes: missingSerials(seat, candidates) }
}

function candidate(row: Row): CandidatePlan {
  const { name_en, name_ur, party, symbol, address } = row.cells
  return {
    serial: countIn(row, 'serial_no'),
    nameEn: name_en || '(not in the source)',
    ...(name_ur && { nameUr: name_ur }),
    party: party || '(not in the source)',
    ...(symbol && { symbol }),
    ...(address && { address }),
  }
}

function rising(candidates: readonly CandidatePlan[]): boolean {
  return candidates.every(({ serial }, index) => serial > (candidates[index - 1]?.serial ?? 0))
}

function missingSerials(seat: string, candidates: readonly CandidatePlan[]): PlanNote[] {
  const last = candidates.at(-1)?.serial ?? 0
  const present = new Set(candidates.map(({ serial }) => serial))
  const missing = Array.from({ length: last }, (_, index) => index + 1).filter((serial) => !present.has(serial))
  if (missing.length === 0) return []
  return [{ code: 'source/serial-missing', seat, detail: `serials ${missing.join(', ')} are not in the list` }]
}
