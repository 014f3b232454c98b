import { beforeAll, expect, test } from 'vitest'
import { installNative } from '../ceremony/native.ts'
import { runNight } from './night.ts'
import { drawPlan } from './plan.ts'
import type { Treason } from './traitor.ts'

const seedsMax = 200
const oneTestMs = 240_000

beforeAll(installNative)

test.each<Treason>(['re-sequencing', 'two-faced'])(
  'of an office that is %s observers hold two signed checkpoints, of honest ones never',
  { timeout: oneTestMs },
  async (treason) => {
    const nights = await Promise.all(seedsWith(treason, 4).map((seed) => runNight(seed)))
    expect(nights.map(({ violation }) => violation)).toEqual(nights.map(() => undefined))
    const forked = nights.flatMap(({ forks }) => forks)
    expect(forked.length).toBeGreaterThan(0)
    for (const { trace, forks } of nights) {
      const traitor = trace.find((line) => line.includes('is a traitor')) ?? ''
      for (const { log, notes } of forks) {
        expect(traitor).toContain(`office-${log} `)
        expect(notes[0]).not.toEqual(notes[1])
      }
    }
  },
)

test('of an office that brings nothing to its hubs there is one history', { timeout: oneTestMs }, async () => {
  const [seed] = seedsWith('withholding', 1)
  expect(await runNight(seed ?? 0)).toMatchObject({ violation: undefined, forks: [] })
})

/** The first seeds in whose nights an office deceives so. */
function seedsWith(treason: Treason, count: number): readonly number[] {
  const seeds = Array.from({ length: seedsMax }, (_, at) => at + 1)
  const betrayed = seeds.filter((seed) =>
    drawPlan(seed).some(({ deed }) => deed.words.endsWith(`from now on: ${treason}`)),
  )
  return betrayed.slice(0, count)
}
