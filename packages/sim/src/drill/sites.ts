import type { ElectionPlan, ProvinceCode, SeatPlan } from '../election/plan.ts'

/** One place with a node of its own. */
export type Site =
  | { readonly role: 'hq'; readonly name: 'hq'; readonly hub: 'hq' }
  | { readonly role: 'province'; readonly name: string; readonly hub: ProvinceCode }
  | RoSite

/** A returning officer's office; in a drill of the nation several share one. */
export interface RoSite {
  readonly role: 'ro'
  readonly name: string
  readonly province: ProvinceCode
  readonly seats: readonly string[]
}

/** One nats-server and one process with the nodes of its sites: a hub's one, or those of many returning officers. */
export interface Host {
  readonly name: string
  readonly sites: readonly Site[]
}

/** Returning officers' nodes that one machine bears: each of them verifies and keeps the whole register. */
const officesMax = 96

/** What one process serves well on a machine that has all of them. */
const seatsPerHostMax = 150
const stationsPerHostMax = 5_000

/** HQ, each province that has a seat, and the returning officers' offices of each province. */
export function hostsOf(plan: ElectionPlan): readonly Host[] {
  const seatsPerOffice = Math.ceil(plan.seats.length / officesMax)
  const codes = plan.provinces.map(({ code }) => code).filter((code) => seatsIn(plan, code).length > 0)
  return [
    { name: 'hq', sites: [{ role: 'hq', name: 'hq', hub: 'hq' }] },
    ...codes.map((code): Host => ({ name: code, sites: [{ role: 'province', name: code, hub: code }] })),
    ...codes.flatMap((code) => officeHosts(code, seatsIn(plan, code), seatsPerOffice)),
  ]
}

function seatsIn(plan: ElectionPlan, code: ProvinceCode): readonly SeatPlan[] {
  return plan.seats.filter(({ province }) => province === code)
}

/** As few hosts as hold the offices, filled evenly. */
function officeHosts(province: ProvinceCode, seats: readonly SeatPlan[], seatsPerOffice: number): readonly Host[] {
  const stations = seats.reduce((sum, seat) => sum + seat.stations.length, 0)
  const count = Math.max(Math.ceil(seats.length / seatsPerHostMax), Math.ceil(stations / stationsPerHostMax))
  return Array.from({ length: count }, (_, at) => ({
    name: `offices-${province}-${at + 1}`,
    sites: inParts(
      seats.filter((__, nth) => nth % count === at).map(({ seat }) => seat),
      seatsPerOffice,
    ).map((own): RoSite => ({ role: 'ro', name: `ro-${own[0]}`, province, seats: own })),
  }))
}

function inParts(names: readonly string[], each: number): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(names.length / each) }, (_, part) =>
    names.slice(part * each, (part + 1) * each),
  )
}
