import { hash } from 'node:crypto'
import { equalBytes, installKeyCheck, installSha256, installStrictVerify, type Triple } from '@khata/ledger'
import { loadNativeVerifier, type NativeVerifier } from './native.ts'
import { VerifierUnfit } from './verifier-worker.ts'

/** Gives the law this machine's SHA-256, several times as fast as the portable one. */
export function installNativeSha256(): void {
  installSha256((bytes) => {
    // Node makes a short string in half the time that it makes a Buffer.
    const digest = hash('sha256', bytes, 'binary')
    const answer = new Uint8Array(digest.length)
    for (let at = 0; at < digest.length; at++) answer[at] = digest.charCodeAt(at)
    return answer
  })
}

export interface NativeVerifyOptions {
  /** So many good signatures need not be checked again: for a process that plays many who check the same one. */
  readonly remembered?: number
}

/**
 * Gives the law this machine's check of keys and of single signatures, for this thread.
 * Throws where a verdict on the self-test is wrong.
 */
export async function installNativeVerify({ remembered = 0 }: NativeVerifyOptions = {}): Promise<void> {
  const verifier = await loadNativeVerifier()
  if (verifier.kind === 'sodium') installKeyCheck((key) => verifier.checkKey(key))
  const check = remembered > 0 ? rememberingSignatures(verifier, remembered) : verifier
  const tested = installStrictVerify((key, message, signature) => check.checkSignature({ key, message, signature }))
  if (!tested.ok) throw new VerifierUnfit(tested.error.failed)
}

/** Remembers the newest good triples, byte for byte. */
export function rememberingSignatures(
  { checkSignature }: Pick<NativeVerifier, 'checkSignature'>,
  signaturesMax: number,
): Pick<NativeVerifier, 'checkSignature'> {
  const good = new Map<string, Triple>()
  return {
    checkSignature: (triple) => {
      const name = Buffer.from(triple.signature).toString('latin1')
      const known = good.get(name)
      if (known !== undefined && equalBytes(known.key, triple.key) && equalBytes(known.message, triple.message))
        return true
      if (!checkSignature(triple)) return false
      const [oldest] = good.keys()
      if (good.size >= signaturesMax && oldest !== undefined) good.delete(oldest)
      good.set(name, triple)
      return true
    },
  }
}
