import { randomInt } from 'node:crypto'
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type BoundChild, spawnBound } from './child.ts'
import { configFile, configText, logFile, type NatsConfig, portsFile } from './config.ts'
import { type Environment, processEnvironment } from './environment.ts'
import { NatsServerFault } from './fault.ts'
import { obtainNatsServer } from './obtain.ts'
import type { NatsServerBinary } from './version.ts'

export interface NatsServerOptions {
  /** Defaults to what `obtainNatsServer` finds; give it when many servers are started. */
  readonly binary?: NatsServerBinary
  /** The server's name in the NATS sense; must differ between servers that are linked. Default: its folder's name. */
  readonly name?: string
  /** A port on 127.0.0.1; a free one is taken by default. */
  readonly port?: number
  /** Kept on `stop`. By default a temporary folder, removed on `stop` and when this process dies. */
  readonly storeDir?: string
  /** JetStream's `max_mem`, default 64 MiB. */
  readonly memoryStoreBytesMax?: number
  /** JetStream's `max_file`, default 16 GiB. */
  readonly fileStoreBytesMax?: number
  /** GOMEMLIMIT, default 256 MiB: without one a filtered read of a large stream grows the server to gigabytes. */
  readonly heapBytesMax?: number
  /** Further settings of the server's own configuration (users, limits, `http_port`), laid over the ones made here. */
  readonly config?: NatsConfig
  /** A configuration to run as it is, in place of one made here; `port` is the one that it names. */
  readonly configFile?: string
  readonly environment?: Environment
}

export interface NatsServer extends AsyncDisposable {
  readonly name: string
  readonly port: number
  /** `nats://127.0.0.1:<port>` */
  readonly url: string
  /** The process now running, or the last one that ran. */
  readonly pid: number
  readonly storeDir: string
  readonly logFile: string
  /** Ends the server in order, and removes its folder if that is a temporary one. Twice is the same as once. */
  stop(): Promise<void>
  /** SIGKILL; the folder stays as it is, for `restart`. */
  kill(): Promise<void>
  /** Ends the server in order unless it is down already, and starts it on the same port and store. */
  restart(): Promise<void>
}

/**
 * Starts a nats-server on 127.0.0.1 with JetStream, and waits until it accepts connections.
 * @throws NatsServerFault `port-taken` for a given port, `start-failed` with the end of the server's log, or what
 * `obtainNatsServer` throws.
 */
export async function startNatsServer(options: NatsServerOptions = {}): Promise<NatsServer> {
  const binary = options.binary ?? (await obtainNatsServer(environmentOption(options)))
  const storeDir = options.storeDir ?? (await mkdtemp(join(tmpdir(), 'khata-nats-')))
  await mkdir(storeDir, { recursive: true })
  const launch: Launch = { options, binary, storeDir, name: options.name ?? basename(storeDir) }
  try {
    const started = options.port === undefined ? await launchOnFreePort(launch) : await launchOn(launch, options.port)
    return serverHandle(launch, started)
  } catch (cause) {
    await removeTemporary(launch)
    throw cause
  }
}

interface Launch {
  readonly options: NatsServerOptions
  readonly binary: NatsServerBinary
  readonly storeDir: string
  readonly name: string
}

interface Running {
  readonly port: number
  readonly child: BoundChild
}

const startTimeoutMs = 30_000
const stopTimeoutMs = 15_000

/**
 * Below the range from which systems take the ports of outgoing connections (32768 on Linux, 49152 elsewhere): a client
 * that reconnects to a server which is down could otherwise be given that very port, connect to itself and keep it.
 */
const portMin = 20_000
const portMax = 32_000
const portAttemptsMax = 50

/** The server's own attempt to listen decides whether a port is free, so two starters cannot both think so. */
async function launchOnFreePort(launch: Launch): Promise<Running> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await launchOn(launch, randomInt(portMin, portMax))
    } catch (cause) {
      const isTaken = cause instanceof NatsServerFault && cause.code === 'nats-server/port-taken'
      if (!isTaken || attempt === portAttemptsMax) throw cause
    }
  }
}

