import { beforeAll, expect, test } from 'vitest'
import { installNative } from '../ceremony/native.ts'
import { type AlterationName, alterations } from './alterations.ts'
import { runNight } from './night.ts'

beforeAll(installNative)

/** Within how many seeds, from 1 on, a wrong port must be found. */
const foundWithin: Readonly<Record<AlterationName, number>> = {
  'no-fsync': 20,
  'store-answers-early': 10,
  'checksums-ignored': 60,
  'torn-batches': 60,
  'no-expected-size': 10,
  'acknowledged-before-append': 5,
  'no-expected-place': 20,
  'lineage-not-judged': 20,
  'marker-ignored': 120,
  'genesis-assumed': 120,
  'names-forgotten': 10,
  'signatures-unchecked': 10,
  'hub-no-fsync': 120,
}

test.each(Object.entries(foundWithin))('%s is found within %i seeds', { timeout: 300_000 }, async (name, seeds) => {
  expect(await firstFound(name as AlterationName, seeds)).toBeLessThanOrEqual(seeds)
})

async function firstFound(name: AlterationName, seeds: number): Promise<number> {
  for (let seed = 1; seed <= seeds; seed++) {
    const { violation } = await runNight(seed, alterations[name])
    if (violation !== undefined) return seed
  }
  return Number.POSITIVE_INFINITY
}
