import { type CandidateNominated, type CandidatesListed, type NominationScrutinised, Role } from '@khata/proto'
import { invariant } from '../base/invariant.ts'
import { nominationsMax } from '../base/limits.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import type { Laws } from './law.ts'
import type { NominationDecision, NominationRecord } from './list-state.ts'
import type { SeatState } from './state.ts'

/** Candidates from nomination to Form 33, until the seat is frozen. */
export const nominationLaws: Laws<'candidateNominated' | 'nominationScrutinised' | 'candidateWithdrawn'> = {
  candidateNominated: {
    offices: [Role.RETURNING_OFFICER],
    decide: ({ state }, nominated) => decideNominated(state, nominated),
    evolve: ({ state, said: { index } }, { nomination }) =>
      void state.nominations.set(nomination, { status: 'nominated', decisions: [{ status: 'nominated', index }] }),
  },
  nominationScrutinised: {
    offices: [Role.RETURNING_OFFICER],
    decide: ({ state }, scrutinised) => decideScrutinised(state, scrutinised),
    evolve: ({ state, said: { index } }, { nomination, accepted }) =>
      take(state, nomination, { status: outcomeOf(accepted), index }),
  },
  candidateWithdrawn: {
    offices: [Role.RETURNING_OFFICER],
    decide: ({ state }, { nomination }) =>
      onFile(state, nomination, ({ status }) =>
        status === 'accepted' ? undefined : refuse('nomination/not-in-this-state', { nomination, status }),
      ),
    evolve: ({ state, said: { index } }, { nomination }) => take(state, nomination, { status: 'withdrawn', index }),
  },
}

function decideNominated(state: SeatState, { nomination, nameEn }: CandidateNominated): Refusal | undefined {
  if (state.frozen) return refuse('list/frozen')
  if (nomination < 1 || nameEn === '') return refuse('list/bad-row', { number: nomination })
  if (state.nominations.has(nomination)) return refuse('nomination/already-filed', { nomination })
  return state.nominations.size < nominationsMax ? undefined : refuse('list/too-long', { nominationsMax })
}

// Accepted or rejected, and otherwise on appeal, as long as the candidate stands.
function decideScrutinised(
  state: SeatState,
  { nomination, accepted, reason }: NominationScrutinised,
): Refusal | undefined {
  return onFile(state, nomination, ({ status }) => {
    if (status === 'withdrawn' || status === outcomeOf(accepted)) {
      return refuse('nomination/not-in-this-state', { nomination, status })
    }
    const needsReason = !accepted || status === 'rejected'
    return needsReason && reason === '' ? refuse('nomination/needs-reason', { nomination }) : undefined
  })
}

function onFile(
  state: SeatState,
  nomination: number,
  decide: (record: NominationRecord) => Refusal | undefined,
): Refusal | undefined {
  if (state.frozen) return refuse('list/frozen')
  const record = state.nominations.get(nomination)
  return record === undefined ? refuse('nomination/unknown', { nomination }) : decide(record)
}

/**
 * Form 33 names each accepted nomination that was not withdrawn, once, and nobody else. A log without nominations
 * (a reconstruction, or an election whose scrutiny was kept elsewhere) is not held to them.
 */
export function decideContesting(state: SeatState, parts: readonly CandidatesListed[]): Refusal | undefined {
  if (state.nominations.size === 0) return undefined
  const listed = new Set<number>()
  for (const { serial, nomination } of parts.flatMap(({ candidates }) => candidates)) {
    const stands = nomination !== null && state.nominations.get(nomination)?.status === 'accepted'
    if (!stands || listed.has(nomination)) return refuse('list/not-contesting', { serial })
    listed.add(nomination)
  }
  for (const [nomination, { status }] of state.nominations) {
    if (status === 'accepted' && !listed.has(nomination)) return refuse('list/lacks-candidate', { nomination })
  }
  return undefined
}

function take(state: SeatState, nomination: number, decision: NominationDecision): void {
  const record = state.nominations.get(nomination)
  invariant(record !== undefined, 'a nomination was decided on that was never filed')
  record.status = decision.status
  record.decisions.push(decision)
}

function outcomeOf(accepted: boolean): 'accepted' | 'rejected' {
  return accepted ? 'accepted' : 'rejected'
}
