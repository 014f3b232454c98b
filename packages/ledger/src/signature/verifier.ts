import { fromHex } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import { parsedKeysMax } from '../base/limits.ts'
import { err, ok, type Result } from '../base/result.ts'
import { keyParser, type PublicKey, parsePublicKey } from './keys.ts'
import { type StrictVerify, verifyStrictPortable } from './rule.ts'
import { selfTestSignatures } from './self-test-signatures.ts'

/** Bytes as they were received: nothing is known yet about the key either. */
export type Triple = {
  readonly key: Uint8Array
  readonly message: Uint8Array
  readonly signature: Uint8Array
}

/**
 * Port for bulk verification: one verdict per triple, in order, by the whole rule: the check of the key is the
 * verifier's too. An implementation passes `selfTestVerifier` before it is used.
 */
export interface SignatureVerifier {
  verify(batch: readonly Triple[]): Promise<readonly boolean[]>
}

export type SelfTestFailure = { readonly code: 'signature/self-test'; readonly failed: readonly string[] }

export type SignatureCase = Triple & { readonly name: string; readonly accept: boolean }

let installed: StrictVerify = verifyStrictPortable

/** The one Ed25519 rule for a checked key, by the portable code or by what `installStrictVerify` was given. */
export function verifyStrict(key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
  return installed(key, message, signature)
}

/** The whole rule for one triple; `parseKey` lets a caller remember keys (`keyParser`). */
export function verifyTriple(triple: Triple, parseKey: typeof parsePublicKey = parsePublicKey): boolean {
  const key = parseKey(triple.key)
  return key.ok && verifyStrict(key.value, triple.message, triple.signature)
}

/** Uses `native` for every single verification from now on, if it gives the rule's verdict on every self-test case. */
export function installStrictVerify(native: StrictVerify): Result<undefined, SelfTestFailure> {
  const tested = selfTest(native)
  if (tested.ok) installed = native
  return tested
}

/** Every synchronous verifier runs this at start; a process whose verifier fails it does not start. */
export function selfTest(verify: StrictVerify): Result<undefined, SelfTestFailure> {
  return judge(
    signatureCases().map((one) => {
      const key = parsePublicKey(one.key)
      return [one, key.ok && verify(key.value, one.message, one.signature)]
    }),
  )
}

/** The same for a batch verifier, whose check of the key is tried too. */
export async function selfTestVerifier(verifier: SignatureVerifier): Promise<Result<undefined, SelfTestFailure>> {
  const cases = signatureCases()
  const verdicts = await verifier.verify(cases)
  return judge(cases.map((one, i) => [one, verdicts[i]]))
}

/** Verifies one after another in this thread, checking each key once. */
export function sequentialVerifier(): SignatureVerifier {
  const parseKey = keyParser(parsedKeysMax)
  return { verify: (batch) => Promise.resolve(batch.map((triple) => verifyTriple(triple, parseKey))) }
}

/** What every verifier is tried on: among them an honest key's signatures whose R has a part of order 8. */
export function signatureCases(): SignatureCase[] {
  return selfTestSignatures.map((one) => ({
    name: one.name,
    key: bytesOf(one.key),
    message: bytesOf(one.message),
    signature: bytesOf(one.signature),
    accept: one.accept,
  }))
}

function judge(
  verdicts: readonly (readonly [SignatureCase, boolean | undefined])[],
): Result<undefined, SelfTestFailure> {
  const failed = verdicts.filter(([one, verdict]) => verdict !== one.accept).map(([one]) => one.name)
  return failed.length === 0 ? ok(undefined) : err({ code: 'signature/self-test', failed })
}

function bytesOf(hex: string): Uint8Array {
  const bytes = fromHex(hex)
  invariant(bytes !== undefined, 'self-test vectors are hex')
  return bytes
}
