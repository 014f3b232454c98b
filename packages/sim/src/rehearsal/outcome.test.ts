import { describe, expect, it } from 'vitest'
import type { DeskTold } from './desk.ts'
import type { OfficeTold } from './office-night.ts'
import { type Beside, outcomeOf } from './outcome.ts'
import { reportText } from './report.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const idle: DeskTold = { longestQueue: 0, waits: [], busyMs: 0 }

describe('what came of a night', () => {
  const offices: readonly OfficeTold[] = [
    office('NA-1', [1, 2.5, 2.9, 20], {
      longestQueue: 2,
      busyMs: 0,
      waits: [
        { fromMs: 0.5 * HOUR_MS, toMs: 1.5 * HOUR_MS },
        { fromMs: 0.9 * HOUR_MS, toMs: 0.9 * HOUR_MS + 30 * MINUTE_MS },
        { fromMs: 5 * HOUR_MS, toMs: 5 * HOUR_MS },
      ],
    }),
    { ...office('NA-2', [8], idle), stuck: 1, askedBack: 3, held: 2, differencesSettled: 4 },
  ]
  const outcome = outcomeOf(offices, besideOf(8))

  it('is told in shares of the stations listed, by the deadlines and by the hour', () => {
    expect(outcome).toMatchObject({ countedByTwo: 4 / 8, countedByTen: 4 / 8, medianCounted: 2.9 })
    expect(outcome.countedByHour.slice(0, 8).map((share) => share * 8)).toEqual([1, 1, 3, 3, 3, 3, 3, 4])
    expect(outcome.countedByHour.at(-1)).toBe(5 / 8)
  })

  it('an office is done when nothing of what came is open', () => {
    expect(outcome.officesCompleteByTen).toBe(0)
    const done = [office('NA-1', [1, 2], idle), office('NA-2', [16.9], idle)]
    expect(outcomeOf(done, besideOf(3)).officesCompleteByTen).toBe(1)
  })

  it('names the busiest hours, the queues and the waits', () => {
    expect(outcome.busiestHour).toEqual({ office: { p50: 1, p99: 2, max: 2 }, nation: 2 })
    expect(outcome.door).toEqual({ waitMinutes: { p50: 30, p99: 60, max: 60 }, longest: { p50: 0, p99: 2, max: 2 } })
    expect(outcome.atDoorsByHour.slice(0, 3)).toEqual([2, 0, 0])
    expect(outcome).toMatchObject({ stuck: 1, askedBack: 3, held: 2, settled: 4 })
  })

  it('is printed a column for each setting of the gates', () => {
    const gates = { lock: 'shown', readings: 2 } as const
    const told = { conditions: 'open', title: 'The network holds', gates, outcome }
    const real = { name: 'polling stations', real: 90_675, generated: 8, source: '2024' }
    const recounts = { grounds: 9, asked: 2, stations: 40, hours: { p50: 10, p99: 20, max: 20 } }
    const text = reportText({ seed: 5, proportions: [real], nights: [told], recounts })
    expect(text).toMatch(/polling stations +90675 +8 +2024/)
    expect(text).toMatch(/The network holds\n +shown, two readings\n/)
    expect(text).toMatch(/stations counted by 02:00 +50\.0 %\n/)
    expect(text).toMatch(/wait at the door, minutes, p50\/p99\/max +30\/60\/60\n/)
    expect(text).toMatch(/\n +1 +12\.5 % +2\n/)
    expect(text).toContain('a ground in 9 seats, asked for in 2, 40 stations; hours an office, p50/p99/max: 10/20/20')
  })
})

/** Two seats with so many stations together. */
function besideOf(listed: number): Beside {
  const seats = [listed - 1, 1].map((count, at) => ({
    ...seatPlan,
    seat: `NA-${at + 1}`,
    stations: Array.from({ length: count }, (_, nth) => ({
      number: nth + 1,
      name: 'School',
      type: 'combined' as const,
    })),
  }))
  const plan = { election: 'test', mode: 'drill' as const, title: 'Test', provinces: [], seats }
  return { plan, outages: new Map(), deadlines: { twoMs: 9 * HOUR_MS, tenMs: 17 * HOUR_MS } }
}

const seatPlan = { name: 'Seat', assembly: 'NA', province: 'punjab', district: 'Lahore', candidates: [] } as const

function office(seat: string, countedHours: readonly number[], door: DeskTold): OfficeTold {
  const countedMs = countedHours.map((hours) => hours * HOUR_MS)
  const nothing = { stuck: 0, askedBack: 0, held: 0, differencesSettled: 0 }
  return { seat, countedMs, ...nothing, door, operators: idle, returningOfficer: idle }
}
