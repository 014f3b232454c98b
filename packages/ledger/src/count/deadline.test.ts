import { describe, expect, it } from 'vitest'
import { judgeDeadline } from './deadline.ts'

describe('a deadline', () => {
  it.each([
    ['met', 'seen outside before it', { after: null, before: 99 }],
    ['met', 'seen outside at its very moment', { after: 50, before: 100 }],
    ['missed', 'after a later outside time', { after: 101, before: null }],
    ['missed', 'between two later outside times', { after: 101, before: 200 }],
    ['not-provable', 'seen by nobody', { after: null, before: null }],
    ['not-provable', 'after an earlier outside time, and seen by nobody', { after: 100, before: null }],
    ['not-provable', 'seen only afterwards', { after: 50, before: 101 }],
    ['not-provable', 'by clocks that contradict each other', { after: 101, before: 99 }],
  ] as const)('is %s: %s', (outcome, _, interval) => {
    expect(judgeDeadline(100, interval)).toBe(outcome)
  })

  it('that the register does not set is none', () => {
    expect(judgeDeadline(null, { after: 1, before: 2 })).toBe('no-deadline')
  })
})
