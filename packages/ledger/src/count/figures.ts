import { type Form45, Form45Figure, type FigureRef, type FigureResolved } from '@khata/proto'

/**
 * Every figure of a Form 45 and its Form 46 as one text, equal for forms that state the same numbers of the same
 * candidates: rows by column (valid, tendered, challenged, total), ballots excluded by ground, then the figures of
 * the whole form. What is unknown is empty; a row of valid votes alone is one number. A node holds one text for each
 * station of 859 seats: it takes least room.
 */
export type FiguresText = string

/** The first number above the limit that a form states, if any. */
export function figureOver(form: Form45, limit: number): number | undefined {
  const isOver = (figure: number | null): figure is number => figure !== null && figure > limit
  const other = wholeFigures.map(([, of]) => of(form)).find(isOver)
  if (other !== undefined) return other
  for (const { valid, tendered, challenged, total } of form.counts) {
    if (isOver(valid)) return valid
    if (isOver(tendered)) return tendered
    if (isOver(challenged)) return challenged
    if (isOver(total)) return total
  }
  return form.excludedByGround.find(({ count }) => count > limit)?.count
}

/** A form's figures over the seat's columns. A candidate without a row and one whose figures are unknown are the same. */
export function figuresOf(form: Form45, columns: number): FiguresText {
  const rows: string[] = []
  for (let column = 0; column < columns; column += 1) rows.push(unknownRow)
  for (const { column, valid, tendered, challenged, total } of form.counts) {
    const isPlain = valid !== null && valid === total && tendered === 0 && challenged === 0
    rows[column] = isPlain ? String(valid) : `${valid ?? ''},${tendered ?? ''},${challenged ?? ''},${total ?? ''}`
  }
  const excluded = grounds.map((): number | '' => '')
  for (const { ground, count } of form.excludedByGround) excluded[ground] = (excluded[ground] || 0) + count
  let whole = ''
  for (const [, of] of wholeFigures) whole += `,${of(form) ?? ''}`
  return `${rows.join(';')}|${excluded.join(',')}|${whole.slice(1)}`
}

/** Votes of each column, in order; null where unknown. Read without cutting the text up: every sum does it. */
export function votesIn(figures: FiguresText): readonly (number | null)[] {
  const votes: (number | null)[] = []
  let count: number | null = null
  for (let at = 0; at < figures.length; at += 1) {
    const character = figures.charCodeAt(at)
    const digit = character - characters.zero
    if (digit >= 0 && digit <= 9) count = 10 * (count ?? 0) + digit
    else {
      if (character !== characters.comma && at > 0) votes.push(count)
      if (character === characters.bar) return votes
      count = null
    }
  }
  return votes
}

const characters = { zero: 48, comma: 44, bar: 124 }

/** Figures of the whole form, in the order of `wholeFigures`. Read as `votesIn` reads. */
export function wholeIn(figures: FiguresText): readonly (number | null)[] {
  const whole: (number | null)[] = []
  let count: number | null = null
  for (let at = figures.lastIndexOf('|') + 1; at < figures.length; at += 1) {
    const character = figures.charCodeAt(at)
    if (character === characters.comma) {
      whole.push(count)
      count = null
    } else count = 10 * (count ?? 0) + character - characters.zero
  }
  return [...whole, count]
}

/** One figure, and what a form states of it. */
export interface StatedFigure extends FigureRef {
  readonly value: number | null
}

/** The figures in which two forms of one seat differ, with what the second states. Unknown differs from any number. */
export function differences(a: FiguresText, b: FiguresText): readonly StatedFigure[] {
  return differing(a, b, (before, after) => before !== after)
}

/** The figures that both forms state, and otherwise. */
export function contradictions(a: FiguresText, b: FiguresText): readonly StatedFigure[] {
  return differing(a, b, (before, after) => before !== '' && after !== '' && before !== after)
}

/**
 * The two candidates whose rows one form has exchanged against the other, lower column first: all that both state is
 * the same, but for two rows of which each stands in the other's place. Undefined where they differ otherwise.
 */
export function swappedColumns(a: FiguresText, b: FiguresText): readonly [number, number] | undefined {
  const contradicted = contradictions(a, b)
  const [first, second, ...more] = new Set(
    contradicted.map(({ figure, row }) => (rowFigures.includes(figure) ? row : null)),
  )
  if (typeof first !== 'number' || typeof second !== 'number' || more.length > 0) return undefined
  const [before, after] = [rowsOf(a), rowsOf(b)]
  const isExchanged = fits(before[first], after[second]) && fits(before[second], after[first])
  return isExchanged ? [first, second] : undefined
}

