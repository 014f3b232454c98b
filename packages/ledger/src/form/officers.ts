import type { LogFold } from '../audit/fold.ts'
import type { SeatState } from '../count/state.ts'
import { roleNames } from '../identity/office.ts'
import { registerSize, type RegisterState, revokedAt } from '../identity/register.ts'
import { type Officer, officerTable, readRole } from '../list/officer-table.ts'
import type { Table } from '../text/csv.ts'
import { seatNamed, type SeatNamed } from './seat-heading.ts'

/**
 * Officers whom a seat's own log has enrolled and whose keys are in force, as JSON whose RFC 8785 bytes are the document.
 * Offices that the register gives are not among them.
 */
export interface OfficersJson extends SeatNamed {
  readonly form: 'officers'
  readonly title: string
  readonly log: { readonly generation: number; readonly size: number }
  /** Up to where revocations are heeded. */
  readonly register: { readonly size: number }
  readonly officers: readonly OfficerJson[]
}

export interface OfficerJson extends Omit<Officer, 'role'> {
  readonly role: (typeof roleNames)[Officer['role']]
  /** Index of the entry that enrolled the key. */
  readonly entry: number
}

export function officersJson(
  { generation, size }: Pick<LogFold, 'generation' | 'size'>,
  seat: SeatState,
  register: RegisterState,
): OfficersJson {
  return {
    form: 'officers',
    title: 'Officers enrolled by the returning officer',
    ...seatNamed(seat.seat, register),
    log: { generation, size },
    register: { size: registerSize(register) },
    officers: officersInForce(seat, size, register),
  }
}

/** Officers as a table: what an import of the list reads. */
export function officersTable({ officers }: OfficersJson): Table {
  return officerTable(officers.map((officer) => ({ ...officer, role: readRole(officer.role) })))
}

// In the order of their enrolment, which is that of the rolls.
function officersInForce({ seat, rolls }: SeatState, size: number, register: RegisterState): readonly OfficerJson[] {
  return [...rolls]
    .filter(([key]) => !revokedAt(register, key, seat, size))
    .map(([key, { office, role, station, candidate, person, since }]) => {
      return { office, role: roleNames[role], station, candidate, key, person, entry: since }
    })
}
