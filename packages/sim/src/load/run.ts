import { once } from 'node:events'
import type { Form47 } from '@khata/ledger'
import { openDrill } from '../drill/assembly.ts'
import { crossCheck } from '../drill/cross-check.ts'
import type { Drill } from '../drill/drill.ts'
import { issueAll } from '../drill/issue.ts'
import { repeatedly } from '../drill/pause.ts'
import { collectReceipts } from '../drill/receipts.ts'
import { showSizes, untilEverywhere } from '../drill/replication.ts'
import { Stopwatch } from '../drill/stopwatch.ts'
import type { Surroundings } from '../drill/surroundings.ts'
import { stationMeans } from '../election/areas.ts'
import { arrivals } from '../election/arrivals.ts'
import { CONDITIONS } from '../election/conditions.ts'
import { generateElection } from '../election/generate.ts'
import { Auditing } from './auditing.ts'
import { Bearing, lookEveryMs } from './bearing.ts'
import { faultIn } from './fault-in.ts'
import { Attack } from './hostile/attack.ts'
import { participationOf } from './participation.ts'
import type { Profile } from './profiles.ts'
import { type LoadReport, simulatedInstead } from './report.ts'
import { type Sample, sampleNow } from './samples.ts'
import { type Schedule, scheduleOf } from './schedule.ts'

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

/** One night compressed in time, on real servers and nodes, checked while it goes on. */
export async function runLoad({ surroundings, name, profile, seed, dir }: LoadSetting): Promise<LoadReport> {
  const { progress } = surroundings
  const watch = new Stopwatch((phase) => progress.note(`  ${phase.name}: ${(phase.ms / 1000).toFixed(1)} s`))
  const { seats, defectShare, conditions } = profile
  const plan = generateElection({ seed, seats, defectShare, ...stationMeans(profile.stationsPerNaSeat) })
  const schedule = scheduleOf(arrivals(plan, seed, CONDITIONS[conditions]), profile)
  const drill = await openDrill({ surroundings, plan, seed, dir, watch })
  const bearing = new Bearing(drill)
  const auditing = new Auditing(drill, bearing)
  const attack = profile.hostile ? new Attack(drill, seed) : undefined
  const play = () => bearing.play(schedule.due)
  const samples: Sample[] = []
  const forms = schedule.due.length
  progress.show({ received: forms, examined: forms, replicated: forms, shown: forms, ro: 0, province: 0, hq: 0 })
  await watch.time('load', () =>
    underWatch({ drill, bearing, auditing, samples }, () => attack?.beside(play) ?? play()),
  )
  await watch.time('end', () => finish(drill, bearing, auditing))
  await attack?.lookBack()
  const participation = participationOf(plan, {
    stations: await heardStations(drill),
    later: new Set(schedule.later.map(({ seat, station }) => `${seat}/${station}`)),
    siteOf: (seat) => drill.roSite(seat).site.name,
  })
  const checks = [...bearing.checks.told, ...(attack?.checks ?? [])]
  return {
    name,
    profile,
    seed,
    forms: formsIn(schedule, bearing),
    holds: checks.every(({ holds }) => holds),
    checks,
    form47SizesCompared: auditing.form47s.sizesCompared,
    latencies: bearing.latencies.told,
    samples,
    participation,
    ...(attack && { hostile: attack.told }),
    phases: watch.phases,
    simulated: simulatedInstead(profile),
  }
}

interface Watching {
  readonly drill: Drill
  readonly bearing: Bearing
  readonly auditing: Auditing
  readonly samples: Sample[]
}

async function underWatch({ drill, bearing, auditing, samples }: Watching, act: () => Promise<void>): Promise<void> {
  const over = new AbortController()
  const signal = AbortSignal.any([drill.signal, over.signal])
  const watchers = [
    repeatedly(lookEveryMs, signal, () => bearing.reach.look()),
    repeatedly(auditEveryMs, signal, () => auditing.compareForm47s()),
    repeatedly(auditEveryMs, signal, () => auditing.readBack()),
    repeatedly(sampleEveryMs, signal, async () => {
      samples.push(await sampleNow(drill, { atMs: Math.round(bearing.elapsedMs), sent: bearing.sent }))
      await showSizes(drill)
    }),
  ]
  try {
    // A watcher that fails ends the run; one that is over does not.
    await Promise.race([act(), ...watchers.map(failing), interrupted(drill.signal)])
  } finally {
    over.abort()
    await Promise.allSettled(watchers)
    drill.progress.hide()
  }
}

function failing(watcher: Promise<void>): Promise<never> {
  return watcher.then(() => new Promise<never>(() => undefined))
}

async function interrupted(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort')
  throw signal.reason
}

/** Everything again, when nothing is on its way any more. */
async function finish(drill: Drill, bearing: Bearing, auditing: Auditing): Promise<void> {
  const { checks, acknowledged } = bearing
  checks.everywhere.take(await faultIn(drill, () => untilEverywhere(drill)))
  checks.issued.take(await faultIn(drill, () => issueAll(drill, 'not received by the end of the rehearsal')))
  checks.everywhere.take(await faultIn(drill, () => untilEverywhere(drill)))
  drill.signal.throwIfAborted()
  await auditing.compareForm47s()
  for (const { seat } of drill.plan.seats) {
    const [together, wanted] = [auditing.form47s.sitesTogether(seat), auditing.sitesWith(seat).length]
    checks.compared.take(together === wanted ? undefined : `${seat}: at ${together} of ${wanted} nodes`)
  }
  const { asked, lacking } = await collectReceipts(drill)
  checks.devices.take(lacking === 0 ? undefined : `${lacking} receipts are lacking at ${asked} devices`)
  await auditing.readBack()
  for (const missing of acknowledged.missing) checks.entries.take(missing)
  const { held, found, missing, different, holds } = await crossCheck(drill)
  checks.crossCheck.take(holds ? undefined : `${held} held, ${found} found, ${missing} missing, ${different} different`)
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

function formsIn({ due, later }: Schedule, { sent }: Bearing): LoadReport['forms'] {
  return { due: due.length, sent, afterTheEnd: later.length }
}
