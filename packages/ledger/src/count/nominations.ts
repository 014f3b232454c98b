import type { CandidateNominated, CandidatesListed, CandidateWithdrawn, NominationScrutinised } from '@khata/proto'
import { invariant } from '../base/invariant.ts'
import { nominationsMax } from '../base/limits.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import type { NominationDecision, SeatState } from './state.ts'

/** A nomination paper is filed under a number of its own, until the seat is frozen. */
export function decideNominated(state: SeatState, { nomination, nameEn }: CandidateNominated): Refusal | undefined {
  if (state.frozen) return refuse('list/frozen')
  if (nomination < 1 || nameEn === '') return refuse('list/bad-row', { number: nomination })
  if (state.nominations.has(nomination)) return refuse('nomination/already-filed', { nomination })
  return state.nominations.size < nominationsMax ? undefined : refuse('list/too-long', { nominationsMax })
}

/** Accepted or rejected, and otherwise on appeal, as long as the candidate stands. */
export function decideScrutinised(state: SeatState, scrutinised: NominationScrutinised): Refusal | undefined {
  const { nomination, accepted, reason } = scrutinised
  const record = state.nominations.get(nomination)
  if (state.frozen) return refuse('list/frozen')
  if (record === undefined) return refuse('nomination/unknown', { nomination })
  const { status } = record
  if (status === 'withdrawn' || status === outcomeOf(accepted)) {
    return refuse('nomination/not-in-this-state', { nomination, status })
  }
  const needsReason = !accepted || status === 'rejected'
  return needsReason && reason === '' ? refuse('nomination/needs-reason', { nomination }) : undefined
}

/** Only who has been accepted can withdraw. */
export function decideWithdrawn(state: SeatState, { nomination }: CandidateWithdrawn): Refusal | undefined {
  const record = state.nominations.get(nomination)
  if (state.frozen) return refuse('list/frozen')
  if (record === undefined) return refuse('nomination/unknown', { nomination })
  const { status } = record
  return status === 'accepted' ? undefined : refuse('nomination/not-in-this-state', { nomination, status })
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

export function evolveNominated(state: SeatState, { nomination }: CandidateNominated, index: number): void {
  state.nominations.set(nomination, { status: 'nominated', decisions: [{ status: 'nominated', index }] })
}

export function evolveScrutinised(state: SeatState, scrutinised: NominationScrutinised, index: number): void {
  decide(state, scrutinised.nomination, { status: outcomeOf(scrutinised.accepted), index })
}

export function evolveWithdrawn(state: SeatState, { nomination }: CandidateWithdrawn, index: number): void {
  decide(state, nomination, { status: 'withdrawn', index })
}

function decide(state: SeatState, nomination: number, decision: NominationDecision): void {
  const record = state.nominations.get(nomination)
  invariant(record !== undefined, 'a nomination was decided on that was never filed')
  record.status = decision.status
  record.decisions.push(decision)
}

function outcomeOf(accepted: boolean): 'accepted' | 'rejected' {
  return accepted ? 'accepted' : 'rejected'
}
