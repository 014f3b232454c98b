import { beforeAll, expect, test } from 'vitest'
import { installNative } from '../ceremony/native.ts'
import { nightBeginsAt } from './election.ts'
import { foundSeeds } from './found-seeds.ts'
import type { Alteration } from './machine.ts'
import { runNight } from './night.ts'

const seedsOfOneTest = 10
const oneTestMs = 240_000
const threeHoursMs = 10_800_000

beforeAll(installNative)

test.each([1, 11])('the nights of ten seeds from %i hold', { timeout: oneTestMs }, async (from) => {
  for (let seed = from; seed < from + seedsOfOneTest; seed++) await holds(seed)
})

test('the nights of seeds that once showed a fault hold', { timeout: oneTestMs }, async () => {
  for (const { seed } of foundSeeds()) await holds(seed)
})

test('one seed gives one night, to the millisecond and the last entry', { timeout: oneTestMs }, async () => {
  const [once, again] = [await runNight(7), await runNight(7)]
  expect(again).toEqual(once)
  expect(once.trace.length).toBeGreaterThan(10)
  expect(once.entries).toBeGreaterThan(60)
})

test.each([-threeHoursMs, threeHoursMs])(
  'offices whose clocks are set %i ms wrong and right again write logs that hold, and show it',
  { timeout: oneTestMs },
  async (wrongMs) => {
    const nights = [await runNight(10, wrongFor(wrongMs)), await runNight(12, wrongFor(wrongMs))]
    expect(nights.map(({ violation }) => violation)).toEqual([undefined, undefined])
    expect(Math.max(...nights.map(({ clockBackMs }) => clockBackMs))).toBeGreaterThan(threeHoursMs - 60_000)
  },
)

/** Offices' clocks, wrong in the half minute in which most is written. */
function wrongFor(wrongMs: number): Alteration {
  return (site, { role }) => {
    if (role !== 'ro') return site
    const now = (): number => {
      const right = site.clock.now()
      const isWrong = right > nightBeginsAt + 10_000 && right < nightBeginsAt + 40_000
      return isWrong ? right + wrongMs : right
    }
    return { ...site, clock: { now, sleep: (ms, signal) => site.clock.sleep(ms, signal) } }
  }
}

async function holds(seed: number): Promise<void> {
  const { violation, trace } = await runNight(seed)
  if (violation === undefined) return
  const end = trace.slice(-40).join('\n')
  throw new Error(`seed ${seed}: ${violation.message}; replay: pnpm dst --seeds 1 --from ${seed} --trace\n${end}`)
}
