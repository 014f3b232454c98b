import { intakeLog, registerLog } from '@khata/ledger'
import { hubOf, type Site, type Topology } from './topology.ts'

/** Logs that a site's node brings to the hubs above it, or asks them for: its own, and the register. */
export function linkedLogs(site: Site): readonly string[] {
  switch (site.role) {
    case 'hq':
      return []
    case 'province':
      return [registerLog, intakeLog(site.hub)]
    case 'ro':
      return [registerLog, ...site.seats]
  }
}

/** Logs of which a site holds a stream: its own, the register, and whatever is brought to it from below. */
export function heldLogs(site: Site, { sites }: Topology): readonly string[] {
  const hub = hubOf(site)
  if (hub === undefined) return linkedLogs(site)
  return [...new Set([registerLog, intakeLog(hub), ...sitesBelow(site, sites).flatMap(linkedLogs)])]
}

/** Sites whose nodes log in at a hub. */
export function sitesBelow(site: Site, sites: readonly Site[]): readonly Site[] {
  const hub = hubOf(site)
  if (hub === undefined) return []
  return sites.filter((one) => one !== site && (hub === 'hq' || (one.role === 'ro' && one.province === hub)))
}
