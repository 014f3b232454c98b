import { until } from '../officers/until.ts'
import type { Drill } from './drill.ts'
import { logLines } from './log-sizes.ts'

/** How long the seats' logs are: at the nodes that write them, and at each hub. */
export interface Sizes {
  readonly written: ReadonlyMap<string, number>
  readonly held: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** HQ's intake log. */
  readonly hqCopies: number
}

/** Hubs are asked first: what they lack of a writer that goes on meanwhile counts as lacking. */
export async function sizesNow(drill: Drill): Promise<Sizes> {
  const held = new Map(await Promise.all(hubsOf(drill).map(async (hub) => [hub, await sizesAt(drill, hub)] as const)))
  const written = drill.plan.seats.map(async ({ seat }) => {
    const sizes = await sizesAt(drill, drill.roSite(seat).site.name)
    return [seat, sizes.get(seat) ?? 0] as const
  })
  return { held, written: new Map(await Promise.all(written)), hqCopies: held.get('hq')?.get('intake-hq') ?? 0 }
}

/** Entries that a hub lacks, of its own province's seats or of all. */
export function lackingAt(drill: Drill, hub: string, { written, held }: Sizes): number {
  const there = held.get(hub)
  const seats = drill.seatsAt(hub)
  return seats.reduce((sum, { seat }) => sum + (written.get(seat) ?? 0) - (there?.get(seat) ?? 0), 0)
}

/** Waits until the provinces and HQ hold every entry of every seat's log. */
export async function untilEverywhere(drill: Drill): Promise<void> {
  const { signal, progress, patienceMs } = drill
  await until(
    async () => {
      const sizes = await sizesNow(drill)
      showSizes(drill, sizes)
      return hubsOf(drill).every((hub) => lackingAt(drill, hub, sizes) === 0) || undefined
    },
    { what: 'every entry at province and HQ', signal, patienceMs, everyMs: 100 },
  )
  progress.hide()
}

/** Puts sizes into the progress display. */
export function showSizes({ plan, progress }: Drill, { written, held, hqCopies }: Sizes): void {
  const total = (sizes: ReadonlyMap<string, number>) =>
    plan.seats.reduce((sum, { seat }) => sum + (sizes.get(seat) ?? 0), 0)
  const [hq, provinces] = [true, false].map((isHq) => [...held].filter(([hub]) => (hub === 'hq') === isHq))
  progress.set('ro', total(written))
  progress.set(
    'province',
    (provinces ?? []).reduce((sum, [, sizes]) => sum + total(sizes), 0),
  )
  progress.set(
    'hq',
    (hq ?? []).reduce((sum, [, sizes]) => sum + total(sizes), 0),
  )
  progress.set('hqCopies', hqCopies)
}

export function hubsOf({ sites }: Drill): readonly string[] {
  return sites.filter(({ site }) => site.role !== 'ro').map(({ site }) => site.name)
}

async function sizesAt(drill: Drill, site: string): Promise<ReadonlyMap<string, number>> {
  const lines = await logLines(drill.client(site))
  return new Map([...lines].map(([log, { size }]) => [log, size]))
}
