import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { NatsServerFault } from './fault.ts'

/** The first version whose JetStream has atomic batches as Khata writes them. */
export const natsServerVersionMin = '2.12.3'

export interface NatsServerBinary {
  /** Absolute path of the executable. */
  readonly path: string
  /** Without the leading v: `2.15.1`. */
  readonly version: string
}

/** Asks an executable for its version and refuses one that is too old for Khata. */
export async function inspectBinary(path: string): Promise<NatsServerBinary> {
  const version = parseVersion(await versionText(path))
  if (version === undefined) {
    throw new NatsServerFault(
      'nats-server/version-unreadable',
      `${path} --version does not answer as a nats-server does`,
    )
  }
  if (!isRecentEnough(version)) {
    throw new NatsServerFault(
      'nats-server/too-old',
      `${path} is ${version}; ${natsServerVersionMin} or newer is needed. Point KHATA_NATS_SERVER at a newer one.`,
    )
  }
  return { path, version }
}

/** Reads `nats-server: v2.15.1`; undefined when the text is something else. */
export function parseVersion(text: string): string | undefined {
  return /^nats-server: v?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)\s*$/m.exec(text)?.[1]
}

/** A preview of the least version (`2.12.3-RC.1`) comes before it, as in Semantic Versioning section 11. */
export function isRecentEnough(version: string): boolean {
  const [found, preview] = splitVersion(version)
  const [needed] = splitVersion(natsServerVersionMin)
  const differing = needed.findIndex((part, index) => part !== found[index])
  if (differing === -1) return preview === ''
  return (found[differing] ?? 0) > (needed[differing] ?? 0)
}

function splitVersion(version: string): readonly [numbers: readonly number[], preview: string] {
  const [numbers = '', ...preview] = version.split('-')
  return [numbers.split('.').map(Number), preview.join('-')]
}

async function versionText(path: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: 10_000 })
    return stdout
  } catch (cause) {
    throw new NatsServerFault('nats-server/version-unreadable', `${path} --version failed`, { cause })
  }
}
