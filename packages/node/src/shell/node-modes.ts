import { type Backlog, type BacklogMeter, together } from './backlog.ts'
import type { HubModes, SaidMode } from './hub-modes.ts'
import type { LogTable } from './log-table.ts'
import { cosignedBy } from './receipts.ts'
import { isSequencing, sizeOf } from './running-log.ts'
import type { Mode } from '../replica/modes.ts'
import type { Store } from '../ports.ts'

/** How a node stands with the hubs above it. */
export interface NodeModes {
  /** Undefined where no hub is above. */
  readonly mode: Mode | undefined
  readonly since: number | undefined
  readonly hubs: readonly HubMode[]
}

export interface HubMode {
  readonly hub: string
  readonly mode: Mode
  readonly since: number
  /** What the hub lacks of the logs that this node writes, as far as is known here. */
  readonly waits: Backlog
}

export interface Standing {
  readonly store: Store
  readonly logs: LogTable
  readonly modes: HubModes
  readonly meter: BacklogMeter
}

export async function modesNow({ store, logs, modes, meter }: Standing): Promise<NodeModes> {
  const hubs: HubMode[] = []
  for (const hub of modes.hubs) {
    const waits: Backlog[] = []
    for (const log of logs.own) {
      const running = logs.all.get(log)
      if (running === undefined) continue
      const pusher = running.pushers.find((one) => one.hub === hub.hub)
      const held = pusher?.heldKnown ?? (await cosignedBy(store, log, hub.hub))?.size ?? 0
      waits.push(await meter.measure(log, hub.hub, held, sizeOf(running)))
    }
    hubs.push({ ...hub, waits: together(waits) })
  }
  return { mode: modes.all?.mode, since: modes.all?.since, hubs }
}

/** Says a change in every log that this node writes and that knows the hub. False where there is none yet. */
export function sayMode(logs: LogTable, changed: SaidMode): boolean {
  const declared = logs.register.hubs.get(changed.hub)
  const writers = logs.own.flatMap((log) => logs.writer(log) ?? [])
  const told = writers.filter((writer) => {
    const { pin, size } = writer.runner.fold
    return isSequencing(writer) && size > 0 && declared !== undefined && declared.since < pin
  })
  for (const { runner } of told) runner.say({ body: 'modeChanged', modeChanged: changed })
  return told.length > 0
}
