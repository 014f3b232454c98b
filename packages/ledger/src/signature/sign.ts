import { hashes, sign as nobleSign } from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'
import { invariant } from '../base/invariant.ts'
import { secretKeyBytes } from '../base/limits.ts'

hashes.sha512 = sha512

/**
 * Ed25519 (RFC 8032 section 5.1.6): 64 bytes.
 * @param secret the 32-byte seed.
 */
export function sign(secret: Uint8Array, message: Uint8Array): Uint8Array {
  invariant(secret.length === secretKeyBytes, 'a secret key is 32 bytes')
  return nobleSign(message, secret)
}
