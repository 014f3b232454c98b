import { execFile } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The suite that has a recent nats-server; its binary runs on Debian 12 and later (libc 2.34 or newer). */
const suite = 'sid'

/**
 * Downloads Debian's nats-server package and unpacks it under `scratch`; returns the binary's path inside.
 * apt checks the archive's signatures with the machine's own keys, and works in private folders only: neither the
 * machine's package lists nor its installed packages change, and no root is needed.
 */
export async function fetchFromDebian(scratch: string): Promise<string> {
  const failures: string[] = []
  for (const archive of await configuredArchives(scratch)) {
    try {
      return await fetchFromArchive(scratch, archive)
    } catch (cause) {
      failures.push(`${archive}: ${cause instanceof Error ? cause.message.trim() : String(cause)}`)
    }
  }
  throw new Error(failures.length === 0 ? 'apt names no archive here' : failures.join('; '))
}

/** The addresses in the machine's own apt configuration; a security archive carries no such suite. */
async function configuredArchives(scratch: string): Promise<readonly string[]> {
  const apt = await privateApt(scratch)
  const { stdout } = await apt(['update', '--print-uris'])
  const addresses = [...stdout.matchAll(/^'([^']+)\/dists\/([^']+)\/InRelease'/gm)]
  const archives = addresses.filter((match) => !match[0].includes('security')).map((match) => match[1] ?? '')
  return [...new Set(archives)]
}

async function fetchFromArchive(scratch: string, archive: string): Promise<string> {
  const sources = join(scratch, 'sources.list')
  await writeFile(sources, `deb ${archive} ${suite} main\n`)
  const apt = await privateApt(scratch, [`Dir::Etc::SourceList=${sources}`, 'Dir::Etc::SourceParts=/dev/null'])
  await apt(['update'])
  await apt(['download', 'nats-server'])
  const archiveFile = (await readdir(scratch)).find((name) => name.endsWith('.deb'))
  if (archiveFile === undefined) throw new Error('apt downloaded no package')
  await run('dpkg', ['-x', join(scratch, archiveFile), join(scratch, 'unpacked')])
  return join(scratch, 'unpacked', 'usr', 'sbin', 'nats-server')
}

type Apt = (args: readonly string[]) => Promise<{ readonly stdout: string }>

async function privateApt(scratch: string, settings: readonly string[] = []): Promise<Apt> {
  const lists = join(scratch, 'lists')
  const cache = join(scratch, 'cache')
  await mkdir(join(lists, 'partial'), { recursive: true })
  await mkdir(join(cache, 'archives', 'partial'), { recursive: true })
  const configuration = join(scratch, 'apt.conf')
  await writeFile(configuration, hooksCleared)
  const own = [`Dir::State::Lists=${lists}`, `Dir::Cache=${cache}`, ...quiet, ...settings]
  const fixed = ['-c', configuration, ...own.flatMap((setting) => ['-o', setting])]
  return async (args) => await runApt([...fixed, ...args], scratch)
}

/** apt's own words say more than the command line that a failed command is otherwise reported with. */
async function runApt(args: readonly string[], cwd: string): Promise<{ readonly stdout: string }> {
  try {
    return await run('apt-get', [...args], { cwd, timeout: 300_000 })
  } catch (cause) {
    const words = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : ''
    throw new Error(words.split('\n').at(-1) || 'apt-get failed or is not installed', { cause })
  }
}

/** Container images clean the system's caches after each update; a private update must leave those alone. */
const hooksCleared = `#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
`

const quiet = [
  'Acquire::Languages=none',
  'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false',
  'Acquire::IndexTargets::deb::CNF::DefaultEnabled=false',
  'Acquire::Retries=3',
  'APT::Update::Error-Mode=any',
  'APT::Sandbox::User=',
]
