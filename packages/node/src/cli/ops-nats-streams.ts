import { dirname, resolve } from 'node:path'
import { Command } from 'commander'
import { readNkeyFile } from '../adapters/jetstream/nkey.ts'
import type { NatsStatus } from '../adapters/jetstream/options.ts'
import { connectNats, type NatsSession } from '../adapters/jetstream/session.ts'
import { addStream, findStream, requireVersion, type StreamWish } from '../adapters/jetstream/streams.ts'
import { PortUnavailable } from '../ports.ts'
import { readTopology, siteNamed } from '../topology/file.ts'
import { streamsOf } from '../topology/streams.ts'
import { type Topology, urlOf } from '../topology/topology.ts'
import { complain, type ExitCode, type Invocation, printLine, type Work } from './invocation.ts'

interface Options {
  readonly site: string
  readonly nkey: string
  readonly ca?: string
  readonly check?: true
}

/** Operators' commands wait for a person, and not long. */
const connectMsMax = 30_000

const helpText = `
Logs in at the site's servers as an operator, makes each stream that the site's node needs and lacks, and looks whether
the others are as they must be. With three servers each stream is on all of them. What is there is never changed.`

export function natsStreamsCommand(choose: (work: Work) => void): Command {
  return new Command('nats-streams')
    .description('make the streams of a site that are missing, and verify the others')
    .argument('<topology>', 'the topology file')
    .requiredOption('--site <name>', 'whose streams')
    .requiredOption('--nkey <file>', 'the seed of an operator’s nkey')
    .option('--ca <file>', 'who signed the server’s certificate, in PEM; default: the topology’s tls.caFile')
    .option('--check', 'make nothing; exit 1 where one is missing')
    .addHelpText('after', helpText)
    .action((file: string, options: Options) => choose((invocation) => runNatsStreams(file, options, invocation)))
}

async function runNatsStreams(file: string, options: Options, invocation: Invocation): Promise<ExitCode> {
  const topology = await readTopology(file)
  const site = siteNamed(topology, options.site)
  const wishes = streamsOf(topology, site)
  await using session = await login(topology, { file, url: site.servers.map(urlOf), options })
  requireVersion(session.connection())
  let missing = 0
  for (const wish of wishes) {
    const state = await stateOf(session, wish, options.check === true)
    if (state !== 'held') printLine(invocation, `${wish.name} ${state}`)
    if (state === 'missing') missing += 1
  }
  if (missing > 0) {
    complain(invocation, `event-log/stream-missing: ${missing} of ${wishes.length} streams`)
    return 1
  }
  printLine(invocation, `${wishes.length} streams of ${site.name} are as they must be`)
  return 0
}

async function stateOf(
  session: NatsSession,
  wish: StreamWish,
  onlyLooks: boolean,
): Promise<'held' | 'made' | 'missing'> {
  if ((await findStream(session, wish)) !== undefined) return 'held'
  if (onlyLooks) return 'missing'
  await addStream(session, wish)
  return 'made'
}

interface Login {
  /** Paths of the topology are relative to its own folder. */
  readonly file: string
  readonly url: readonly string[]
  readonly options: Options
}

async function login({ tls }: Topology, { file, url, options: { nkey, ca } }: Login): Promise<NatsSession> {
  const seed = await readNkeyFile(nkey)
  const caFile = ca ?? (tls && resolve(dirname(file), tls.caFile))
  let last = ''
  const onStatus = ({ text }: NatsStatus): void => {
    last = text
  }
  const session = connectNats({
    url,
    name: 'khata ops',
    seed,
    onStatus,
    ...(caFile !== undefined && { tls: { caFile } }),
  })
  try {
    await session.ready(AbortSignal.timeout(connectMsMax))
    return session
  } catch (cause) {
    await session[Symbol.asyncDispose]()
    throw new PortUnavailable(`nats/disconnected: ${url.join(', ')}: ${last}`, { cause })
  }
}
