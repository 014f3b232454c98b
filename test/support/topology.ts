import { createServer } from 'node:net'
import { once } from 'node:events'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type NatsServer, startNatsServer } from '@khata/nats-server'
import { nkeys } from 'nats'
import { runKhata } from './node-process.ts'

/** Who logs in: one user. */
export interface UserKey {
  readonly seed: Uint8Array
  readonly nkey: string
}

/** A site as a test writes it; keys, ports and folders are added here. */
export interface SitePlan {
  readonly name: string
  readonly role: 'hq' | 'province' | 'ro'
  readonly hub?: string
  readonly province?: string
  readonly seats?: readonly string[]
  readonly servers?: 1 | 3
}

export interface TopologyPlan {
  readonly election: string
  readonly sites: readonly SitePlan[]
  readonly observers?: readonly string[]
  readonly tls?: object
  readonly clusterTls?: object
}

/** A topology on this machine, with the configuration that khata writes from it, and servers that run on that. */
export class LocalTopology implements AsyncDisposable {
  readonly folder: string
  readonly json: Readonly<Record<string, unknown>> & { readonly sites: readonly SiteJson[] }
  readonly keys: ReadonlyMap<string, UserKey>
  readonly #running = new AsyncDisposableStack()

  private constructor(folder: string, json: LocalTopology['json'], keys: ReadonlyMap<string, UserKey>) {
    this.folder = folder
    this.json = json
    this.keys = keys
  }

  /** Writes the topology, keys for everybody, and every server's configuration. */
  static async write(written: TopologyPlan | ((folder: string) => Promise<TopologyPlan>)): Promise<LocalTopology> {
    const folder = await mkdtemp(join(tmpdir(), 'khata-topology-'))
    const plan = typeof written === 'function' ? await written(folder) : written
    const observers = plan.observers ?? []
    const names = ['operator', ...observers, ...plan.sites.map(({ name }) => name)]
    const keys = new Map(names.map((name) => [name, newKey()] as const))
    const users = (some: readonly string[]) => some.map((name) => ({ name, nkeys: [publicKeyIn(keys, name)] }))
    const sites = await Promise.all(plan.sites.map((site) => siteJson(site, plan, { folder, keys })))
    const { election, tls } = plan
    const json = { election, ...(tls && { tls }), operators: users(['operator']), observers: users(observers), sites }
    const topology = new LocalTopology(folder, json, keys)
    await writeFile(topology.file, JSON.stringify(json))
    for (const [name, key] of keys) {
      await writeFile(topology.seedFile(name), `${new TextDecoder().decode(key.seed)}\n`, { mode: 0o600 })
    }
    await topology.ops('nats-config', topology.file, '--out', topology.out)
    return topology
  }

  get file(): string {
    return join(this.folder, 'topology.json')
  }

  get out(): string {
    return join(this.folder, 'nats')
  }

  seedFile(name: string): string {
    return join(this.folder, `${name}.nkey`)
  }

  configFile(server: string): string {
    return join(this.out, `${server}.conf`)
  }

  /** Fields of a node's configuration that were written for its site. */
  async nodeConfig(site: string): Promise<object> {
    return JSON.parse(await readFile(join(this.out, `${site}.node.json`), 'utf8')) as object
  }

  /** Puts the seed of a site's nkey where its node's configuration says that it is. */
  async giveSeed(site: string, folder: string): Promise<void> {
    await copyFile(this.seedFile(site), join(folder, 'nats.nkey'))
  }

  publicKey(name: string): string {
    return publicKeyIn(this.keys, name)
  }

  site(name: string): SiteJson {
    const site = this.json.sites.find((one) => one.name === name)
    if (site === undefined) throw new Error(`no site ${name}`)
    return site
  }

  /** Runs `khata ops ...`, which is to end well. */
  async ops(...argv: readonly string[]): Promise<string> {
    const { code, out, err } = await runKhata('ops', ...argv)
    if (code !== 0) throw new Error(`khata ops ${argv.join(' ')}: exit ${code}\n${out}${err}`)
    return out
  }

  /** The servers of a site, on what was written for them. */
  async start(name: string): Promise<readonly NatsServer[]> {
    return await Promise.all(
      this.site(name).servers.map(async (server) =>
        this.#running.use(
          await startNatsServer({
            configFile: this.configFile(server.name),
            port: server.port,
            storeDir: server.dataDir,
          }),
        ),
      ),
    )
  }

  /** Makes a site's streams as its operator; a cluster needs a moment to choose who leads it. */
  async makeStreams(name: string): Promise<void> {
    const argv = ['nats-streams', this.file, '--site', name, '--nkey', this.seedFile('operator')]
    for (const deadline = performance.now() + 60_000; ; await delay(200)) {
      try {
        await this.ops(...argv)
        return
      } catch (error) {
        if (performance.now() > deadline) throw error
      }
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#running.disposeAsync()
    await rm(this.folder, { recursive: true, force: true })
  }
}

interface SiteJson {
  readonly name: string
  readonly servers: readonly ServerJson[]
}

interface ServerJson {
  readonly name: string
  readonly host: string
  readonly port: number
  readonly clusterPort?: number
  readonly dataDir: string
}

interface Around {
  readonly folder: string
  readonly keys: ReadonlyMap<string, UserKey>
}

async function siteJson({ servers = 1, ...site }: SitePlan, { clusterTls }: TopologyPlan, { folder, keys }: Around) {
  const isCluster = servers === 3
  const named = Array.from({ length: servers }, (_, at) => (isCluster ? `${site.name}-${at + 1}` : site.name))
  return {
    ...site,
    nkeys: [publicKeyIn(keys, site.name)],
    ...(isCluster && clusterTls !== undefined && { clusterTls }),
    servers: await Promise.all(
      named.map(async (name) => ({
        name,
        host: '127.0.0.1',
        port: await freePort(),
        ...(isCluster && { clusterPort: await freePort() }),
        dataDir: join(folder, 'data', name),
      })),
    ),
  }
}

function publicKeyIn(keys: ReadonlyMap<string, UserKey>, name: string): string {
  const key = keys.get(name)
  if (key === undefined) throw new Error(`no key of ${name}`)
  return key.nkey
}

function newKey(): UserKey {
  const key = nkeys.createUser()
  return { seed: key.getSeed(), nkey: key.getPublicKey() }
}

/** A port of this machine that nobody listens on now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
