import { isolated, textTable } from '../form/text-table.ts'
import { hashLines, left, right, textOf, type Lines } from '../form/seat-text.ts'
import { countCell } from '../list/table.ts'
import type { Table } from '../text/csv.ts'
import type { TallyJson, TotalsJson } from './tally-json.ts'

/** A tally for a terminal: what the canonical bytes say, and their hash. Lines end in a line feed. */
export function tallyText(tally: TallyJson): string {
  const { reconstruction } = tally
  return textOf([
    reconstruction === undefined ? [] : [reconstruction.notice, `Source: ${isolated(reconstruction.source)}`],
    [`TALLY  ${tally.election}, mode ${tally.mode}`],
    regions(tally),
    parties(tally.national),
    seats(tally),
    hashLines(tally),
  ])
}

const regionColumns = [
  left(''),
  right('Seats'),
  right('Polled'),
  right('Stations'),
  right('Counted'),
  right('Disputed'),
  right('Held'),
  right('Awaited'),
  right('Closed'),
  right('Missing'),
  right('Different'),
  right('Votes polled'),
  right('Registered, polled seats'),
  right('Registered, all'),
]

function regions({ national, provinces }: TallyJson): Lines {
  const rows = [['All', national] as const, ...Object.entries(provinces)].map(([name, totals]) => region(name, totals))
  return textTable(regionColumns, rows)
}

function region(name: string, { stations, votes, channels, ...totals }: TotalsJson): readonly string[] {
  const { seats: all, seatsPolled, registeredPolled, registered } = totals
  const { listed, accepted, disputed, held, awaited, closed } = stations
  const { missing = null, different = null } = channels ?? {}
  const ofStations = [all, seatsPolled, listed, accepted, disputed, held, awaited, closed].map(String)
  const ofVoters = [votes.polled, registeredPolled, registered].map(String)
  return [isolated(name), ...ofStations, countCell(missing), countCell(different), ...ofVoters]
}

function parties({ parties: seatsOf, tied }: TotalsJson): Lines {
  const rows = Object.entries(seatsOf)
    .toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([party, count]) => [isolated(party), String(count)])
  if (rows.length === 0) return []
  return textTable([left('Ahead or returned'), right('Seats')], tied === 0 ? rows : [...rows, ['Tied', String(tied)]])
}

function seats({ seats: all }: TallyJson): Lines {
  const rows = all.map(({ seat, status, stations, votes, ahead, recount }) => [
    seat,
    status,
    `${stations.accepted} of ${stations.listed}`,
    String(votes.polled),
    ahead === null ? '' : ahead.parties.map(isolated).join(' = '),
    ahead === null ? '' : String(ahead.margin),
    [recount.margin === true ? 'margin' : '', recount.excluded === true ? 'excluded' : ''].filter(Boolean).join(', '),
  ])
  const columns = [
    left('Seat'),
    left('Status'),
    right('Counted'),
    right('Votes polled'),
    left('Ahead'),
    right('Margin'),
    left('Recount may be asked for'),
  ]
  return textTable(columns, rows)
}

/** A tally as a table: a row of each seat. */
export function tallyTable({ seats: all }: TallyJson): Table {
  return [
    [
      'seat',
      'province',
      'status',
      'stations',
      'counted',
      'disputed',
      'held',
      'awaited',
      'missing',
      'different',
      'polled',
      'ahead',
      'margin',
    ],
    ...all.map(({ seat, province, status, stations, channels, votes, ahead }) => [
      seat,
      province,
      status,
      ...[stations.listed, stations.accepted, stations.disputed, stations.held, stations.awaited].map(String),
      ...[channels?.missing ?? null, channels?.different ?? null].map(countCell),
      String(votes.polled),
      ahead?.parties.join(' = ') ?? '',
      String(ahead?.margin ?? ''),
    ]),
  ]
}
