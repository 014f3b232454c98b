import { type Candidate, type CollectedColumn, Role } from '@khata/proto'
import { withOne } from '../base/none.ts'
import type { Office } from '../identity/office.ts'
import { recountHolders } from './limited-offices.ts'
import { closeDraft, frozenParts } from './lists.ts'
import { awaitedStation, type Column, emptyCount, type SeatState } from './state.ts'

/**
 * HQ's freeze of the log's first `size` entries: the lists certified by then stand, and forms can be counted against
 * them. A list certified or a key enrolled later, before the log knew of the freeze, is not part of it.
 */
export function freezeSeat(state: SeatState, size: number): void {
  const form33 = frozenParts(state.form33, size)
  const candidates = form33.flatMap((part) => part.candidates)
  const collected = form33.flatMap((part) => part.columns)
  state.frozen = true
  state.collected = collected.length > 0
  state.columns = state.collected ? collectedColumns(collected, candidates) : candidates.map(candidateColumn)
  state.sums = emptyCount(state.columns.length)
  for (const station of frozenParts(state.form28, size).flatMap((part) => part.stations)) {
    state.stations.set(station.number, awaitedStation(station))
  }
  for (const [key, office] of state.rolls) {
    if (office.since >= size) state.rolls.delete(key)
    else noteAgent(state, office)
  }
  recountHolders(state)
  closeDraft(state.form28, size)
  closeDraft(state.form33, size)
}

/** A candidate is represented at a station from the enrolment of the first agent there. */
export function noteAgent({ stations }: SeatState, { role, station, candidate }: Office): void {
  const record = role === Role.POLLING_AGENT && station !== null ? stations.get(station) : undefined
  if (record === undefined || candidate === null || record.agents.includes(candidate)) return
  record.agents = withOne(record.agents, candidate)
}

function candidateColumn({ serial, nameEn, party }: Candidate): Column {
  return { label: nameEn, serial, party }
}

function collectedColumns(columns: readonly CollectedColumn[], candidates: readonly Candidate[]): readonly Column[] {
  const bySerial = new Map(candidates.map((candidate) => [candidate.serial, candidate]))
  return columns.map(({ label, serial }) => {
    const candidate = serial === null ? undefined : bySerial.get(serial)
    return { label, serial: candidate?.serial ?? null, party: candidate?.party ?? '' }
  })
}
