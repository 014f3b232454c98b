import { differences, nameOf, votesIn } from './figures.ts'
import { type Finding, finding } from './finding.ts'
import type { FormRecord, StationRecord } from './state.ts'

/**
 * What a correction that was asked for says beyond its own checks (Election Rules 2017 r. 84(3)): it keeps to the
 * figures that the returning officer unlocked, and one that changes a candidate's votes is told to everyone.
 */
export function correctionFindings(record: StationRecord, corrected: FormRecord): readonly Finding[] {
  const before = record.current?.figures
  const { figures } = corrected
  if (before === undefined || figures === undefined) return []
  return [...beyondRequest(record, before, figures), ...votesChanged(before, figures)]
}

// No figure named is the whole form.
function beyondRequest({ asked = [] }: StationRecord, before: string, after: string): readonly Finding[] {
  if (asked.length === 0) return []
  const unlocked = new Set(asked.map(nameOf))
  const beyond = differences(before, after).filter((one) => !unlocked.has(nameOf(one)))
  return beyond.length === 0 ? [] : [finding('form-45/correction-beyond-request', { figures: beyond.length })]
}

function votesChanged(before: string, after: string): readonly Finding[] {
  const [was, is] = [votesIn(before), votesIn(after)]
  const column = is.findIndex((to, at) => to !== was[at])
  if (column === -1) return []
  const [from = null, to = null] = [was[column], is[column]]
  const named = { ...(from !== null && { from }), ...(to !== null && { to }) }
  const candidates = is.filter((votes, at) => votes !== was[at]).length
  return [finding('form-45/votes-changed', { candidates, column, ...named })]
}
