import type { KeyObject } from 'node:crypto'
import { createPublicKey, verify } from 'node:crypto'
import type { Triple } from '@khata/ledger'
import { keyBytes, signatureBytes } from './packing.ts'

/** The two halves of the one Ed25519 rule (docs/protocol.md), as one machine's native code answers them. */
export interface NativeVerifier {
  readonly kind: 'sodium' | 'node-crypto'
  /** Condition 2: the key is canonical, not of small order and torsion-free. */
  checkKey(key: Uint8Array): boolean
  /** Conditions 1, 3 and 4, for a key that `checkKey` accepts. */
  checkSignature(triple: Triple): boolean
}

/** libsodium where it loads on this machine, else node:crypto, which takes about twice as long. */
export async function loadNativeVerifier(loadSodium: () => Promise<Sodium> = importSodium): Promise<NativeVerifier> {
  try {
    return sodiumVerifier(await loadSodium())
  } catch {
    return await nodeCryptoVerifier()
  }
}

/** Checks each key once, as long as not too many others come in between. */
export function rememberingKeys(verifier: NativeVerifier, keysMax: number): (triple: Triple) => boolean {
  const good = new Set<string>()
  const accepts = (key: Uint8Array): boolean => {
    const name = Buffer.from(key.buffer, key.byteOffset, key.length).toString('latin1')
    if (good.has(name)) return true
    if (!verifier.checkKey(key)) return false
    const [oldest] = good
    if (good.size >= keysMax && oldest !== undefined) good.delete(oldest)
    good.add(name)
    return true
  }
  return (triple) => accepts(triple.key) && verifier.checkSignature(triple)
}

/** What is used of sodium-native, whose own types ask for Buffers where it takes any bytes. */
export interface Sodium {
  crypto_core_ed25519_is_valid_point(point: Uint8Array): boolean
  crypto_sign_verify_detached(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean
  crypto_sign_detached(signature: Uint8Array, message: Uint8Array, secretKey: Uint8Array): void
  crypto_sign_seed_keypair(publicKey: Uint8Array, secretKey: Uint8Array, seed: Uint8Array): void
}

export async function importSodium(): Promise<Sodium> {
  const loaded: { readonly default: unknown } = await import('sodium-native')
  return loaded.default as Sodium
}

/**
 * libsodium's validity of a point is condition 2 to the letter: on the curve, canonical, on the main subgroup, not of
 * small order; and its detached verification checks 1, 3 and 4.
 */
function sodiumVerifier(sodium: Sodium): NativeVerifier {
  return {
    kind: 'sodium',
    checkKey: (key) => key.length === keyBytes && sodium.crypto_core_ed25519_is_valid_point(key),
    checkSignature: ({ key, message, signature }) =>
      // The binding takes longer signatures and reads their first 64 bytes.
      signature.length === signatureBytes && sodium.crypto_sign_verify_detached(signature, message, key),
  }
}

/** OpenSSL leaves conditions 1 and 3 to its caller. The law is loaded only here: workers are lean without it. */
async function nodeCryptoVerifier(): Promise<NativeVerifier> {
  const { parsePublicKey, signaturePrecheck } = await import('@khata/ledger')
  return {
    kind: 'node-crypto',
    checkKey: (key) => parsePublicKey(key).ok,
    checkSignature: (triple) =>
      signaturePrecheck(triple.signature) && verify(null, triple.message, keyObject(triple.key), triple.signature),
  }
}

function keyObject(key: Uint8Array): KeyObject {
  const x = Buffer.from(key.buffer, key.byteOffset, key.length).toString('base64url')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}
