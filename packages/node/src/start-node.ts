import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { installNativeSha256, installNativeVerify } from '@khata/verifier-pool'
import { rulesVersions, type Trust } from '@khata/ledger'
import { systemClock } from './adapters/clock.ts'
import { foldingCodeHash } from './adapters/folding-code.ts'
import { NodeMetrics } from './adapters/http/metrics.ts'
import { type HttpServer, openHttpServer } from './adapters/http/server.ts'
import { openImageFolder } from './adapters/image-folder.ts'
import { JetStreamEventLog } from './adapters/jetstream/event-log.ts'
import { NatsLink, NatsLinkServer } from './adapters/jetstream/link.ts'
import { readNkeyFile } from './adapters/jetstream/nkey.ts'
import { farDialMsMax, type NatsOptions, type NatsStatus } from './adapters/jetstream/options.ts'
import { connectNats, type NatsSession } from './adapters/jetstream/session.ts'
import { hubSizes, officeSizes, openLevelStore } from './adapters/level/store.ts'
import { openFileLineageMarker } from './adapters/marker.ts'
import { openSigner, readKeyFile } from './adapters/signer.ts'
import type { NodeConfig } from './config.ts'
import type { ConnectionConfig } from './connection-config.ts'
import { readText, readTrustFile } from './files.ts'
import { type Link, type LinkServer, PortUnavailable, type VerifierPool } from './ports.ts'
import { cosigner } from './shell/hub-service.ts'
import { KhataNode } from './shell/node.ts'
import type { NodeSetting } from './shell/node-setting.ts'
import { PartedLink, type PartedLinkSetting } from './shell/parted-link.ts'
import { PartedLinkServer } from './shell/parted-link-server.ts'
import type { Journal, Site } from './shell/site.ts'
import { StartFault } from './start-fault.ts'

export interface NodeSurroundings {
  /** Several nodes of one process share it. */
  readonly verifier: VerifierPool
  readonly journal: Journal
  /** Ends a start that is still waiting for its server. */
  readonly signal: AbortSignal
  /** Something is damaged or wrong: the caller stops the node. */
  readonly onFailed: (error: unknown) => void
}

export interface StartedNode extends AsyncDisposable {
  /** `http://127.0.0.1:8400` */
  readonly url: string
  /** Of the port that only reads, where there is one. */
  readonly publicUrl: string | undefined
  readonly node: KhataNode
}

/** Between two tries to open the logs while the site's server is away. */
const openRetryMs = 500

/**
 * A node on real machines: libsodium, Level, its site's nats-server, its hubs and HTTP, put together and opened.
 * Waits for its own server for ever, and for its hubs not at all. Configured paths are absolute or from here.
 * @throws StartFault, StoreLocked and other faults of the store, KeyFileUnfit, VerifierUnfit.
 */
export async function startNode(config: NodeConfig, surroundings: NodeSurroundings): Promise<StartedNode> {
  await using opening = new AsyncDisposableStack()
  installNativeSha256()
  await installNativeVerify()
  const trust = await readTrustFile(config.trust)
  if (config.development === true) surroundings.journal.alarm('development-mode', { advice: 'not for an election' })
  const session = opening.use(await connectTo(config.nats, { name: config.name }, surroundings.journal))
  const site = await openSite(config, { trust, session, opening, surroundings })
  const metrics = new NodeMetrics()
  const setting = await makeSetting(config, { site, trust, metrics, opening, surroundings })
  await session.ready(surroundings.signal)
  const server = config.role === 'ro' ? undefined : linkServer(session, trust, surroundings.journal)
  const node = await openPatiently(setting, server, surroundings)
  metrics.watch(node)
  opening.defer(() => stopAnswering(node, server, undefined))
  const http = await listen(node, metrics, config)
  const parts = opening.move()
  return {
    url: http.url,
    publicUrl: http.publicUrl,
    node,
    [Symbol.asyncDispose]: async () => {
      await stopAnswering(node, server, http)
      await parts.disposeAsync()
    },
  }
}

interface SiteParts {
  readonly trust: Trust
  readonly session: NatsSession
  readonly opening: AsyncDisposableStack
  readonly surroundings: NodeSurroundings
}

async function openSite(config: NodeConfig, { trust, session, opening, surroundings }: SiteParts): Promise<Site> {
  const { journal, verifier } = surroundings
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  const store = opening.use(await openLevelStore(config.dataDir, config.role === 'ro' ? officeSizes : hubSizes))
  const eventLog = opening.use(new JetStreamEventLog(session, trust.election))
  const marker = config.markerDir === undefined ? undefined : await openFileLineageMarker(config.markerDir)
  const images = await openImageFolder(config.imageDir ?? join(config.dataDir, 'images'))
  return { store, eventLog, images, verifier, clock: systemClock, marker, journal }
}

