import { hash } from 'node:crypto'
import { installKeyCheck, installSha256, installStrictVerify, invariant } from '@khata/ledger'

/** What is used of sodium-native, whose own types ask for Buffers where it takes any bytes. */
interface Sodium {
  crypto_core_ed25519_is_valid_point(point: Uint8Array): boolean
  crypto_sign_verify_detached(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean
  crypto_sign_detached(signature: Uint8Array, message: Uint8Array, secretKey: Uint8Array): void
  crypto_sign_seed_keypair(publicKey: Uint8Array, secretKey: Uint8Array, seed: Uint8Array): void
}

const loaded: { readonly default: unknown } = await import('sodium-native')

/** libsodium: a rehearsal makes tens of thousands of keys and signatures. */
export const sodium = loaded.default as Sodium

/** Gives the law this machine's hash and Ed25519, in this thread. Throws where they fail the law's own tests. */
export function installNative(): void {
  installSha256((bytes) => {
    const digest = hash('sha256', bytes, 'buffer')
    return new Uint8Array(digest.buffer, digest.byteOffset, digest.length)
  })
  installKeyCheck((key) => key.length === 32 && sodium.crypto_core_ed25519_is_valid_point(key))
  const tested = installStrictVerify(
    (key, message, signature) => signature.length === 64 && sodium.crypto_sign_verify_detached(signature, message, key),
  )
  invariant(tested.ok, 'libsodium fails the self-test of signatures')
}
