import { type Candidate, ListKind } from '@khata/proto'
import { concatBytes, equalBytes } from '../base/bytes.ts'
import { sha256 } from '../base/hash.ts'
import { retiredSerials } from '../count/amendments.ts'
import { shownList } from '../count/lists.ts'
import type { SeatState } from '../count/state.ts'
import type { OpenedStatement } from '../event/statement.ts'
import type { RegisterState } from '../identity/register.ts'
import { candidateTable } from '../list/candidate-table.ts'
import type { Table } from '../text/csv.ts'
import { exceptionLines } from './exceptions.ts'
import { type ListForm, listForm, listLines } from './list-form.ts'
import { hashLines, headingLines, left, right, seatLines, textOf } from './seat-text.ts'
import { isolated, textTable } from './text-table.ts'

/** List of Contesting Candidates of a seat (Form 33) as its log holds it, as JSON whose RFC 8785 bytes are the form. */
export interface Form33 extends ListForm {
  readonly form: '33'
  readonly title: string
  readonly candidates: readonly Form33Candidate[]
  /** Only in mode replay: the columns as the source has them. */
  readonly columns?: readonly { readonly label: string; readonly serial: number | null }[]
}

export interface Form33Candidate extends Candidate {
  /** Retired after the freeze. */
  readonly retired?: true
}

/**
 * Of the statements in the entries that carry its parts (`shownList(seat.form33).entries`), in order; undefined of any
 * others, of a version superseded meanwhile too. A seat that is frozen keeps no more of its candidates than the columns.
 */
export function form33(
  seat: SeatState,
  register: RegisterState,
  carriers: readonly OpenedStatement[],
): Form33 | undefined {
  const { version, entries, certified } = shownList(seat.form33)
  const parts = carriers.flatMap(({ statement }) =>
    statement.body === 'candidatesListed' ? [statement.candidatesListed] : [],
  )
  const hash = sha256(concatBytes(...carriers.map((carrier) => carrier.hash)))
  const isShown =
    carriers.length === entries.length &&
    parts.every((part, at) => part.version === version && part.part === at + 1) &&
    (certified === undefined || equalBytes(hash, certified.sha256))
  if (!isShown) return undefined
  const retired = retiredSerials(seat)
  const columns = parts.flatMap((part) => part.columns)
  return {
    form: '33',
    title: 'List of Contesting Candidates',
    ...listForm(seat, register, {
      list: ListKind.FORM_33,
      draft: seat.form33,
      amendedBy: (kind) => kind === 'candidate-retired',
    }),
    candidates: parts
      .flatMap((part) => part.candidates)
      .map((candidate) => ({ ...candidate, ...(retired.has(candidate.serial) && ({ retired: true } as const)) })),
    ...(columns.length > 0 && { columns }),
  }
}

/** A Form 33 as a table: what an import of the list reads. */
export function form33Table({ candidates }: Form33): Table {
  return candidateTable(candidates)
}

/** A Form 33 for a terminal. Lines end in a line feed. The hash is of the canonical bytes, not of this text. */
export function form33Text(form: Form33): string {
  return textOf([
    headingLines(form),
    [...seatLines(form), ...listLines(form)],
    candidateLines(form),
    exceptionLines(form.amendments),
    hashLines(form),
  ])
}

function candidateLines({ candidates }: Form33): readonly string[] {
  const titles = ['Candidate', 'In Urdu', 'Party', 'Symbol', ''].map(left)
  const rows = candidates.map(({ serial, nameEn, nameUr, party, symbol, retired }) => [
    String(serial),
    ...[nameEn, nameUr, party, symbol].map(isolated),
    retired === true ? 'retired' : '',
  ])
  return textTable([right('No.'), ...titles], rows)
}
