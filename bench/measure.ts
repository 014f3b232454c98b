import type { Plot } from './plot.ts'

/** One line of a bench: a figure, the bound it must keep, and what it was made of. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly bound: string
  readonly ok: boolean
  /** The measurements behind the figure, by name. */
  readonly measured: Readonly<Record<string, number>>
  /** The same as pictures, for docs/performance.md. */
  readonly plots?: readonly Plot[]
}

export function atLeast(name: string, value: number, bound: number, measured: Figure['measured']): Figure {
  return { name, value, unit: 'ratio', bound: `>= ${bound}`, ok: value >= bound, measured }
}

export function atMost(
  name: string,
  value: number,
  { bound, unit = 'ratio' }: { readonly bound: number; readonly unit?: string },
  measured: Figure['measured'],
): Figure {
  return { name, value, unit, bound: `<= ${bound}`, ok: value <= bound, measured }
}

/** Runs once and answers how many of `count` were done a second. */
export async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (count * 1000) / (performance.now() - started)
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Works through the items with at most so many under way. */
export async function withConcurrency<T>(
  items: Iterable<T>,
  concurrency: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const iterator = items[Symbol.iterator]()
  const workers = Array.from({ length: concurrency }, async () => {
    for (let next = iterator.next(); next.done !== true; next = iterator.next()) await work(next.value)
  })
  await Promise.all(workers)
}

/** The first `count` of an endless sequence. */
export function take<T>(items: Iterator<T>, count: number): readonly T[] {
  return Array.from({ length: count }, () => items.next().value as T)
}

/** The items in order, so many together, and the rest. */
export function groupsOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))
}
