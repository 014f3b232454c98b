import { expect, test } from 'vitest'
import type { Sample } from './samples.ts'
import { Surge } from './surge.ts'

const plan = { times: 20, fromMs: 2_000, toMs: 4_000 }

/** A sample each second with these backlogs. */
function samplesOf(backlogs: readonly number[]): readonly Sample[] {
  return backlogs.map((hq, second) => ({
    atMs: second * 1_000,
    sent: 0,
    unanswered: 0,
    backlog: { hq, punjab: 0 },
    processes: {},
  }))
}

// At 300 seconds in one, ten minutes of the night are two seconds.
test.each([
  ['is gone in time', [1, 2, 50, 90, 80, 40, 2], true],
  ['is gone too late', [1, 2, 50, 90, 80, 40, 3, 0], false],
  ['was not looked at', [1, 2, 50, 90], false],
])('a backlog that %s', async (_, backlogs, holds) => {
  const [told] = await new Surge(plan, 300).judge(samplesOf(backlogs))
  expect(told?.holds).toBe(holds)
})

test('forms that nobody answered are backlog too', async () => {
  const samples = samplesOf([0, 0, 9, 9, 0, 0]).map((sample) => ({
    ...sample,
    unanswered: sample.atMs > 3_000 ? 1 : 0,
  }))
  expect((await new Surge(plan, 300).judge(samples))[0]).toMatchObject({
    holds: false,
    faults: ['1 forms and entries, 0 before the surge'],
  })
})
