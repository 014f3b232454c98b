import {
  type CandidateCount,
  ExclusionGround,
  type FigureRef,
  type Form45,
  Form45Figure,
  type Station,
  StationType,
} from '@khata/proto'
import { type Answer, type Check, type CheckContext, equal, plus, sumOf } from './check.ts'
import { grounds, rowFigures } from './figures.ts'
import { type Finding, type FindingCode, finding } from './finding.ts'
import { paperChecks } from './paper-checks.ts'

export interface CheckOutcome {
  readonly findings: readonly Finding[]
  /** Checks that need a figure which the form or the lists do not have. */
  readonly notCheckable: readonly FindingCode[]
}

/**
 * Runs every check of one form: Elections Act 2017 s. 90 (Forms 45 and 46), Election Rules 2017 r. 84(2). Each
 * answers that it holds, that it does not, or that it cannot be checked.
 */
export function checkForm45(context: CheckContext): CheckOutcome {
  const findings: Finding[] = []
  const notCheckable: FindingCode[] = []
  for (const { code, check } of checks) {
    const answer = check(context)
    if (answer === 'not checkable') notCheckable.push(code)
    else if (answer !== 'holds') findings.push(finding(code, answer))
  }
  return { findings, notCheckable }
}

/**
 * The figures that a correction of this finding may need to change: what a returning officer names when he asks for
 * one. None where the whole form is to be looked at. A finding that names a column is about that row alone.
 */
export function figuresOfFinding({ code, figures }: Pick<Finding, 'code' | 'figures'>, columns: number): FigureRef[] {
  const { column } = figures
  const rows = column === undefined ? Array.from({ length: columns }, (_, at) => at) : [column]
  const kinds = checks.find((check) => check.code === code)?.involves ?? []
  return kinds.flatMap((figure): FigureRef[] => {
    if (figure === Form45Figure.EXCLUDED_BY_GROUND) return grounds.map((row) => ({ figure, row }))
    return rowFigures.includes(figure) ? rows.map((row) => ({ figure, row })) : [{ figure, row: null }]
  })
}

/** Votes of one row: the stated total. */
export function votesOf(count: CandidateCount): number | null {
  return count.total
}

/** Registered voters of Form 28: the stated total, or men and women. */
export function registeredAt(station: Station): number | null {
  return station.registeredTotal ?? plus(station.registeredMale, station.registeredFemale)
}

const { VALID, TENDERED, CHALLENGED, TOTAL, EXCLUDED_BY_GROUND, VALID_TOTAL, EXCLUDED_TOTAL } = Form45Figure
const { POLLED_TOTAL, REGISTERED_TOTAL, VOTERS_MALE, VOTERS_FEMALE, VOTERS_TOTAL } = Form45Figure
const { BALLOTS_RECEIVED, BALLOTS_UNISSUED, BALLOTS_TAKEN_FROM_BOX, BALLOTS_TENDERED } = Form45Figure
const { BALLOTS_CHALLENGED, BALLOTS_SPOILT, BALLOTS_CANCELLED } = Form45Figure

const checks: readonly Check[] = [
  {
    code: 'form-45/candidate-missing',
    check: everyCandidate,
    involves: [VALID, TENDERED, CHALLENGED, TOTAL, VALID_TOTAL],
  },
  {
    code: 'form-45/candidate-total-mismatch',
    check: candidateTotals,
    involves: [VALID, TENDERED, CHALLENGED, TOTAL],
  },
  { code: 'form-45/sum-mismatch', check: validSum, involves: [VALID, TENDERED, CHALLENGED, TOTAL, VALID_TOTAL] },
  {
    code: 'form-45/row-over-registered',
    check: rowOverRegistered,
    involves: [VALID, TENDERED, CHALLENGED, TOTAL],
  },
  {
    code: 'form-45/excluded-grounds-mismatch',
    check: excludedGrounds,
    involves: [EXCLUDED_BY_GROUND, EXCLUDED_TOTAL],
  },
  { code: 'form-45/ground-unspecified', check: groundUnspecified, involves: [EXCLUDED_BY_GROUND] },
  {
    code: 'form-45/polled-mismatch',
    check: ({ form }) => equal(['stated', form.polledTotal], ['summed', plus(form.validTotal, form.excludedTotal)]),
    involves: [VALID_TOTAL, EXCLUDED_TOTAL, POLLED_TOTAL],
  },
  {
    code: 'form-45/voters-mismatch',
    check: ({ form }) => equal(['stated', form.votersTotal], ['summed', plus(form.votersMale, form.votersFemale)]),
    involves: [VOTERS_MALE, VOTERS_FEMALE, VOTERS_TOTAL],
  },
  {
    code: 'form-45/voters-not-polled',
    check: ({ form, parameters }) =>
      equal(['voters', form.votersTotal], ['polled', form.polledTotal], parameters.votersPolled),
    involves: [VOTERS_MALE, VOTERS_FEMALE, VOTERS_TOTAL, POLLED_TOTAL],
  },
  { code: 'form-45/over-registered', check: overRegistered, involves: [POLLED_TOTAL, VALID_TOTAL, TOTAL] },
  { code: 'form-45/turnout-above', check: turnoutAbove, involves: [POLLED_TOTAL] },
  { code: 'form-45/turnout-all', check: turnoutAll, involves: [POLLED_TOTAL] },
  {
    code: 'form-45/registered-differs',
    check: ({ form, station }) => equal(['stated', form.registeredTotal], ['form28', registeredAt(station)]),
    involves: [REGISTERED_TOTAL],
  },
  {
    code: 'form-45/men-at-female-station',
    check: ({ form, station }) => absentAt(station, StationType.FEMALE, form.votersMale),
    involves: [VOTERS_MALE, VOTERS_FEMALE],
  },
  {
    code: 'form-45/women-at-male-station',
    check: ({ form, station }) => absentAt(station, StationType.MALE, form.votersFemale),
    involves: [VOTERS_MALE, VOTERS_FEMALE],
  },
  {
    code: 'form-46/taken-mismatch',
    check: ({ form }) => equal(['taken', form.ballots?.takenFromBox ?? null], ['polled', form.polledTotal]),
    involves: [BALLOTS_TAKEN_FROM_BOX, POLLED_TOTAL],
  },
  {
    code: 'form-46/received-mismatch',
    check: ballotsReceived,
    involves: [BALLOTS_RECEIVED, BALLOTS_UNISSUED, BALLOTS_TAKEN_FROM_BOX, BALLOTS_SPOILT, BALLOTS_CANCELLED],
  },
  {
    code: 'form-46/tendered-mismatch',
    check: ({ form }) =>
      atMost(
        sumOf(form.counts, ({ tendered }) => tendered),
        form.ballots?.tendered ?? null,
      ),
    involves: [TENDERED, BALLOTS_TENDERED],
  },
  {
    code: 'form-46/challenged-mismatch',
    check: ({ form }) =>
      atMost(
        sumOf(form.counts, ({ challenged }) => challenged),
        form.ballots?.challenged ?? null,
      ),
    involves: [CHALLENGED, BALLOTS_CHALLENGED],
  },
  ...paperChecks,
]

