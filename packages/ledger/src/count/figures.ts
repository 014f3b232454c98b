import type { Form45 } from '@khata/proto'
import type { HashHex } from '../event/statement.ts'
import { toHex, utf8Encode } from '../base/bytes.ts'
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
  return toHex(sha256(utf8Encode(JSON.stringify(comparable(form)))))
}

function comparable(form: Form45): readonly (number | null)[] {
  const counts = form.counts.toSorted((a, b) => a.column - b.column)
  const grounds = form.excludedByGround.toSorted((a, b) => a.ground - b.ground || a.count - b.count)
  const names = [...counts.map(({ column }) => column), ...grounds.map(({ ground }) => ground)]
  return [counts.length, ...names, ...figuresOf({ ...form, counts, excludedByGround: grounds })]
}

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
