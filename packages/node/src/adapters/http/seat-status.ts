import {
  declaredElection,
  type LogFold,
  modeOf,
  noStations,
  reconstructionNotice,
  registerSize,
  type SeatState,
} from '@khata/ledger'
import type { KhataNode } from '../../shell/node.ts'
import { foldOf, isSequencing, type RunningLog, sizeOf } from '../../shell/running-log.ts'
import type { FormShelf } from './form-shelf.ts'

/** What a node can say of a seat now; undefined for a seat whose log is not open here. */
export function seatStatus(node: KhataNode, forms: FormShelf, seat: string) {
  const running = node.logs.all.get(seat)
  const state = forms.seat(seat)
  if (running === undefined || state === undefined) return undefined
  const { election, source } = declaredElection(node.register)
  const mode = modeOf(election)
  return {
    seat,
    name: node.register.seats.get(seat)?.value.name ?? '',
    election,
    mode,
    reconstruction: mode === 'replay' ? { notice: reconstructionNotice, source } : null,
    log: logStatus(running),
    register: { pin: foldOf(running).pin, size: registerSize(node.register) },
    frozen: state.frozen,
    stations: stationCounts(state),
    issued: state.issued === undefined ? null : { entry: state.issued.index, stage: state.issued.stage },
    images: node.images.countsIn(running),
    replicas: replicasOf(running),
  }
}

function logStatus(running: RunningLog) {
  const fold = foldOf(running)
  return {
    generation: fold.generation,
    size: sizeOf(running),
    epoch: fold.epoch,
    role: running.kind,
    sequencing: isSequencing(running),
    halted: running.halted ?? null,
    lineage: running.kind === 'follower' ? (running.lineage ?? null) : null,
    fault: fold.fault ?? null,
    voids: fold.voids.length,
    equivocations: fold.equivocations.length,
    exceptions: exceptionsIn(fold),
  }
}

function exceptionsIn({ content }: LogFold): number {
  return content.kind === 'seat' ? content.seat.exceptions.size : 0
}

function stationCounts({ stations }: SeatState) {
  const counts = { ...noStations }
  for (const { status } of stations.values()) counts[status] += 1
  return { listed: stations.size, ...counts }
}

/** What each hub holds of a log that this node brings to it. */
function replicasOf(running: RunningLog) {
  const size = sizeOf(running)
  return running.pushers.map(({ hub, held }) => ({ hub, held, behind: Math.max(0, size - held) }))
}
