import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Form47 } from '@khata/ledger'
import type { ElectionPlan, Form45Figures, SeatPlan, StationPlan } from '../election/plan.ts'
import { form45File } from '../election/reconstruct-2024.ts'
import { results2018File } from '../election/results-2018.ts'
import { correctedFigures } from '../officers/correction.ts'

/** What a seat's Form 47 must come to, worked out without the ledger. */
export interface ExpectedSeat {
  /** By label, or by place in Form 33. */
  readonly columns: ReadonlyMap<string | number, number>
  readonly countedStations: number
}

export type Expected = ReadonlyMap<string, ExpectedSeat>

/** What differs between a Form 47 and what was expected of it; empty when nothing does. */
export function differences(form: Form47, expected: ExpectedSeat): readonly string[] {
  const counted = form.stations.accepted
  const stations = counted === expected.countedStations ? [] : [`${counted} stations, not ${expected.countedStations}`]
  const columns = [...expected.columns].flatMap(([name, sum]) => {
    const candidate = form.candidates.find(({ column, label }) => (typeof name === 'number' ? column : label) === name)
    const votes = candidate?.votes ?? 0
    return candidate !== undefined && votes === sum ? [] : [`${name}: ${votes}, not ${sum}`]
  })
  const more = form.candidates.length === expected.columns.size ? [] : [`${form.candidates.length} columns`]
  return [...stations, ...columns, ...more]
}

/** The generated election's truth: its figures, those corrected that can be, without those that cannot. */
export function expectedOfPlan({ seats }: ElectionPlan): Expected {
  return new Map(seats.map((seat) => [seat.seat, expectedOfSeat(seat)]))
}

/** The files' own sums, read anew and added up row by row. */
export async function expectedOfFiles(dataDir: string, year: '2024' | '2018'): Promise<Expected> {
  return year === '2024' ? await sums2024(join(dataDir, form45File)) : await sums2018(join(dataDir, results2018File))
}

function expectedOfSeat(seat: SeatPlan): ExpectedSeat {
  const counted = seat.stations.flatMap((station) => countedFigures(seat, station))
  const columns = new Map<number, number>(seat.candidates.map((_, column) => [column, 0]))
  for (const { votes } of counted) {
    for (const { column, total = 0 } of votes) columns.set(column, (columns.get(column) ?? 0) + total)
  }
  return { columns, countedStations: counted.length }
}

/** Two columns changed for each other add up, and no check of one form can see it. */
function countedFigures(seat: SeatPlan, { figures }: StationPlan): readonly Form45Figures[] {
  if (figures === undefined) return []
  if (figures.defect === undefined || figures.defect === 'columns-swapped') return [figures]
  const corrected = correctedFigures(figures, seat.candidates.length)
  return corrected === undefined ? [] : [corrected]
}

type Row = Readonly<Record<string, string>>

async function rowsOf(file: string): Promise<readonly Row[]> {
  return parse<Row>(await readFile(file), { columns: true, bom: true })
}

async function sums2024(file: string): Promise<Expected> {
  const seats = Map.groupBy(await rowsOf(file), ({ seat = '' }) => seat)
  return new Map([...seats].map(([seat, rows]) => [seat, sumsOf2024(rows)]))
}

/** A station is as many rows as it has labels, one after another: its rows begin where a label comes again. */
function sumsOf2024(rows: readonly Row[]): ExpectedSeat {
  const columns = new Map<string, number>()
  let stations = 0
  let seen = new Set<string>()
  let before = ''
  for (const { ps_no = '', ps_name = '', party_label = '', votes = '' } of rows) {
    const station = `${ps_no}/${ps_name}`
    if (station !== before || seen.has(party_label)) {
      stations += 1
      seen = new Set()
    }
    before = station
    seen.add(party_label)
    columns.set(party_label, (columns.get(party_label) ?? 0) + Number(votes))
  }
  return { columns, countedStations: stations }
}

async function sums2018(file: string): Promise<Expected> {
  const seats = Map.groupBy(await rowsOf(file), (row) => row['PA_ID'] ?? '')
  return new Map([...seats].map(([seat, rows]) => [seat, sumsOf2018(rows)]))
}

/** A seat whose published figures do not agree with each other stays returned, and nothing of it is counted. */
function sumsOf2018(rows: readonly Row[]): ExpectedSeat {
  const [first = {}] = rows
  const number = (column: string) => Number(first[column])
  const votes = rows.map((row) => Number(row['candidate_votes']))
  const [polled, valid, rejected] = ['polled', 'valid', 'rejected'].map((name) => number(`total_${name}_votes`))
  const registered = number('total_registered_votes')
  const agrees =
    votes.reduce((a, b) => a + b, 0) === valid &&
    polled === (valid ?? 0) + (rejected ?? 0) &&
    (registered === 0 || (polled ?? 0) <= registered)
  return {
    columns: new Map(votes.map((sum, column) => [column, agrees ? sum : 0])),
    countedStations: agrees ? 1 : 0,
  }
}
