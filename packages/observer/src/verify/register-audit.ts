import {
  invariant,
  openRegisterFold,
  type RegisterState,
  registerSize,
  type Trust,
  type VoidEntry,
} from '@khata/ledger'
import { type AuditTools, auditServedLog } from './audit-log.ts'
import type { LogReport } from './report.ts'

/** The register as this observer has verified it; it can be read again when a log has pinned a newer one. */
export interface AuditedRegister {
  readonly report: LogReport
  readonly state: RegisterState
}

export async function auditRegister(tools: AuditTools, trust: Trust): Promise<AuditedRegister> {
  const fold = openRegisterFold(trust)
  invariant(fold.content.kind === 'register', 'the register opens as one')
  const state = fold.content.register
  return { report: await auditServedLog(tools, fold, state), state }
}

/** Reads the register again. A register that does not begin as the one before is two histories under one key. */
export async function auditRegisterAgain(tools: AuditTools, before: AuditedRegister): Promise<AuditedRegister> {
  const after = await auditRegister(tools, before.state.trust)
  const forked = before.state.roots.findIndex((root, size) => after.state.roots[size] !== root)
  if (forked < 0) return after
  const detail = `the source showed another register up to size ${before.state.roots.length - 1}`
  const faults = [...after.report.faults, { code: 'log/inconsistent', index: Math.max(0, forked - 1), detail } as const]
  return { ...after, report: { ...after.report, faults, holds: false } }
}

/** Whether logs can be judged by it: void entries have no effect, a fault ends what can be known. */
export function isUsable({ report, state }: AuditedRegister): boolean {
  return report.faults.length === 0 && state.election !== undefined
}

/** Whether a log has pinned a register newer than the one it was judged by: that must be read first. */
export function needsNewerRegister({ voids }: LogReport, { state }: AuditedRegister): boolean {
  return voids.some((one) => pinsBeyond(one, registerSize(state)))
}

function pinsBeyond({ refusal }: VoidEntry, known: number): boolean {
  const { size } = refusal.about
  return refusal.code === 'register/pin-differs' && typeof size === 'number' && size > known
}
