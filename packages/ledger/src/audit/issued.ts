import { type Form47Issued, Form47Stage, Role } from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { markTime } from '../count/deadline.ts'
import type { BodyLaw } from '../count/law.ts'
import { countedHash, openStations } from '../count/provisional.ts'
import { stationsToBeRead } from '../count/reading.ts'
import { beforeConsolidation, inStatus } from '../count/seat-status.ts'
import type { SeatState } from '../count/state.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import { form47 } from '../form/form47.ts'
import { formHash } from '../form/canonical.ts'
import { registerSizesJudgedAt } from './fold.ts'
import type { LogPlace } from './log-place.ts'

/**
 * The returning officer issues a Form 47 of the log as it stands: it must be the form that the log folds to,
 * and a partial one names each awaited station with a reason (Elections Act 2017 s. 13(3)).
 */
export const form47Law: BodyLaw<'form47Issued', LogPlace> = {
  offices: [Role.RETURNING_OFFICER],
  decide: (place, issued) => decideForm47Issued(place, issued),
  evolve: ({ state, said }, { stage, sha256, awaited, announced, affixed }) => {
    const { index, sequencedAt: at, opened } = said
    const hash = opened.hashHex
    const counted = countedHash(state)
    state.issued = { index, hash, at, stage, sha256: toHex(sha256), awaited, announced, affixed, counted }
    noteFirst(state, stage, index)
  },
}

function noteFirst(state: SeatState, stage: Form47Stage, index: number): void {
  const { firstIssued } = state
  const isFirstComplete = stage === Form47Stage.COMPLETE && firstIssued.complete === undefined
  if (firstIssued.any !== undefined && !isFirstComplete) return
  markTime(state, index)
  firstIssued.any ??= index
  if (isFirstComplete) firstIssued.complete = index
}

function decideForm47Issued(place: LogPlace, issued: Form47Issued): Refusal | undefined {
  const { fold, state: seat, register } = place
  if (!seat.frozen) return refuse('seat/not-frozen', { seat: seat.seat })
  const refusal = inStatus(seat, beforeConsolidation)
  if (refusal !== undefined) return refusal
  if (issued.size !== fold.size) return refuse('form-47/not-at-head', { size: fold.size })
  if (issued.stage === Form47Stage.UNSPECIFIED) return refuse('statement/bad-shape', { field: 'stage' })
  const open = openStations(seat)
  if (issued.stage === Form47Stage.COMPLETE && (open.length > 0 || seat.stations.size === 0))
    return refuse('form-47/not-complete', { open: open.length })
  const unread = stationsToBeRead(seat, place.rules.parameters.readingsCompleteMin ?? 0)
  if (issued.stage === Form47Stage.COMPLETE && unread.length > 0)
    return refuse('form-47/readings-missing', { stations: unread.length })
  const stranger = issued.awaited.find(({ station }) => !seat.stations.has(station))
  if (stranger !== undefined) return refuse('station/not-in-form-28', { station: stranger.station })
  const reasoned = new Set(issued.awaited.filter(({ reason }) => reason !== '').map(({ station }) => station))
  const unreasoned = open.find((station) => !reasoned.has(station))
  if (unreasoned !== undefined) return refuse('form-47/awaited-without-reason', { station: unreasoned })
  const signed = signedAtRegisterSize(place, form47(fold, seat, register), issued.sha256)
  return signed === undefined ? refuse('form-47/differs', { size: fold.size }) : undefined
}

/**
 * The register size that a form of this log prints to have this hash; undefined where it is another form. An order of
 * the root that cuts into the log behind a signed form changes the register size that the form prints when it is made
 * again. Where it changes no figure the officer signed what was so, and it stays said.
 */
export function signedAtRegisterSize(
  { fold, register }: Pick<LogPlace, 'fold' | 'register'>,
  form: { readonly register: { readonly size: number } },
  sha256: Uint8Array,
): number | undefined {
  const sizes = registerSizesJudgedAt(fold, register).toReversed()
  return sizes.find((size) => formHash({ ...form, register: { size } }) === toHex(sha256))
}
