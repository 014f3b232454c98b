import { Command } from 'commander'
import { pinoJournal } from '../adapters/journal.ts'
import { SequentialVerifierPool } from '../adapters/memory/verifier-pool.ts'
import { openVerifierPool } from '../adapters/verifier-pool/pool.ts'
import type { NodeConfig } from '../config.ts'
import { readNodeConfig } from '../files.ts'
import type { VerifierPool } from '../ports.ts'
import type { Journal } from '../shell/site.ts'
import { type StartedNode, startNode } from '../start-node.ts'
import { type ExitCode, type Invocation, printJson, type Work } from './invocation.ts'

interface Options {
  readonly config: readonly string[]
  readonly endWithStdin?: true
}

const helpText = `
Prints one line of JSON when it is ready, with the address of its HTTP side; its journal goes to standard error.
Waits for its own nats-server, and needs none of its hubs to be up. SIGTERM and SIGINT stop it in order.
Several files run several nodes in one process: they share the threads that check signatures, print a line each, and
end together.`

export function nodeCommand(choose: (work: Work) => void): Command {
  return new Command('node')
    .description('run a node of an RO’s office, a province or HQ')
    .requiredOption('--config <file...>', 'the node’s configuration; the environment’s KHATA_... override it')
    .option('--end-with-stdin', 'stop when standard input ends, as it does when the parent process dies')
    .addHelpText('after', helpText)
    .action((options: Options) => choose((invocation) => runNode(options, invocation)))
}

async function runNode({ config: files, endWithStdin }: Options, invocation: Invocation): Promise<ExitCode> {
  const configs = await Promise.all(files.map((file) => readNodeConfig(file, invocation.environment)))
  const failed = Promise.withResolvers<Failure>()
  const ended = endWithStdin === true ? endOf(invocation.input) : undefined
  const signal = ended === undefined ? invocation.stopping : AbortSignal.any([invocation.stopping, ended])
  // A stream that is still read from keeps the process.
  using reading = new DisposableStack()
  reading.defer(() => void invocation.input.pause())
  await using verifier = await openVerifier(configs)
  const nodes: StartedNode[] = []
  await using ending = new AsyncDisposableStack()
  ending.defer(() => endAll(nodes))
  for (const config of configs) {
    const journal = pinoJournal(config.name, invocation.err)
    const onFailed = (error: unknown): void => failed.resolve({ journal, error })
    const node = await startUnless(signal, () => startNode(config, { verifier, journal, signal, onFailed }))
    if (node === undefined) return 0
    nodes.push(node)
    const { url: http, publicUrl } = node
    const anybody = publicUrl === undefined ? {} : { public: publicUrl }
    printJson(invocation, { ready: true, name: config.name, http, ...anybody, pid: invocation.pid })
  }
  const failure = await Promise.race([aborted(signal), failed.promise])
  if (failure === undefined) return 0
  failure.journal.alarm('stopping-on-failure', about(failure.error))
  return 1
}

/** An office's signatures are few beside a hub's, and each thread takes memory: they are checked between other work. */
async function openVerifier(configs: readonly NodeConfig[]): Promise<VerifierPool> {
  const said = configs.find(({ verifierThreads }) => verifierThreads !== undefined)?.verifierThreads
  const workers = said ?? (configs.every(({ role }) => role === 'ro') ? 0 : undefined)
  return workers === 0 ? new SequentialVerifierPool() : await openVerifierPool({ workers })
}

/** All at once: each waits for what it has under way. */
async function endAll(nodes: readonly StartedNode[]): Promise<void> {
  await Promise.all(nodes.map((node) => node[Symbol.asyncDispose]()))
}

interface Failure {
  readonly journal: Journal
  readonly error: unknown
}

/** Undefined where the start was given up because the node is to stop. */
async function startUnless(signal: AbortSignal, start: () => Promise<StartedNode>): Promise<StartedNode | undefined> {
  try {
    return await start()
  } catch (error) {
    if (signal.aborted) return undefined
    throw error
  }
}

function endOf(input: NodeJS.ReadableStream): AbortSignal {
  const ended = new AbortController()
  for (const event of ['end', 'close', 'error']) input.once(event, () => ended.abort(new Error('standard input ended')))
  input.resume()
  return ended.signal
}

function aborted(signal: AbortSignal): Promise<undefined> {
  const done = Promise.withResolvers<undefined>()
  if (signal.aborted) done.resolve(undefined)
  else signal.addEventListener('abort', () => done.resolve(undefined), { once: true })
  return done.promise
}

function about(error: unknown): Readonly<Record<string, unknown>> {
  return error instanceof Error ? { error: error.message, stack: error.stack } : { error: String(error) }
}
