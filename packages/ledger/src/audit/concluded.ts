import { type ConsolidationConcluded, Role } from '@khata/proto'
import { toHex } from '../base/bytes.ts'
import type { BodyLaw } from '../count/law.ts'
import { actAt, changeStatus, dueAfter, inStatus } from '../count/seat-status.ts'
import { present } from '../count/station.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import { form48 } from '../form/form48.ts'
import { form49 } from '../form/form49.ts'
import { frontierRoot } from '../log/frontier.ts'
import { signedAtRegisterSize } from './issued.ts'
import type { LogPlace } from './log-place.ts'

/**
 * The returning officer signs Forms 48 and 49 of the log as it stands (Elections Act 2017 s. 95): they must be the
 * forms that the log folds to, with every recount that was ordered.
 */
export const concludedLaw: BodyLaw<'consolidationConcluded', LogPlace> = {
  offices: [Role.RETURNING_OFFICER],
  decide: (place, concluded) => decideConcluded(place, concluded),
  evolve: (place, concluded) => evolveConcluded(place, concluded),
}

function decideConcluded(place: LogPlace, concluded: ConsolidationConcluded): Refusal | undefined {
  const { fold, state } = place
  const refusal = inStatus(state, ['consolidating'])
  if (refusal !== undefined) return refusal
  const { due } = state.proceedings
  if (due.size > 0) return refuse('recount/outstanding', { stations: due.size })
  if (concluded.size !== fold.size) return refuse('consolidation/not-at-head', { size: fold.size })
  const registerSize = registerSizeOf(place, concluded)
  if (registerSize === undefined) return refuse('form-48/differs', { size: fold.size })
  const form = form49(fold, state, place.register)
  return signedAtRegisterSize(place, form, concluded.form49Sha256) === registerSize
    ? undefined
    : refuse('form-49/differs', { size: fold.size })
}

function registerSizeOf(place: LogPlace, { form48Sha256 }: ConsolidationConcluded): number | undefined {
  return signedAtRegisterSize(place, form48(place.fold, place.state, place.register), form48Sha256)
}

function evolveConcluded(place: LogPlace, concluded: ConsolidationConcluded): void {
  const { fold, state, rules } = place
  state.proceedings.concluded = {
    ...actAt(place, dueAfter(present(state.issued).at, rules.parameters.consolidatedWithinMs)),
    size: fold.size,
    root: toHex(frontierRoot(fold.frontier)),
    registerSize: present(registerSizeOf(place, concluded)),
    form48: toHex(concluded.form48Sha256),
    form49: toHex(concluded.form49Sha256),
  }
  changeStatus(place, 'concluded')
}
