import type { Form45, Form45Figure, RuleParameters, Station, Tolerance } from '@khata/proto'
import type { FindingCode } from './finding.ts'
import type { Column } from './state.ts'

/** What a form is checked against. */
export interface CheckContext {
  readonly form: Form45
  readonly station: Station
  readonly columns: readonly Column[]
  /** Whether the columns are labels as collected, of which a source may lack some. */
  readonly collected: boolean
  /** Whether nothing but figures is known: of a reconstruction, and of what operators read from a paper. */
  readonly figuresOnly: boolean
  /** Form 33 serials of the candidates with a polling agent enrolled at the station. */
  readonly agents: readonly number[]
  readonly parameters: RuleParameters
  readonly saidAt: number
  readonly sequencedAt: number
}

/** One check: what it finds, how, and the figures that its formula is about. Its texts are in the catalogue, by code. */
export interface Check {
  readonly code: FindingCode
  readonly check: (context: CheckContext) => Answer
  /** Kinds of figures, of which a correction may be asked for; none where it is about the form as a whole. */
  readonly involves: readonly Form45Figure[]
}

/** It holds, it cannot be checked for want of a figure, or the numbers of the formula that does not hold. */
export type Answer = 'holds' | 'not checkable' | Readonly<Record<string, number>>

/** A figure with the name that its formula gives it. */
export type Named = readonly [string, number | null]

/** Two figures within either bound of the tolerance count as equal; without one they are the same or not. */
export function equal([left, a]: Named, [right, b]: Named, tolerance: Tolerance | null = null): Answer {
  if (a === null || b === null) return 'not checkable'
  const share = Math.floor((Math.max(a, b) * (tolerance?.perMille ?? 0)) / 1_000)
  return Math.abs(a - b) <= Math.max(tolerance?.votes ?? 0, share) ? 'holds' : { [left]: a, [right]: b }
}

export function sumOf<Row>(rows: readonly Row[], figureOf: (row: Row) => number | null): number | null {
  return rows.reduce<number | null>((sum, row) => plus(sum, figureOf(row)), 0)
}

/** Null where either is unknown. */
export function plus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b
}
