import { expect, test } from 'vitest'
import { parseSample } from './processes.ts'

const fields = 'S 1 10 10 0 -1 4194560 9 0 0 0 250 50 0 0 20 0 11 0 100 1 1'
const status = 'Name:\tnode\nVmHWM:\t  900 kB\nVmRSS:\t  800 kB\nThreads:\t11\n'

test('a process is read whatever it calls itself', () => {
  for (const name of ['node', 'a) 9 9 9 (b', ') S 1']) {
    expect(parseSample(`10 (${name}) ${fields}\n`, status)).toEqual({ residentBytes: 819_200, cpuMs: 3_000 })
  }
})

test('a process that has ended has no memory', () => {
  expect(parseSample(`10 (node) ${fields}`, 'Name:\tnode\nState:\tZ (zombie)\n')).toBeUndefined()
})
