import { Assembly } from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import { registeredAt } from '../count/checks.ts'
import type { SeatState, StationRecord } from '../count/state.ts'
import { judgedAtRegisterSize, type LogFold } from '../audit/fold.ts'
import { modeOf } from '../identity/election.ts'
import { declaredElection, type RegisterState } from '../identity/register.ts'
import { frontierRoot } from '../log/frontier.ts'
import { reconstructionNotice } from './reconstruction.ts'

/** What every document says of its election. */
export interface ElectionHeading {
  readonly election: string
  readonly mode: string
  /** Only in mode replay. */
  readonly reconstruction?: { readonly notice: string; readonly source: string }
}

/** Which seat of which election a form is about. */
export interface SeatNamed extends ElectionHeading {
  readonly seat: string
  readonly seatName: string
  readonly assembly: 'NA' | 'PA'
  readonly province: string
  readonly district: string
}

/** What a form of a whole seat says about where it comes from. */
export interface SeatHeading extends SeatNamed {
  readonly log: { readonly generation: number; readonly size: number; readonly root: string }
  readonly register: { readonly size: number }
  readonly rulesVersion: number
}

export function electionHeading(register: RegisterState): ElectionHeading {
  const { election, source } = declaredElection(register)
  const mode = modeOf(election)
  return { election, mode, ...(mode === 'replay' && { reconstruction: { notice: reconstructionNotice, source } }) }
}

export function seatNamed(seat: string, register: RegisterState): SeatNamed {
  const declared = register.seats.get(seat)?.value
  invariant(declared !== undefined, 'a form is made of a declared seat')
  return {
    ...electionHeading(register),
    seat,
    seatName: declared.name,
    assembly: declared.assembly === Assembly.NATIONAL ? 'NA' : 'PA',
    province: declared.province,
    district: declared.district,
  }
}

export function seatHeading(fold: LogFold, seat: SeatState, register: RegisterState): SeatHeading {
  return {
    ...seatNamed(seat.seat, register),
    log: { generation: fold.generation, size: fold.size, root: toHex(frontierRoot(fold.frontier)) },
    register: { size: judgedAtRegisterSize(fold, register) },
    rulesVersion: declaredElection(register).rulesVersion,
  }
}

/** The heading of Forms 48 and 49: once signed, of the log that was signed, however it has grown since. */
export function finalHeading(fold: LogFold, seat: SeatState, register: RegisterState): SeatHeading {
  const heading = seatHeading(fold, seat, register)
  const { concluded } = seat.proceedings
  if (concluded === undefined) return heading
  const { size, root, registerSize } = concluded
  return { ...heading, log: { generation: fold.generation, size, root }, register: { size: registerSize } }
}

/** Stations by their number. */
export function stationsInOrder({ stations }: SeatState): readonly StationRecord[] {
  return [...stations.values()].toSorted((a, b) => a.station.number - b.station.number)
}

/** Registered voters of these stations; null where one of them is unknown. */
export function registeredVoters(
  records: readonly StationRecord[],
  of: (station: StationRecord['station']) => number | null = registeredAt,
): number | null {
  return records
    .map(({ station }) => of(station))
    .reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0)
}
