import { toHex } from '@khata/ledger'
import { importSodium, type Sodium } from './native.ts'

/** Ed25519 signing by libsodium, from 32-byte seeds (RFC 8032 section 5.1.5). */
export interface NativeSigning {
  publicKeyOf(seed: Uint8Array): Uint8Array
  sign(seed: Uint8Array, message: Uint8Array): Uint8Array
}

/** The key of one seed. */
export interface NativeKey {
  readonly key: Uint8Array
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** Expands a 32-byte seed once, for as many signatures as are wanted. */
export function nativeKey(sodium: Sodium, seed: Uint8Array): NativeKey {
  const key = new Uint8Array(32)
  const secretKey = new Uint8Array(64)
  sodium.crypto_sign_seed_keypair(key, secretKey, seed)
  return {
    key,
    sign: (message) => {
      const signature = new Uint8Array(64)
      sodium.crypto_sign_detached(signature, message, secretKey)
      return signature
    },
  }
}

/** Remembers the expanded key of every seed that it has signed with. */
export async function nativeSigning(): Promise<NativeSigning> {
  const sodium = await importSodium()
  const keys = new Map<string, NativeKey>()
  const keyOf = (seed: Uint8Array): NativeKey => {
    const name = toHex(seed)
    const key = keys.get(name) ?? nativeKey(sodium, seed)
    keys.set(name, key)
    return key
  }
  return {
    publicKeyOf: (seed) => keyOf(seed).key,
    sign: (seed, message) => keyOf(seed).sign(message),
  }
}
