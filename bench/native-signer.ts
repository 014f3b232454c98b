import { toHex } from '@khata/ledger'
import type { FixtureSigner } from '@khata/ledger/fixture'
import { importSodium } from '@khata/verifier-pool'

/** Signs a bench's data with libsodium; the data is the bench's own, so making it checks nothing. */
export async function nativeSigner(): Promise<FixtureSigner> {
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
    verify: () => true,
  }
}
