import { type Form47Issued, Form47Stage } from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import type { SeatState } from '../count/state.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import { form47 } from '../form/form47.ts'
import { formHash } from '../form/canonical.ts'
import type { RegisterState } from '../identity/register.ts'
import { type LogFold, registerSizesJudgedAt } from './fold.ts'

/**
 * The returning officer issues a Form 47 of the log as it stands: it must be the form that the log folds to,
 * and a partial one names each awaited station with a reason (Elections Act 2017 s. 13(3)).
 */
export function decideForm47Issued(
  fold: LogFold,
  seat: SeatState,
  issued: Form47Issued,
  register: RegisterState,
): Refusal | undefined {
  if (!seat.frozen) return refuse('seat/not-frozen', { seat: seat.seat })
  if (issued.size !== fold.size) return refuse('form-47/not-at-head', { size: fold.size })
  if (issued.stage === Form47Stage.UNSPECIFIED) return refuse('statement/bad-shape', { field: 'stage' })
  const open = openStations(seat)
  if (issued.stage === Form47Stage.COMPLETE && (open.length > 0 || seat.stations.size === 0))
    return refuse('form-47/not-complete', { open: open.length })
  const stranger = issued.awaited.find(({ station }) => !seat.stations.has(station))
  if (stranger !== undefined) return refuse('station/not-in-form-28', { station: stranger.station })
  const reasoned = new Set(issued.awaited.filter(({ reason }) => reason !== '').map(({ station }) => station))
  const unreasoned = open.find((station) => !reasoned.has(station))
  if (unreasoned !== undefined) return refuse('form-47/awaited-without-reason', { station: unreasoned })
  return isFormOf(fold, seat, register, issued.sha256) ? undefined : refuse('form-47/differs', { size: fold.size })
}

// An order of the root that cuts into the log behind an issued form changes the register size that the form prints
// when it is made again. Where it changes no figure the officer signed what was so, and it stays said.
function isFormOf(fold: LogFold, seat: SeatState, register: RegisterState, sha256: Uint8Array): boolean {
  const form = form47(fold, seat, register)
  const sizes = registerSizesJudgedAt(fold, register).toReversed()
  return sizes.some((size) => formHash({ ...form, register: { size } }) === toHex(sha256))
}

export function evolveForm47Issued(seat: SeatState, issued: Form47Issued, index: number): void {
  seat.issued = { index, stage: issued.stage, sha256: toHex(issued.sha256), awaited: issued.awaited }
}

/** Stations whose result is not in the sums, in order. */
export function openStations(seat: SeatState): readonly number[] {
  return [...seat.stations.values()].filter(({ status }) => status !== 'accepted').map(({ station }) => station.number)
}
