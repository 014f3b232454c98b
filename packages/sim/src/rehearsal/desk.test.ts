import { describe, expect, it } from 'vitest'
import { Desk } from './desk.ts'
import { Timeline } from './timeline.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

describe('a desk', () => {
  it('serves in the order of asking, as many at once as there are people', () => {
    const timeline = new Timeline()
    const desk = new Desk(timeline, 2)
    const served: (readonly [string, number])[] = []
    for (const [name, takesMs] of [
      ['a', 50],
      ['b', 10],
      ['c', 10],
      ['d', 10],
    ] as const) {
      desk.ask({ takesMs, done: () => served.push([name, timeline.nowMs]) })
    }
    timeline.run()
    expect(served).toEqual([
      ['b', 10],
      ['c', 20],
      ['d', 30],
      ['a', 50],
    ])
    expect(desk.told()).toEqual({
      longestQueue: 2,
      busyMs: 80,
      waits: [
        { fromMs: 0, toMs: 0 },
        { fromMs: 0, toMs: 0 },
        { fromMs: 0, toMs: 10 },
        { fromMs: 0, toMs: 20 },
      ],
    })
  })

  it('is slower the longer somebody has worked, and rests', () => {
    const timeline = new Timeline()
    const tiring = { freshMs: HOUR_MS, fatiguePerHour: 0.5, breakAfterMs: 2 * HOUR_MS, breakMs: 15 * MINUTE_MS }
    const desk = new Desk(timeline, 1, tiring)
    const done: (readonly [number, number])[] = []
    for (let work = 0; work < 4; work += 1) {
      desk.ask({ takesMs: HOUR_MS, done: (slowness) => done.push([slowness, timeline.nowMs / MINUTE_MS]) })
    }
    timeline.run()
    // Fresh for two hours' work, then a quarter of an hour's rest, then tired by the time since the beginning.
    expect(done).toEqual([
      [1, 60],
      [1, 120],
      [1.625, 120 + 15 + 97.5],
      [2.4375, 232.5 + 146.25],
    ])
  })
})

describe('a timeline', () => {
  it('has things happen in order, at one moment in the order in which they were said', () => {
    const timeline = new Timeline()
    const happened: string[] = []
    timeline.at(5, () => happened.push('late'))
    timeline.at(1, () => {
      happened.push('first')
      timeline.at(0, () => happened.push('not before now'))
    })
    timeline.at(1, () => happened.push('second'))
    timeline.run()
    expect(happened).toEqual(['first', 'second', 'not before now', 'late'])
    expect(timeline.nowMs).toBe(5)
  })
})
