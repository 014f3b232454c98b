import { once } from 'node:events'
import type { Form47 } from '@khata/ledger'
import { deadlines } from '../ceremony/rules.ts'
import { openDrill } from '../drill/assembly.ts'
import { crossCheck } from '../drill/cross-check.ts'
import type { Drill } from '../drill/drill.ts'
import { issueAll } from '../drill/issue.ts'
import { observe } from '../drill/observer.ts'
import { pause, repeatedly } from '../drill/pause.ts'
import { collectReceipts, untilDelivered } from '../drill/receipts.ts'
import { showSizes, sizesNow, untilEverywhere } from '../drill/replication.ts'
import { Stopwatch } from '../drill/stopwatch.ts'
import type { Surroundings } from '../drill/surroundings.ts'
import { Ways } from '../drill/ways.ts'
import { stationMeans } from '../election/areas.ts'
import { type Arrival, arrivals } from '../election/arrivals.ts'
import { CONDITIONS } from '../election/conditions.ts'
import { generateElection } from '../election/generate.ts'
import type { ElectionPlan } from '../election/plan.ts'
import { DrillError } from '../officers/drill-error.ts'
import { Auditing } from './auditing.ts'
import { Bearing, lookEveryMs } from './bearing.ts'
import { Blackout } from './blackout.ts'
import type { Companion } from './companion.ts'
import { Contests } from './contests/play.ts'
import { withSeats } from './contests/seats.ts'
import { SEAT_KINDS } from './contests/table.ts'
import { faultIn } from './fault-in.ts'
import { Attack } from './hostile/attack.ts'
import { participationOf } from './participation.ts'
import type { Profile } from './profiles.ts'
import { type LoadReport, simulatedInstead } from './report.ts'
import { type Sample, sampleNow } from './samples.ts'
import { compressed, type Schedule, scheduleOf } from './schedule.ts'
import { Surge } from './surge.ts'

export interface LoadSetting {
  readonly surroundings: Surroundings
  readonly name: string
  readonly profile: Profile
  readonly seed: number
  /** Empty. */
  readonly dir: string
}

const auditEveryMs = 500
const sampleEveryMs = 1_000

/** How long anything may take once nothing stands in its way. */
const patienceMs = 60_000

/** One night compressed in time, on real servers and nodes, checked while it goes on. */
export async function runLoad({ surroundings, name, profile, seed, dir }: LoadSetting): Promise<LoadReport> {
  const { progress } = surroundings
  const watch = new Stopwatch((phase) => progress.note(`  ${phase.name}: ${(phase.ms / 1000).toFixed(1)} s`))
  const { seats, defectShare, conditions } = profile
  const plan = generateElection({ seed, seats, defectShare, ...stationMeans(profile.stationsPerNaSeat) })
  const night = arrivals(plan, seed, CONDITIONS[conditions])
  const schedule = scheduleOf(night, profile)
  const ways = profile.blackout && surroundings.stack.use(new Ways())
  const contests = profile.contests && new Contests()
  const drill = await openDrill({
    surroundings,
    plan: contests === undefined ? plan : withSeats(plan, SEAT_KINDS),
    seed,
    dir,
    watch,
    ...(ways && { ways }),
    ...(contests && { beforeFreeze: (opening: Drill) => contests.prepare(opening) }),
  })
  const outageMs = profile.blackout ? profile.durationMs / 3 : 0
  const bearing = new Bearing(drill, patienceMs + outageMs)
  const auditing = new Auditing(drill, bearing)
  const blackout = ways && new Blackout(drill, bearing, ways, profile.durationMs)
  const surge = profile.surge && new Surge(profile.surge, profile.speed)
  const attack = profile.hostile && new Attack(drill, seed)
  const companions: readonly Companion[] = [blackout ?? [], surge ?? [], attack ?? []].flat()
  const samples: Sample[] = []
  const forms = schedule.due.length
  progress.show({ received: forms, examined: forms, replicated: forms, shown: forms, ro: 0, province: 0, hq: 0 })
  const entriesBefore = await entriesAtHq(drill)
  const officers = () => Promise.all([bearing.play(schedule.due), issueAtTwo({ drill, bearing, night, profile })])
  const play = () => playBeside(drill, companions, officers)
  await watch.time('load', () => underWatch({ drill, bearing, auditing, samples }, play))
  await watch.time('end', () => finish(drill, bearing, auditing))
  const rate = { entries: (await entriesAtHq(drill)) - entriesBefore, ms: bearing.replicatedAtMs }
  if (contests !== undefined) {
    await watch.time('contests', () => underWatch({ drill, bearing, auditing, samples }, () => contests.play(drill)))
    await watch.time('judgement', () => contests.judge(drill))
  }
  await watch.time('observer', () => judgeObserver(drill, bearing, surroundings))
  const participation = participationOf(plan, {
    stations: await heardStations(drill),
    later: new Set(schedule.later.map(({ seat, station }) => `${seat}/${station}`)),
    siteOf: (seat) => drill.roSite(seat).site.name,
  })
  const ofContests = contests?.checks.told ?? []
  const judged = await Promise.all(companions.map((companion) => companion.judge(samples)))
  const checks = [...bearing.checks.told, ...judged.flat(), ...ofContests]
  return {
    name,
    profile,
    seed,
    forms: formsIn(schedule, bearing),
    holds: checks.every(({ holds }) => holds),
    checks,
    form47SizesCompared: auditing.form47s.sizesCompared,
    latencies: bearing.latencies.told,
    rate,
    blackout: blackout?.told,
    hostile: attack?.told,
    samples,
    participation,
    phases: watch.phases,
    simulated: simulatedInstead(profile),
  }
}

