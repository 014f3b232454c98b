import type { StationStatus } from '../count/state.ts'
import { exceptionLines } from './exceptions.ts'
import type { Form47, OpenStation, StationFinding } from './form47.ts'
import { totalNames } from './form45-text.ts'
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

/**
 * A Form 47 for a terminal: what the canonical bytes say, and their hash. Lines end in a line feed. The hash is of
 * the canonical bytes (`canonicalBytes`), not of this text.
 */
export function form47Text(form: Form47): string {
  return textOf([
    headingLines(form, 'Postal ballots are not included.'),
    about(form),
    stations(form),
    candidates(form),
    totals(form),
    leading(form),
    ...openStatuses.map((status) => open(form, status)),
    disputes(form),
    deadlines(form),
    traces(form),
    exceptionLines(form.exceptions),
    findings(form),
    notCheckable(form),
    otherForms(form),
    hashLines(form),
  ])
}

function about(form: Form47): Lines {
  const { order } = form
  return [
    ...aboutLines(form),
    ...(order === undefined ? [] : [line('Seat is', `${order.status}, by entry ${order.entry}`)]),
  ]
}

function stations({ stations: counts }: Form47): Lines {
  const { listed, accepted, awaited, received, returned, rejected, held, closed, registeredVoters } = counts
  return [
    line('Stations', `${accepted} of ${listed} counted`),
    line('Not counted', `${awaited} awaited, ${received} received, ${returned} returned, ${rejected} rejected`),
    line('', `${held} held, ${closed} closed`),
    line('Registered voters', shown(registeredVoters)),
  ]
}

function candidates(form: Form47): Lines {
  const rows = form.candidates.map((it) => [
    String(it.serial),
    `${isolated(it.label)}${it.retired === true ? ' (retired)' : ''}`,
    isolated(it.party),
    ...shownSum(it),
  ])
  return textTable([right('No.'), left('Candidate'), left('Party'), ...sumColumns], rows)
}

function totals(form: Form47): Lines {
  const rows = totalNames.map(([total, name]) => [name, ...shownSum(form.totals[total])])
  return textTable([left('Totals'), ...sumColumns], rows)
}

function leading(form: Form47): Lines {
  if (form.leading === undefined) return []
  const { column, votes, marginOverNext } = form.leading
  const label = form.candidates[column]?.label ?? `column ${column}`
  return [line('Leading', `${isolated(label)} with ${votes}, ${marginOverNext} more than the next`)]
}

const openStatuses = [
  'awaited',
  'received',
  'returned',
  'rejected',
  'held',
  'closed',
] as const satisfies readonly StationStatus[]

function open({ notCounted }: Form47, status: OpenStation['status']): Lines {
  const rows = notCounted
    .filter((it) => it.status === status)
    .map(({ station, name, since, reason }) => [
      String(station),
      since === null ? '' : String(since),
      isolated(name),
      isolated(reason ?? ''),
    ])
  if (rows.length === 0) return []
  const columns = [right('No.'), right('Entry'), left('Station'), left('Reason')]
  return [`Stations ${status}, not counted: ${rows.length}`, ...textTable(columns, rows)]
}

function disputes({ disputes: all, candidates: columns }: Form47): Lines {
  if (all.length === 0) return []
  const label = (column: number) => isolated(columns[column]?.label ?? `column ${column}`)
  const rows = all.map(({ station, entry, copy, office, swapped }) => [
    String(station),
    String(entry),
    copy,
    isolated(office),
    swapped === null ? '' : `${label(swapped[0])} and ${label(swapped[1])} swapped`,
  ])
  const titles = [right('Station'), right('Entry'), left('Copy'), left('Filed by'), left('')]
  return [`Copies that say otherwise: ${rows.length}`, ...textTable(titles, rows)]
}

function deadlines({ deadlines: all }: Form47): Lines {
  return all
    .filter(({ dueAt }) => dueAt !== null)
    .map(({ stage, outcome, entry }) =>
      line(`Due ${stage}`, `${outcome}, ${entry === null ? 'no form yet' : `form of entry ${entry}`}`),
    )
}

function traces({ traces: counts }: Form47): Lines {
  const { copyNotPosted, agentBarred, accessRefused, objections, objectionsOpen } = counts
  if (copyNotPosted + agentBarred + accessRefused + objections === 0) return []
  return [
    line('Reported', `${copyNotPosted} not posted, ${agentBarred} agents barred, ${accessRefused} refused access`),
    line('Objections', `${objections}, ${objectionsOpen} of them open`),
  ]
}

function findings(form: Form47): Lines {
  if (form.findings.length === 0) return []
  const rows = form.findings.map((it) => [String(it.station), String(it.entry), it.severity, it.code, figures(it)])
  const columns = [right('Station'), right('Entry'), left('Weight'), left('Finding'), left('Figures')]
  return [`Findings: ${rows.length}`, ...textTable(columns, rows)]
}

function figures({ figures: named }: StationFinding): string {
  return Object.entries(named)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')
}

function notCheckable({ notCheckable: counts }: Form47): Lines {
  const codes = Object.entries(counts).map(([code, count]) => `  ${code} at ${count}`)
  return codes.length === 0 ? [] : ['Not checkable, a figure being unknown (stations):', ...codes]
}

function otherForms({ otherForms: forms }: Form47): Lines {
  if (forms.length === 0) return []
  const rows = forms.map(({ station, entry, form, why }) => [String(station), String(entry), why, form.slice(0, 16)])
  const columns = [right('Station'), right('Entry'), left('Why not counted'), left('Statement')]
  return [`Other forms of these stations, kept: ${rows.length}`, ...textTable(columns, rows)]
}
