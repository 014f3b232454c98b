import { beforeAll, expect, test } from 'vitest'
import { installNative } from '../ceremony/native.ts'
import { firstFound, foundWithin, type MutantName, tryMutants } from './mutants.ts'

/** Those that want more seeds are tried by `dst --mutants` alone. */
const seedsOfSuiteMax = 10
const quick = Object.entries(foundWithin).filter(([, seeds]) => seeds <= seedsOfSuiteMax)

beforeAll(installNative)

test.each(quick)('%s is found within %i seeds', { timeout: 300_000 }, async (name, seeds) => {
  expect(await firstFound(name as MutantName, seeds)).toBeLessThanOrEqual(seeds)
})

test('the table names each mutant, with the seeds it took or that it was not found', async () => {
  const lines: string[] = []
  const bounds: [MutantName, number][] = [
    ['no-expected-size', 10],
    ['genesis-assumed', 1],
  ]
  expect(await tryMutants((line) => lines.push(line), bounds)).toBe(1)
  expect(lines[1]).toMatch(/^no-expected-size +[0-9]+ +10$/)
  expect(lines[2]).toMatch(/^genesis-assumed +NOT +1$/)
  expect(lines[3]).toBe('2 mutants, 1 not found')
})
