import { countIn, type CsvRow, DataError, readCsvRows, rowsBy } from './csv-rows.ts'
import {
  type ElectionPlan,
  type PlanNote,
  PROVINCES,
  type ProvinceCode,
  type SeatPlan,
  type StationPlan,
} from './plan.ts'
import { assemblyOf } from './seat-code.ts'

export const results2018File = 'pk_ge2018_results_constituency_candidate.csv'
export const naSeats2018File = 'pk_ge2018_na_seats.csv'
export const paSeats2018File = 'pk_ge2018_pa_seats.csv'

const SOURCE =
  `${results2018File} (constituency totals of the ECP's site, 27 July 2018, by way of OSPK/elections2018 @ 28daf15); ` +
  `districts from ${naSeats2018File} and ${paSeats2018File} (hasankhalid/electionMap @ e451396)`

const SYNTHETIC = 'the whole constituency as one station: totals of the 2018 results, not a polling station'

/** The tribal areas' seats were voted for with Khyber Pakhtunkhwa's, merged into it on 31 May 2018. */
const PROVINCE_NAMES: Readonly<Record<string, ProvinceCode>> = {
  Punjab: 'punjab',
  Sindh: 'sindh',
  KP: 'kp',
  FATA: 'kp',
  Balochistan: 'balochistan',
  ICT: 'islamabad',
}

const COLUMNS = [
  ...(['candidate_name', 'candidate_party', 'candidate_votes', 'total_registered_votes'] as const),
  ...(['total_polled_votes', 'total_valid_votes', 'total_rejected_votes', 'PA_ID'] as const),
] as const

type Row = CsvRow<(typeof COLUMNS)[number]>

interface SeatPlace {
  readonly province: ProvinceCode
  readonly district: string
}

/**
 * General election 2018: every seat of the results file with its totals as one synthetic station, inconsistent ones as
 * they are. Serials are the order of the file. Throws a DataError where a file or a row cannot be read.
 */
export async function reconstruct2018(dataDir: string): Promise<ElectionPlan> {
  const rows = await readCsvRows(dataDir, results2018File, COLUMNS)
  const places = await readPlaces(dataDir)
  const seats = [...rowsBy(rows, (row) => row.cells.PA_ID)].map(([seat, own]) => seatOf(seat, own, places))
  return {
    election: 'pk-ge-2018',
    mode: 'replay',
    title: 'RECONSTRUCTION of the general election of 25 July 2018, not signed by officers',
    source: SOURCE,
    closeOfPollMs: Date.UTC(2018, 6, 25, 13),
    provinces: PROVINCES,
    seats: seats.map(({ plan }) => plan),
    notes: seats.flatMap(({ notes }) => notes),
  }
}

async function readPlaces(dataDir: string): Promise<Map<string, SeatPlace>> {
  const na = await readCsvRows(dataDir, naSeats2018File, ['Seat', 'PrimaryDistrict', 'Province'])
  const pa = await readCsvRows(dataDir, paSeats2018File, ['seat', 'district', 'province'])
  return new Map([
    ...na.map((row) => [row.cells.Seat, placeOf(row, row.cells.Province, row.cells.PrimaryDistrict)] as const),
    ...pa.map((row) => [row.cells.seat, placeOf(row, row.cells.province, row.cells.district)] as const),
  ])
}

function placeOf(row: CsvRow<string>, name: string, district: string): SeatPlace {
  const province = PROVINCE_NAMES[name]
  if (province !== undefined) return { province, district }
  throw new DataError('data/row-malformed', row, `${JSON.stringify(name)} is no province`)
}

function seatOf(seat: string, rows: readonly [Row, ...Row[]], places: ReadonlyMap<string, SeatPlace>) {
  const place = places.get(seat)
  if (place === undefined) throw new DataError('data/row-malformed', rows[0], `${seat} has no district`)
  const totals = totalsOf(rows)
  const plan: SeatPlan = {
    seat,
    name: place.district,
    assembly: assemblyOf(seat),
    ...place,
    candidates: rows.map(({ cells }, index) => ({
      serial: index + 1,
      nameEn: cells.candidate_name,
      party: cells.candidate_party,
    })),
    serials: 'order-of-file',
    stations: [station(totals)],
  }
  return { plan, notes: notesOn(seat, rows[0].line, totals) }
}

interface Totals {
  readonly votes: readonly number[]
  readonly registered: number
  readonly polled: number
  readonly valid: number
  readonly rejected: number
}

/** The file repeats a seat's totals on each of its rows; two versions of them would leave no way to choose. */
function totalsOf(rows: readonly [Row, ...Row[]]): Totals {
  const [first] = rows
  const totals = {
    registered: countIn(first, 'total_registered_votes'),
    polled: countIn(first, 'total_polled_votes'),
    valid: countIn(first, 'total_valid_votes'),
    rejected: countIn(first, 'total_rejected_votes'),
  }
  for (const row of rows) checkSameTotals(first, row)
  return { ...totals, votes: rows.map((row) => countIn(row, 'candidate_votes')) }
}

function checkSameTotals(first: Row, row: Row): void {
  const names = ['total_registered_votes', 'total_polled_votes', 'total_valid_votes', 'total_rejected_votes'] as const
  const other = names.find((name) => row.cells[name] !== first.cells[name])
  if (other === undefined) return
  throw new DataError('data/row-malformed', row, `${other} differs from that of line ${first.line}, the same seat`)
}

/** A roll of 0 voters is a blank of the source, and absent; every other figure stands as published, 0 too. */
function station({ votes, registered, polled, valid, rejected }: Totals): StationPlan {
  return {
    number: 1,
    name: 'whole constituency (synthetic station)',
    type: 'unknown',
    ...(registered > 0 && { registeredTotal: registered }),
    figures: {
      votes: votes.map((total, column) => ({ column, total })),
      validTotal: valid,
      excluded: rejected,
      polled,
    },
    synthetic: SYNTHETIC,
  }
}

function notesOn(seat: string, line: number, { votes, registered, polled, valid, rejected }: Totals): PlanNote[] {
  const sum = votes.reduce((a, b) => a + b, 0)
  const notes: (PlanNote | false)[] = [
    polled !== valid + rejected && {
      code: 'source/polled-mismatch',
      seat,
      line,
      detail: `polled ${polled} is not valid ${valid} and rejected ${rejected}`,
    },
    sum !== valid && {
      code: 'source/sum-mismatch',
      seat,
      line,
      detail: `candidates' votes add up to ${sum}, valid is ${valid}`,
    },
    registered === 0 && { code: 'source/registered-zero', seat, line, detail: 'the source has 0 registered voters' },
  ]
  return notes.filter((note) => note !== false)
}
