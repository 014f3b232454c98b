import type { Drawn } from './conditions.ts'
import type { Seeded } from './seeded.ts'

/** Whole milliseconds. */
export function drawn({ medianMs, sigma }: Drawn, random: Seeded): number {
  return Math.round(medianMs * Math.exp(random.normal(0, sigma)))
}
