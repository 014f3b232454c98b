import type { CandidatesListedInput, StatementInputBody } from '@khata/proto'
import type { CandidatePlan } from '../election/plan.ts'

/**
 * What a rehearsal's returning officer says of nomination papers before Form 33: whoever will stand is accepted, and
 * after them one nominee is rejected and one withdraws. A paper's number is its candidate's serial.
 */
export function nominationsOf(candidates: readonly CandidatePlan[]): readonly StatementInputBody[] {
  const [rejected, withdrawn] = [candidates.length + 1, candidates.length + 2]
  return [
    ...candidates.map(({ serial, ...names }) => nominated(serial, names)),
    ...[rejected, withdrawn].map((nomination) => nominated(nomination, nomineeOf(nomination))),
    ...candidates.map(({ serial }) => scrutinised(serial, '')),
    scrutinised(rejected, 'the proposer is not a voter of this constituency'),
    scrutinised(withdrawn, ''),
    { body: 'candidateWithdrawn', candidateWithdrawn: { nomination: withdrawn, reason: 'in favour of another' } },
  ]
}

/** Form 33 whose rows name their nomination papers. */
export function withNominations(part: CandidatesListedInput): CandidatesListedInput {
  return { ...part, candidates: (part.candidates ?? []).map((row) => ({ ...row, nomination: row.serial })) }
}

function nomineeOf(nomination: number): Pick<CandidatePlan, 'nameEn' | 'party'> {
  return { nameEn: `Nominee ${nomination}`, party: 'Independent' }
}

// Home addresses stay off a log that can never forget them.
function nominated(
  nomination: number,
  { nameEn, nameUr = '', party }: Pick<CandidatePlan, 'nameEn' | 'nameUr' | 'party'>,
): StatementInputBody {
  return { body: 'candidateNominated', candidateNominated: { nomination, nameEn, nameUr, address: '', party } }
}

function scrutinised(nomination: number, reason: string): StatementInputBody {
  const accepted = reason === ''
  return { body: 'nominationScrutinised', nominationScrutinised: { nomination, accepted, reason } }
}