/** Companions play for as long as the officers do, or until they are done by themselves. */
async function playBeside(
  drill: Drill,
  companions: readonly Companion[],
  officers: () => Promise<unknown>,
): Promise<void> {
  const over = new AbortController()
  const signal = AbortSignal.any([drill.signal, over.signal])
  const beside = companions.map((companion) => companion.play(signal))
  await Promise.all([officers().finally(() => over.abort()), ...beside])
}

interface Watching {
  readonly drill: Drill
  readonly bearing: Bearing
  readonly auditing: Auditing
  readonly samples: Sample[]
}

/** A watcher that is not answered goes on watching: what it did not see is a fault of the run, not its end. */
async function underWatch({ drill, bearing, auditing, samples }: Watching, act: () => Promise<unknown>): Promise<void> {
  const over = new AbortController()
  const signal = AbortSignal.any([drill.signal, over.signal])
  const watching = (everyMs: number, look: () => Promise<void>) =>
    repeatedly(everyMs, signal, async () => bearing.checks.answering.take(await faultIn(drill, look)))
  const watchers = [
    watching(lookEveryMs, () => bearing.reach.look()),
    watching(auditEveryMs, () => auditing.compareForm47s()),
    watching(auditEveryMs, () => auditing.readBack()),
    watching(sampleEveryMs, async () => {
      const sizes = await sizesNow(drill)
      const { sent, unanswered } = bearing
      samples.push(await sampleNow(drill, sizes, { atMs: Math.round(bearing.elapsedMs), sent, unanswered }))
      showSizes(drill, sizes)
    }),
  ]
  try {
    await Promise.race([act(), ...watchers.map(failing), interrupted(drill.signal)])
  } finally {
    over.abort()
    await Promise.allSettled(watchers)
    drill.progress.hide()
  }
}

/** A bug in a watcher ends the run. */
function failing(watcher: Promise<void>): Promise<never> {
  return watcher.then(() => new Promise<never>(() => undefined))
}

async function interrupted(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort')
  throw signal.reason
}

interface Night {
  readonly drill: Drill
  readonly bearing: Bearing
  readonly night: readonly Arrival[]
  readonly profile: Profile
}

/** Elections Act 2017 s. 13(3): the provisional Form 47 at two in the morning, where the run comes so far. */
async function issueAtTwo({ drill, bearing, night, profile }: Night): Promise<void> {
  const dueMs = compressed(night, profile.speed)(twoMs(drill.plan))
  if (profile.surge !== undefined || dueMs > profile.durationMs) return
  await pause(Math.max(0, dueMs - bearing.elapsedMs), drill.signal)
  drill.signal.throwIfAborted()
  bearing.checks.issued.take(await faultIn(drill, () => issueAll(drill, 'not received by 02:00')))
}

