import { enrolmentSigningBytes, personCommitment } from '@khata/ledger'
import { encodeKeyClaim, type KeyClaimInput, type KeyEnrolledInput } from '@khata/proto'
import type { DrillKey } from './drill-key.ts'
import { saltOf } from './private-record.ts'

/** What a holder hands over to be enrolled, with the holder's own signature; whoever enrols it signs around it. */
export function enrolment(holder: DrillKey, office: Omit<KeyClaimInput, 'key'>): KeyEnrolledInput {
  const claim = encodeKeyClaim({ ...office, key: holder.key })
  return {
    claim,
    holderSignature: holder.sign(enrolmentSigningBytes(claim)),
    person: personCommitment(holder.holder.person, saltOf(holder.holder)),
    reason: '',
  }
}