async function launchOn(launch: Launch, port: number): Promise<Running> {
  const { options, storeDir, name } = launch
  const settings = {
    memoryStoreBytesMax: options.memoryStoreBytesMax ?? 64 * 2 ** 20,
    fileStoreBytesMax: options.fileStoreBytesMax ?? 16 * 2 ** 30,
    config: options.config ?? {},
  }
  if (options.configFile === undefined) {
    await writeFile(configFile(storeDir), configText({ name, port, storeDir, ...settings }))
  }
  const child = await spawnServer(launch)
  await untilListening(launch, { port, child })
  return { port, child }
}

/** The log is the file of what the server prints: a fault in its configuration is printed before it opens a log. */
async function spawnServer({ options, binary, storeDir }: Launch): Promise<BoundChild> {
  const output = await open(logFile(storeDir), 'w')
  try {
    return spawnBound({
      command: binary.path,
      args: ['--config', options.configFile ?? configFile(storeDir), '--ports_file_dir', storeDir],
      environment: {
        ...(options.environment ?? processEnvironment()),
        GOMEMLIMIT: String(options.heapBytesMax ?? 256 * 2 ** 20),
      },
      output: output.fd,
      ...(options.storeDir === undefined ? { scratch: storeDir } : {}),
    })
  } finally {
    await output.close()
  }
}

/** The file of ports carries the process's number, so it cannot be another server's or an earlier one's. */
async function untilListening(launch: Launch, running: Running): Promise<void> {
  const { child, port } = running
  const path = portsFile(launch.storeDir, child.pid)
  const deadline = performance.now() + startTimeoutMs
  while (!(await readFile(path, 'utf8').catch(() => '')).includes(`:${port}"`)) {
    if (child.hasEnded) throw await startFault(launch.storeDir, port)
    if (performance.now() > deadline) {
      child.signal('SIGKILL')
      await child.untilEnded()
      throw await startFault(launch.storeDir, port)
    }
    await delay(10)
  }
}

async function startFault(storeDir: string, port: number): Promise<NatsServerFault> {
  const log = await readFile(logFile(storeDir), 'utf8').catch(() => '')
  if (log.includes('address already in use')) {
    return new NatsServerFault('nats-server/port-taken', `127.0.0.1:${port} is in use`)
  }
  return new NatsServerFault(
    'nats-server/start-failed',
    `the server did not start; its log ends:\n${log.slice(-2_000)}`,
  )
}

function serverHandle(launch: Launch, first: Running): NatsServer {
  let running = first
  const { storeDir, name } = launch
  const stop = async (): Promise<void> => {
    await end(running.child)
    await removeTemporary(launch)
  }
  return {
    name,
    port: first.port,
    url: `nats://127.0.0.1:${first.port}`,
    get pid() {
      return running.child.pid
    },
    storeDir,
    logFile: logFile(storeDir),
    stop,
    kill: async () => {
      running.child.signal('SIGKILL')
      await running.child.untilEnded()
    },
    restart: async () => {
      await end(running.child)
      running = await launchOn(launch, first.port)
    },
    [Symbol.asyncDispose]: stop,
  }
}

async function removeTemporary({ options, storeDir }: Launch): Promise<void> {
  if (options.storeDir === undefined) await rm(storeDir, { recursive: true, force: true })
}

/** In order first; a server that does not end in time is killed, so that no stop can hang. */
async function end(child: BoundChild): Promise<void> {
  child.signal('SIGTERM')
  const late = new AbortController()
  const timeout = delay(stopTimeoutMs, undefined, { signal: late.signal }).then(
    () => child.signal('SIGKILL'),
    () => undefined,
  )
  await child.untilEnded()
  late.abort()
  await timeout
}

function environmentOption(options: NatsServerOptions): { readonly environment?: Environment } {
  return options.environment === undefined ? {} : { environment: options.environment }
}
