import { textTable } from '@khata/ledger'
import { Command } from 'commander'
import { get, jsonIn } from './ask.ts'
import { complain, type ExitCode, type Invocation, printJson, printLine, type Work } from './invocation.ts'

interface Options {
  readonly node: string
  readonly seat?: string
  readonly json?: true
}

export function statusCommand(choose: (work: Work) => void): Command {
  return new Command('status')
    .description('tell what a node does, or how a seat stands')
    .requiredOption('--node <url>', 'the node’s HTTP side')
    .option('--seat <seat>', 'of one seat only')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nFails with 1 where the node is not ready, or has no such seat.')
    .action((options: Options) => choose((invocation) => runStatus(options, invocation)))
}

async function runStatus(options: Options, invocation: Invocation): Promise<ExitCode> {
  return options.seat === undefined
    ? await nodeStatus(options, invocation)
    : await seatStatus(options, options.seat, invocation)
}

interface Log {
  readonly log: string
  readonly generation: number
  readonly size: number
  readonly role: string
  readonly sequencing: boolean
}

interface Waiting {
  readonly log: string
  readonly code: string
  readonly detail: string
}

interface ModeStatus {
  readonly mode: string | null
  readonly since: number | null
  readonly hubs: readonly {
    readonly hub: string
    readonly mode: string
    readonly since: number
    readonly waits: { readonly entries: number; readonly bytes: number; readonly oldestAt: number | null }
  }[]
}

async function nodeStatus({ node, json }: Options, invocation: Invocation): Promise<ExitCode> {
  const { logs } = jsonIn(await get(node, 'v1/logs')) as { readonly logs: readonly Log[] }
  const { ready, waiting } = jsonIn(await get(node, 'ready')) as {
    readonly ready: boolean
    readonly waiting: readonly Waiting[]
  }
  const mode = jsonIn(await get(node, 'v1/mode')) as ModeStatus
  if (json === true) printJson(invocation, { ready, waiting, logs, mode })
  else for (const line of [...nodeLines(logs, waiting), ...modeLines(mode)]) printLine(invocation, line)
  return ready ? 0 : 1
}

function nodeLines(logs: readonly Log[], waiting: readonly Waiting[]): readonly string[] {
  const columns = [
    { title: 'Log', align: 'left' },
    { title: 'Generation', align: 'right' },
    { title: 'Entries', align: 'right' },
    { title: 'Here', align: 'left' },
  ] as const
  const rows = logs.map(({ log, generation, size, role, sequencing }) => {
    const here = sequencing ? 'written' : role === 'writer' ? 'halted' : 'replicated'
    return [log, String(generation), String(size), here]
  })
  const reasons = waiting.map(({ log, code, detail }) => `${log} is not written: ${code}: ${detail}`)
  return [...textTable(columns, rows), '', ...(reasons.length === 0 ? ['ready'] : reasons)]
}

function modeLines({ mode, since, hubs }: ModeStatus): readonly string[] {
  if (mode === null || since === null) return []
  return ['', `${mode} since ${timeOf(since)}`, ...hubs.map((one) => `  ${one.hub}: ${hubLine(one)}`)]
}

function hubLine({ mode, since, waits: { entries, bytes, oldestAt } }: ModeStatus['hubs'][number]): string {
  const known = `${mode} since ${timeOf(since)}`
  if (entries === 0 || oldestAt === null) return `${known}, nothing waits`
  return `${known}, ${entries} entries of ${bytes} bytes wait, the oldest since ${timeOf(oldestAt)}`
}

function timeOf(at: number): string {
  return new Date(at).toISOString()
}

async function seatStatus({ node, json }: Options, seat: string, invocation: Invocation): Promise<ExitCode> {
  const answer = await get(node, `v1/seats/${encodeURIComponent(seat)}`)
  if (answer.status !== 200) {
    complain(invocation, `${answer.code}: no seat ${seat} at ${node}`)
    return 1
  }
  const status = jsonIn(answer) as object
  if (json === true) printJson(invocation, status)
  else for (const line of flattened(status)) printLine(invocation, line)
  return 0
}

/** `log.size  17`, a line for each value; what is null is left out. */
function flattened(value: unknown, name = ''): readonly string[] {
  if (value === null) return []
  if (typeof value !== 'object') return [`${name.padEnd(24)} ${JSON.stringify(value)}`]
  return Object.entries(value).flatMap(([key, inner]) => flattened(inner, name === '' ? key : `${name}.${key}`))
}