/** The same figures with some of them settled otherwise. */
export function settled(figures: FiguresText, resolved: readonly FigureResolved[]): FiguresText {
  const values = new Map(resolved.map(({ figure, value }) => [figure === null ? '' : nameOf(figure), value]))
  const stated = statedIn(figures).map((one) => {
    const value = values.get(nameOf(one))
    return value === undefined ? one : { ...one, value }
  })
  const columns = votesIn(figures).length
  return figuresOf(formStating(stated, columns), columns)
}

/** A form that states these figures and nothing else. */
export function formOf(figures: FiguresText, station: number): Form45 {
  return { ...formStating(statedIn(figures), votesIn(figures).length), station }
}

function formStating(stated: readonly StatedFigure[], columns: number): Form45 {
  const valueOf = (figure: Form45Figure, row: number | null = null) =>
    stated.find((one) => one.figure === figure && one.row === row)?.value ?? null
  const excluded = stated.filter(({ figure }) => figure === Form45Figure.EXCLUDED_BY_GROUND)
  return {
    ...blankForm,
    counts: Array.from({ length: columns }, (_, column) => ({
      column,
      valid: valueOf(Form45Figure.VALID, column),
      tendered: valueOf(Form45Figure.TENDERED, column),
      challenged: valueOf(Form45Figure.CHALLENGED, column),
      total: valueOf(Form45Figure.TOTAL, column),
    })),
    validTotal: valueOf(Form45Figure.VALID_TOTAL),
    excludedTotal: valueOf(Form45Figure.EXCLUDED_TOTAL),
    excludedByGround: excluded.flatMap(({ row, value }) =>
      value === null || row === null
        ? []
        : [{ ground: row as Form45['excludedByGround'][number]['ground'], count: value }],
    ),
    polledTotal: valueOf(Form45Figure.POLLED_TOTAL),
    registeredTotal: valueOf(Form45Figure.REGISTERED_TOTAL),
    votersMale: valueOf(Form45Figure.VOTERS_MALE),
    votersFemale: valueOf(Form45Figure.VOTERS_FEMALE),
    votersTotal: valueOf(Form45Figure.VOTERS_TOTAL),
    ballots: {
      received: valueOf(Form45Figure.BALLOTS_RECEIVED),
      unissued: valueOf(Form45Figure.BALLOTS_UNISSUED),
      takenFromBox: valueOf(Form45Figure.BALLOTS_TAKEN_FROM_BOX),
      tendered: valueOf(Form45Figure.BALLOTS_TENDERED),
      challenged: valueOf(Form45Figure.BALLOTS_CHALLENGED),
      spoilt: valueOf(Form45Figure.BALLOTS_SPOILT),
      stray: valueOf(Form45Figure.BALLOTS_STRAY),
      cancelled: valueOf(Form45Figure.BALLOTS_CANCELLED),
    },
  }
}

/** Figures of the whole form with where a form states them. The order is that of the text, and never changes. */
export const wholeFigures: readonly (readonly [Form45Figure, (form: Form45) => number | null])[] = [
  [Form45Figure.VALID_TOTAL, (form) => form.validTotal],
  [Form45Figure.EXCLUDED_TOTAL, (form) => form.excludedTotal],
  [Form45Figure.POLLED_TOTAL, (form) => form.polledTotal],
  [Form45Figure.REGISTERED_TOTAL, (form) => form.registeredTotal],
  [Form45Figure.VOTERS_MALE, (form) => form.votersMale],
  [Form45Figure.VOTERS_FEMALE, (form) => form.votersFemale],
  [Form45Figure.VOTERS_TOTAL, (form) => form.votersTotal],
  [Form45Figure.BALLOTS_RECEIVED, (form) => form.ballots?.received ?? null],
  [Form45Figure.BALLOTS_UNISSUED, (form) => form.ballots?.unissued ?? null],
  [Form45Figure.BALLOTS_TAKEN_FROM_BOX, (form) => form.ballots?.takenFromBox ?? null],
  [Form45Figure.BALLOTS_TENDERED, (form) => form.ballots?.tendered ?? null],
  [Form45Figure.BALLOTS_CHALLENGED, (form) => form.ballots?.challenged ?? null],
  [Form45Figure.BALLOTS_SPOILT, (form) => form.ballots?.spoilt ?? null],
  [Form45Figure.BALLOTS_STRAY, (form) => form.ballots?.stray ?? null],
  [Form45Figure.BALLOTS_CANCELLED, (form) => form.ballots?.cancelled ?? null],
]

