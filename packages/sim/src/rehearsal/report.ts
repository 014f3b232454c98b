import { textTable } from '@khata/ledger'
import type { Proportion } from '../election/proportions.ts'
import type { Outcome, QueueTold, Spread } from './outcome.ts'
import type { RecountsTold } from './recounts.ts'
import type { Gates } from './settings.ts'

/** A rehearsed election: how like a real one it is, and what came of each night. */
export interface NightReport {
  readonly seed: number
  readonly proportions: readonly Proportion[]
  readonly nights: readonly NightTold[]
  readonly recounts: RecountsTold
}

export interface NightTold {
  readonly conditions: string
  readonly title: string
  readonly gates: Gates
  readonly outcome: Outcome
}

export function reportJson(report: NightReport): string {
  return `${JSON.stringify(report, null, 2)}\n`
}

/** For a terminal. Lines end in a line feed. */
export function reportText({ seed, proportions, nights, recounts }: NightReport): string {
  const byConditions = Map.groupBy(nights, ({ title }) => title)
  const parts = [
    [`Rehearsal ${seed}: people, roads and forms; no node and no signature takes part.`],
    proportionLines(proportions),
    ...[...byConditions].flatMap(([title, told]) => [gateLines(title, told), hourLines(told)]),
    [recountLine(recounts)],
  ]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function recountLine({ grounds, asked, stations, hours }: RecountsTold): string {
  return `Recounts: a ground in ${grounds} seats, asked for in ${asked}, ${stations} stations; hours an office, p50/p99/max: ${spread(hours)}`
}

function proportionLines(proportions: readonly Proportion[]): readonly string[] {
  const rows = proportions.map(({ name, real, generated, source }) => [name, figure(real), figure(generated), source])
  const titles = ['Beside real elections', 'real', 'here', 'source']
  return textTable(
    titles.map((title, at) => ({ title, align: at === 1 || at === 2 ? 'right' : 'left' })),
    rows,
  )
}

/** What the gates cost, and where the officers wait. */
function gateLines(title: string, nights: readonly NightTold[]): readonly string[] {
  const rows = measures.map(([name, of]) => [name, ...nights.map(({ outcome }) => of(outcome))])
  return [title, ...figureTable(['', ...nights.map(gatesIn)], rows)]
}

function hourLines(nights: readonly NightTold[]): readonly string[] {
  const [first] = nights
  const rows = (first?.outcome.countedByHour ?? []).map((_, hour) => [
    String(hour + 1),
    ...nights.flatMap(({ outcome }) => [share(outcome.countedByHour[hour] ?? 0), String(outcome.atDoorsByHour[hour])]),
  ])
  return figureTable(['hours after the close', ...nights.flatMap((night) => [gatesIn(night), 'at doors'])], rows)
}

const measures: readonly (readonly [string, (outcome: Outcome) => string])[] = [
  ['stations counted by 02:00', ({ countedByTwo }) => share(countedByTwo)],
  ['stations counted by 10:00', ({ countedByTen }) => share(countedByTen)],
  ['told to the hubs by 02:00', ({ shownByTwo }) => share(shownByTwo)],
  ['told to the hubs by 10:00', ({ shownByTen }) => share(shownByTen)],
  ['offices with nothing open at 10:00', ({ officesCompleteByTen }) => share(officesCompleteByTen)],
  ['hours after the close, median form', ({ medianCounted }) => figure(medianCounted)],
  ['forms in an office’s busiest hour, p50/p99/max', ({ busiestHour }) => spread(busiestHour.office)],
  ['forms in the busiest hour of all', ({ busiestHour }) => String(busiestHour.nation)],
  ['wait at the door, minutes, p50/p99/max', ({ door }) => spread(door.waitMinutes)],
  ['longest queue at a door, p50/p99/max of offices', ({ door }) => spread(door.longest)],
  ['wait for an operator, minutes', ({ operators }) => waits(operators)],
  ['wait for the returning officer, minutes', ({ returningOfficer }) => waits(returningOfficer)],
  ['asked back, held, differences settled', ({ askedBack, held, settled }) => `${askedBack} ${held} ${settled}`],
  ['beyond this night', ({ stuck }) => String(stuck)],
]

function figureTable(titles: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return textTable(
    titles.map((title, at) => ({ title, align: at === 0 ? 'left' : 'right' })),
    rows,
  )
}

function gatesIn({ gates: { lock, readings } }: NightTold): string {
  return `${lock}, ${readings === 1 ? 'one reading' : 'two readings'}`
}

function waits({ waitMinutes }: QueueTold): string {
  return spread(waitMinutes)
}

function spread({ p50, p99, max }: Spread): string {
  return [p50, p99, max].map((value) => value.toFixed(0)).join('/')
}

function share(part: number): string {
  return `${(100 * part).toFixed(1)} %`
}

function figure(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1)
}
