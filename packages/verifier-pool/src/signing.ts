import { toHex } from '@khata/ledger'
import { importSodium } from './native.ts'

/** Ed25519 signing by libsodium, from 32-byte seeds (RFC 8032 section 5.1.5). */
export interface NativeSigning {
  publicKeyOf(seed: Uint8Array): Uint8Array
  sign(seed: Uint8Array, message: Uint8Array): Uint8Array
}

/** Remembers the expanded key of every seed that it has signed with. */
export async function nativeSigning(): Promise<NativeSigning> {
  const sodium = await importSodium()
  const pairs = new Map<string, { readonly key: Uint8Array; readonly secret: Uint8Array }>()
  const pairOf = (seed: Uint8Array) => {
    const name = toHex(seed)
    const known = pairs.get(name)
    if (known !== undefined) return known
    const pair = { key: new Uint8Array(32), secret: new Uint8Array(64) }
    sodium.crypto_sign_seed_keypair(pair.key, pair.secret, seed)
    pairs.set(name, pair)
    return pair
  }
  return {
    publicKeyOf: (seed) => pairOf(seed).key,
    sign: (seed, message) => {
      const signature = new Uint8Array(64)
      sodium.crypto_sign_detached(signature, message, pairOf(seed).secret)
      return signature
    },
  }
}
