import { registerLog, type StationRecord } from '@khata/ledger'
import { sizeOf } from '@khata/node'
import { ownLogs } from './ceremony.ts'
import { checkpointSize } from './checkpoint-size.ts'
import { type OfficerDevice, unsettledDevice } from './devices.ts'
import type { History } from './history.ts'
import type { Machine } from './machine.ts'
import type { Network } from './network.ts'

/** What is asked once the faults are over. */
export interface Aftermath {
  readonly machines: readonly Machine[]
  readonly history: History
  readonly devices: readonly OfficerDevice[]
  readonly network: Network
  /** Officers who still wait for an answer, by log. */
  readonly filing: ReadonlyMap<string, number>
}

/** What has not come right yet, in words; empty when all has. */
export function unsettled(after: Aftermath): string {
  const down = after.machines.find(({ node }) => node === undefined)
  if (down !== undefined) return `${down.name} is not open`
  const wrong = after.history.logs.map((log) => wrongWith(after, log)).find((one) => one !== '')
  const { machines, history, devices } = after
  return wrong ?? missingImage(after) ?? unsettledDevice({ history, devices, lostAt: (log) => lostAt(machines, log) })
}

/**
 * Every image that a seat's log names is at HQ, brought by its office's node or by the device itself, but where somebody has
 * signed forms who had no paper to photograph, or keeps his log from HQ. An office that has been cut off has had time since.
 */
function missingImage({ machines, history, network }: Aftermath): string | undefined {
  const hq = machines.find(({ plan }) => plan.hub === 'hq')
  for (const [log, running] of hq?.node?.logs.all ?? []) {
    if (history.isBetrayed(log) || history.isStolen(log) || isLost(machines, log)) continue
    // Where two disks have lost it, or HQ's alone what no office has taken or can bring, the device has it still, and looks again
    // within the hour.
    const isDamaged = machines.some(({ hardware }) => hardware.images.flips > 0)
    const isReplaced = hq?.diskLost === true
    const isCutOff = machines.some(({ name, plan }) => ownLogs(plan).includes(log) && network.isIsolated(name))
    if (isCutOff ? isDamaged || isReplaced : isDamaged && (isReplaced || log.startsWith('intake-'))) continue
    const [missing] = hq?.node?.images.lackingIn(running) ?? []
    if (missing !== undefined) return `HQ lacks the image ${missing} that ${log} names`
  }
  return undefined
}

/** A log whose writer lost its disk goes on in a new generation only; what its machine alone held may be gone. */
export function isLost(machines: readonly Machine[], log: string): boolean {
  return lostAt(machines, log) !== undefined
}

/** When that happened last, virtual milliseconds. */
function lostAt(machines: readonly Machine[], log: string): number | undefined {
  const times = machines.flatMap(({ plan, diskLostAt = -1 }) => (ownLogs(plan).includes(log) ? [diskLostAt] : []))
  const last = Math.max(...times)
  return last < 0 ? undefined : last
}

function wrongWith({ machines, history, devices, filing }: Aftermath, log: string): string {
  if (history.isBetrayed(log)) return ''
  if (isLost(machines, log)) return wrongWithLost(machines, log)
  const sizes = machines.filter((machine) => holds(machine, log)).map((machine) => sizeAt(machine, log))
  const released = history.log(log).entries.length
  if (sizes.some((held) => held !== released)) return `${log} stands at ${sizes.join(', ')}, not at ${released}`
  const writers = machines.filter(({ node }) => node?.logs.all.get(log)?.kind === 'writer')
  if (writers.length !== 1) return `${writers.length} nodes write ${log}`
  // What a thief has said there may keep it open for ever.
  if (history.isStolen(log)) return ''
  const waiting = filing.get(log) ?? 0
  return waiting > 0 ? `${waiting} still wait for ${log}` : openStation(devices, writers[0], log)
}

/** The form of every station that has been counted has come, was corrected where it had to be, and is accepted. */
function openStation(devices: readonly OfficerDevice[], writer: Machine | undefined, log: string): string {
  const content = writer?.node?.logs.fold(log)?.content
  const stations = content?.kind === 'seat' ? content.seat.stations : new Map<number, StationRecord>()
  const counted = devices.filter(({ seat, hasCounted }) => seat.seat === log && hasCounted)
  const open = counted
    .flatMap(({ station }) => stations.get(station.number) ?? [])
    .find(({ status }) => status !== 'accepted')
  return open === undefined ? '' : `station ${open.station.number} of ${log} is ${open.status}`
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
