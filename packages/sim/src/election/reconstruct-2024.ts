import { type CellRow, collectedStations } from './collected-stations.ts'
import { DataError, readCsvRows, rowsBy } from './csv-rows.ts'
import { type Form33, form33File, readForm33 } from './form-33.ts'
import { collectedColumn } from './party-labels.ts'
import { type ElectionPlan, type PlanNote, PROVINCES, type SeatPlan } from './plan.ts'
import { assemblyOf, provinceOf2024 } from './seat-code.ts'

export const form45File = 'pk_ge2024_form45_stations_long.csv'

const SOURCE =
  `${form45File} (one party's copies of Form 45, leading candidates only, from form45.com by way of ` +
  `zlenner/elections-data @ bbbe905) and ${form33File} (same repository, read from scans by OCR)`

/**
 * General election 2024, as far as one party's copies of Form 45 show it. Columns stay as collected; registered voters,
 * excluded ballots, other candidates and gender are unknown and absent; no officer signed this. Throws a DataError where
 * a file or a row cannot be read.
 */
export async function reconstruct2024(dataDir: string): Promise<ElectionPlan> {
  const rows = await readCsvRows(dataDir, form45File, ['seat', 'ps_no', 'ps_name', 'party_label', 'votes'])
  const lists = await readForm33(dataDir)
  const seats = [...rowsBy(rows, (row) => row.cells.seat)].map(([seat, own]) => seatOf(seat, own, lists.get(seat)))
  const codes = new Set(seats.map(({ plan }) => plan.province))
  return {
    election: 'pk-ge-2024',
    mode: 'replay',
    title: 'RECONSTRUCTION of the general election of 8 February 2024, not signed by officers',
    source: SOURCE,
    closeOfPollMs: Date.UTC(2024, 1, 8, 12),
    provinces: PROVINCES.filter(({ code }) => codes.has(code)),
    seats: seats.map(({ plan }) => plan),
    notes: seats.flatMap(({ notes }) => notes),
  }
}

function seatOf(seat: string, rows: readonly [CellRow, ...CellRow[]], form33: Form33 | undefined) {
  const province = provinceOf2024(seat)
  if (province === undefined) throw new DataError('data/row-malformed', rows[0], `${seat} is no seat of 2024`)
  const labels = [...new Set(rows.map((row) => row.cells.party_label))]
  const { stations, notes } = collectedStations(seat, rows, labels)
  const candidates = form33?.candidates ?? []
  const name = form33?.constituencyName || seat
  const plan: SeatPlan = {
    seat,
    name,
    assembly: assemblyOf(seat),
    province,
    district: districtIn(name),
    candidates,
    serials: 'form-33',
    columns: labels.map((label) => collectedColumn(label, candidates)),
    stations,
  }
  return { plan, notes: [...listNotes(seat, form33), ...notes] }
}

function listNotes(seat: string, form33: Form33 | undefined): readonly PlanNote[] {
  if (form33 !== undefined) return form33.notes
  return [{ code: 'source/list-unusable', seat, detail: `${form33File} has no list for this seat` }]
}

/** Abbreviations that the lists use for a district. */
const DISTRICTS: Readonly<Record<string, string>> = { ICT: 'Islamabad', MBD: 'Mandi Bahauddin' }

/** The files have no district: it is the constituency's name without its Roman numeral, in one case of letters. */
function districtIn(constituencyName: string): string {
  const stem = constituencyName.replace(/[\s-]+[IVXL]+\b/u, '')
  return DISTRICTS[stem] ?? stem.toLowerCase().replaceAll(/\b[a-z]/gu, (letter) => letter.toUpperCase())
}
