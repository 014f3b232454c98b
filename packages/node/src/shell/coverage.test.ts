import { expect, test } from 'vitest'
import { Coverage } from './coverage.ts'

test('whoever waits is told when the log is covered that far, and nobody before', async () => {
  const coverage = new Coverage(5)
  const told: number[] = []
  const waits = [7, 5, 9].map(async (size) => {
    expect(await coverage.until(size)).toBe(true)
    told.push(size)
  })
  coverage.reach(8)
  await Promise.all(waits.slice(0, 2))
  expect(told.toSorted()).toEqual([5, 7])
  coverage.reach(9)
  await Promise.all(waits)
})

test('a late word of a smaller size takes nothing back', async () => {
  const coverage = new Coverage(0)
  coverage.reach(9)
  coverage.reach(4)
  expect(coverage.size).toBe(9)
})

test('once closed nobody waits, and what was covered stays so', async () => {
  const coverage = new Coverage(5)
  const waiting = coverage.until(6)
  coverage.close()
  expect(await waiting).toBe(false)
  expect(await coverage.until(7)).toBe(false)
  expect(await coverage.until(5)).toBe(true)
})
