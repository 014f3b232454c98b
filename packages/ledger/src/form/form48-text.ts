import type { Form48 } from './form48.ts'
import {
  aboutLines,
  hashLines,
  headingLines,
  left,
  line,
  type Lines,
  right,
  shown,
  shownSum,
  sumColumns,
  textOf,
} from './seat-text.ts'
import { isolated, textTable } from './text-table.ts'

/** A Form 48 for a terminal: what the canonical bytes say, and their hash. Lines end in a line feed. */
export function form48Text(form: Form48): string {
  return textOf([
    headingLines(form, 'Rejected postal ballots stand apart and are in no total.'),
    [...aboutLines(form), ...header(form)],
    candidates(form),
    matrix(form),
    sums(form),
    closed(form),
    changes(form),
    hashLines(form),
  ])
}

function header({ registeredVoters: { male, female, total }, stations }: Form48): Lines {
  const byType = `${stations.male} male, ${stations.female} female, ${stations.combined} combined`
  const rest = stations.unknown > 0 ? `, ${stations.unknown} of unknown type` : ''
  return [
    line('Registered voters', `${shown(male)} male, ${shown(female)} female, ${shown(total)} in all`),
    line('Stations', `${stations.total}: ${byType}${rest}`),
  ]
}

function candidates({ candidates: columns }: Form48): Lines {
  const rows = columns.map(({ column, serial, label, party }) => [
    String(column),
    String(serial),
    isolated(label),
    isolated(party),
  ])
  return textTable([right('Column'), right('No.'), left('Candidate'), left('Party')], rows)
}

function matrix({ candidates: columns, rows, postal, totals }: Form48): Lines {
  const stations = rows.map((row) => [
    String(row.station),
    isolated(row.name),
    ...row.votes.map(shown),
    shown(row.valid),
    shown(row.excluded),
    shown(row.total),
    String(row.entry),
  ])
  const postalRow =
    postal === null
      ? []
      : [
          [
            '',
            'Postal',
            ...postal.votes.map(String),
            String(postal.valid),
            '',
            String(postal.valid),
            String(postal.entry),
          ],
        ]
  const last = [...totals.candidates, totals.valid, totals.excluded, totals.total].map(({ votes }) => shown(votes))
  const titles = columns.map(({ column }) => right(String(column)))
  return [
    ...textTable(
      [right('No.'), left('Station'), ...titles, right('Valid'), right('Excluded'), right('Total'), right('Entry')],
      [...stations, ...postalRow, ['', 'Total', ...last, '']],
    ),
    ...(postal === null ? [] : [`Postal ballots rejected: ${postal.rejected}`]),
  ]
}

function sums({ candidates: columns, totals }: Form48): Lines {
  const rows = [
    ...totals.candidates.map((sum, column) => [isolated(columns[column]?.label ?? ''), ...shownSum(sum)]),
    ['Valid', ...shownSum(totals.valid)],
    ['Excluded', ...shownSum(totals.excluded)],
    ['Total', ...shownSum(totals.total)],
  ]
  return textTable([left('Column sums'), ...sumColumns], rows)
}

function closed({ closed: stations }: Form48): Lines {
  if (stations.length === 0) return []
  const rows = stations.map(({ station, name, entry }) => [String(station), isolated(name), shown(entry)])
  return ['Stations without a result, by order:', ...textTable([right('No.'), left('Station'), right('Entry')], rows)]
}

function changes({ changes: late }: Form48): Lines {
  if (late.length === 0) return []
  const rows = late.map(({ kind, station, from, to }) => [
    kind,
    station === null ? '' : String(station),
    from === null ? '' : String(from),
    String(to),
  ])
  return [
    'Changed since Form 47, by entries:',
    ...textTable([left('By'), right('Station'), right('From'), right('To')], rows),
  ]
}
