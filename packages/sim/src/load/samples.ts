import type { Drill } from '../drill/drill.ts'
import { entriesOf, logLines } from '../drill/log-sizes.ts'
import { writersLines } from '../drill/opening.ts'
import { type ProcessSample, sampleProcess, type Watched } from './processes.ts'

/** One look at the whole network. */
export interface Sample {
  /** Since the load began. */
  readonly atMs: number
  /** Forms sent so far, corrections among them. */
  readonly sent: number
  /** Entries that a hub lacks of the seats' logs. */
  readonly backlog: Readonly<Record<string, number>>
  /** By name; without those that could not be read. */
  readonly processes: Readonly<Record<string, ProcessSample>>
}

/** Every server, every process of nodes, and this process, which plays all officers. */
export function watchedIn({ sites }: Drill): readonly Watched[] {
  const hosts = new Map(sites.map((site) => [site.host.name, site]))
  return [
    ...[...hosts].flatMap(([name, { process, nats }]) => [
      { name: `nodes of ${name}`, pid: process.pid },
      { name: `nats-server of ${name}`, pid: nats.pid },
    ]),
    { name: 'clients (this process)', pid: 'self' },
  ]
}

export async function sampleNow(drill: Drill, at: Pick<Sample, 'atMs' | 'sent'>): Promise<Sample> {
  const processes = await Promise.all(
    watchedIn(drill).map(async ({ name, pid }) => [name, await sampleProcess(pid)] as const),
  )
  const read = processes.flatMap(([name, sample]) => (sample === undefined ? [] : [[name, sample] as const]))
  return { ...at, backlog: await backlogs(drill), processes: Object.fromEntries(read) }
}

/** Hubs are asked first: what they lack of a writer that goes on meanwhile counts as lacking. */
async function backlogs(drill: Drill): Promise<Sample['backlog']> {
  const hubs = drill.sites.filter(({ site }) => site.role !== 'ro').map(({ site }) => site.name)
  const held = await Promise.all(hubs.map((hub) => logLines(drill.client(hub))))
  const written = await writersLines(drill)
  return Object.fromEntries(
    hubs.map((hub, at) => {
      const logs = drill.plan.seats.filter(({ province }) => hub === 'hq' || province === hub).map(({ seat }) => seat)
      const there = entriesOf(held[at] ?? new Map(), logs)
      return [hub, logs.reduce((sum, log) => sum + (written.get(log) ?? 0), 0) - there]
    }),
  )
}
