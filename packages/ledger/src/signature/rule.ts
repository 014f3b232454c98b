import { Point } from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'
import { concatBytes, equalBytes, fromHex } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import { signatureBytes } from '../base/limits.ts'
import type { PublicKey } from './keys.ts'

/** Answers for one signature; the key has already passed `parsePublicKey`. */
export type StrictVerify = (key: PublicKey, message: Uint8Array, signature: Uint8Array) => boolean

const orderL = 2n ** 252n + 27742317777372353535851937790883648493n
const orderLBytes = littleEndian(orderL)
const fieldP = 2n ** 255n - 19n
const fieldPBytes = littleEndian(fieldP)

/** The y coordinates of the eight points whose order divides 8; with either sign bit they name nothing else. */
const smallOrderY: readonly Uint8Array[] = [
  littleEndian(0n),
  littleEndian(1n),
  littleEndian(fieldP - 1n),
  bytesOf('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'),
  bytesOf('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'),
]

/**
 * Conditions 1 and 3 of the one Ed25519 rule: S < L, and R canonical and not a small-order encoding.
 * Native verifiers that do not check these (OpenSSL's before 3.5) run it first.
 */
export function signaturePrecheck(signature: Uint8Array): boolean {
  if (signature.length !== signatureBytes) return false
  const y = signature.slice(0, 32)
  y[31] = (y[31] ?? 0) & 0x7f
  if (!lessThan(signature.subarray(32), orderLBytes) || !lessThan(y, fieldPBytes)) return false
  return !smallOrderY.some((small) => equalBytes(small, y))
}

/**
 * The one Ed25519 rule, portable: conditions 1 and 3, then the cofactorless equation compared as bytes,
 * `R == encode(S*B - k*A)`. Libraries' own verification is cofactored or lax and is never called:
 * two verifiers that disagree on one crafted signature would reach two Form 47s.
 */
export function verifyStrictPortable(key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
  if (!signaturePrecheck(signature)) return false
  const encodedR = signature.subarray(0, 32)
  const k = integerOf(sha512(concatBytes(encodedR, key, message))) % orderL
  const s = integerOf(signature.subarray(32))
  const minusKA = Point.fromBytes(key).negate().multiply(k, false)
  return equalBytes(Point.BASE.multiply(s, false).add(minusKA).toBytes(), encodedR)
}

/** a < b, both little-endian and of one length. */
function lessThan(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = a.length - 1; i >= 0; i--) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}

function integerOf(littleEndianBytes: Uint8Array): bigint {
  let hex = '0x'
  for (const byte of littleEndianBytes.toReversed()) hex += byte.toString(16).padStart(2, '0')
  return BigInt(hex)
}

function littleEndian(value: bigint): Uint8Array {
  return bytesOf(value.toString(16).padStart(64, '0')).toReversed()
}

function bytesOf(hex: string): Uint8Array {
  const bytes = fromHex(hex)
  invariant(bytes !== undefined, 'constants are hex')
  return bytes
}
