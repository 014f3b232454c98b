import { hash } from 'node:crypto'
import { installKeyCheck, installSha256, installStrictVerify } from '@khata/ledger'
import { loadNativeVerifier } from './native.ts'
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

/**
 * Gives the law this machine's check of keys and of single signatures, for this thread.
 * Throws where a verdict on the self-test is wrong.
 */
export async function installNativeVerify(): Promise<void> {
  const verifier = await loadNativeVerifier()
  if (verifier.kind === 'sodium') installKeyCheck((key) => verifier.checkKey(key))
  const tested = installStrictVerify((key, message, signature) => verifier.checkSignature({ key, message, signature }))
  if (!tested.ok) throw new VerifierUnfit(tested.error.failed)
}
