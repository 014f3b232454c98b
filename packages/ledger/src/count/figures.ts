import type { CandidateCount, Form45 } from '@khata/proto'
import type { HashHex } from '../event/statement.ts'
import { toHex } from '../base/bytes.ts'
import { sha256 } from '../base/hash.ts'

/** The first number above the limit that a form states, if any. */
export function figureOver(form: Form45, limit: number): number | undefined {
  const isOver = (figure: number | null): figure is number => figure !== null && figure > limit
  const other = otherFiguresOf(form).find(isOver)
  if (other !== undefined) return other
  for (const { valid, tendered, challenged, total } of form.counts) {
    if (isOver(valid)) return valid
    if (isOver(tendered)) return tendered
    if (isOver(challenged)) return challenged
    if (isOver(total)) return total
  }
  return form.excludedByGround.find(({ count }) => count > limit)?.count
}

/** The same for forms that state the same numbers of the same candidates: copies, whatever else they carry. */
export function figuresHash(form: Form45): HashHex {
  return toHex(sha256(packed(form)))
}

/** Rows by what they are of, then every other figure: a view that the next call overwrites. */
function packed(form: Form45): Uint8Array {
  const counts = inColumnOrder(form.counts)
  const grounds = form.excludedByGround.toSorted((a, b) => a.ground - b.ground || a.count - b.count)
  const numbersMax = 5 * counts.length + 2 * grounds.length + otherNumbers
  const numbers = numbersMax <= scratch.length ? scratch : new Float64Array(numbersMax)
  let end = 0
  const put = (figure: number | null): void => void (numbers[end++] = figure ?? unknownFigure)
  put(counts.length)
  for (const { column, valid, tendered, challenged, total } of counts) {
    put(column)
    put(valid)
    put(tendered)
    put(challenged)
    put(total)
  }
  for (const { ground, count } of grounds) {
    put(ground)
    put(count)
  }
  for (const figure of otherFiguresOf(form)) put(figure)
  return new Uint8Array(numbers.buffer, 0, end * numbers.BYTES_PER_ELEMENT)
}

/** As they are, where they are in order: most forms state them so, and a copy of each would be garbage. */
function inColumnOrder(counts: readonly CandidateCount[]): readonly CandidateCount[] {
  const isInOrder = counts.every(({ column }, at) => column >= (counts[at - 1]?.column ?? 0))
  return isInOrder ? counts : counts.toSorted((a, b) => a.column - b.column)
}

const scratch = new Float64Array(1_024)

/** The number of rows, and the figures beside those of candidates and of grounds. */
const otherNumbers = 16

/** What no form can state. */
const unknownFigure = -1

const unknownBallots = {
  received: null,
  unissued: null,
  takenFromBox: null,
  tendered: null,
  challenged: null,
  spoilt: null,
  stray: null,
  cancelled: null,
}

function otherFiguresOf(form: Form45): readonly (number | null)[] {
  const { validTotal, excludedTotal, polledTotal, registeredTotal, votersMale, votersFemale, votersTotal } = form
  const { received, unissued, takenFromBox, tendered, challenged, spoilt, stray, cancelled } =
    form.ballots ?? unknownBallots
  return [
    validTotal,
    excludedTotal,
    polledTotal,
    registeredTotal,
    votersMale,
    votersFemale,
    votersTotal,
    received,
    unissued,
    takenFromBox,
    tendered,
    challenged,
    spoilt,
    stray,
    cancelled,
  ]
}
