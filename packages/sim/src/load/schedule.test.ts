import { expect, test } from 'vitest'
import { scheduleOf } from './schedule.ts'

const arrivals = [1_000, 1_500, 9_000, 9_001].map((atMs, nth) => ({
  seat: 'NA-301',
  station: nth + 1,
  atMs: atMs * 1_000,
}))

test('the night begins with its first form and ends with the run', () => {
  const { due, later } = scheduleOf(arrivals, { speed: 1_000, durationMs: 8_000 })
  expect(due.map(({ dueMs }) => dueMs)).toEqual([0, 500, 8_000])
  expect(later.map(({ station }) => station)).toEqual([4])
})

test('a night without forms has none', () => {
  expect(scheduleOf([], { speed: 1, durationMs: 1 })).toEqual({ due: [], later: [] })
})
