import type { ElectionPlan, ProvinceCode, SeatPlan } from '../election/plan.ts'

/** One place with a node of its own. */
export type Site =
  | { readonly role: 'hq'; readonly name: 'hq'; readonly hub: 'hq' }
  | { readonly role: 'province'; readonly name: string; readonly hub: ProvinceCode }
  | RoSite

/** A returning officer's office. */
export interface RoSite {
  readonly role: 'ro'
  readonly name: string
  readonly province: ProvinceCode
  readonly seat: string
}

/** One nats-server and one process with the nodes of its sites: a hub's one, or those of many returning officers. */
export interface Host {
  readonly name: string
  readonly sites: readonly Site[]
}

/** Returning officers' nodes that one process serves well on a machine that has all of them. */
const officesPerHostMax = 150
const stationsPerHostMax = 5_000

/** HQ, each province that has a seat, and the returning officers' offices of each province. */
export function hostsOf(plan: ElectionPlan): readonly Host[] {
  const codes = plan.provinces.map(({ code }) => code).filter((code) => seatsIn(plan, code).length > 0)
  return [
    { name: 'hq', sites: [{ role: 'hq', name: 'hq', hub: 'hq' }] },
    ...codes.map((code): Host => ({ name: code, sites: [{ role: 'province', name: code, hub: code }] })),
    ...codes.flatMap((code) => officeHosts(code, seatsIn(plan, code))),
  ]
}

function seatsIn(plan: ElectionPlan, code: ProvinceCode): readonly SeatPlan[] {
  return plan.seats.filter(({ province }) => province === code)
}

/** As few hosts as hold the offices, filled evenly. */
function officeHosts(province: ProvinceCode, seats: readonly SeatPlan[]): readonly Host[] {
  const stations = seats.reduce((sum, seat) => sum + seat.stations.length, 0)
  const count = Math.max(Math.ceil(seats.length / officesPerHostMax), Math.ceil(stations / stationsPerHostMax))
  return Array.from({ length: count }, (_, at) => ({
    name: `offices-${province}-${at + 1}`,
    sites: seats
      .filter((__, nth) => nth % count === at)
      .map(({ seat }): RoSite => ({ role: 'ro', name: `ro-${seat}`, province, seat })),
  }))
}
