import { getPublicKey, hashes, Point } from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'
import { fromHex, toHex } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import { publicKeyBytes, secretKeyBytes } from '../base/limits.ts'
import { err, ok, type Result } from '../base/result.ts'
import { selfTestKeys } from './self-test-keys.ts'

declare const brand: unique symbol

/** 32 bytes that passed `parsePublicKey`: a canonical point of the prime-order subgroup other than the identity. */
export type PublicKey = Uint8Array & { readonly [brand]: 'PublicKey' }

export type KeyRefusal =
  | { readonly code: 'key/length' }
  /** Not the one encoding of a point on the curve (RFC 8032 section 5.1.3). */
  | { readonly code: 'key/not-canonical' }
  | { readonly code: 'key/small-order' }
  | { readonly code: 'key/torsion' }

/** Answers true only for what `parsePublicKey` accepts. */
export type KeyCheck = (bytes: Uint8Array) => boolean

let acceptsNatively: KeyCheck | undefined

hashes.sha512 = sha512

/** Condition 2 of the one Ed25519 rule. The key is a copy: later changes of `bytes` do not reach it. */
export function parsePublicKey(bytes: Uint8Array): Result<PublicKey, KeyRefusal> {
  if (bytes.length !== publicKeyBytes) return err({ code: 'key/length' })
  if (acceptsNatively?.(bytes) === true) return ok(brandKey(bytes))
  const point = decodePoint(bytes)
  if (point === undefined) return err({ code: 'key/not-canonical' })
  if (point.isSmallOrder()) return err({ code: 'key/small-order' })
  if (!point.isTorsionFree()) return err({ code: 'key/torsion' })
  return ok(brandKey(bytes))
}

/**
 * `parsePublicKey` that remembers its last answers, good and bad: the check takes milliseconds without native code.
 * @param keysMax answers remembered; the oldest goes first.
 */
export function keyParser(keysMax: number): (bytes: Uint8Array) => Result<PublicKey, KeyRefusal> {
  const known = new Map<string, Result<PublicKey, KeyRefusal>>()
  return (bytes) => {
    const name = toHex(bytes)
    const remembered = known.get(name)
    if (remembered !== undefined) return remembered
    const parsed = parsePublicKey(bytes)
    const [oldest] = known.keys()
    if (known.size >= keysMax && oldest !== undefined) known.delete(oldest)
    known.set(name, parsed)
    return parsed
  }
}

/** The key's form for maps and displays: 64 lower-case hex digits. */
export function publicKeyHex(key: PublicKey): string {
  return toHex(key)
}

/** @param secret the 32-byte seed of RFC 8032 section 5.1.5. */
export function publicKeyOf(secret: Uint8Array): PublicKey {
  invariant(secret.length === secretKeyBytes, 'a secret key is 32 bytes')
  return brandKey(getPublicKey(secret))
}

/**
 * A faster yes for good keys (the portable check takes milliseconds); every other answer is still the portable one's.
 * @throws InvariantError when `native` accepts a key that the rule refuses, or refuses a good one.
 */
export function installKeyCheck(native: KeyCheck): void {
  for (const { name, bytes, refusal } of keyCases()) {
    invariant(native(bytes) === (refusal === undefined), `this key check is wrong about ${name}`)
  }
  acceptsNatively = native
}

export type KeyCase = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly refusal: KeyRefusal['code'] | undefined
}

/** What a native key check is tried on before it is installed. */
export function keyCases(): KeyCase[] {
  return selfTestKeys.map(({ name, key, refusal }) => {
    const bytes = fromHex(key)
    invariant(bytes !== undefined, 'self-test keys are hex')
    return { name, bytes, refusal }
  })
}

function decodePoint(bytes: Uint8Array): Point | undefined {
  try {
    return Point.fromBytes(bytes)
  } catch {
    return undefined
  }
}

function brandKey(bytes: Uint8Array): PublicKey {
  return Uint8Array.from(bytes) as PublicKey
}
