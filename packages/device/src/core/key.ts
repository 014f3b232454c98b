import { enrolmentSigningBytes, invariant, publicKeyOf, secretKeyBytes, sign } from '@khata/ledger'
import { encodeKeyClaim, type KeyClaimInput } from '@khata/proto'
import type { Entropy, Signer } from './ports.ts'

/** What a key's holder hands to the returning officer, who enrols it: the two fields of `KeyEnrolled` that only the holder can make. */
export interface KeyRequest {
  /** Encoded KeyClaim. */
  readonly claim: Uint8Array
  readonly holderSignature: Uint8Array
}

/** A new secret: the 32-byte seed of RFC 8032 section 5.1.5. */
export function makeSecret(entropy: Entropy): Uint8Array {
  const secret = entropy.bytes(secretKeyBytes)
  invariant(secret.length === secretKeyBytes, 'entropy gives as many bytes as were asked for')
  invariant(
    secret.some((byte) => byte !== secret[0]),
    'entropy that repeats one byte is broken',
  )
  return secret
}

export function signerOf(secret: Uint8Array): Signer {
  const key = publicKeyOf(secret)
  return { key, sign: (message) => sign(secret, message) }
}

/** Asks for an office, once for each seat that the key shall serve. */
export function requestKey(signer: Signer, office: Omit<KeyClaimInput, 'key'>): KeyRequest {
  const claim = encodeKeyClaim({ ...office, key: signer.key })
  return { claim, holderSignature: signer.sign(enrolmentSigningBytes(claim)) }
}
