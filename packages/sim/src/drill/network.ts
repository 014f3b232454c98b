import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toHex } from '@khata/ledger'
import { type NatsServer, type NatsServerBinary, startNatsServer } from '@khata/nats-server'
import { nkeys } from 'nats'
import pLimit from 'p-limit'
import { drillSecret } from '../ceremony/drill-key.ts'
import { DrillError } from '../officers/drill-error.ts'
import { type BoundProcess, runBound, startBound } from './bound-process.ts'
import type { Crew } from './crew.ts'
import type { Host, Site } from './sites.ts'
import type { Ways } from './ways.ts'

export interface NetworkOptions {
  readonly dir: string
  /** With its mode. */
  readonly election: string
  readonly seed: string
  readonly hosts: readonly Host[]
  readonly binary: NatsServerBinary
  /** How to run the node's command: node itself, and the path of the program. */
  readonly khata: readonly [string, string]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal
  /** Where links may be cut: what nodes dial their hubs through. */
  readonly ways?: Ways | undefined
}

/** A site that is configured, and the nats-server of its host, which runs. */
export interface PreparedSite {
  readonly site: Site
  readonly configFile: string
  readonly nats: NatsServer
}

export interface PreparedHost {
  readonly host: Host
  readonly sites: readonly PreparedSite[]
}

export interface RunningSite extends PreparedSite {
  readonly host: Host
  /** Base URL of the node. */
  readonly url: string
  /** The program that runs all nodes of its host. */
  readonly program: BoundProcess
}

/** Programs started at once: two cores are busy with two. */
const startsMax = 4

export const nodeKeyName = (site: string): string => `node/${site}`
export const cosignerKeyName = (site: string): string => `cosigner/${site}`

/** A host's nats-server, and the login of each site that shares it with others: nkey seeds by site. */
export interface HostServer {
  readonly nats: NatsServer
  readonly logins: ReadonlyMap<string, string>
}

/** Starts every host's nats-server and hands each to `crew`, which stops it. */
export async function startServers(options: NetworkOptions, crew: Crew): Promise<ReadonlyMap<string, HostServer>> {
  const limit = pLimit(startsMax)
  const started = await Promise.all(
    options.hosts.map((host) =>
      limit(async () => {
        options.signal.throwIfAborted()
        return [host.name, await startServer(host, options, crew)] as const
      }),
    ),
  )
  return new Map(started)
}

/** Nodes that share a server have an account each: none sees another's streams. */
async function startServer({ name, sites }: Host, { binary, dir }: NetworkOptions, crew: Crew): Promise<HostServer> {
  const keys = sites.length === 1 ? [] : sites.map((site) => [site.name, nkeys.createUser()] as const)
  const accounts = keys.map(
    ([site, key]) => [site, { jetstream: 'enabled', users: [{ nkey: key.getPublicKey() }] }] as const,
  )
  const config = accounts.length === 0 ? {} : { accounts: Object.fromEntries(accounts) }
  const nats = crew.use(await startNatsServer({ binary, name, storeDir: join(dir, 'nats', name), config }))
  const logins = keys.map(([site, key]) => [site, new TextDecoder().decode(key.getSeed())] as const)
  return { nats, logins: new Map(logins) }
}

/** Writes keys and configurations of a host's nodes, which then make what else they need (`khata init`). */
export async function prepareHost(
  host: Host,
  servers: ReadonlyMap<string, HostServer>,
  options: NetworkOptions,
): Promise<PreparedHost> {
  const sites = await Promise.all(host.sites.map((site) => prepareSite(site, host, { servers, options })))
  return { host, sites }
}

interface Around {
  readonly servers: ReadonlyMap<string, HostServer>
  readonly options: NetworkOptions
}

