import { expect, test } from 'vitest'
import { generateElection } from '../election/generate.ts'
import { hostsOf, type RoSite } from './sites.ts'

const stations = { stationsPerNaSeat: 12, stationsPerPaSeat: 5 }

function officesOf(seats: number | 'nation'): {
  readonly plan: ReturnType<typeof generateElection>
  readonly offices: RoSite[]
} {
  const plan = generateElection({ seed: 3, seats, ...stations })
  const sites = hostsOf(plan).flatMap((host) => host.sites)
  return { plan, offices: sites.filter((site) => site.role === 'ro') }
}

test('each returning officer of a drill has a node', () => {
  const { plan, offices } = officesOf(12)
  expect(offices.map(({ seats }) => seats)).toEqual(expect.arrayContaining(plan.seats.map(({ seat }) => [seat])))
  expect(offices).toHaveLength(plan.seats.length)
})

test('of the nation several share one, in their own province, and none is left out', () => {
  const { plan, offices } = officesOf('nation')
  expect(offices.length).toBeLessThan(110)
  expect(offices.flatMap(({ seats }) => seats).toSorted()).toEqual(plan.seats.map(({ seat }) => seat).toSorted())
  const provinceOf = new Map(plan.seats.map(({ seat, province }) => [seat, province]))
  for (const { seats, province } of offices) for (const seat of seats) expect(provinceOf.get(seat)).toBe(province)
  expect(new Set(offices.map(({ name }) => name)).size).toBe(offices.length)
})
