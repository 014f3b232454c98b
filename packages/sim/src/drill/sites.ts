import type { ElectionPlan, ProvinceCode, SeatPlan } from '../election/plan.ts'

/** One place with a nats-server and a node of its own. */
export type Site =
  | { readonly role: 'hq'; readonly name: 'hq'; readonly hub: 'hq' }
  | { readonly role: 'province'; readonly name: string; readonly hub: ProvinceCode }
  | { readonly role: 'ro'; readonly name: string; readonly province: ProvinceCode; readonly seats: readonly string[] }

export type RoSite = Extract<Site, { readonly role: 'ro' }>

/** Returning officers share a building here, as many as one node serves well: in an election each has his own. */
const seatsPerSiteMax = 150
const stationsPerSiteMax = 5_000

/** HQ, each province that has a seat, and the returning officers' sites. */
export function sitesOf(plan: ElectionPlan): readonly Site[] {
  const codes = plan.provinces.map(({ code }) => code).filter((code) => seatsIn(plan, code).length > 0)
  return [
    { role: 'hq', name: 'hq', hub: 'hq' },
    ...codes.map((code): Site => ({ role: 'province', name: code, hub: code })),
    ...codes.flatMap((code) => roSites(code, seatsIn(plan, code))),
  ]
}

function seatsIn(plan: ElectionPlan, code: ProvinceCode): readonly SeatPlan[] {
  return plan.seats.filter(({ province }) => province === code)
}

/** As few sites as hold the seats, filled evenly. */
function roSites(province: ProvinceCode, seats: readonly SeatPlan[]): readonly RoSite[] {
  const stations = seats.reduce((sum, seat) => sum + seat.stations.length, 0)
  const count = Math.max(Math.ceil(seats.length / seatsPerSiteMax), Math.ceil(stations / stationsPerSiteMax))
  return Array.from({ length: count }, (_, at) => ({
    role: 'ro',
    name: `ro-${province}-${at + 1}`,
    province,
    seats: seats.filter((__, nth) => nth % count === at).map(({ seat }) => seat),
  }))
}
