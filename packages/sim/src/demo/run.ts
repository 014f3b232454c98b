import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { trustJson } from '@khata/ledger'
import { obtainNatsServer } from '@khata/nats-server'
import { drillKey } from '../ceremony/drill-key.ts'
import { nameFile } from '../ceremony/name-file.ts'
import { installNative } from '../ceremony/native.ts'
import { rootOf, trustOf } from '../ceremony/root.ts'
import { loadPlan } from '../election/csv-dir.ts'
import { generateElection, type GenerateOptions } from '../election/generate.ts'
import type { ElectionPlan } from '../election/plan.ts'
import { DrillError } from '../officers/drill-error.ts'
import { type Launch, runBound } from './bound-process.ts'
import { Crew } from './crew.ts'
import { Drill } from './drill.ts'
import { type Expected, expectedOfFiles, expectedOfPlan } from './expected.ts'
import {
  forSites,
  initSites,
  type NetworkOptions,
  nodeKeyName,
  type PreparedSite,
  prepareSite,
  startNode,
  startServers,
} from './network.ts'
import { collectReceipts, electionNight } from './night.ts'
import { ceremonyFile, ceremonyStatements, enrolReturningOfficers, fillSeats, freezeSeats } from './opening.ts'
import type { DemoOptions } from './options.ts'
import type { Progress } from './progress.ts'
import { crossCheck, observe, proveSeats, showSizes, untilEverywhere } from './proof.ts'
import { type DemoResult, headingLines } from './report.ts'
import { type Site, sitesOf } from './sites.ts'
import { Stopwatch } from './stopwatch.ts'

export interface DemoSetting {
  readonly options: DemoOptions
  readonly progress: Progress
  readonly signal: AbortSignal
  /** Whoever runs the demo ends what it started by ending this. */
  readonly stack: AsyncDisposableStack
  readonly temporaryFolder: string
  /** Told the work folder once it is there. */
  readonly onFolder: (dir: string) => void
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly programs: Programs
}

/** Paths: node itself, and the programs that it runs. */
export interface Programs {
  readonly node: string
  readonly khata: string
  readonly khataVerify: string
}

/** One election night from the root's first order to the observer's verdicts. */
export async function runDemo(setting: DemoSetting): Promise<DemoResult> {
  const watch = new Stopwatch(({ name, ms }) => setting.progress.note(`  ${name}: ${(ms / 1000).toFixed(1)} s`))
  const { plan, expected } = await watch.time('plan', () => planned(setting.options))
  const { drill, network } = await watch.time('server program', () => assemble(setting, plan))
  const { stack } = setting
  const prepared = await watch.time('servers', () => prepare(network, stack))
  await watch.time('init', () => initialise(prepared, network, plan))
  await watch.time('nodes', () => open(drill, prepared, network, stack))
  await watch.time('ceremony', () => hold(drill))
  const tally = await watch.time('night', () => night(drill, setting.options.seed))
  await watch.time('replication', () => untilEverywhere(drill))
  const proof = await prove(drill, setting, expected, watch)
  const nodes = drill.sites.map(({ site, url, nats }) => ({ name: site.name, http: url, nats: nats.url }))
  return { plan, election: drill.election, dir: network.dir, nodes, tally, ...proof, phases: watch.phases }
}

