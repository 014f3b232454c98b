import { expect, test } from 'vitest'
import { Check } from './check.ts'

test('a check holds once something was looked at and nothing was wrong', () => {
  const check = new Check('x', 'a claim')
  expect(check.told.holds).toBe(false)
  check.take(undefined)
  expect(check.told).toMatchObject({ checked: 1, failed: 0, holds: true })
  check.take('a fault')
  check.take(undefined)
  expect(check.told).toMatchObject({ checked: 3, failed: 1, faults: ['a fault'], holds: false })
})
