import { registerLog } from '@khata/ledger'
import { sizeOf } from '@khata/node'
import { ownLogs } from './ceremony.ts'
import { checkpointSize } from './checkpoint-size.ts'
import type { History } from './history.ts'
import type { Machine } from './machine.ts'

/** What is asked once the faults are over. */
export interface Aftermath {
  readonly machines: readonly Machine[]
  readonly history: History
  /** Officers who still wait for an answer, by log. */
  readonly filing: ReadonlyMap<string, number>
}

/** What has not come right yet, in words; empty when all has. */
export function unsettled(after: Aftermath): string {
  const down = after.machines.find(({ node }) => node === undefined)
  if (down !== undefined) return `${down.name} is not open`
  return after.history.logs.map((log) => wrongWith(after, log)).find((wrong) => wrong !== '') ?? ''
}

/** A log whose writer lost its disk goes on in a new generation only; what its machine alone held may be gone. */
export function isLost(machines: readonly Machine[], log: string): boolean {
  return machines.some(({ plan, diskLost }) => diskLost && ownLogs(plan).includes(log))
}

function wrongWith({ machines, history, filing }: Aftermath, log: string): string {
  if (history.isBetrayed(log)) return ''
  if (isLost(machines, log)) return wrongWithLost(machines, log)
  const sizes = machines.filter((machine) => holds(machine, log)).map((machine) => sizeAt(machine, log))
  const released = history.log(log).entries.length
  if (sizes.some((held) => held !== released)) return `${log} stands at ${sizes.join(', ')}, not at ${released}`
  const writers = machines.filter(({ node }) => node?.logs.all.get(log)?.kind === 'writer')
  if (writers.length !== 1) return `${writers.length} nodes write ${log}`
  const waiting = filing.get(log) ?? 0
  return waiting > 0 ? `${waiting} still wait for ${log}` : ''
}

/**
 * Hubs and office hold the same, but for entries at the office's end that no checkpoint there covers any more. Of HQ's
 * intake log there is no second copy.
 */
function wrongWithLost(machines: readonly Machine[], log: string): string {
  const holders = machines.filter((machine) => holds(machine, log))
  const [owner] = holders.filter(({ plan }) => ownLogs(plan).includes(log))
  const sizes = holders.filter((machine) => machine !== owner).map((machine) => sizeAt(machine, log))
  if (sizes.length === 0) return ''
  const least = Math.min(...sizes)
  const most = owner === undefined ? least : sizeAt(owner, log)
  const released = owner === undefined ? 0 : releasedSize(owner, log)
  const agree = sizes.every((held) => held === least) && least <= most && least >= Math.min(released, most)
  return agree ? '' : `${log} stands at ${sizes.join(', ')}, its office at ${most}, released ${released}`
}

/** The register is everywhere, a seat's log at its office and at every hub, an intake log at its hub and above. */
function holds({ plan }: Machine, log: string): boolean {
  if (log === registerLog || ownLogs(plan).includes(log) || plan.hub === 'hq') return true
  return plan.hub !== undefined && !log.startsWith('intake-')
}

function releasedSize({ hardware }: Machine, log: string): number {
  const newest = hardware.server.checkpoints(log).at(-1)
  return newest === undefined ? 0 : checkpointSize(newest.note)
}

function sizeAt({ node }: Machine, log: string): number {
  const running = node?.logs.all.get(log)
  return running === undefined ? 0 : sizeOf(running)
}
