import { enrolmentSigningBytes, sha256, utf8Encode } from '@khata/ledger'
import { encodeKeyClaim, type KeyClaimInput, type KeyEnrolledInput } from '@khata/proto'
import type { DrillKey } from './drill-key.ts'

/** What a holder hands over to be enrolled, with the holder's own signature; whoever enrols it signs around it. */
export function enrolment(holder: DrillKey, office: Omit<KeyClaimInput, 'key'>): KeyEnrolledInput {
  const claim = encodeKeyClaim({ ...office, key: holder.key })
  return {
    claim,
    holderSignature: holder.sign(enrolmentSigningBytes(claim)),
    person: nobody(holder),
    reason: '',
  }
}

/** In place of the salted commitment to a person's name: in a rehearsal there is no person. */
function nobody(holder: DrillKey): Uint8Array {
  return sha256(utf8Encode(`khata/drill-person/v1\n${holder.keyHex}`))
}
