import {
  canonicalBytes,
  crossSeatJson,
  type CrossSeatFinding,
  type CrossSeatJson,
  emptyTally,
  equalBytes,
  seatSummary,
  type Tally,
  type TallyJson,
  tallyJson,
  updateTally,
} from '@khata/ledger'
import { crossCheck } from '../../drill/cross-check.ts'
import type { Drill } from '../../drill/drill.ts'
import { forSites } from '../../drill/network.ts'
import { collectReceipts, untilDelivered } from '../../drill/receipts.ts'
import { untilEverywhere } from '../../drill/replication.ts'
import type { SeatPlan } from '../../election/plan.ts'
import type { ContestChecks } from './checks.ts'
import { type Contest, differenceFrom, type Outcome } from './contest.ts'
import { sharedBuilding } from './watchers.ts'
import { type Witnessed, witness } from './witness.ts'

interface Judging {
  readonly drill: Drill
  readonly checks: ContestChecks
  readonly contests: readonly Contest[]
}

/** Everything that the contests came to, at every node and by every party's own computation. */
export async function judge(judging: Judging): Promise<void> {
  const { drill, checks, contests } = judging
  await untilDelivered(drill)
  await untilEverywhere(drill)
  await forSites(contests, (contest) => judgePages(judging, contest))
  const seats = new Set(contests.map(({ kind }) => kind.seat))
  const witnessed = await witness(drill, seats)
  for (const { name, isThere } of witnessed.reached.told()) checks.reached.take(isThere ? undefined : `never ${name}`)
  await judgeTallies(judging, witnessed)
  await judgeCrossSeat(judging, witnessed)
  await judgeFiled(judging)
}

const pages = ['form28', 'form33', 'officers', 'form47', 'form48', 'form49', 'proceedings', 'traces'] as const

function pagesOf(comesTo: Outcome): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(comesTo))
}

async function judgePages({ drill, checks }: Judging, { kind, comesTo }: Contest): Promise<void> {
  const { seat, province, stations } = kind
  const ofStations = stations.flatMap((_, at) => ['form45', 'form46'].map((form) => `stations/${at + 1}/${form}`))
  const own = drill.client(drill.roSite(seat).site.name)
  for (const name of [...pages, ...ofStations]) {
    const path = `/v1/seats/${seat}/${name}`
    const here = await own.get(path)
    for (const site of [province, 'hq']) {
      const there = await drill.client(site).get(path)
      const isSame = there.status === here.status && equalBytes(there.bytes, here.bytes)
      checks.same.take(isSame ? undefined : `${seat}/${name} at ${site}`)
    }
    const expected = pagesOf(comesTo).get(name)
    if (expected === undefined) continue
    const difference = here.status === 200 ? differenceFrom(expected, jsonIn(here.bytes)) : `status ${here.status}`
    checks.outcomes.take(difference === undefined ? undefined : `${seat}/${name}${difference}`)
  }
}

async function judgeTallies({ drill, checks, contests }: Judging, witnessed: Witnessed): Promise<void> {
  for (const { site } of drill.sites) {
    const own = withoutChannels(tallyJson(tallyOf(witnessed, drill.seatsAt(site.name)), witnessed.register, null))
    const served = withoutChannels(await pageAt<TallyJson>(drill, site.name, '/v1/tally'))
    checks.tallies.take(differenceFrom(own, served, site.name) ?? differenceFrom(served, own, site.name))
  }
  const statuses: Record<string, number> = { counting: drill.plan.seats.length - contests.length }
  for (const { comesTo } of contests) {
    const { status = 'counting' } = comesTo.proceedings
    statuses[status] = (statuses[status] ?? 0) + 1
  }
  const { national } = await pageAt<TallyJson>(drill, 'hq', '/v1/tally')
  checks.tallies.take(differenceFrom(statuses, national.statuses, 'statuses'))
}

function tallyOf({ folds, register }: Witnessed, held: readonly SeatPlan[]): Tally {
  const names = new Set(held.map(({ seat }) => seat))
  const tally = emptyTally()
  for (const fold of folds) {
    if (fold.content.kind === 'seat' && names.has(fold.log))
      updateTally(tally, seatSummary(fold, fold.content.seat, register))
  }
  return tally
}

/** What was filed at a hub is another check's. */
function withoutChannels(tally: TallyJson): unknown {
  return JSON.parse(JSON.stringify(tally, (name, value: unknown) => (name === 'channels' ? undefined : value)))
}

async function judgeCrossSeat({ drill, checks }: Judging, { folds, register }: Witnessed): Promise<void> {
  const served = await pageAt<CrossSeatJson>(drill, 'hq', '/v1/cross-seat')
  const own = crossSeatJson(folds, register)
  checks.crossSeat.take(differenceFrom(own.logs, served.logs, 'logs'))
  const [found, computed] = [served, own].map(({ findings }) => findings.map((one) => textOf(inOrder(one))).toSorted())
  checks.crossSeat.take(differenceFrom(computed, found, 'findings'))
  const polls = served.findings.some((one) => one.code === 'tally/polls-differ' && one.building === sharedBuilding)
  checks.crossSeat.take(polls ? undefined : `${sharedBuilding} is not found`)
  const isFound = served.findings.some(
    (one) => one.code === 'tally/key-at-two-buildings' && differenceFrom(assistantsPosts, inOrder(one)) === undefined,
  )
  checks.crossSeat.take(isFound ? undefined : 'the assistant of two buildings is not found')
}

const assistantsPosts = {
  posts: [
    { seat: 'NA-408', station: 2 },
    { seat: 'PP-406', station: 1 },
  ],
}

/** Which seat a node looks at first is its own affair. */
function inOrder(finding: CrossSeatFinding): CrossSeatFinding {
  return finding.code === 'tally/polls-differ'
    ? { ...finding, polls: finding.polls.toSorted(bySeat) }
    : { ...finding, posts: finding.posts.toSorted(bySeat) }
}

function bySeat(one: { readonly seat: string }, other: { readonly seat: string }): number {
  return one.seat < other.seat ? -1 : 1
}

function textOf(finding: CrossSeatFinding): string {
  return new TextDecoder().decode(canonicalBytes(finding))
}

async function judgeFiled({ drill, checks }: Judging): Promise<void> {
  const { held, missing, different, holds } = await crossCheck(drill)
  const fault = `${held} held, ${missing} missing, ${different} different`
  checks.filed.take(holds && held > 0 ? undefined : fault)
  const { asked, lacking } = await collectReceipts(drill)
  checks.filed.take(asked > 0 && lacking === 0 ? undefined : `${lacking} receipts are lacking at ${asked} devices`)
}

async function pageAt<T>(drill: Drill, site: string, path: string): Promise<T> {
  return jsonIn((await drill.client(site).get(path)).bytes) as T
}

function jsonIn(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes))
}
