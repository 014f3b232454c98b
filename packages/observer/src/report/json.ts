import { type Form47, type LogVerdict, toHex } from '@khata/ledger'
import type { VerifyPlan } from '../verify/election.ts'
import type { ElectionReport, LogReport, SeatReport } from '../verify/report.ts'

/** Stands in every line: whether a trust file was given, and what a reconstruction was made from. */
export interface JsonMark {
  readonly trusted: boolean
  readonly reconstruction: ElectionReport['reconstruction'] | null
}

export function planJson({ election, register, intakes, seats }: VerifyPlan): object {
  return { type: 'register', election, ...logJson(register), intakes, seats: seats.length }
}

export function intakeJson(report: LogReport): object {
  return { type: 'intake', ...logJson(report) }
}

/** @param form present where the form itself was asked for. */
export function seatJson(report: SeatReport, form: Form47 | undefined): object {
  const { seat, status, log, form47 = null, published = null, crossCheck } = report
  const asked = form === undefined ? {} : { form }
  return { type: 'seat', seat, status, ...logJson(log), form47, published, crossCheck, ...asked }
}

export function summaryJson({ election, mode, seats, holds }: ElectionReport): object {
  const counts: Record<string, number> = {}
  for (const { status } of seats) counts[status] = (counts[status] ?? 0) + 1
  return { type: 'summary', election, mode, seats: seats.length, statuses: counts, holds }
}

function logJson({ log, verdict, faults, voids, holds }: LogReport): object {
  return { log, ...(verdict && verdictJson(verdict)), faults, voids, holds }
}

function verdictJson({ generation, size, root, registerSize, checkpoint, cosignatures }: LogVerdict): object {
  return {
    generation,
    size,
    root,
    registerSize,
    checkpoint: checkpoint ? { ...checkpoint, root: toHex(checkpoint.root) } : null,
    cosignatures: cosignatures.map(({ key, time }) => ({ name: key.name, time })),
  }
}
