import { type CandidateCount, type Form45, type RuleParameters, type Station, StationType } from '@khata/proto'
import { type Finding, type FindingCode, finding } from './finding.ts'
import type { Column } from './state.ts'

/** What a form is checked against. */
export interface CheckContext {
  readonly form: Form45
  readonly station: Station
  readonly columns: readonly Column[]
  /** Whether the columns are labels as collected, of which a source may lack some. */
  readonly collected: boolean
  readonly parameters: RuleParameters
  readonly saidAt: number
  readonly sequencedAt: number
}

export interface CheckOutcome {
  readonly findings: readonly Finding[]
  /** Checks that need a figure which the form or the lists do not have. */
  readonly notCheckable: readonly FindingCode[]
}

/**
 * Runs every arithmetic check of one form: Elections Act 2017 s. 90 (Forms 45 and 46), Election Rules 2017
 * r. 84(2). Each answers that it holds, that it does not, or that it cannot be checked.
 */
export function checkForm45(context: CheckContext): CheckOutcome {
  const findings: Finding[] = []
  const notCheckable: FindingCode[] = []
  for (const [code, check] of checks) {
    const answer = check(context)
    if (answer === 'not checkable') notCheckable.push(code)
    else if (answer !== 'holds') findings.push(finding(code, answer))
  }
  return { findings, notCheckable }
}

/** Votes of one row: the stated total. */
export function votesOf(count: CandidateCount): number | null {
  return count.total
}

type Answer = 'holds' | 'not checkable' | Readonly<Record<string, number>>
type Check = (context: CheckContext) => Answer

const checks: readonly (readonly [FindingCode, Check])[] = [
  ['form-45/candidate-missing', everyCandidate],
  ['form-45/candidate-total-mismatch', candidateTotals],
  ['form-45/sum-mismatch', validSum],
  ['form-45/excluded-grounds-mismatch', excludedGrounds],
  [
    'form-45/polled-mismatch',
    ({ form }) => equal('stated', form.polledTotal, 'summed', plus(form.validTotal, form.excludedTotal)),
  ],
  [
    'form-45/voters-mismatch',
    ({ form }) => equal('stated', form.votersTotal, 'summed', plus(form.votersMale, form.votersFemale)),
  ],
  ['form-45/voters-not-polled', ({ form }) => equal('voters', form.votersTotal, 'polled', form.polledTotal)],
  ['form-45/over-registered', overRegistered],
  [
    'form-45/registered-differs',
    ({ form, station }) => equal('stated', form.registeredTotal, 'form28', registeredAt(station)),
  ],
  ['form-45/men-at-female-station', ({ form, station }) => absentAt(station, StationType.FEMALE, form.votersMale)],
  ['form-45/women-at-male-station', ({ form, station }) => absentAt(station, StationType.MALE, form.votersFemale)],
  [
    'form-46/taken-mismatch',
    ({ form }) => equal('taken', form.ballots?.takenFromBox ?? null, 'polled', form.polledTotal),
  ],
  ['form-46/received-mismatch', ballotsReceived],
  ['form-45/clock-far-off', clock],
  ['form-45/counted-before-close', countedBeforeClose],
]

/** Registered voters of Form 28: the stated total, or men and women. */
export function registeredAt(station: Station): number | null {
  return station.registeredTotal ?? plus(station.registeredMale, station.registeredFemale)
}

function everyCandidate({ form, columns, collected }: CheckContext): Answer {
  if (collected) return 'not checkable'
  const onForm = form.counts.reduce((known, count) => (votesOf(count) === null ? known : known + 1), 0)
  return onForm === columns.length ? 'holds' : { candidates: columns.length, onForm }
}

// A source that lacks candidates cannot show too few votes, but it can show too many.
function validSum({ form, collected }: CheckContext): Answer {
  const answer = equal('stated', form.validTotal, 'summed', sumOf(form.counts, votesOf))
  if (!collected || typeof answer === 'string') return answer
  return Number(answer['summed']) > Number(answer['stated']) ? answer : 'not checkable'
}

function candidateTotals({ form }: CheckContext): Answer {
  let checkable = form.counts.length > 0
  for (const { column, valid, tendered, challenged, total } of form.counts) {
    const summed = plus(plus(valid, tendered), challenged)
    if (summed === null || total === null) checkable = false
    else if (summed !== total) return { column, stated: total, summed }
  }
  return checkable ? 'holds' : 'not checkable'
}

function excludedGrounds({ form }: CheckContext): Answer {
  if (form.excludedByGround.length === 0) return 'not checkable'
  const summed = sumOf(form.excludedByGround, ({ count }) => count)
  return equal('stated', form.excludedTotal, 'summed', summed)
}

function overRegistered({ form, station }: CheckContext): Answer {
  const registered = registeredAt(station)
  const polled = form.polledTotal ?? votesKnown(form)
  if (registered === null) return 'not checkable'
  if (polled > registered) return { polled, registered }
  return form.polledTotal === null ? 'not checkable' : 'holds'
}

/** The votes that a form states, as far as it states any. */
function votesKnown(form: Form45): number {
  return form.counts.reduce((sum, count) => sum + (votesOf(count) ?? 0), 0)
}

function absentAt(station: Station, type: StationType, voters: number | null): Answer {
  if (station.type === StationType.UNSPECIFIED) return 'not checkable'
  if (station.type !== type) return 'holds'
  if (voters === null) return 'not checkable'
  return voters === 0 ? 'holds' : { voters }
}

// The exact identity of the printed form is not settled; papers issued are those not returned un-issued.
function ballotsReceived({ form }: CheckContext): Answer {
  const { received = null, unissued = null, takenFromBox = null, spoilt = null, cancelled = null } = form.ballots ?? {}
  return equal('received', received, 'accounted', plus(plus(plus(unissued, takenFromBox), spoilt), cancelled))
}

function clock({ parameters, saidAt, sequencedAt }: CheckContext): Answer {
  if (parameters.clockSkewMsMax === null) return 'not checkable'
  const apartMs = Math.abs(saidAt - sequencedAt)
  return apartMs <= parameters.clockSkewMsMax ? 'holds' : { apartMs, apartMsMax: parameters.clockSkewMsMax }
}

function countedBeforeClose({ form, parameters }: CheckContext): Answer {
  const { pollClosedAt } = parameters
  if (form.countedAt === null || pollClosedAt === null) return 'not checkable'
  return form.countedAt >= pollClosedAt ? 'holds' : { countedAt: form.countedAt, pollClosedAt }
}

function equal(left: string, a: number | null, right: string, b: number | null): Answer {
  if (a === null || b === null) return 'not checkable'
  return a === b ? 'holds' : { [left]: a, [right]: b }
}

function sumOf<Row>(rows: readonly Row[], figureOf: (row: Row) => number | null): number | null {
  return rows.reduce<number | null>((sum, row) => plus(sum, figureOf(row)), 0)
}

/** Null where either is unknown. */
function plus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b
}
