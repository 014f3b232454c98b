import { Role } from '@khata/proto'
import type { KeyHex } from '../event/statement.ts'
import type { Office } from '../identity/office.ts'
import type { SeatState } from './state.ts'

/** Keys that hold the same limited office: of one seat's operators, or of one candidate's agents at one station. */
export function holdersBeside(state: SeatState, office: Office): readonly KeyHex[] {
  const holders = limited(state, office) ?? []
  return holders.filter((key) => state.rolls.get(key)?.candidate === office.candidate)
}

/** Counts a new holder of an office that the rules may limit. */
export function noteHolder(state: SeatState, key: KeyHex, office: Office): void {
  const holders = limited(state, office)
  if (holders !== undefined) holders.push(key)
  else if (office.role === Role.POLLING_AGENT && office.station !== null) state.agents.set(office.station, [key])
}

/** Counts the holders on the rolls anew. */
export function recountHolders(state: SeatState): void {
  state.operators.length = 0
  state.agents.clear()
  for (const [key, office] of state.rolls) noteHolder(state, key, office)
}

function limited({ operators, agents }: SeatState, { role, station }: Office): KeyHex[] | undefined {
  if (role === Role.DATA_ENTRY_OPERATOR) return operators
  return role === Role.POLLING_AGENT && station !== null ? agents.get(station) : undefined
}
