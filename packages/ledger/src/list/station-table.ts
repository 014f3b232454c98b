import { type ElectoralArea, type Station, StationType } from '@khata/proto'
import { stationsMax } from '../base/limits.ts'
import { stationTypeNames } from '../form/form45.ts'
import type { Table } from '../text/csv.ts'
import {
  type CellFault,
  countCell,
  type ReadTable,
  readTable,
  repeatedNumbers,
  type RowReader,
  tooManyRows,
  withFaults,
} from './table.ts'

/** Columns of a station, in the first of its rows. */
const stationColumns = [
  'name',
  'type',
  'registered_male',
  'registered_female',
  'registered_total',
  'booths_male',
  'booths_female',
  'physical_station',
] as const
const areaColumns = ['area', 'census_block', 'area_kind'] as const
const columns = ['number', ...stationColumns, ...areaColumns] as const
type Column = (typeof columns)[number]

/**
 * Form 28 as a table: a row for each station with its first electoral area, and for each further area a row that
 * repeats the number alone. Rows that stand for no station (`synthetic`, reconstructions only) keep their name only.
 */
export function stationTable(stations: readonly Station[]): Table {
  return [columns, ...stations.flatMap(stationRows)]
}

/** Reads what `stationTable` writes. */
export function readStations(table: Table): ReadTable<Station> {
  const read = readTable(table, columns, readRow)
  const stations: StationRow[] = []
  const orphans: CellFault[] = []
  for (const { row, number, station, areas } of read.rows) {
    const last = stations.at(-1)
    if (station !== undefined) stations.push({ row, number, station: { ...station, areas } })
    else if (last?.number === number) last.station.areas.push(...areas)
    else orphans.push({ row, column: 'name', code: 'table/empty', cell: '' })
  }
  const faults = [...orphans, ...repeatedNumbers('number', stations), ...tooManyRows('number', stations, stationsMax)]
  return withFaults({ ...read, rows: stations.map(({ station }) => station) }, faults)
}

interface StationRow {
  readonly row: number
  readonly number: number
  readonly station: Station & { readonly areas: ElectoralArea[] }
}

function readRow(cells: RowReader<Column>) {
  const number = cells.number('number')
  const areas = cells.isBlank(areaColumns) ? [] : [readArea(cells)]
  const station = cells.isBlank(stationColumns) ? undefined : readStation(cells, number)
  return { row: cells.row, number, station, areas }
}

function readStation(cells: RowReader<Column>, number: number): Omit<Station, 'areas'> {
  return {
    number,
    name: cells.name('name'),
    type: cells.choice('type', stationTypes) ?? StationType.UNSPECIFIED,
    registeredMale: cells.count('registered_male'),
    registeredFemale: cells.count('registered_female'),
    registeredTotal: cells.count('registered_total'),
    boothsMale: cells.count('booths_male'),
    boothsFemale: cells.count('booths_female'),
    physicalStation: cells.text('physical_station'),
    synthetic: '',
  }
}

/** The type that a word of a table or form stands for. */
export function readStationType(word: string): StationType {
  return stationTypes[word] ?? StationType.UNSPECIFIED
}

const stationTypes = Object.fromEntries(
  Object.values(StationType).map((type) => [stationTypeNames[type], type]),
) as Readonly<Record<string, StationType>>

function readArea(cells: RowReader<Column>): ElectoralArea {
  return {
    name: cells.text('area'),
    censusBlock: cells.text('census_block'),
    urban: cells.choice('area_kind', areaKinds) ?? false,
  }
}

const areaKinds = { rural: false, urban: true } as const

function stationRows(station: Station): Table {
  const [first, ...further] = station.areas
  const own = [
    station.name,
    stationTypeNames[station.type],
    ...[station.registeredMale, station.registeredFemale, station.registeredTotal].map(countCell),
    ...[station.boothsMale, station.boothsFemale].map(countCell),
    station.physicalStation,
  ]
  const number = String(station.number)
  const blank = stationColumns.map(() => '')
  return [
    [number, ...own, ...(first === undefined ? areaColumns.map(() => '') : areaCells(first))],
    ...further.map((area) => [number, ...blank, ...areaCells(area)]),
  ]
}

function areaCells({ name, censusBlock, urban }: ElectoralArea): readonly string[] {
  return [name, censusBlock, urban ? 'urban' : 'rural']
}
