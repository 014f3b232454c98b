import type { SignatureVerifier, Triple } from '@khata/ledger'
import type { VerifierPoolOptions } from '@khata/verifier-pool'
import { openVerifierPool as openPool, VerifierUnavailable } from '@khata/verifier-pool'
import type { VerifierPool } from '../../ports.ts'
import { PortUnavailable } from '../../ports.ts'

/** The shared pool of libsodium threads as the node's port. Throws VerifierUnfit when it fails the self-test. */
export async function openVerifierPool(options: VerifierPoolOptions = {}): Promise<VerifierPool> {
  return new PortVerifierPool(await openPool(options))
}

class PortVerifierPool implements VerifierPool {
  readonly #pool: SignatureVerifier & AsyncDisposable

  constructor(pool: SignatureVerifier & AsyncDisposable) {
    this.#pool = pool
  }

  async verify(batch: readonly Triple[]): Promise<readonly boolean[]> {
    try {
      return await this.#pool.verify(batch)
    } catch (cause) {
      if (cause instanceof VerifierUnavailable) throw new PortUnavailable(cause.message, { cause })
      throw cause
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pool[Symbol.asyncDispose]()
  }
}
