import { until } from '../officers/until.ts'
import type { Drill } from './drill.ts'
import { entriesOf, logLines } from './log-sizes.ts'
import { heldAt } from './opening.ts'

/** Waits until the provinces and HQ hold every entry of every seat's log. */
export async function untilEverywhere(drill: Drill): Promise<void> {
  const { signal, progress } = drill
  const hubs = drill.sites.filter(({ site }) => site.role !== 'ro').map(({ site }) => site.name)
  await until(
    async () => {
      await showSizes(drill)
      const held = await Promise.all(hubs.map((hub) => heldAt(drill, hub)))
      return held.every((it) => it) || undefined
    },
    { what: 'every entry at province and HQ', signal, everyMs: 100 },
  )
  await showSizes(drill)
  progress.hide()
}

/** Puts the sizes that the nodes tell into the progress display. */
export async function showSizes(drill: Drill): Promise<void> {
  const logs = drill.plan.seats.map(({ seat }) => seat)
  for (const role of ['ro', 'province', 'hq'] as const) {
    const sites = drill.sites.filter(({ site }) => site.role === role)
    const lines = await Promise.all(sites.map(({ site }) => logLines(drill.client(site.name))))
    drill.progress.set(
      role,
      lines.reduce((sum, one) => sum + entriesOf(one, logs), 0),
    )
  }
}
