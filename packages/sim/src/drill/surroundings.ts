import { fileURLToPath } from 'node:url'
import { NatsServerFault } from '@khata/nats-server'
import { DataError } from '../election/csv-rows.ts'
import { DrillError } from '../officers/drill-error.ts'
import type { Progress } from './progress.ts'

/** What a drill gets from the program that runs it. */
export interface Surroundings {
  readonly progress: Progress
  readonly signal: AbortSignal
  /** Whoever runs the drill ends what it started by ending this. */
  readonly stack: AsyncDisposableStack
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly programs: Programs
}

/** Paths: node itself, and the programs that it runs. */
export interface Programs {
  readonly node: string
  readonly khata: string
  readonly khataVerify: string
}

/** @param node path of the program that runs this one. */
export function programPaths(node: string): Programs {
  const path = (file: string) => fileURLToPath(new URL(file, import.meta.url))
  return { node, khata: path('../../../node/src/main.ts'), khataVerify: path('../../../observer/src/main.ts') }
}

/** A node's settings come from its own file, not from the variables of whoever runs the drill. */
export function drillEnvironment(own: Surroundings['environment']): Surroundings['environment'] {
  return Object.fromEntries(
    Object.entries(own).filter(([name]) => !name.startsWith('KHATA_') || name === 'KHATA_NATS_SERVER'),
  )
}

/** Aborts when the program is asked to end. */
export function interruptionOf(program: Pick<NodeJS.Process, 'on'>): AbortSignal {
  const interrupt = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) program.on(name, () => interrupt.abort())
  return interrupt.signal
}

/** Whether an error tells whoever runs a drill what to do, and not its author. */
export function isDrillFault(error: unknown): error is Error {
  return error instanceof DrillError || error instanceof DataError || error instanceof NatsServerFault
}
