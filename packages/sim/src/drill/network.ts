import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toHex } from '@khata/ledger'
import { type NatsServer, type NatsServerBinary, startNatsServer } from '@khata/nats-server'
import pLimit from 'p-limit'
import { drillSecret } from '../ceremony/drill-key.ts'
import { DrillError } from '../officers/drill-error.ts'
import { type BoundProcess, runBound, startBound } from './bound-process.ts'
import type { Crew } from './crew.ts'
import type { Site } from './sites.ts'

export interface NetworkOptions {
  readonly dir: string
  /** With its mode. */
  readonly election: string
  readonly seed: string
  readonly sites: readonly Site[]
  readonly binary: NatsServerBinary
  /** How to run the node's command: node itself, and the path of the program. */
  readonly khata: readonly [string, string]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal
}

/** A site whose nats-server runs and whose node is configured. */
export interface PreparedSite {
  readonly site: Site
  readonly folder: string
  readonly configFile: string
  readonly nats: NatsServer
}

export interface RunningSite extends PreparedSite {
  /** Base URL of the node. */
  readonly url: string
  readonly node: BoundProcess
}

/** Programs started at once: two cores are busy with two. */
const startsMax = 4

export const nodeKeyName = (site: string): string => `node/${site}`
export const cosignerKeyName = (site: string): string => `cosigner/${site}`

/** Starts every site's nats-server and hands each to `crew`, which stops it. */
export async function startServers(options: NetworkOptions, crew: Crew): Promise<ReadonlyMap<string, NatsServer>> {
  const limit = pLimit(startsMax)
  const started = await Promise.all(
    options.sites.map(({ name }) =>
      limit(async () => {
        options.signal.throwIfAborted()
        const storeDir = join(options.dir, 'nats', name)
        const server = crew.use(await startNatsServer({ binary: options.binary, name, storeDir }))
        return [name, server] as const
      }),
    ),
  )
  return new Map(started)
}

/** Writes a site's keys and configuration; its node then makes what else it needs (`khata init`). */
export async function prepareSite(
  site: Site,
  servers: ReadonlyMap<string, NatsServer>,
  options: NetworkOptions,
): Promise<PreparedSite> {
  const { dir, seed } = options
  const folder = join(dir, 'nodes', site.name)
  const nats = serverOf(servers, site.name)
  await mkdir(folder, { recursive: true })
  await writeKey(join(folder, 'node.key'), drillSecret(seed, nodeKeyName(site.name)))
  if (site.role !== 'ro') await writeKey(join(folder, 'cosigner.key'), drillSecret(seed, cosignerKeyName(site.name)))
  const configFile = join(folder, 'config.json')
  await writeFile(configFile, `${JSON.stringify(configOf(site, servers), undefined, 2)}\n`)
  return { site, folder, configFile, nats }
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

export async function startNode(site: PreparedSite, options: NetworkOptions, crew: Crew): Promise<RunningSite> {
  const node = crew.use(await startBound(launchOf(site, options, ['node']), options.signal))
  const ready = JSON.parse(node.firstLine) as { readonly http: string }
  return { ...site, node, url: ready.http }
}

/** Several at once, as many as the machine bears. */
export async function forSites<S, T>(sites: readonly S[], act: (site: S) => Promise<T>): Promise<readonly T[]> {
  const limit = pLimit(startsMax)
  return await Promise.all(sites.map((site) => limit(() => act(site))))
}

/** What `khata node --config` reads; paths are relative to the file. */
function configOf(site: Site, servers: ReadonlyMap<string, NatsServer>): object {
  const upstream = (hub: string) => ({ hub, url: serverOf(servers, hub).url })
  const common = {
    role: site.role,
    name: site.name,
    trust: '../../trust.json',
    keyFile: 'node.key',
    dataDir: 'data',
    nats: { url: serverOf(servers, site.name).url },
    http: { host: '127.0.0.1', port: 0 },
  }
  switch (site.role) {
    case 'hq':
      return { ...common, cosignerKeyFile: 'cosigner.key', hub: site.hub, upstreams: [] }
    case 'province':
      return { ...common, cosignerKeyFile: 'cosigner.key', hub: site.hub, upstreams: [upstream('hq')] }
    case 'ro':
      return { ...common, seats: site.seats, upstreams: [upstream(site.province), upstream('hq')] }
  }
}

function launchOf(site: PreparedSite, { khata, environment }: NetworkOptions, [verb = '', ...rest]: readonly string[]) {
  const [command, program] = khata
  const args = [program, verb, '--config', site.configFile, ...rest]
  return { command, args, environment, logFile: join(site.folder, 'node.log') }
}

function serverOf(servers: ReadonlyMap<string, NatsServer>, name: string): NatsServer {
  const server = servers.get(name)
  if (server === undefined) throw new DrillError('drill/process-ended', `no nats-server of ${name}`)
  return server
}

async function writeKey(path: string, secret: Uint8Array): Promise<void> {
  await writeFile(path, `${toHex(secret)}\n`, { mode: 0o600 })
}
