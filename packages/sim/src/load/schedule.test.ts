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

test('a surge brings the same forms so many times as often for a while', () => {
  // 12 hours at 1,000 seconds in one are 43.2 s: 24 forms come every 1.8 s.
  const forms = Array.from({ length: 24 }, (_, nth) => ({ seat: 'NA-301', station: nth + 1, atMs: nth }))
  const surge = { times: 6, fromMs: 3_000, toMs: 6_000 }
  const { due, later } = scheduleOf(forms, { speed: 1_000, durationMs: 9_500, surge })
  expect(due.map(({ dueMs }) => Math.round(dueMs))).toEqual([
    0, 1_800, 3_600, 3_900, 4_200, 4_500, 4_800, 5_100, 5_400, 5_700, 6_000, 7_800,
  ])
  expect(later).toHaveLength(12)
})
