import * as v from 'valibot'

/** A field by its path, and what is wrong with it. */
export type FieldFault = readonly [field: string, message: string]

/** The seats of one office: no district has more. */
const seatsMax = 200

const hubPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const namePattern = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/
const seatPattern = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/

export const filled = v.pipe(v.string(), v.nonEmpty('must not be empty'))
export const siteName = v.pipe(v.string(), v.regex(namePattern, 'letters, digits, dot, dash, underscore; at most 64'))
export const hubName = v.pipe(v.string(), v.regex(hubPattern, 'is no name of a hub'))
export const seatCodes = v.pipe(
  v.array(v.pipe(v.string(), v.regex(seatPattern, 'is no seat code'))),
  v.maxLength(seatsMax),
)

export function wholeNumber(max: number, min = 0) {
  return v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))
}
