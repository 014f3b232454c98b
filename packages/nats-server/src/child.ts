import { type ChildProcess, spawn } from 'node:child_process'
import type { Environment } from './environment.ts'

export interface BoundChild {
  readonly pid: number
  readonly hasEnded: boolean
  /** Waits until the process is gone, and keeps this process's event loop alive meanwhile. Never rejects. */
  untilEnded(): Promise<void>
  signal(signal: NodeJS.Signals): void
}

export interface BoundChildOptions {
  readonly command: string
  readonly args: readonly string[]
  readonly environment: Environment
  /** Descriptor of an open file that takes what the child prints. */
  readonly output: number
  /** A folder to remove when the parent dies without having ended the child. */
  readonly scratch?: string
}

/**
 * Starts a child that dies with this process, also when that is killed: a small shell beside the child holds the far
 * end of a pipe, and kills the child when the pipe closes without a word. The child replaces the shell that started
 * it, so `pid` is its own. It has its own session: an interrupt typed at the terminal reaches only the parent, which
 * then decides. Neither the child nor the pipe keeps the parent's event loop alive.
 */
export function spawnBound(options: BoundChildOptions): BoundChild {
  const child = spawn('/bin/sh', ['-c', boundScript, options.scratch ?? '', options.command, ...options.args], {
    stdio: ['ignore', options.output, options.output, 'pipe'],
    detached: true,
    env: { ...options.environment },
  })
  if (child.pid === undefined) throw new Error('/bin/sh could not be started')
  const ended = endOf(child)
  release(child)
  return {
    pid: child.pid,
    get hasEnded() {
      return child.exitCode !== null || child.signalCode !== null
    },
    untilEnded: async () => {
      child.ref()
      await ended
    },
    signal: (signal) => void child.kill(signal),
  }
}

/**
 * `$0` is the scratch folder or empty, `$@` the command. A line on descriptor 3 means that the parent saw the child
 * end, and that the number `$$` may by now belong to another process. The second removal is for files that the dying
 * child still wrote.
 */
const boundScript = `
( read -r line <&3 || {
    kill -KILL $$
    [ -z "$0" ] || { rm -rf "$0"; sleep 1; rm -rf "$0"; }
  } ) &
exec "$@" 3<&-
`

async function endOf(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const pipe = child.stdio[3]
  if (pipe && 'end' in pipe) pipe.end('\n')
}

function release(child: ChildProcess): void {
  child.unref()
  const pipe = child.stdio[3]
  if (!pipe) return
  // The watching shell may be gone already; then there is nobody left to tell.
  pipe.on('error', () => undefined)
  if ('unref' in pipe && typeof pipe.unref === 'function') pipe.unref()
}
