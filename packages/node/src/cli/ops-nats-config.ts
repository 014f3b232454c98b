import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { createTwoFilesPatch } from 'diff'
import { isMissing, replaceFile } from '../adapters/folder.ts'
import { readTopology } from '../topology/file.ts'
import { nodeConnections } from '../topology/node-connections.ts'
import { serverConfig } from '../topology/server-config.ts'
import type { Topology } from '../topology/topology.ts'
import { type ExitCode, type Invocation, printLine, type Work } from './invocation.ts'

interface Options {
  readonly out: string
  readonly check?: true
}

const helpText = `
Writes SERVER.conf for each nats-server, and SITE.node.json with the fields of each node's configuration that follow from
the topology. Prints what differs from the files that are there already. A server takes a new file of users and limits
without a stop: "nats-server --signal reload=FILE", with the pid_file of its configuration. Files of servers and sites
that the topology no longer has are named, and left for you to remove.`

export function natsConfigCommand(choose: (work: Work) => void): Command {
  return new Command('nats-config')
    .description('write the configuration of every nats-server: users, permissions, limits, TLS, clusters')
    .argument('<topology>', 'the topology file')
    .option('--out <dir>', 'where the files are', 'nats')
    .option('--check', 'write nothing; exit 1 where something differs')
    .addHelpText('after', helpText)
    .action((file: string, options: Options) => choose((invocation) => runNatsConfig(file, options, invocation)))
}

async function runNatsConfig(file: string, { out, check }: Options, invocation: Invocation): Promise<ExitCode> {
  const files = filesOf(await readTopology(file))
  const differing: (readonly [name: string, text: string])[] = []
  for (const [name, text] of files) {
    const held = await readHeld(join(out, name))
    if (held === text) continue
    differing.push([name, text])
    printLine(invocation, difference(name, held, text))
  }
  const left = (await namesIn(out)).filter((name) => !files.has(name))
  for (const name of left) printLine(invocation, `${name} is of no server or site in the topology`)
  if (check === true) return differing.length + left.length === 0 ? 0 : 1
  await mkdir(out, { recursive: true })
  for (const [name, text] of differing) await replaceFile(join(out, name), Buffer.from(text), publicMode)
  printLine(invocation, `${differing.length} of ${files.size} files written to ${out}`)
  return 0
}

function difference(name: string, held: string | undefined, text: string): string {
  if (held === undefined) return createTwoFilesPatch('/dev/null', name, '', text)
  const patch = createTwoFilesPatch(name, name, held, text, undefined, undefined, { maxEditLength: linesToldMax })
  return patch ?? `${name} differs in more than ${linesToldMax} lines`
}

/** Lines taken away and added: comparing takes time in proportion to these and to all lines. */
const linesToldMax = 4_000

/** The files hold public keys alone. */
const publicMode = 0o644

function filesOf(topology: Topology): ReadonlyMap<string, string> {
  const servers = topology.sites.flatMap((site) =>
    site.servers.map((server) => [`${server.name}.conf`, serverConfig(topology, site, server)] as const),
  )
  const nodes = topology.sites.map(
    (site) => [`${site.name}.node.json`, `${JSON.stringify(nodeConnections(topology, site), undefined, 2)}\n`] as const,
  )
  return new Map([...servers, ...nodes])
}

async function readHeld(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    if (isMissing(cause)) return undefined
    throw cause
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => /\.(conf|node\.json)$/.test(name)).toSorted()
  } catch (cause) {
    if (isMissing(cause)) return []
    throw cause
  }
}
