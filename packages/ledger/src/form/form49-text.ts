import type { Form49 } from './form49.ts'
import {
  aboutLines,
  hashLines,
  headingLines,
  inWords,
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

/** A Form 49 for a terminal: what the canonical bytes say, and their hash. Lines end in a line feed. */
export function form49Text(form: Form49): string {
  return textOf([
    headingLines(form, 'Postal ballots are included; rejected ones stand apart.'),
    aboutLines(form),
    candidates(form),
    totals(form),
    outcome(form),
    hashLines(form),
  ])
}

function candidates({ candidates: columns }: Form49): Lines {
  const rows = columns.map((it) => [String(it.serial), isolated(it.label), isolated(it.party), ...shownSum(it)])
  return textTable([right('No.'), left('Candidate'), left('Party'), ...sumColumns], rows)
}

function totals({ totals: sums, womenShare }: Form49): Lines {
  const rows = [
    ['Registered voters', ...inWords(sums.registered)],
    ['Votes polled', ...shownSum(sums.polled)],
    ['Valid votes', ...shownSum(sums.valid)],
    ['Invalid votes', ...shownSum(sums.invalid)],
    ['Rejected postal ballots', ...inWords(sums.postalRejected)],
    [
      'Women of those polled, per mille',
      shown(womenShare.perMille),
      '',
      '',
      womenShare.belowMin === true ? 'too few' : '',
    ],
  ]
  return textTable([left('Totals'), ...sumColumns], rows)
}

function outcome({ outcome: result, candidates: columns }: Form49): Lines {
  if (result === undefined) return []
  const names = (serials: readonly number[]) =>
    serials.map((serial) => isolated(columns.find((one) => one.serial === serial)?.label ?? '')).join(' and ')
  const { provisional } = result
  return [
    line('Result', `${names(result.candidates)}, ${outcomes[result.kind]}`),
    line('Margin', String(result.margin)),
    ...(provisional === null ? [] : [line('In Form 47', `${names(provisional.candidates)} by ${provisional.margin}`)]),
  ]
}

const outcomes = {
  returned: 'returned',
  tie: 'equal: both returned, a lot says who serves first',
  'tie-of-more': 'equal: the order of HQ is needed',
} as const
