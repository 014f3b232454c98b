import { beforeAll, expect, test } from 'vitest'
import { installNative } from '../ceremony/native.ts'
import { foundSeeds } from './found-seeds.ts'
import { runNight } from './night.ts'

const seedsOfOneTest = 10
const oneTestMs = 240_000

beforeAll(installNative)

test.each([1, 11, 21, 31, 41])('the nights of ten seeds from %i hold', { timeout: oneTestMs }, async (from) => {
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

async function holds(seed: number): Promise<void> {
  const { violation, trace } = await runNight(seed)
  if (violation === undefined) return
  const end = trace.slice(-40).join('\n')
  throw new Error(`seed ${seed}: ${violation.message}; replay: pnpm dst --seeds 1 --from ${seed} --trace\n${end}`)
}