async function prepareSite(site: Site, host: Host, { servers, options }: Around): Promise<PreparedSite> {
  const { dir, seed } = options
  const { nats, logins } = serverOf(servers, host.name)
  const folder = join(dir, 'nodes', site.name)
  const login = logins.get(site.name)
  await mkdir(folder, { recursive: true })
  await writeSecret(join(folder, 'node.key'), toHex(drillSecret(seed, nodeKeyName(site.name))))
  if (site.role !== 'ro')
    await writeSecret(join(folder, 'cosigner.key'), toHex(drillSecret(seed, cosignerKeyName(site.name))))
  if (login !== undefined) await writeSecret(join(folder, 'nats.nkey'), login)
  const own = { url: nats.url, ...(login !== undefined && { nkeyFile: 'nats.nkey' }) }
  const configFile = join(folder, 'config.json')
  const hubs = hubsAbove(site).map(async (hub) => ({ hub, url: await wayTo(serverOf(servers, hub).nats.url, options) }))
  await writeFile(configFile, `${JSON.stringify(configOf(site, own, await Promise.all(hubs)), undefined, 2)}\n`)
  return { site, configFile, nats }
}

/** `khata init`: permission to open the nodes' logs anew; HQ's node is handed the root's orders too. */
export async function initSites(
  sites: readonly PreparedSite[],
  { dir, khata, environment, signal }: NetworkOptions,
  ceremonyFile: string,
): Promise<void> {
  const [command, program] = khata
  const configs = sites.map(({ configFile }) => configFile)
  const args = [program, 'init', '--ceremony', ceremonyFile, '--config', ...configs]
  const { exitCode, output } = await runBound({ command, args, environment, logFile: join(dir, 'init.log') }, signal)
  if (exitCode !== 0) throw new DrillError('drill/process-ended', `khata init: exit ${exitCode} ${output}`)
}

/** The nodes of a host, in one process. */
export async function startHost(
  { host, sites }: PreparedHost,
  { dir, khata, environment, signal }: NetworkOptions,
  crew: Crew,
): Promise<readonly RunningSite[]> {
  const [command, main] = khata
  const args = [main, 'node', '--config', ...sites.map(({ configFile }) => configFile)]
  const logFile = join(dir, 'nodes', `${host.name}.log`)
  const launch = { command, args, environment, logFile, readyLines: sites.length }
  const program = crew.use(await startBound(launch, signal))
  const urls = new Map(program.firstLines.map(readyIn))
  return sites.map((site) => ({ ...site, host, program, url: urls.get(site.site.name) ?? '' }))
}

function readyIn(line: string): readonly [name: string, url: string] {
  const { name, http } = JSON.parse(line) as { readonly name: string; readonly http: string }
  return [name, http]
}

/** Several at once, as many as the machine bears. */
export async function forSites<S, T>(sites: readonly S[], act: (site: S) => Promise<T>): Promise<readonly T[]> {
  const limit = pLimit(startsMax)
  return await Promise.all(sites.map((site) => limit(() => act(site))))
}

/** What `khata node --config` reads; paths are relative to the file. */
function configOf(site: Site, nats: object, upstreams: readonly object[]): object {
  const common = {
    role: site.role,
    name: site.name,
    trust: '../../trust.json',
    keyFile: 'node.key',
    dataDir: 'data',
    nats,
    http: { host: '127.0.0.1', port: 0 },
    verifierThreads: 1,
    upstreams,
  }
  switch (site.role) {
    case 'hq':
    case 'province':
      return { ...common, cosignerKeyFile: 'cosigner.key', hub: site.hub }
    case 'ro':
      return { ...common, seats: [site.seat] }
  }
}

function hubsAbove(site: Site): readonly string[] {
  if (site.role === 'ro') return [site.province, 'hq']
  return site.role === 'province' ? ['hq'] : []
}

async function wayTo(url: string, { ways }: NetworkOptions): Promise<string> {
  return ways === undefined ? url : await ways.to(url)
}

function serverOf(servers: ReadonlyMap<string, HostServer>, name: string): HostServer {
  const server = servers.get(name)
  if (server === undefined) throw new DrillError('drill/process-ended', `no nats-server of ${name}`)
  return server
}

async function writeSecret(path: string, secret: string): Promise<void> {
  await writeFile(path, `${secret}\n`, { mode: 0o600 })
}