interface SettingParts {
  readonly site: Site
  readonly trust: Trust
  readonly metrics: NodeMetrics
  readonly opening: AsyncDisposableStack
  readonly surroundings: NodeSurroundings
}

async function makeSetting(config: NodeConfig, parts: SettingParts): Promise<NodeSetting> {
  const { site, trust, metrics, opening, surroundings } = parts
  const { name, role, seats, hub } = config
  return {
    name,
    role,
    site,
    trust,
    signer: await openSigner(await readKeyFile(config.keyFile)),
    cosign: await cosignerOf(config, trust),
    seats,
    hub,
    links: await linksOf(config, trust, { opening, surroundings }),
    code: await foldingCodeHash(),
    rulesVersions,
    onCheckpoint: (entries) => metrics.released(entries),
    onFailed: surroundings.onFailed,
  }
}

/** An RO's node cosigns nothing. */
async function cosignerOf({ hub, cosignerKeyFile }: NodeConfig, trust: Trust): Promise<NodeSetting['cosign']> {
  if (hub === undefined || cosignerKeyFile === undefined) return (note) => note
  const signer = await openSigner(await readKeyFile(cosignerKeyFile))
  return cosigner(trust, hub, { signer, clock: systemClock })
}

async function linksOf(
  config: NodeConfig,
  trust: Trust,
  { opening, surroundings: { journal } }: Pick<SiteParts, 'opening' | 'surroundings'>,
): Promise<ReadonlyMap<string, Link>> {
  const links = new Map<string, Link>()
  for (const upstream of config.upstreams) {
    const session = opening.use(await connectTo(upstream, { name: config.name, dialMsMax: farDialMsMax }, journal))
    links.set(upstream.hub, opening.use(new PartedLink(new NatsLink(session, trust.election), lineSetting)))
  }
  return links
}

async function connectTo(
  connection: ConnectionConfig,
  dialling: Pick<NatsOptions, 'name' | 'dialMsMax'>,
  journal: Journal,
): Promise<NatsSession> {
  const { url, nkeyFile, tls } = connection
  // The client reads them at each dial; one that cannot be read at all is told now.
  for (const file of [tls?.caFile, tls?.certFile, tls?.keyFile]) {
    if (file !== undefined) await readText(file, 'tls/unreadable')
  }
  const onStatus = ({ type, text }: NatsStatus): void =>
    type === 'forbidden' ? journal.alarm('nats-forbidden', { url, text }) : journal.info(`nats-${type}`, { url, text })
  const seed = nkeyFile === undefined ? {} : { seed: await readNkeyFile(nkeyFile) }
  return connectNats({ ...dialling, url, onStatus, ...seed, ...(tls !== undefined && { tls }) })
}

const lineSetting: PartedLinkSetting = { clock: systemClock, newId: () => new Uint8Array(randomBytes(16)) }

function linkServer(session: NatsSession, { election }: Trust, journal: Journal): LinkServer {
  const server = new NatsLinkServer(session, election, (verb, error) => {
    journal.alarm('link-request-failed', { verb, error: error instanceof Error ? error.message : String(error) })
  })
  return new PartedLinkServer(server, systemClock)
}

async function openPatiently(
  setting: NodeSetting,
  server: LinkServer | undefined,
  { journal, signal }: NodeSurroundings,
): Promise<KhataNode> {
  for (;;) {
    try {
      return await KhataNode.open(setting, server)
    } catch (error) {
      if (!(error instanceof PortUnavailable)) throw error
      journal.info('port-unavailable', { effect: 'open', detail: error.message })
    }
    await setting.site.clock.sleep(openRetryMs, signal)
  }
}

async function listen(node: KhataNode, metrics: NodeMetrics, config: NodeConfig): Promise<HttpServer> {
  const { http, public: anybody } = config
  try {
    return await openHttpServer(node, metrics, http, anybody)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    const ports = [http, ...(anybody === undefined ? [] : [anybody])].map(({ host, port }) => `${host}:${port}`)
    throw new StartFault('http/cannot-listen', `${ports.join(' or ')}: ${why}`, cause)
  }
}

/** Whoever still waits for an answer is told to come again before connections are closed. */
async function stopAnswering(
  node: KhataNode,
  server: LinkServer | undefined,
  http: HttpServer | undefined,
): Promise<void> {
  await Promise.all([server?.[Symbol.asyncDispose](), node.stop()])
  await http?.[Symbol.asyncDispose]()
}
