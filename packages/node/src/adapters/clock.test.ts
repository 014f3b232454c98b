import { expect, test } from 'vitest'
import { systemClock } from './clock.ts'

test('tells milliseconds since 1970 and wakes after them', async () => {
  const before = systemClock.now()
  await systemClock.sleep(20, new AbortController().signal)
  expect(systemClock.now() - before).toBeGreaterThanOrEqual(19)
  expect(Math.abs(before - Date.now())).toBeLessThan(10_000)
})

test('a sleep ends when its signal aborts', async () => {
  const stop = new AbortController()
  const asleep = systemClock.sleep(3_600_000, stop.signal)
  stop.abort()
  await expect(asleep).rejects.toMatchObject({ name: 'AbortError' })
})
