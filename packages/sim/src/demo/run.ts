import { join } from 'node:path'
import { childEnvironment, openDrill, workFolder } from '../drill/assembly.ts'
import { runBound } from '../drill/bound-process.ts'
import { crossCheck } from '../drill/cross-check.ts'
import type { Drill } from '../drill/drill.ts'
import { observe } from '../drill/observer.ts'
import { ceremonyStatements } from '../drill/opening.ts'
import { repeatedly } from '../drill/pause.ts'
import { collectReceipts, untilDelivered } from '../drill/receipts.ts'
import { showSizes, sizesNow, untilEverywhere } from '../drill/replication.ts'
import { Stopwatch } from '../drill/stopwatch.ts'
import type { Surroundings } from '../drill/surroundings.ts'
import { stationMeans } from '../election/areas.ts'
import { loadPlan } from '../election/csv-dir.ts'
import { generateElection, type GenerateOptions } from '../election/generate.ts'
import type { ElectionPlan } from '../election/plan.ts'
import { DrillError } from '../officers/drill-error.ts'
import { type Expected, expectedOfFiles, expectedOfPlan } from './expected.ts'
import { electionNight } from './night.ts'
import type { DemoOptions } from './options.ts'
import { proveSeats } from './proof.ts'
import { type DemoResult, headingLines } from './report.ts'

export interface DemoSetting {
  readonly options: DemoOptions
  readonly surroundings: Surroundings
  readonly temporaryFolder: string
  /** Told the work folder once it is there. */
  readonly onFolder: (dir: string) => void
}

/** One election night from the root's first order to the observer's verdicts. */
export async function runDemo(setting: DemoSetting): Promise<DemoResult> {
  const { options, surroundings, temporaryFolder, onFolder } = setting
  const { progress } = surroundings
  const watch = new Stopwatch(({ name, ms }) => progress.note(`  ${name}: ${(ms / 1000).toFixed(1)} s`))
  const { plan, expected } = await watch.time('plan', () => planned(options))
  const dir = await workFolder(options.dir, join(temporaryFolder, 'khata-demo-'))
  onFolder(dir)
  for (const line of [...headingLines(plan), `Work folder: ${dir}`]) progress.note(line)
  const drill = await openDrill({ surroundings, plan, seed: options.seed, dir, watch })
  const tally = await watch.time('night', () => night(drill, options.seed))
  await watch.time('replication', () => Promise.all([untilEverywhere(drill), untilDelivered(drill)]))
  const proof = await prove(drill, surroundings, expected, watch)
  const nodes = drill.sites.map(({ site, url, nats }) => ({ name: site.name, http: url, nats: nats.url }))
  return { plan, election: drill.election, dir, nodes, tally, ...proof, phases: watch.phases }
}

async function planned(options: DemoOptions): Promise<{ readonly plan: ElectionPlan; readonly expected: Expected }> {
  const { data, year, only } = options
  if (data === undefined) {
    const plan = generateElection(generated(options))
    return { plan, expected: expectedOfPlan(plan) }
  }
  const plan = await loadPlan(data, year, only === undefined ? {} : { seats: only })
  return { plan, expected: await expectedOfFiles(data, year) }
}

/** Everything that has to be the same, and whether it is. */
async function prove(drill: Drill, surroundings: Surroundings, expected: Expected, watch: Stopwatch) {
  const receipts = await watch.time('receipts', () => collectReceipts(drill))
  const checked = await watch.time('cross-check', () => crossCheck(drill))
  const observed = await watch.time('observer', () => observe(drill, surroundings))
  const seats = await watch.time('comparison', () => proveSeats(drill, observed, expected))
  await watch.time('export', () => exportPublic(drill, surroundings))
  const holds = seats.every((seat) => seat.holds) && checked.holds && observed.exitCode === 0 && receipts.lacking === 0
  return { receipts, crossCheck: checked, observerExitCode: observed.exitCode, seats, holds }
}

function generated({ seed, seats, stations, defects }: DemoOptions): GenerateOptions {
  return { seed, seats, defectShare: defects, ...(stations !== undefined && stationMeans(stations)) }
}

async function night(drill: Drill, seed: number) {
  const { plan, progress, signal } = drill
  const forms = plan.seats.reduce((sum, { stations }) => sum + stations.filter(hasForm).length, 0)
  const entries = ceremonyStatements(plan) + 2 * forms
  progress.show({ received: forms, examined: forms, hqCopies: 2 * forms, ro: entries, province: entries, hq: entries })
  const watching = new AbortController()
  const sizes = repeatedly(sizesEveryMs, AbortSignal.any([signal, watching.signal]), async () =>
    showSizes(drill, await sizesNow(drill)),
  )
  try {
    return await electionNight(drill, seed)
  } finally {
    watching.abort()
    await sizes
    progress.hide()
  }
}

function hasForm({ figures }: ElectionPlan['seats'][number]['stations'][number]): boolean {
  return figures !== undefined
}

const sizesEveryMs = 1_000

/** What anyone may copy: checkpoints and tiles, verifiable after the servers are gone. */
async function exportPublic(drill: Drill, surroundings: Surroundings): Promise<void> {
  const { dir } = drill
  const { programs, signal } = surroundings
  const environment = childEnvironment(surroundings, dir)
  const args = [programs.khata, 'export', '--node', drill.site('hq').url, '--out', join(dir, 'public')]
  const launch = { command: programs.node, args, environment, logFile: join(dir, 'export.log') }
  const { exitCode } = await runBound(launch, signal)
  if (exitCode !== 0)
    throw new DrillError('drill/process-ended', `khata export: exit ${exitCode}, see ${launch.logFile}`)
}
