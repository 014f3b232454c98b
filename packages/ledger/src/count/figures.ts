import type { Form45 } from '@khata/proto'
import type { HashHex } from '../event/statement.ts'
import { toHex } from '../base/bytes.ts'
import { sha256 } from '../base/hash.ts'

/** Every number that a form states, in the order of its fields; null where unknown. */
export function figuresOf(form: Form45): readonly (number | null)[] {
  const figures: (number | null)[] = []
  for (const { valid, tendered, challenged, total } of form.counts) figures.push(valid, tendered, challenged, total)
  figures.push(form.validTotal, form.excludedTotal, form.polledTotal, form.registeredTotal)
  for (const { count } of form.excludedByGround) figures.push(count)
  const { received, unissued, takenFromBox, tendered, challenged, spoilt, stray, cancelled } =
    form.ballots ?? unknownBallots
  figures.push(form.votersMale, form.votersFemale, form.votersTotal)
  figures.push(received, unissued, takenFromBox, tendered, challenged, spoilt, stray, cancelled)
  return figures
}

/** The same for forms that state the same numbers of the same candidates: copies, whatever else they carry. */
export function figuresHash(form: Form45): HashHex {
  const hash = hashes.get(form) ?? toHex(sha256(packed(comparable(form))))
  hashes.set(form, hash)
  return hash
}

/** A writer folds each form twice. */
const hashes = new WeakMap<Form45, HashHex>()

function comparable(form: Form45): readonly (number | null)[] {
  const counts = form.counts.toSorted((a, b) => a.column - b.column)
  const grounds = form.excludedByGround.toSorted((a, b) => a.ground - b.ground || a.count - b.count)
  const names = [...counts.map(({ column }) => column), ...grounds.map(({ ground }) => ground)]
  return [counts.length, ...names, ...figuresOf({ ...form, counts, excludedByGround: grounds })]
}

/** A view that the next call overwrites. */
function packed(figures: readonly (number | null)[]): Uint8Array {
  const numbers = figures.length <= scratch.length ? scratch : new Float64Array(figures.length)
  for (let at = 0; at < figures.length; at += 1) numbers[at] = figures[at] ?? unknownFigure
  return new Uint8Array(numbers.buffer, 0, figures.length * numbers.BYTES_PER_ELEMENT)
}

const scratch = new Float64Array(1_024)

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
