import type { ExceptionKind, ExceptionRecord } from '../count/list-state.ts'
import type { SeatState } from '../count/state.ts'
import { left, right } from './seat-text.ts'
import { isolated, textTable } from './text-table.ts'

/** What was changed after the freeze, and what HQ or a province has judged of it last. */
export interface ExceptionShown {
  readonly kind: ExceptionKind
  /** Name of the office, station number, or Form 33 serial. */
  readonly of: string | number
  readonly entry: number
  readonly statement: string
  readonly judgement: 'open' | 'ratified' | 'refused'
  /** Entry of the judgement. */
  readonly judgedIn: number | null
}

/** Oldest first; all of them unless told which kinds. */
export function exceptionsOf(
  { exceptions }: SeatState,
  isShown: (kind: ExceptionKind) => boolean = () => true,
): readonly ExceptionShown[] {
  return [...exceptions].filter(([, { kind }]) => isShown(kind)).map(([statement, record]) => shown(statement, record))
}

/** Lines of a form for a terminal; none where nothing was changed. */
export function exceptionLines(exceptions: readonly ExceptionShown[]): readonly string[] {
  if (exceptions.length === 0) return []
  const rows = exceptions.map(({ kind, of, entry, judgement }) => [
    kind,
    typeof of === 'string' ? isolated(of) : String(of),
    String(entry),
    judgement,
  ])
  const columns = [left('Change'), left('Of'), right('Entry'), left('Judged')]
  return [`Changes after the freeze: ${exceptions.length}`, ...textTable(columns, rows)]
}

function shown(statement: string, { kind, of, index, judgement }: ExceptionRecord): ExceptionShown {
  const judged = judgement === undefined ? 'open' : judgement.ratified ? 'ratified' : 'refused'
  return { kind, of, entry: index, statement, judgement: judged, judgedIn: judgement?.index ?? null }
}
