import { countCell } from '../list/table.ts'
import type { Table } from '../text/csv.ts'
import type { Form45Json } from './form45.ts'
import { ballotNames, totalNames } from './form45-text.ts'
import type { Form46Json } from './form46.ts'
import type { Form47, Form47Sum } from './form47.ts'
import type { Form48 } from './form48.ts'
import type { Form49 } from './form49.ts'

/** A Form 45 as a table: a row of each candidate, then of each total. Unknown is empty, never 0. */
export function form45Table({ candidates, totals }: Form45Json): Table {
  return [
    ['serial', 'name', 'valid', 'tendered', 'challenged', 'total'],
    ...candidates.map(({ serial, label, valid, tendered, challenged, total }) => [
      String(serial),
      label,
      ...[valid, tendered, challenged, total].map(countCell),
    ]),
    ...totalNames.map(([total, name]) => ['', name, '', '', '', countCell(totals[total])]),
  ]
}

/** A Form 46 as a table: a row of each figure. */
export function form46Table({ ballotPaperAccount }: Form46Json): Table {
  const rows = ballotNames.map(([figure, name]) => [name, countCell(ballotPaperAccount?.[figure] ?? null)])
  return [['ballot_papers', 'number'], ...rows]
}

/** A Form 47 as a table: a row of each candidate, then of each total. */
export function form47Table({ candidates, totals }: Form47): Table {
  return [
    ['serial', 'name', 'party', 'retired', 'votes', 'unknown_at', 'disputed', 'held'],
    ...candidates.map((it) => [String(it.serial), it.label, it.party, it.retired === true ? 'yes' : '', ...sum(it)]),
    ...totalNames.map(([total, name]) => ['', name, '', '', ...sum(totals[total])]),
  ]
}

/** A Form 48 as a table: a row of each station, then the postal ballots. */
export function form48Table({ candidates, rows, postal }: Form48): Table {
  const labels = candidates.map(({ label }) => label)
  const postalRows =
    postal === null
      ? []
      : [['', 'Postal ballots', ...[...postal.votes, postal.valid, null, postal.valid].map(countCell)]]
  return [
    ['station', 'name', ...labels, 'valid', 'excluded', 'total'],
    ...rows.map(({ station, name, votes, valid, excluded, total }) => [
      String(station),
      name,
      ...[...votes, valid, excluded, total].map(countCell),
    ]),
    ...postalRows,
  ]
}

/** A Form 49 as a table: a row of each candidate, then of each total. */
export function form49Table({
  candidates,
  totals: { registered, polled, valid, invalid, postalRejected },
}: Form49): Table {
  const totals = [
    ['Valid votes', valid.votes],
    ['Excluded from the count', invalid.votes],
    ['Votes polled', polled.votes],
    ['Rejected postal ballots', postalRejected],
    ['Registered voters', registered],
  ] as const
  return [
    ['serial', 'name', 'party', 'votes'],
    ...candidates.map(({ serial, label, party, votes }) => [String(serial), label, party, countCell(votes)]),
    ...totals.map(([name, count]) => ['', name, '', countCell(count)]),
  ]
}

function sum({ votes, unknownAt, disputed, held }: Form47Sum): readonly string[] {
  return [votes, unknownAt, disputed, held].map(countCell)
}
