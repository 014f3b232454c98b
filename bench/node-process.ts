import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { toHex, type Trust, trustJson } from '@khata/ledger'
import { sampleProcess } from '@khata/sim'

/** What `khata node` needs to take over a folder that a bench has filled. */
export interface NodePlan {
  readonly folder: string
  readonly trust: Trust
  /** Seed of the node's key. */
  readonly seed: Uint8Array
  readonly cosignerSeed?: Uint8Array
  readonly natsUrl: string
  /** An office that takes in thousands of forms a minute, and is started for that. */
  readonly isBusy?: true
  readonly role:
    | { readonly role: 'ro'; readonly seats: readonly string[] }
    | { readonly role: 'province'; readonly hub: string }
}

export interface NodeProcess {
  readonly url: string
  readonly pid: number
  /** From the start of the process to its being ready, milliseconds. */
  readonly readyMs: number
  stop(): Promise<void>
}

const program = new URL('../packages/node/src/main.ts', import.meta.url).pathname

/** Starts the real command in a process of its own; it ends when this one does. */
export async function startNode(plan: NodePlan): Promise<NodeProcess> {
  const config = await writeConfig(plan)
  const started = performance.now()
  const { flags, environment } = startOf(plan)
  const child = spawn(process.execPath, [...flags, program, 'node', '--config', config, '--end-with-stdin'], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ready = await readyLine(child)
  const readyMs = performance.now() - started
  const stop = async (): Promise<void> => {
    const ended = once(child, 'exit')
    child.stdin?.end()
    await ended
  }
  return { url: ready.http, pid: ready.pid, readyMs, stop }
}

function startOf({ folder, role, isBusy }: NodePlan) {
  if (role.role !== 'ro') return hubStart
  return isBusy ? busyOfficeStart : officeStart(folder)
}

/** What docs/operating.md has an office's node started with. */
function officeStart(folder: string) {
  return {
    flags: ['--max-semi-space-size=1', '--max-old-space-size=256', '--no-maglev'],
    environment: { MALLOC_ARENA_MAX: '1', NODE_COMPILE_CACHE: join(folder, 'code') },
  }
}

/** The same where it must be fast. */
const busyOfficeStart = { flags: ['--max-semi-space-size=32'], environment: {} }

/** The same for a hub's. */
const hubStart = {
  flags: ['--max-semi-space-size=8', '--max-old-space-size=768'],
  environment: { MALLOC_ARENA_MAX: '2' },
}

/** The most resident memory that a process ever had, megabytes (Linux). */
export async function mostResidentMb(pid: number): Promise<number> {
  return parseMostResidentMb(await readFile(`/proc/${pid}/status`, 'utf8'))
}

/** proc(5), `status`: not a number where there is no such line. */
export function parseMostResidentMb(status: string): number {
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) / 1024
}

/** What each of these processes takes of a processor from now until the answer is asked for: `<name>Cores` (Linux). */
export async function coresMeter(
  pids: Readonly<Record<string, number>>,
): Promise<() => Promise<Readonly<Record<string, number>>>> {
  const cpuMs = () => Promise.all(Object.values(pids).map(cpuMsOf))
  const [before, started] = [await cpuMs(), performance.now()]
  return async () => {
    const [after, elapsedMs] = [await cpuMs(), performance.now() - started]
    const cores = after.map((ms, at) => (ms - (before[at] ?? 0)) / elapsedMs)
    return Object.fromEntries(Object.keys(pids).map((name, at) => [`${name}Cores`, cores[at] ?? Number.NaN]))
  }
}

async function cpuMsOf(pid: number): Promise<number> {
  return (await sampleProcess(pid))?.cpuMs ?? Number.NaN
}

async function writeConfig({ folder, trust, seed, cosignerSeed, natsUrl, role, isBusy }: NodePlan): Promise<string> {
  const secret = { mode: 0o600 }
  await writeFile(join(folder, 'trust.json'), trustJson(trust))
  await writeFile(join(folder, 'node.key'), `${toHex(seed)}\n`, secret)
  if (cosignerSeed !== undefined) await writeFile(join(folder, 'cosigner.key'), `${toHex(cosignerSeed)}\n`, secret)
  const config = {
    ...role,
    name: 'bench',
    trust: 'trust.json',
    keyFile: 'node.key',
    ...(cosignerSeed !== undefined && { cosignerKeyFile: 'cosigner.key' }),
    dataDir: 'data',
    nats: { url: natsUrl },
    http: { host: '127.0.0.1', port: 0 },
    upstreams: [],
    ...(isBusy && { verifierThreads: 1 }),
  }
  const path = join(folder, 'node.json')
  await writeFile(path, JSON.stringify(config))
  return path
}

async function readyLine(child: ChildProcess): Promise<{ readonly http: string; readonly pid: number }> {
  if (child.stdout === null) throw new Error('no output')
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{"ready":true')) return JSON.parse(line)
  }
  throw new Error('the node ended before it was ready')
}