/** After the close of poll. */
function twoMs({ closeOfPollMs = 0 }: ElectionPlan): number {
  return deadlines(closeOfPollMs).form47PartialDueAt - closeOfPollMs
}

/** Everything again, when nothing is on its way any more. */
async function finish(drill: Drill, bearing: Bearing, auditing: Auditing): Promise<void> {
  const { checks, acknowledged } = bearing
  checks.copies.take(await faultIn(drill, () => untilDelivered(drill)))
  checks.everywhere.take(await faultIn(drill, () => untilEverywhere(drill)))
  bearing.replicatedAtMs = bearing.elapsedMs
  checks.issued.take(await faultIn(drill, () => issueAll(drill, 'not received by the end of the rehearsal')))
  checks.everywhere.take(await faultIn(drill, () => untilEverywhere(drill)))
  drill.signal.throwIfAborted()
  checks.answering.take(await faultIn(drill, () => auditing.compareAllForm47s()))
  for (const { seat } of drill.plan.seats) {
    const [together, wanted] = [auditing.form47s.sitesTogether(seat), auditing.sitesWith(seat).length]
    checks.compared.take(together === wanted ? undefined : `${seat}: at ${together} of ${wanted} nodes`)
  }
  checks.devices.take(await faultIn(drill, () => askDevices(drill)))
  checks.answering.take(await faultIn(drill, () => auditing.readBack()))
  for (const missing of acknowledged.missing) checks.entries.take(missing)
  checks.crossCheck.take(await faultIn(drill, () => crossCheckAll(drill)))
}

async function askDevices(drill: Drill): Promise<void> {
  const { asked, lacking } = await collectReceipts(drill)
  if (lacking > 0) throw new DrillError('drill/refused', `${lacking} receipts are lacking at ${asked} devices`)
}

async function crossCheckAll(drill: Drill): Promise<void> {
  const { held, found, missing, different, holds } = await crossCheck(drill)
  const figures = `${held} held, ${found} found, ${missing} missing, ${different} different`
  if (!holds) throw new DrillError('drill/refused', figures)
}

/** The last word is an observer's: it reads HQ's public side, and believes the trust file alone. */
async function judgeObserver(drill: Drill, { checks }: Bearing, surroundings: Surroundings): Promise<void> {
  const { exitCode, seats } = await observe(drill, surroundings)
  for (const { seat } of drill.plan.seats) {
    const { hash } = await drill.ro(seat).form47()
    const seen = seats.get(seat)
    const holds = exitCode === 0 && seen?.status === 'verified' && seen.hash === hash
    checks.observer.take(
      holds ? undefined : `${seat}: ${seen?.status ?? 'not told'} (exit ${exitCode}), Form 47 ${seen?.hash}`,
    )
  }
}

/** Stations from which HQ's Form 47 has something. */
async function heardStations(drill: Drill): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const heard = await Promise.all(
    drill.plan.seats.map(async ({ seat, stations }) => {
      const { bytes } = await drill.client('hq').get(`/v1/seats/${seat}/form47`)
      const { notCounted } = JSON.parse(new TextDecoder().decode(bytes)) as Form47
      const awaited = new Set(notCounted.filter(({ status }) => status === 'awaited').map(({ station }) => station))
      return [seat, new Set(stations.map(({ number }) => number).filter((number) => !awaited.has(number)))] as const
    }),
  )
  return new Map(heard)
}

/** Entries of the seats' logs. */
async function entriesAtHq(drill: Drill): Promise<number> {
  const { held } = await sizesNow(drill)
  return drill.plan.seats.reduce((sum, { seat }) => sum + (held.get('hq')?.get(seat) ?? 0), 0)
}

function formsIn({ due, later }: Schedule, { sent }: Bearing): LoadReport['forms'] {
  return { due: due.length, sent, afterTheEnd: later.length }
}
