import type { SignatureVerifier, Triple } from '@khata/ledger'
import { sequentialVerifier } from '@khata/ledger'
import type { VerifierPool } from '../../ports.ts'

/** Verifies in the calling thread, one after another: for tests, for the simulator and for an office's node. */
export class SequentialVerifierPool implements VerifierPool {
  readonly #verifier: SignatureVerifier = sequentialVerifier()

  async verify(batch: readonly Triple[]): Promise<readonly boolean[]> {
    return await this.#verifier.verify(batch)
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}
