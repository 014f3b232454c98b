import { expect, test } from 'vitest'
import { Latencies } from './latencies.ts'

test('a stage has its quantiles, within a thousandth, and each second its own', () => {
  const latencies = new Latencies()
  for (let nth = 1; nth <= 1_000; nth += 1) latencies.record('local', nth <= 500 ? 200 : 3_900, nth)
  latencies.record('shown', 0, 5)
  const [local, shown] = latencies.told
  expect(local).toMatchObject({ stage: 'local', count: 1_000 })
  for (const [found, exact] of [
    [local?.p50, 500],
    [local?.p99, 990],
    [local?.max, 1_000],
    [local?.overTime[0]?.p50, 250],
    [local?.overTime[1]?.max, 1_000],
  ] as const) {
    expect(Math.abs((found ?? 0) / exact - 1)).toBeLessThan(0.001)
  }
  expect(local?.overTime.map(({ second }) => second)).toEqual([0, 3])
  expect(shown).toMatchObject({ stage: 'shown', count: 1 })
})

test('no quantile lies above the longest', () => {
  const latencies = new Latencies()
  latencies.record('local', 0, 157.256)
  const [{ p50, p99, max } = { p50: 0, p99: 0, max: 0 }] = latencies.told
  expect([p50, p99]).toEqual([max, max])
})