/** What only the running nodes need; what was published stays. */
export async function removeWorkings(dir: string): Promise<void> {
  for (const folder of ['nats', 'nodes', compileCache]) await rm(join(dir, folder), { recursive: true, force: true })
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

/** Names, keys, trust and a work folder; nothing runs yet. */
async function assemble(setting: DemoSetting, plan: ElectionPlan) {
  const { options, programs, signal, progress } = setting
  await installNative()
  const election = `${plan.election}/${plan.mode}`
  const seed = `${election}/${options.seed}`
  const dir = await workFolder(setting)
  setting.onFolder(dir)
  for (const line of [...headingLines(plan), `Work folder: ${dir}`]) progress.note(line)
  const trust = trustOf(rootOf(election, seed), drillKey(seed, nodeKeyName('hq')).key)
  await writeFile(join(dir, 'trust.json'), trustJson(trust))
  await writeFile(join(dir, 'names.json'), nameFile(plan, seed))
  const environment = childEnvironment(setting, dir)
  const binary = await obtainNatsServer({ environment, report: (line) => progress.note(line) })
  const sites = sitesOf(plan)
  const khata = [programs.node, programs.khata] as const
  const network: NetworkOptions = { dir, seed, election, sites, binary, khata, environment, signal }
  progress.note(`${sites.length} sites, a nats-server ${binary.version} and a node at each: ${siteNames(sites)}`)
  return { drill: new Drill({ plan, election, seed, dir, trust, signal, progress }), network }
}

/** Everything that has to be the same, and whether it is. */
async function prove(drill: Drill, setting: DemoSetting, expected: Expected, watch: Stopwatch) {
  const receipts = await watch.time('receipts', () => collectReceipts(drill))
  const checked = await watch.time('cross-check', () => crossCheck(drill))
  const observed = await watch.time('observer', () => observe(observerOf(drill, setting), setting.signal))
  const seats = await watch.time('comparison', () => proveSeats(drill, observed, expected))
  await watch.time('export', () => exportPublic(drill, setting))
  const holds = seats.every((seat) => seat.holds) && checked.holds && observed.exitCode === 0 && receipts.lacking === 0
  return { receipts, crossCheck: checked, observerExitCode: observed.exitCode, seats, holds }
}

/** A Provincial Assembly seat has less than half the stations of a National Assembly seat, as in 2024. */
const paStationsShare = 153 / 341

function generated({ seed, seats, stations, defects }: DemoOptions): GenerateOptions {
  const sizes = stations && {
    stationsPerNaSeat: stations,
    stationsPerPaSeat: Math.max(1, Math.round(stations * paStationsShare)),
  }
  return { seed, seats, defectShare: defects, ...sizes }
}

async function workFolder({ options, temporaryFolder }: DemoSetting): Promise<string> {
  if (options.dir === undefined) return await mkdtemp(join(temporaryFolder, 'khata-demo-'))
  const dir = resolve(options.dir)
  await mkdir(dir, { recursive: true })
  if ((await readdir(dir)).length > 0) throw new DrillError('drill/folder-not-empty', dir)
  return dir
}

const compileCache = 'compile-cache'

/** A dozen programs from the same sources: the first compiles them for all. */
function childEnvironment({ environment }: DemoSetting, dir: string): DemoSetting['environment'] {
  return { ...environment, NODE_COMPILE_CACHE: join(dir, compileCache) }
}

async function prepare(network: NetworkOptions, stack: AsyncDisposableStack): Promise<readonly PreparedSite[]> {
  const servers = await startServers(network, stack.use(new Crew()))
  return await Promise.all(network.sites.map((site) => prepareSite(site, servers, network)))
}

async function initialise(prepared: readonly PreparedSite[], network: NetworkOptions, plan: ElectionPlan) {
  const { dir, election, seed, sites } = network
  const file = join(dir, 'ceremony.json')
  await writeFile(file, ceremonyFile(plan, election, seed, sites))
  await initSites(prepared, network, file)
}

/** HQ first: every other node finds a register in which the returning officers stand already. */
async function open(
  drill: Drill,
  prepared: readonly PreparedSite[],
  network: NetworkOptions,
  stack: AsyncDisposableStack,
): Promise<void> {
  const [hq, others] = [true, false].map((isHq) => prepared.filter(({ site }) => (site.role === 'hq') === isHq))
  const crew = stack.use(new Crew())
  // Lines end before the nodes at their far end.
  stack.use(drill.lines)
  const start = (site: PreparedSite) => startNode(site, network, crew)
  drill.addSites(await forSites(hq ?? [], start))
  await enrolReturningOfficers(drill, prepared.filter(({ site }) => site.role !== 'ro').length)
  drill.addSites(await forSites(others ?? [], start))
}

async function hold(drill: Drill): Promise<void> {
  drill.progress.show({ enrolled: ceremonyStatements(drill.plan) })
  await fillSeats(drill)
  drill.progress.hide()
  await freezeSeats(drill)
}

async function night(drill: Drill, seed: number) {
  const { plan, progress, signal } = drill
  const forms = plan.seats.reduce((sum, { stations }) => sum + stations.filter(hasForm).length, 0)
  const entries = ceremonyStatements(plan) + 2 * forms
  progress.show({ received: forms, examined: forms, hqCopies: forms, ro: entries, province: entries, hq: entries })
  const watching = new AbortController()
  const sizes = watchSizes(drill, AbortSignal.any([signal, watching.signal]))
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

async function watchSizes(drill: Drill, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await showSizes(drill)
    await pause(sizesEveryMs, signal)
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve: done } = Promise.withResolvers<void>()
  const timer = setTimeout(done, ms)
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    done()
  })
  return promise
}

function observerOf(drill: Drill, setting: DemoSetting): Launch {
  const { dir } = drill
  const { programs } = setting
  const environment = childEnvironment(setting, dir)
  const source = ['--trust', join(dir, 'trust.json'), '--node', drill.site('hq').url]
  const args = [programs.khataVerify, ...source, '--json', '--no-progress']
  return { command: programs.node, args, environment, logFile: join(dir, 'observer.log') }
}

/** What anyone may copy: checkpoints and tiles, verifiable after the servers are gone. */
async function exportPublic(drill: Drill, setting: DemoSetting): Promise<void> {
  const { dir } = drill
  const { programs, signal } = setting
  const environment = childEnvironment(setting, dir)
  const args = [programs.khata, 'export', '--node', drill.site('hq').url, '--out', join(dir, 'public')]
  const launch = { command: programs.node, args, environment, logFile: join(dir, 'export.log') }
  const { exitCode } = await runBound(launch, signal)
  if (exitCode !== 0)
    throw new DrillError('drill/process-ended', `khata export: exit ${exitCode}, see ${launch.logFile}`)
}

function siteNames(sites: readonly Site[]): string {
  return sites.map(({ name }) => name).join(', ')
}
