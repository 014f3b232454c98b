import { constants } from 'node:fs'
import { access, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fetchFromDebian } from './debian.ts'
import { binaryFolders, cacheFolder, type Environment, processEnvironment } from './environment.ts'
import { NatsServerFault } from './fault.ts'
import { withLock } from './lock.ts'
import { inspectBinary, type NatsServerBinary, natsServerVersionMin } from './version.ts'

export interface ObtainOptions {
  readonly environment?: Environment
  /** Told in one line when something slow begins. */
  readonly report?: (line: string) => void
}

/**
 * The nats-server to run: the one KHATA_NATS_SERVER names, else the first on the PATH or in the folders for servers,
 * else the cached one, else one fetched into the cache.
 * @throws NatsServerFault `too-old` or `version-unreadable` for the first found, `not-obtainable` when there is none.
 */
export async function obtainNatsServer(options: ObtainOptions = {}): Promise<NatsServerBinary> {
  const environment = options.environment ?? processEnvironment()
  const named = environment['KHATA_NATS_SERVER'] || (await findInFolders(binaryFolders(environment)))
  if (named !== undefined) return await inspectBinary(named)
  const folder = cacheFolder(environment)
  return (await cachedBinary(folder)) ?? (await fillCache(folder, options.report))
}

async function findInFolders(folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    const path = join(folder, 'nats-server')
    if (await isExecutableFile(path)) return path
  }
  return undefined
}

async function isExecutableFile(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

/** A cached copy that no longer serves, because the least version rose or the file is damaged, is fetched again. */
async function cachedBinary(folder: string): Promise<NatsServerBinary | undefined> {
  const path = join(folder, 'nats-server')
  if (!(await isExecutableFile(path))) return undefined
  return await inspectBinary(path).catch(() => undefined)
}

/** The cached binary, fetched first if need be; one process at a time fetches. */
export async function fillCache(folder: string, report?: (line: string) => void): Promise<NatsServerBinary> {
  await mkdir(folder, { recursive: true })
  return await withLock(join(folder, 'lock'), async () => {
    const another = await cachedBinary(folder)
    if (another !== undefined) return another
    report?.('Fetching nats-server into the cache; this happens once.')
    return await fetchIntoCache(folder)
  })
}

async function fetchIntoCache(folder: string): Promise<NatsServerBinary> {
  const scratch = await mkdtemp(join(folder, 'fetch-'))
  try {
    const fetched = await inspectBinary(await fetchFromDebian(scratch))
    const path = join(folder, 'nats-server')
    await rename(fetched.path, path)
    return { path, version: fetched.version }
  } catch (cause) {
    throw new NatsServerFault('nats-server/not-obtainable', adviceText(cause), { cause })
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

function adviceText(cause: unknown): string {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return (
    `no nats-server was found and none could be fetched (${reason}). Install nats-server ${natsServerVersionMin} or ` +
    'newer on the PATH, or set KHATA_NATS_SERVER to its path. Its releases: https://github.com/nats-io/nats-server/releases'
  )
}
