import { availableParallelism } from 'node:os'
import { expect, test } from 'vitest'
import { groupsOf, median } from './measure.ts'
import { coresMeter, mostResidentMb, parseMostResidentMb } from './node-process.ts'
import { svgOf } from './plot.ts'

test('a median is the value in the middle, whatever the order', () => {
  expect(median([3, 1, 20])).toBe(3)
  expect(median([])).toBeNaN()
})

test('groups are full but for the last, and lose nothing', () => {
  expect(groupsOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
  expect(groupsOf([], 2)).toEqual([])
})

test('the most resident memory is read from VmHWM and from no line like it', () => {
  const status = 'Name:\tVmHWM: 7 kB\nVmPeak:\t 900000 kB\nVmHWM:\t   20480 kB\nVmRSS:\t   10240 kB\n'
  expect(parseMostResidentMb(status)).toBe(20)
  expect(parseMostResidentMb('Name:\tnode\n')).toBeNaN()
})

test.runIf(process.platform === 'linux')('a process of this machine has some', async () => {
  expect(await mostResidentMb(process.pid)).toBeGreaterThan(10)
})

test.runIf(process.platform === 'linux')(
  'a process that works takes a part of a core, and no more than all',
  async () => {
    const cores = await coresMeter({ own: process.pid })
    for (const until = performance.now() + 100; performance.now() < until; );
    const { ownCores } = await cores()
    expect(ownCores).toBeGreaterThan(0)
    expect(ownCores).toBeLessThan(availableParallelism() + 0.2)
  },
)

test('bars are as long as their values, and names cannot leave the text', () => {
  const bars = [
    { name: '<half> & more', value: 50 },
    { name: 'whole', value: 100 },
  ]
  const svg = svgOf({ name: 'plot', title: 'Title', unit: 'units', bars })
  const lengths = [...svg.matchAll(/<rect x="\d+" y="\d+" width="([\d.]+)"/g)].map(([, length]) => Number(length))
  expect(lengths).toHaveLength(2)
  expect(lengths[0]).toBeCloseTo((lengths[1] ?? 0) / 2, 0)
  expect(svg).toContain('&lt;half&gt; &amp; more')
  expect(svg).not.toContain('<half>')
})
