import type { Outcome } from './night.ts'
import { drawPlan } from './plan.ts'
import type { Part } from './part.ts'

/** Nights that are tried at most to shrink one. */
export const shrinkNightsMax = 150

/** A failing night without all that its violation does not need. */
export interface Shrunk {
  readonly outcome: Outcome
  /** What is left of its plan, in the order in which it happens. */
  readonly parts: readonly Part[]
  /** How many parts were left out, and in how many nights that was tried. */
  readonly leftOut: number
  readonly nights: number
}

/**
 * Leaves parts out of a failing night, of which `only` these were played, as long as the same violation shows. `run`
 * plays the night of these parts alone.
 */
export async function shrink(
  failing: Outcome,
  only: ReadonlySet<number> | undefined,
  run: (only: ReadonlySet<number>) => Promise<Outcome>,
): Promise<Shrunk> {
  const plan = drawPlan(failing.seed).filter(({ number }) => only?.has(number) ?? true)
  const begun = plan.filter(({ atMs }) => atMs <= failing.virtualMs)
  let [outcome, nights] = [failing, 0]
  const fails = async (left: readonly number[]): Promise<boolean> => {
    nights += 1
    const tried = await run(new Set(left))
    if (kindOf(tried) !== kindOf(failing)) return false
    outcome = tried
    return true
  }
  const numbers = begun.map(({ number }) => number)
  const kept = new Set(await smallest(numbers, fails, shrinkNightsMax))
  const parts = plan.filter(({ number }) => kept.has(number)).toSorted((one, other) => one.atMs - other.atMs)
  return { outcome, parts, leftOut: plan.length - parts.length, nights }
}

/**
 * Of a list that fails, one that fails and of which no member can be left out (delta debugging by complements): halves
 * are left out first, then ever smaller pieces, until none goes. Asks at most so many times.
 */
export async function smallest<T>(
  failing: readonly T[],
  fails: (list: readonly T[]) => Promise<boolean>,
  asksMax: number,
): Promise<readonly T[]> {
  let kept = failing
  let asks = 0
  for (let piece = kept.length; piece > 0 && asks < asksMax; ) {
    const before = kept.length
    for (let end = kept.length; end > 0 && asks < asksMax; end -= piece) {
      const without = [...kept.slice(0, Math.max(0, end - piece)), ...kept.slice(end)]
      asks += 1
      if (await fails(without)) kept = without
    }
    const again = piece === 1 && kept.length < before
    piece = again ? 1 : Math.floor(Math.min(piece, kept.length) / 2)
  }
  return kept
}

/** A violation's claim without its figures and hashes: what makes two nights fail alike. */
function kindOf({ violation }: Outcome): string | undefined {
  return violation?.message.replaceAll(/[0-9a-f]{16,}|[0-9]+/g, '#')
}