function everyCandidate({ form, columns, collected }: CheckContext): Answer {
  if (collected) return 'not checkable'
  const onForm = form.counts.reduce((known, count) => (votesOf(count) === null ? known : known + 1), 0)
  return onForm === columns.length ? 'holds' : { candidates: columns.length, onForm }
}

// A source that lacks candidates cannot show too few votes, but it can show too many.
function validSum({ form, collected }: CheckContext): Answer {
  const answer = equal(['stated', form.validTotal], ['summed', sumOf(form.counts, votesOf)])
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

// No candidate can have more votes than there are voters: mostly a digit too many.
function rowOverRegistered({ form, station }: CheckContext): Answer {
  const registered = registeredAt(station)
  if (registered === null || form.counts.length === 0) return 'not checkable'
  const over = form.counts.find((count) => (votesOf(count) ?? 0) > registered)
  if (over !== undefined) return { column: over.column, votes: votesOf(over) ?? 0, registered }
  return form.counts.every((count) => votesOf(count) !== null) ? 'holds' : 'not checkable'
}

function excludedGrounds({ form }: CheckContext): Answer {
  if (form.excludedByGround.length === 0) return 'not checkable'
  const summed = sumOf(form.excludedByGround, ({ count }) => count)
  return equal(['stated', form.excludedTotal], ['summed', summed])
}

function groundUnspecified({ form }: CheckContext): Answer {
  if (form.excludedByGround.length === 0) return 'not checkable'
  const unnamed = form.excludedByGround.filter(({ ground }) => ground === ExclusionGround.UNSPECIFIED)
  const count = sumOf(unnamed, (one) => one.count) ?? 0
  return count === 0 ? 'holds' : { count }
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

function turnoutAbove({ form, station, parameters }: CheckContext): Answer {
  const { turnoutPerMilleMax: perMilleMax } = parameters
  const [polled, registered] = [form.polledTotal, registeredAt(station)]
  if (perMilleMax === null || polled === null || registered === null) return 'not checkable'
  return 1_000 * polled <= perMilleMax * registered ? 'holds' : { polled, registered, perMilleMax }
}

function turnoutAll({ form, station }: CheckContext): Answer {
  const [polled, registered] = [form.polledTotal, registeredAt(station)]
  if (polled === null || registered === null) return 'not checkable'
  return polled === registered && registered > 0 ? { polled, registered } : 'holds'
}

function absentAt(station: Station, type: StationType, voters: number | null): Answer {
  if (station.type === StationType.UNSPECIFIED) return 'not checkable'
  if (station.type !== type) return 'holds'
  if (voters === null) return 'not checkable'
  return voters === 0 ? 'holds' : { voters }
}

// The exact identity of the printed form is not settled; papers issued are those not returned un-issued.
function ballotsReceived({ form, parameters }: CheckContext): Answer {
  const { received = null, unissued = null, takenFromBox = null, spoilt = null, cancelled = null } = form.ballots ?? {}
  const accounted = plus(plus(plus(unissued, takenFromBox), spoilt), cancelled)
  return equal(['received', received], ['accounted', accounted], parameters.ballotsReceived)
}

// Form 45 has the valid ones among the tendered (challenged) papers of Form 46: never more.
function atMost(summed: number | null, stated: number | null): Answer {
  if (summed === null || stated === null) return 'not checkable'
  return summed <= stated ? 'holds' : { stated, summed }
}
