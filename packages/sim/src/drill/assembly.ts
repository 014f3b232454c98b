import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { trustJson } from '@khata/ledger'
import { obtainNatsServer } from '@khata/nats-server'
import { drillKey } from '../ceremony/drill-key.ts'
import { nameFile } from '../ceremony/name-file.ts'
import { installNative } from '../ceremony/native.ts'
import { rootOf, trustOf } from '../ceremony/root.ts'
import type { ElectionPlan } from '../election/plan.ts'
import { DrillError } from '../officers/drill-error.ts'
import { Crew } from './crew.ts'
import { Drill } from './drill.ts'
import {
  forSites,
  initSites,
  type NetworkOptions,
  nodeKeyName,
  type PreparedHost,
  prepareHost,
  startHost,
  startServers,
} from './network.ts'
import { ceremonyFile, ceremonyStatements, enrolReturningOfficers, fillSeats, freezeSeats } from './opening.ts'
import { hostsOf } from './sites.ts'
import type { Stopwatch } from './stopwatch.ts'
import type { Surroundings } from './surroundings.ts'
import type { Ways } from './ways.ts'

export interface DrillSetting {
  readonly surroundings: Surroundings
  readonly plan: ElectionPlan
  /** Names the keys, with the election. */
  readonly seed: number
  /** An empty work folder. */
  readonly dir: string
  readonly watch: Stopwatch
  /** What links between sites go through, where they are to fail. */
  readonly ways?: Ways
  /** What else is said before HQ freezes the seats. */
  readonly beforeFreeze?: (drill: Drill) => Promise<void>
}

/** Runs a nats-server and a node for every site, and holds the ceremony: every seat is frozen, no form is there yet. */
export async function openDrill(setting: DrillSetting): Promise<Drill> {
  const { plan, watch } = setting
  const { stack } = setting.surroundings
  const { drill, network } = await watch.time('server program', () => assemble(setting))
  const prepared = await watch.time('servers', () => prepare(network, stack))
  await watch.time('init', () => initialise(prepared, network, plan))
  await watch.time('nodes', () => open(drill, prepared, network, stack))
  await watch.time('ceremony', () => hold(drill, setting.beforeFreeze))
  return drill
}

/** The named folder, which must be new or empty, or a temporary one. */
export async function workFolder(named: string | undefined, temporaryPrefix: string): Promise<string> {
  if (named === undefined) return await mkdtemp(temporaryPrefix)
  const dir = resolve(named)
  await mkdir(dir, { recursive: true })
  if ((await readdir(dir)).length > 0) throw new DrillError('drill/folder-not-empty', dir)
  return dir
}

/** What only the running nodes need; what was published stays. */
export async function removeWorkings(dir: string): Promise<void> {
  for (const folder of ['nats', 'nodes', compileCache]) await rm(join(dir, folder), { recursive: true, force: true })
}

const compileCache = 'compile-cache'

/** A dozen programs from the same sources: the first compiles them for all. */
export function childEnvironment({ environment }: Surroundings, dir: string): Surroundings['environment'] {
  return { ...environment, NODE_COMPILE_CACHE: join(dir, compileCache) }
}

/** Names, keys and trust; nothing runs yet. */
async function assemble({ surroundings, plan, seed: number, dir, ways }: DrillSetting) {
  const { programs, signal, progress } = surroundings
  await installNative()
  const election = `${plan.election}/${plan.mode}`
  const seed = `${election}/${number}`
  const trust = trustOf(rootOf(election, seed), drillKey(seed, nodeKeyName('hq')).key)
  await writeFile(join(dir, 'trust.json'), trustJson(trust))
  await writeFile(join(dir, 'names.json'), nameFile(plan, seed))
  const environment = childEnvironment(surroundings, dir)
  const binary = await obtainNatsServer({ environment, report: (line) => progress.note(line) })
  const hosts = hostsOf(plan)
  const khata = [programs.node, programs.khata] as const
  const network: NetworkOptions = { dir, seed, election, hosts, binary, khata, environment, signal, ways }
  const nodes = hosts.reduce((sum, { sites }) => sum + sites.length, 0)
  const names = hosts.map(({ name }) => name).join(', ')
  progress.note(`${nodes} nodes in ${hosts.length} processes, each with a nats-server ${binary.version}: ${names}`)
  return { drill: new Drill({ plan, election, seed, dir, trust, signal, progress, ways }), network }
}

async function prepare(network: NetworkOptions, stack: AsyncDisposableStack): Promise<readonly PreparedHost[]> {
  const servers = await startServers(network, stack.use(new Crew()))
  return await Promise.all(network.hosts.map((host) => prepareHost(host, servers, network)))
}

async function initialise(prepared: readonly PreparedHost[], network: NetworkOptions, plan: ElectionPlan) {
  const { dir, election, seed, hosts } = network
  const file = join(dir, 'ceremony.json')
  await writeFile(file, ceremonyFile(plan, election, seed, allSites(hosts)))
  await initSites(allSites(prepared), network, file)
}

/** HQ first: every other node finds a register in which the returning officers stand already. */
async function open(
  drill: Drill,
  prepared: readonly PreparedHost[],
  network: NetworkOptions,
  stack: AsyncDisposableStack,
): Promise<void> {
  const [hq, others] = [true, false].map((isHq) => prepared.filter(({ host }) => (host.name === 'hq') === isHq))
  const crew = stack.use(new Crew())
  // Lines end before the nodes at their far end.
  stack.use(drill.lines)
  const start = async (hosts: readonly PreparedHost[]) => {
    const started = await forSites(hosts, (host) => startHost(host, network, crew))
    drill.addSites(started.flat())
  }
  await start(hq ?? [])
  await enrolReturningOfficers(drill, allSites(prepared).filter(({ site }) => site.role !== 'ro').length)
  await start(others ?? [])
}

async function hold(drill: Drill, beforeFreeze: DrillSetting['beforeFreeze']): Promise<void> {
  drill.progress.show({ enrolled: ceremonyStatements(drill.plan) })
  await fillSeats(drill)
  drill.progress.hide()
  await beforeFreeze?.(drill)
  await freezeSeats(drill)
}

function allSites<S>(hosts: readonly { readonly sites: readonly S[] }[]): readonly S[] {
  return hosts.flatMap(({ sites }) => sites)
}
