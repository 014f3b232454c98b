import { join } from 'node:path'
import { childEnvironment } from './assembly.ts'
import { type Finished, runBound } from './bound-process.ts'
import type { Drill } from './drill.ts'
import type { Surroundings } from './surroundings.ts'

export interface ObservedSeat {
  readonly status: string
  readonly hash: string | undefined
}

export interface Observed {
  readonly exitCode: number | null
  readonly seats: ReadonlyMap<string, ObservedSeat>
}

/** The observer: a process of its own with the trust file and HQ's address, and nothing else. */
export async function observe(drill: Drill, surroundings: Surroundings): Promise<Observed> {
  const { programs } = surroundings
  const { dir, signal } = drill
  const source = ['--trust', join(dir, 'trust.json'), '--node', drill.site('hq').url]
  const finished = await runBound(
    {
      command: programs.node,
      args: [programs.khataVerify, ...source, '--json', '--no-progress'],
      environment: childEnvironment(surroundings, dir),
      logFile: join(dir, 'observer.log'),
    },
    signal,
  )
  return { exitCode: finished.exitCode, seats: observedSeats(finished) }
}

interface ObserverLine {
  readonly type: string
  readonly seat?: string
  readonly status?: string
  readonly form47?: { readonly hash: string } | null
}

function observedSeats({ output }: Finished): ReadonlyMap<string, ObservedSeat> {
  const lines = output.split('\n').filter((line) => line !== '')
  const objects = lines.map((line) => JSON.parse(line) as ObserverLine)
  return new Map(
    objects.flatMap(({ type, seat, status = '', form47 }) =>
      type === 'seat' && seat !== undefined ? [[seat, { status, hash: form47?.hash }] as const] : [],
    ),
  )
}
