import { expect, test } from 'vitest'
import { generateElection } from '../election/generate.ts'
import { participationOf, silentContests } from './participation.ts'

const plan = generateElection({ seed: 7, seats: 3, stationsPerNaSeat: 20, stationsPerPaSeat: 9, defectShare: 0.4 })
const silentPlan = plan.seats.flatMap(({ seat, stations }) =>
  stations.filter(({ figures }) => figures === undefined).map(({ number }) => `${seat}/${number}`),
)
const [na] = plan.seats
const sent = na!.stations.filter(({ figures }) => figures !== undefined).map(({ number }) => number)
const [lost = 0, late = 0, ...there] = sent
const participation = participationOf(plan, {
  stations: new Map([[na!.seat, new Set(there)]]),
  later: new Set([`${na!.seat}/${late}`]),
  siteOf: () => 'ro-punjab-1',
})

test('each station from which nothing came is named, with the reason', () => {
  const [first] = participation
  expect(silentPlan.length).toBeGreaterThan(0)
  expect(first).toMatchObject({
    seat: na!.seat,
    site: 'ro-punjab-1',
    stations: na!.stations.length,
    heard: there.length,
  })
  const why = new Map(first!.silentStations.map((silent) => [silent.station, silent.why]))
  expect(why.get(lost)).toBe('lost')
  expect(why.get(late)).toBe('after-the-end')
  const never = [...why].filter(([, reason]) => reason === 'never-signed').map(([station]) => `${na!.seat}/${station}`)
  expect(never).toEqual(silentPlan.filter((name) => name.startsWith(`${na!.seat}/`)))
})

test('each device that sent nothing is named, and each contest from which nothing came', () => {
  const [first, ...others] = participation
  expect(first!.silentDevices).toHaveLength(first!.silentStations.length)
  for (const { silentDevices, devices, heard } of others) expect([silentDevices.length, heard]).toEqual([devices, 0])
  expect(silentContests(participation)).toEqual(others.map(({ seat }) => seat))
})
