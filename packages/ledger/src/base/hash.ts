import { sha256 as portableSha256 } from '@noble/hashes/sha2.js'
import { equalBytes, fromHex } from './bytes.ts'
import { InvariantError, invariant } from './invariant.ts'
import { hashBytes } from './limits.ts'

/** Synchronous; the digest is a plain Uint8Array of its own, never a view that a later call overwrites. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

let installed: Sha256 = portableSha256

export function sha256(bytes: Uint8Array): Uint8Array {
  return installed(bytes)
}

const scratch = new Uint8Array(128 * 1024)

/** SHA-256 of the parts one after another, without allocating their concatenation. */
export function sha256Joined(first: Uint8Array, second: Uint8Array, third?: Uint8Array): Uint8Array {
  const length = first.length + second.length + (third?.length ?? 0)
  const joined = length <= scratch.length ? scratch : new Uint8Array(length)
  joined.set(first, 0)
  joined.set(second, first.length)
  if (third !== undefined) joined.set(third, first.length + second.length)
  return installed(joined.subarray(0, length))
}

/** SHA-256(tag || first || second), the tag being one byte (RFC 6962 section 2.1). */
export function sha256Tagged(tag: number, first: Uint8Array, second?: Uint8Array): Uint8Array {
  const length = 1 + first.length + (second?.length ?? 0)
  const joined = length <= scratch.length ? scratch : new Uint8Array(length)
  joined[0] = tag
  joined.set(first, 1)
  if (second !== undefined) joined.set(second, 1 + first.length)
  return installed(joined.subarray(0, length))
}

/**
 * Replaces the portable SHA-256 by a faster one (the portable one takes ten times as long as a native one),
 * after checking it against known answers.
 * @throws InvariantError when an answer is wrong: the process must not go on with such a hash.
 */
export function installSha256(native: Sha256): void {
  let previous: readonly [Uint8Array, Uint8Array] | undefined
  for (const [message, digest] of knownAnswers()) {
    const answer = native(message)
    invariant(previous === undefined || equalBytes(...previous), 'this SHA-256 overwrites its last answer')
    previous = [answer, digest]
    if (Object.getPrototypeOf(answer) !== Uint8Array.prototype)
      throw new InvariantError('a digest must be a plain Uint8Array')
    if (!equalBytes(answer, digest)) throw new InvariantError('this SHA-256 gives a wrong digest')
  }
  installed = native
}

/** FIPS 180-4's published answers, and the portable function's for every padding length and for a large input. */
function knownAnswers(): (readonly [Uint8Array, Uint8Array])[] {
  const published = [
    [[], 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [[0x61, 0x62, 0x63], 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ] as const
  const answers = published.map(
    ([message, hex]) => [Uint8Array.from(message), fromHex(hex) ?? new Uint8Array(hashBytes)] as const,
  )
  for (const length of [...Array(130).keys(), 65_536]) {
    const message = new Uint8Array(length).map((_, i) => (i * 7 + length) & 0xff)
    answers.push([message, portableSha256(message)])
  }
  return answers
}
