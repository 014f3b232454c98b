import { expect, it } from 'vitest'
import { arrivals } from './arrivals.ts'
import { generateElection } from './generate.ts'
import type { ElectionPlan } from './plan.ts'

const HOUR_MS = 3_600_000
const plan = generateElection({ seed: 9 })
const night = arrivals(plan, 9)

it('brings every form once, in order, and none that is awaited', () => {
  const expected = plan.seats.flatMap(({ seat, stations }) =>
    stations.filter(({ figures }) => figures !== undefined).map(({ number }) => `${seat}/${number}`),
  )
  expect(night.map(({ seat, station }) => `${seat}/${station}`).toSorted()).toEqual(expected.toSorted())
  expect(night.map(({ atMs }) => atMs)).toEqual(night.map(({ atMs }) => atMs).toSorted((a, b) => a - b))
})

it('brings no form before it is signed', () => {
  const signedMs = new Map(
    plan.seats.flatMap(({ seat, stations }) =>
      stations.map(({ number, figures }) => [`${seat}/${number}`, figures?.countedAt] as const),
    ),
  )
  for (const { seat, station, atMs } of night) {
    expect(atMs).toBeGreaterThan((signedMs.get(`${seat}/${station}`) ?? Number.NaN) - (plan.closeOfPollMs ?? 0))
  }
})

it('has most forms before 02:00, some after, and a tail beyond 10:00', () => {
  const laterThan = (hours: number) => night.filter(({ atMs }) => atMs > hours * HOUR_MS).length / night.length
  expect(laterThan(9)).toBeGreaterThan(0.04)
  expect(laterThan(9)).toBeLessThan(0.2)
  expect(laterThan(17)).toBeGreaterThan(0.002)
  expect(laterThan(17)).toBeLessThan(0.05)
})

it('leaves every National Assembly seat incomplete at 02:00, as in 2024', () => {
  for (const { seat } of plan.seats.filter(({ assembly }) => assembly === 'NA')) {
    expect(night.some((arrival) => arrival.seat === seat && arrival.atMs > 9 * HOUR_MS)).toBe(true)
  }
})

it('is the same night for the same seed', () => {
  expect(arrivals(plan, 9)).toEqual(night)
  expect(arrivals(plan, 10)).not.toEqual(night)
})

it('serves a plan that does not know when its forms were signed', () => {
  const votes = [{ column: 0, total: 5 }]
  const replay: ElectionPlan = {
    ...plan,
    mode: 'replay',
    seats: plan.seats.map((seat) => ({
      ...seat,
      stations: seat.stations.map(({ number, name }) => ({ number, name, type: 'unknown', figures: { votes } })),
    })),
  }
  expect(arrivals(replay, 1).every(({ atMs }) => Number.isInteger(atMs) && atMs > 0)).toBe(true)
})
