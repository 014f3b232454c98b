import { fromHex } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import { err, ok, type Result } from '../base/result.ts'
import { type PublicKey, parsePublicKey } from './keys.ts'
import { type StrictVerify, verifyStrictPortable } from './rule.ts'
import { selfTestKey, selfTestSignatures } from './self-test-vectors.ts'

export type Triple = {
  readonly key: PublicKey
  readonly message: Uint8Array
  readonly signature: Uint8Array
}

/** Port for bulk verification: one verdict per triple, in order. An implementation passes `selfTestVerifier` before it is used. */
export interface SignatureVerifier {
  verify(batch: readonly Triple[]): Promise<readonly boolean[]>
}

export type SelfTestFailure = { readonly code: 'signature/self-test'; readonly failed: readonly string[] }

export type SignatureCase = Triple & { readonly name: string; readonly accept: boolean }

let installed: StrictVerify = verifyStrictPortable

/** The one Ed25519 rule, by the portable code or by what `installStrictVerify` was given. */
export function verifyStrict(key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
  return installed(key, message, signature)
}

/** Uses `native` for every single verification from now on, if it gives the rule's verdict on every self-test case. */
export function installStrictVerify(native: StrictVerify): Result<undefined, SelfTestFailure> {
  const tested = selfTest(native)
  if (tested.ok) installed = native
  return tested
}

/** Every synchronous verifier runs this at start; a process whose verifier fails it does not start. */
export function selfTest(verify: StrictVerify): Result<undefined, SelfTestFailure> {
  return judge(signatureCases().map((one) => [one, verify(one.key, one.message, one.signature)]))
}

/** The same for a batch verifier. */
export async function selfTestVerifier(verifier: SignatureVerifier): Promise<Result<undefined, SelfTestFailure>> {
  const cases = signatureCases()
  const verdicts = await verifier.verify(cases)
  return judge(cases.map((one, i) => [one, verdicts[i]]))
}

export function sequentialVerifier(): SignatureVerifier {
  return {
    verify: (batch) => Promise.resolve(batch.map((one) => verifyStrict(one.key, one.message, one.signature))),
  }
}

/** What every verifier is tried on: among them an honest key's signatures whose R has a part of order 8. */
export function signatureCases(): SignatureCase[] {
  const key = parsePublicKey(bytesOf(selfTestKey))
  invariant(key.ok, 'the self-test key is good')
  return selfTestSignatures.map(({ name, message, signature, accept }) => ({
    name,
    key: key.value,
    message: bytesOf(message),
    signature: bytesOf(signature),
    accept,
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
