import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { DrillError } from '../officers/drill-error.ts'

export interface Launch {
  /** A path to node, and its arguments. */
  readonly command: string
  readonly args: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Takes what the process writes to standard error. */
  readonly logFile: string
  /** So many lines tell that it is ready; one unless said otherwise. */
  readonly readyLines?: number
}

/** A running program that is ready: it has printed its first lines. */
export interface BoundProcess extends AsyncDisposable {
  readonly pid: number
  /** The first lines of standard output. */
  readonly firstLines: readonly string[]
}

/** From one line to the next. */
const readyMsMax = 60_000
const stopMsMax = 15_000

/**
 * Starts a program that dies with this process, also when that is killed: a shell beside it holds the far end of a pipe
 * and kills it when the pipe closes without a word. Throws `drill/process-ended` where it ends before it is ready.
 */
export async function startBound(launch: Launch, signal: AbortSignal): Promise<BoundProcess> {
  const child = await spawnBound(launch)
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGTERM')
    const late = new AbortController()
    const timeout = setTimeout(stopMsMax, undefined, { signal: late.signal }).then(
      () => child.kill('SIGKILL'),
      () => undefined,
    )
    if (child.exitCode === null && child.signalCode === null) await ended
    late.abort()
    await timeout
  }
  try {
    const firstLines = await linesOf(child, launch, signal)
    return { pid: child.pid ?? 0, firstLines, [Symbol.asyncDispose]: stop }
  } catch (cause) {
    await stop()
    throw cause
  }
}

export interface Finished {
  readonly exitCode: number | null
  readonly output: string
}

/** Runs a program to its end; it too dies with this process. */
export async function runBound(launch: Launch, signal: AbortSignal): Promise<Finished> {
  const child = await spawnBound(launch)
  const kill = () => child.kill('SIGKILL')
  signal.addEventListener('abort', kill)
  if (signal.aborted) kill()
  try {
    const parts: Buffer[] = []
    child.stdout?.on('data', (part: Buffer) => parts.push(part))
    await once(child, 'close')
    signal.throwIfAborted()
    return { exitCode: child.exitCode, output: Buffer.concat(parts).toString('utf8') }
  } finally {
    signal.removeEventListener('abort', kill)
  }
}

/** A line on descriptor 3 means that the parent saw the program end: its number may belong to another by then. */
const boundScript = `
( read -r line <&3 || kill -KILL $$ ) >/dev/null 2>&1 &
exec "$0" "$@" 3<&-
`

async function spawnBound({ command, args, environment, logFile }: Launch) {
  await using log = await open(logFile, 'a')
  const child = spawn('/bin/sh', ['-c', boundScript, command, ...args], {
    stdio: ['ignore', 'pipe', log.fd, 'pipe'],
    detached: true,
    env: { ...environment },
  })
  await once(child, 'spawn')
  // The watching shell may be gone already; then there is nobody left to tell.
  child.stdio[3]?.on('error', () => undefined)
  child.once('exit', () => {
    const pipe = child.stdio[3]
    if (pipe && 'end' in pipe) pipe.end('\n')
  })
  return child
}

async function linesOf(
  child: Awaited<ReturnType<typeof spawnBound>>,
  { logFile, readyLines = 1 }: Launch,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { stdout } = child
  if (stdout === null) throw new DrillError('drill/process-ended', 'no standard output')
  const reader = createInterface({ input: stdout })
  const said = reader[Symbol.asyncIterator]()
  const lines: string[] = []
  while (lines.length < readyLines) {
    const patience = AbortSignal.any([signal, AbortSignal.timeout(readyMsMax)])
    const aborted = patience.aborted ? undefined : once(patience, 'abort').then(() => undefined)
    const next = await Promise.race([said.next(), aborted])
    signal.throwIfAborted()
    if (next === undefined || next.done === true) {
      throw new DrillError('drill/process-ended', `not ready; its log is ${logFile}`)
    }
    lines.push(next.value)
  }
  reader.close()
  stdout.resume()
  return lines
}
