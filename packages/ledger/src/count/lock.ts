import { LockGrade, Role, type RuleParameters } from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import { onPresent, present, stationOf } from './station.ts'
import type { Laws, SeatPlace } from './law.ts'
import type { FormRecord, SeatState } from './state.ts'

const stationOfficers = [Role.PRESIDING_OFFICER, Role.SENIOR_ASSISTANT_PRESIDING_OFFICER]

/**
 * The lock of a form: said by the device as it signs (`remote`), and shown at the returning officer's office by
 * answering a fresh challenge (`shown`). The log keeps it, not the phone: whoever sends a second form without having
 * been asked is seen to have broken it. Only CorrectionRequested opens it.
 */
export const lockLaws: Laws<'form45Locked' | 'lockChallenged' | 'lockShown'> = {
  form45Locked: {
    offices: stationOfficers,
    decide: (place, locking) =>
      notOwn(place, locking.station) ??
      onDeviceForm(place.state, locking, ({ lock }) =>
        lock === 'none' ? undefined : refuse('lock/already-locked', { station: locking.station }),
      ),
    evolve: ({ state }, { station }) => void (present(stationOf(state, station).current).lock = 'remote'),
  },
  lockChallenged: {
    offices: [Role.RETURNING_OFFICER, Role.ASSISTANT_RETURNING_OFFICER, Role.DATA_ENTRY_OPERATOR],
    decide: ({ state }, challenge) =>
      onDeviceForm(state, challenge, ({ lock }) =>
        lock === 'shown' ? refuse('lock/already-locked', { station: challenge.station }) : undefined,
      ),
    evolve: ({ state, said }, { station }) =>
      void (present(stationOf(state, station).current).challenge = said.opened.hashHex),
  },
  lockShown: {
    offices: stationOfficers,
    decide: (place, shown) =>
      notOwn(place, shown.station) ??
      onDeviceForm(place.state, shown, ({ challenge }) =>
        challenge === toHex(shown.challenge) ? undefined : refuse('lock/wrong-challenge', { station: shown.station }),
      ),
    evolve: ({ state }, { station }) =>
      void Object.assign(present(stationOf(state, station).current), { lock: 'shown', challenge: undefined }),
  },
}

/** Whether a form's lock is enough for it to be accepted. Paper has none. */
export function locked({ basis, lock }: FormRecord, { lockGradeMin }: RuleParameters): Refusal | undefined {
  if (basis !== 'device' || grades[lock] >= (lockGradeMin ?? 0)) return undefined
  return refuse('lock/not-enough', { lock })
}

const grades = { none: LockGrade.UNSPECIFIED, remote: LockGrade.REMOTE, shown: LockGrade.SHOWN } as const

function onDeviceForm(
  state: SeatState,
  named: { readonly station: number; readonly form: Uint8Array },
  decide: (current: FormRecord) => Refusal | undefined,
): Refusal | undefined {
  return onPresent(state, named, (_, current) =>
    current.basis === 'device' ? decide(current) : refuse('lock/no-device', { station: named.station }),
  )
}

function notOwn({ office }: SeatPlace, station: number): Refusal | undefined {
  return office.station === station ? undefined : refuse('station/not-own', { station })
}
