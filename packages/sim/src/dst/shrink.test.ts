import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { installNative } from '../ceremony/native.ts'
import { firstFound, type MutantName, runMutant } from './mutants.ts'
import { drawPlan } from './plan.ts'
import { onlyText, readableTrace, shrunkText } from './report.ts'
import { shrink, shrinkNightsMax, smallest } from './shrink.ts'

beforeAll(installNative)

describe('the smallest list that fails', () => {
  test('is what is needed, whatever else there was', async () => {
    const lists = fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(lists, fc.func(fc.boolean()), async (list, isNeeded) => {
        const needed = list.filter((one) => isNeeded(one))
        const fails = (some: readonly number[]) => Promise.resolve(needed.every((one) => some.includes(one)))
        expect(await smallest(list, fails, 2_000)).toEqual(needed)
      }),
    )
  })

  test('is asked for no more often than allowed, and fails all the same', async () => {
    const list = Array.from({ length: 40 }, (_, at) => at)
    let asked = 0
    const fails = (some: readonly number[]) => {
      asked += 1
      return Promise.resolve(some.includes(3) && some.includes(31))
    }
    const kept = await smallest(list, fails, 5)
    expect(asked).toBe(5)
    expect(kept).toContain(3)
    expect(kept).toContain(31)
  })
})

test('a part draws the same whatever else is left out of its night', () => {
  const [once, again] = [drawPlan(5), drawPlan(5)]
  const words = (plan: typeof once) => plan.map(({ atMs, deed, number }) => `${number} ${atMs} ${deed.words}`)
  expect(words(again)).toEqual(words(once))
  expect(new Set(once.map(({ number }) => number)).size).toBe(once.length)
  expect(words(drawPlan(6))).not.toEqual(words(once))
})

const wrong: readonly [MutantName, number][] = [
  ['no-fsync', 4],
  ['one-signature-unchecked', 1],
  ['acknowledged-before-release', 6],
]

test.each(wrong)(
  'a night of %s shrinks to %i parts at most, and is replayed',
  { timeout: 300_000 },
  async (name, most) => {
    const seed = await firstFound(name, 60)
    const failing = await runMutant(seed ?? 0, name)
    const shrunk = await shrink(failing, undefined, (only) => runMutant(failing.seed, name, only))
    expect(shrunk.parts.length).toBeLessThanOrEqual(most)
    expect(shrunk.parts.length + shrunk.leftOut).toBe(drawPlan(failing.seed).length)
    expect(shrunk.nights).toBeLessThanOrEqual(shrinkNightsMax)

    const numbers = shrunk.parts.map(({ number }) => number)
    expect(await runMutant(failing.seed, name, new Set(numbers))).toEqual(shrunk.outcome)
    const lines = readableTrace(shrunk.outcome, shrunk.parts)
    expect(lines.at(-1)).toContain(`VIOLATION ${shrunk.outcome.violation?.message}`)
    const text = shrunkText(shrunk, 'pnpm dst')
    for (const { deed } of shrunk.parts) expect(text).toContain(deed.words)
    expect(text).toContain(`replay: pnpm dst --only ${onlyText(numbers)}\n`)
  },
)
