import type { Drill } from '../drill/drill.ts'
import { hubsOf, lackingAt, type Sizes } from '../drill/replication.ts'
import { type ProcessSample, sampleProcess, type Watched } from './processes.ts'

/** One look at the whole network. */
export interface Sample {
  /** Since the load began. */
  readonly atMs: number
  /** Forms sent so far, corrections among them. */
  readonly sent: number
  /** Forms sent that their returning officers' nodes have not answered. */
  readonly unanswered: number
  /** Entries that a hub lacks of the seats' logs. */
  readonly backlog: Readonly<Record<string, number>>
  /** By name; without those that could not be read. */
  readonly processes: Readonly<Record<string, ProcessSample>>
}

/** Every server, every process of nodes, and this process, which plays all officers. */
export function watchedIn({ sites }: Drill): readonly Watched[] {
  const hosts = new Map(sites.map((site) => [site.host.name, site]))
  return [
    ...[...hosts].flatMap(([name, { program, nats }]) => [
      { name: `nodes of ${name}`, pid: program.pid },
      { name: `nats-server of ${name}`, pid: nats.pid },
    ]),
    { name: 'clients (this process)', pid: 'self' },
  ]
}

/** @param sizes as they are at this moment. */
export async function sampleNow(
  drill: Drill,
  sizes: Sizes,
  at: Omit<Sample, 'backlog' | 'processes'>,
): Promise<Sample> {
  const processes = await Promise.all(
    watchedIn(drill).map(async ({ name, pid }) => [name, await sampleProcess(pid)] as const),
  )
  const read = processes.flatMap(([name, sample]) => (sample === undefined ? [] : [[name, sample] as const]))
  const backlog = Object.fromEntries(hubsOf(drill).map((hub) => [hub, lackingAt(drill, hub, sizes)]))
  return { ...at, backlog, processes: Object.fromEntries(read) }
}
