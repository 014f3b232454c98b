import type { Form45Json, Form45Total } from './form45.ts'
import type { Form46Json } from './form46.ts'
import { hashLines, headingLines, inWords, left, line, right, shown, textOf, wordColumns } from './seat-text.ts'
import { isolated, textTable } from './text-table.ts'

/**
 * A Form 45 for a terminal: what the canonical bytes say, figures in words too, and their hash. Lines end in a line feed.
 * The hash is of the canonical bytes (`canonicalBytes`), not of this text.
 */
export function form45Text(form: Form45Json): string {
  return textOf([
    headingLines(form),
    [...stationLines(form), line('Status', form.status), ...sinceLines(form)],
    candidateLines(form),
    totalLines(form),
    findingLines(form),
    hashLines(form),
  ])
}

/** As `form45Text`. */
export function form46Text(form: Form46Json): string {
  return textOf([headingLines(form), stationLines(form), ballotLines(form), hashLines(form)])
}

/** Of each total of Form 45 its name. */
export const totalNames: readonly (readonly [Form45Total, string])[] = [
  ['valid', 'Valid votes'],
  ['excluded', 'Excluded from the count'],
  ['polled', 'Votes polled'],
  ['votersMale', 'Men who voted'],
  ['votersFemale', 'Women who voted'],
  ['votersTotal', 'Voters who voted'],
]

/** Of each figure of Form 46 its name. */
export const ballotNames = [
  ['received', 'Received'],
  ['unissued', 'Un-issued'],
  ['takenFromBox', 'Taken out of the ballot box and counted'],
  ['tendered', 'Tendered'],
  ['challenged', 'Challenged'],
  ['spoilt', 'Spoilt'],
  ['stray', 'Stray'],
  ['cancelled', 'Cancelled'],
] as const

function stationLines({ election, seat, station, signed }: Omit<Form46Json, 'form'>): readonly string[] {
  const { number, name, type, registeredVoters } = station
  return [
    line('Election', election),
    line('Seat', seat),
    line('Station', `${number} ${isolated(name)}, ${type}`),
    line('Registered voters', shown(registeredVoters)),
    line('Signed', `entry ${signed.entry}, key ${signed.key.slice(0, 16)}`),
  ]
}

function sinceLines({ since: { entry, key, act, codes, reason } }: Form45Json): readonly string[] {
  return [
    line('Since', `entry ${entry}, ${act}, key ${key.slice(0, 16)}`),
    ...(codes.length === 0 ? [] : [line('Checks', codes.join(', '))]),
    ...(reason === '' ? [] : [line('Reason', isolated(reason))]),
  ]
}

function candidateLines({ candidates }: Form45Json): readonly string[] {
  const rows = candidates.map(({ serial, label, valid, tendered, challenged, total }) => [
    String(serial),
    isolated(label),
    ...[valid, tendered, challenged].map(shown),
    ...inWords(total),
  ])
  const figures = ['Valid', 'Tendered', 'Challenged'].map(right)
  return textTable([right('No.'), left('Candidate'), ...figures, ...wordColumns('Total')], rows)
}

function totalLines({ totals }: Form45Json): readonly string[] {
  const rows = totalNames.map(([total, name]) => [name, ...inWords(totals[total])])
  return textTable([left('Totals'), ...wordColumns('Figure')], rows)
}

function ballotLines({ ballotPaperAccount }: Form46Json): readonly string[] {
  if (ballotPaperAccount === null) return ['No ballot paper account.']
  const rows = ballotNames.map(([figure, name]) => [name, ...inWords(ballotPaperAccount[figure])])
  return textTable([left('Ballot papers'), ...wordColumns('Number')], rows)
}

function findingLines({ findings }: Form45Json): readonly string[] {
  if (findings.length === 0) return []
  const rows = findings.map(({ severity, code }) => [severity, code])
  return [`Findings: ${rows.length}`, ...textTable([left('Weight'), left('Finding')], rows)]
}
