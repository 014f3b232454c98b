import { ListKind, type Station } from '@khata/proto'
import { shownList } from '../count/lists.ts'
import type { SeatState } from '../count/state.ts'
import type { RegisterState } from '../identity/register.ts'
import { readStationType, stationTable } from '../list/station-table.ts'
import type { Table } from '../text/csv.ts'
import { exceptionLines } from './exceptions.ts'
import { type StationJson, stationTypeNames } from './form45.ts'
import { stationsInOrder } from './seat-heading.ts'
import { type ListForm, listForm, listLines } from './list-form.ts'
import { hashLines, headingLines, left, line, right, seatLines, textOf } from './seat-text.ts'
import { isolated, textTable } from './text-table.ts'

/**
 * List of Polling Stations of a seat (Form 28, Election Rules 2017 r. 50) as its log holds it, as JSON whose RFC 8785
 * bytes are the form. Null is unknown, never 0.
 */
export interface Form28 extends ListForm {
  readonly form: '28'
  readonly title: string
  /** By number; as amended, once frozen. */
  readonly stations: readonly Form28Station[]
  readonly totals: Readonly<Record<Form28Total, number | null>>
}

export interface Form28Station extends Omit<Station, 'type' | 'synthetic'> {
  readonly type: StationJson['type']
  /** Only in mode replay: what this row stands for when it is no polling station. */
  readonly synthetic?: string
}

type Form28Total =
  | 'stations'
  | 'registeredMale'
  | 'registeredFemale'
  | 'registeredTotal'
  | 'boothsMale'
  | 'boothsFemale'

export function form28(seat: SeatState, register: RegisterState): Form28 {
  const listed = seat.frozen
    ? stationsInOrder(seat).map(({ station }) => station)
    : shownList(seat.form28).parts.flatMap(({ stations }) => stations)
  const stations = listed.toSorted((a, b) => a.number - b.number).map(row)
  const { form28: draft } = seat
  return {
    form: '28',
    title: 'List of Polling Stations',
    ...listForm(seat, register, { list: ListKind.FORM_28, draft, amendedBy: (kind) => kind.startsWith('station-') }),
    stations,
    totals: {
      stations: stations.length,
      registeredMale: total(stations, 'registeredMale'),
      registeredFemale: total(stations, 'registeredFemale'),
      registeredTotal: total(stations, 'registeredTotal'),
      boothsMale: total(stations, 'boothsMale'),
      boothsFemale: total(stations, 'boothsFemale'),
    },
  }
}

/** A Form 28 as a table: what an import of the list reads. */
export function form28Table({ stations }: Form28): Table {
  return stationTable(stations.map((station) => ({ synthetic: '', ...station, type: readStationType(station.type) })))
}

/** A Form 28 for a terminal. Lines end in a line feed. The hash is of the canonical bytes, not of this text. */
export function form28Text(form: Form28): string {
  return textOf([
    headingLines(form),
    [...seatLines(form), ...listLines(form), line('Stations', String(form.totals.stations))],
    stationLines(form),
    exceptionLines(form.amendments),
    hashLines(form),
  ])
}

function row({ type, synthetic, ...station }: Station): Form28Station {
  return { ...station, type: stationTypeNames[type], ...(synthetic !== '' && { synthetic }) }
}

function total(stations: readonly Form28Station[], of: Exclude<Form28Total, 'stations'>): number | null {
  return stations.reduce<number | null>((sum, station) => {
    const more = station[of]
    return sum === null || more === null ? null : sum + more
  }, 0)
}

function stationLines({ stations, totals }: Form28): readonly string[] {
  const rows = stations.map((station) => [
    String(station.number),
    isolated(station.name),
    station.type,
    ...figures(station),
  ])
  const columns = [right('No.'), left('Station'), left('Type'), ...figureTitles.map(right)]
  return textTable(columns, [...rows, ['', 'Total', '', ...figures(totals)]])
}

const figureTitles = ['Men', 'Women', 'Voters', 'Booths men', 'Booths women']

function figures(of: Omit<Form28['totals'], 'stations'>): readonly string[] {
  const { registeredMale, registeredFemale, registeredTotal, boothsMale, boothsFemale } = of
  return [registeredMale, registeredFemale, registeredTotal, boothsMale, boothsFemale].map((it) => String(it ?? '-'))
}
