import { buildingStatements, hqEnrolment, roStatements } from '../ceremony/hq.ts'
import { drillKey } from '../ceremony/drill-key.ts'
import { ordersFile, type Posts, rootOf, rootOrders } from '../ceremony/root.ts'
import { nominationsOf } from '../ceremony/nominations.ts'
import { seatStatements } from '../ceremony/seat.ts'
import type { ElectionPlan, SeatPlan } from '../election/plan.ts'
import { listsIn } from '../officers/posts.ts'
import { until } from '../officers/until.ts'
import type { Drill } from './drill.ts'
import { logLines } from './log-sizes.ts'
import { cosignerKeyName, forSites, nodeKeyName } from './network.ts'
import { lackingAt, sizesNow } from './replication.ts'
import type { Site } from './sites.ts'

/** The root's orders for these sites, as the file that HQ's node is handed. */
export function ceremonyFile(plan: ElectionPlan, election: string, seed: string, sites: readonly Site[]): string {
  const root = rootOf(election, seed)
  const keyOf = (name: string) => drillKey(seed, name).key
  const writers = new Map(sites.flatMap((site) => (site.role === 'ro' ? [[site.seat, site.name] as const] : [])))
  const hubs = sites.flatMap((site) => (site.role === 'ro' ? [] : [{ hub: site.hub, name: site.name }]))
  const posts: Posts = {
    hubs: hubs.map(({ hub, name }) => ({
      hub,
      sequencerKey: keyOf(nodeKeyName(name)),
      cosignerKey: keyOf(cosignerKeyName(name)),
    })),
    sequencerOf: (seat) => keyOf(nodeKeyName(writers.get(seat) ?? '')),
  }
  return ordersFile(rootOrders(plan, root, posts, hqEnrolment(election, drillKey(seed, 'hq'))))
}

/** HQ's officer gives each seat its returning officer, once the root's orders stand in the register. */
export async function enrolReturningOfficers(drill: Drill, hubs: number): Promise<void> {
  const { plan, seed, election, signal } = drill
  // The log's opening, the election, HQ's officer, the hubs and the seats.
  const ordered = 3 + hubs + plan.seats.length
  await until(async () => (await registerSize(drill, 'hq')) >= ordered || undefined, { what: 'register', signal })
  const now = Date.now()
  await drill.hq.file([
    ...buildingStatements(plan.seats, drill.hqAuthor, now),
    ...roStatements(plan.seats, drill.hqAuthor, { election, seed, now }),
  ])
  await drill.refreshRegister()
}

/** Every seat's lists and officers, at the node that writes its log. */
export async function fillSeats(drill: Drill): Promise<void> {
  const { plan, signal } = drill
  await until(async () => ((await seatsOpen(drill)) ? true : undefined), { what: 'the seats’ logs', signal })
  await forSites(plan.seats, (seat) => fillSeat(drill, seat))
}

/** HQ freezes every seat as it holds it, and each log learns of it. */
export async function freezeSeats(drill: Drill): Promise<void> {
  const { plan, register, signal } = drill
  const held = async () => lackingAt(drill, 'hq', await sizesNow(drill)) === 0 || undefined
  await until(held, { what: 'HQ to hold the lists', signal })
  const names = plan.seats.map(({ seat }) => seat)
  await drill.hq.freeze(names, register, Date.now())
  await drill.refreshRegister()
  await forSites(plan.seats, ({ seat }) =>
    until(async () => ((await isFrozen(drill, seat)) ? true : undefined), { what: `${seat} to be frozen`, signal }),
  )
}

async function fillSeat(drill: Drill, seat: SeatPlan): Promise<void> {
  const { election, seed, progress, lists } = drill
  const ro = drill.ro(seat.seat)
  const statements = seatStatements(seat, ro.author, { election, seed, now: Date.now() })
  lists.set(seat.seat, listsIn(statements))
  await ro.file(statements, () => progress.add('enrolled'))
}

/** How many statements the seats' ceremonies come to, about: one for each station, two a candidate, and a few lists. */
export function ceremonyStatements({ seats, mode }: ElectionPlan): number {
  const ofNominations = (seat: SeatPlan) => (mode === 'drill' ? nominationsOf(seat.candidates).length : 0)
  return seats.reduce((sum, seat) => sum + ofNominations(seat) + seat.stations.length + 5, 0)
}

/** Every seat's writer sequences, and has pinned a register in which its returning officer stands. */
async function seatsOpen(drill: Drill): Promise<boolean> {
  const registerAtHq = await registerSize(drill, 'hq')
  for (const { site } of drill.sites) {
    if (site.role !== 'ro') continue
    const lines = await logLines(drill.client(site.name))
    if ((lines.get('register')?.size ?? 0) < registerAtHq) return false
    if (lines.get(site.seat)?.sequencing !== true) return false
  }
  return true
}

async function isFrozen(drill: Drill, seat: string): Promise<boolean> {
  const { status, bytes } = await drill.ro(seat).page('form47')
  if (status !== 200) return false
  const { stations } = JSON.parse(new TextDecoder().decode(bytes)) as { readonly stations: { readonly listed: number } }
  return stations.listed > 0
}

async function registerSize(drill: Drill, site: string): Promise<number> {
  return (await logLines(drill.client(site))).get('register')?.size ?? 0
}