/** Names a figure among those of one form. */
export function nameOf({ figure, row }: FigureRef): string {
  return row === null ? String(figure) : `${figure}/${row}`
}

/** Figures of one candidate, in the order of the text. */
export const rowFigures: readonly Form45Figure[] = [
  Form45Figure.VALID,
  Form45Figure.TENDERED,
  Form45Figure.CHALLENGED,
  Form45Figure.TOTAL,
]

/** Grounds of exclusion by their number; 0 is unspecified. */
export const grounds: readonly number[] = [0, 1, 2, 3, 4]

const unknownRow = ',,,'

// One number is a row of valid votes and no others, as nearly everywhere.
function cellsOf(text: string): readonly string[] {
  if (text.includes(',')) return text.split(',')
  return text === '' ? [] : [text, '0', '0', text]
}

function rowsOf(figures: FiguresText): readonly (readonly (number | null)[])[] {
  return figures
    .slice(0, figures.indexOf('|'))
    .split(';')
    .map((row) => cellsOf(row).map(numberIn))
}

/** Whether two rows may be the same: what both state is, and their totals are known. */
function fits(a: readonly (number | null)[] = [], b: readonly (number | null)[] = []): boolean {
  const total = a.at(-1) ?? null
  return (
    total !== null &&
    total === b.at(-1) &&
    a.every((value, at) => [value, null].includes(b[at] ?? null) || value === null)
  )
}

function statedIn(figures: FiguresText): readonly StatedFigure[] {
  return piecesIn(figures).flatMap(({ text, figureAt }) =>
    cellsOf(text).map((figure, at) => ({ ...figureAt(at), value: numberIn(figure) })),
  )
}

/** Rows, grounds and the rest, each with the names of its figures: what is alike is compared as one text. */
function differing(
  a: FiguresText,
  b: FiguresText,
  differ: (before: string, after: string) => boolean,
): readonly StatedFigure[] {
  if (a === b) return []
  const before = piecesIn(a)
  return piecesIn(b).flatMap(({ text, figureAt }, piece) => {
    const alike = before[piece]?.text ?? ''
    if (text === alike) return []
    const figures = cellsOf(alike)
    return cellsOf(text).flatMap((figure, at) =>
      differ(figures[at] ?? '', figure) ? [{ ...figureAt(at), value: numberIn(figure) }] : [],
    )
  })
}

interface Piece {
  readonly text: string
  readonly figureAt: (at: number) => { readonly figure: Form45Figure; readonly row: number | null }
}

function piecesIn(figures: FiguresText): readonly Piece[] {
  const [rows = '', excluded = '', whole = ''] = figures.split('|')
  const ofRows = rows === '' ? [] : rows.split(';')
  return [
    ...ofRows.map((text, row) => ({ text, figureAt: (at: number) => ({ figure: rowFigures[at] ?? unnamed, row }) })),
    { text: excluded, figureAt: (at) => ({ figure: Form45Figure.EXCLUDED_BY_GROUND, row: at }) },
    { text: whole, figureAt: (at) => ({ figure: wholeFigures[at]?.[0] ?? unnamed, row: null }) },
  ]
}

const unnamed = Form45Figure.UNSPECIFIED

function numberIn(text: string): number | null {
  return text === '' ? null : Number(text)
}

const blankForm: Form45 = {
  station: 0,
  counts: [],
  validTotal: null,
  excludedTotal: null,
  excludedByGround: [],
  polledTotal: null,
  votersMale: null,
  votersFemale: null,
  votersTotal: null,
  registeredTotal: null,
  ballots: null,
  countedAt: null,
  signatories: [],
  postedOutside: null,
  recount: null,
  image: null,
  capture: null,
  channel: 0,
  poll: null,
  assistantReason: null,
}

/** Of a form that states nothing, in a seat without candidates. */
export const noFigures: FiguresText = figuresOf(blankForm, 0)
