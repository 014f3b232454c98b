/**
 * The one empty list of all records that mostly have empty ones: a node holds 90,000 with eight each. Nothing is added to
 * it: `withOne`.
 */
export const none: never[] = []

/** A list with one more: the list itself, unless it is empty, since that may be everybody's. */
export function withOne<T>(list: T[], one: T): T[] {
  if (list.length === 0) return [one]
  list.push(one)
  return list
}

/** A list, or the one empty list. */
export function orNone<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? none : list
}
