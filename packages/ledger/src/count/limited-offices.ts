import { Role } from '@khata/proto'
import type { KeyHex } from '../event/statement.ts'
import type { Office } from '../identity/office.ts'
import type { SeatState } from './state.ts'

/** Keys that hold the same limited office: of one seat's operators, or of one candidate's agents at one station. */
export function holdersBeside({ limitedOffices }: SeatState, office: Office): readonly KeyHex[] {
  const place = limitedPlace(office)
  return (place === undefined ? undefined : limitedOffices.get(place)) ?? []
}

/** Counts a new holder of an office that the rules may limit. */
export function noteHolder({ limitedOffices }: SeatState, key: KeyHex, office: Office): void {
  const place = limitedPlace(office)
  if (place === undefined) return
  const holders = limitedOffices.get(place)
  if (holders === undefined) limitedOffices.set(place, [key])
  else holders.push(key)
}

/** Counts the holders on the rolls anew. */
export function recountHolders(state: SeatState): void {
  state.limitedOffices.clear()
  for (const [key, office] of state.rolls) noteHolder(state, key, office)
}

function limitedPlace({ role, station, candidate }: Office): string | undefined {
  switch (role) {
    case Role.DATA_ENTRY_OPERATOR:
      return 'operators'
    case Role.POLLING_AGENT:
      return `agents/${station}/${candidate}`
    default:
      return undefined
  }
}
