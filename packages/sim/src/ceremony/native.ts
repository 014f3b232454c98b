import { importSodium, installNativeSha256, installNativeVerify } from '@khata/verifier-pool'

/** libsodium: a rehearsal makes tens of thousands of keys and signatures. */
export const sodium = await importSodium()

/** One process plays all devices of a rehearsal: a checkpoint under hundreds of their receipts is checked once. */
const remembered = 4_096

/** Gives the law this machine's hash and Ed25519, in this thread. Throws where they fail the law's own tests. */
export async function installNative(): Promise<void> {
  installNativeSha256()
  await installNativeVerify({ remembered })
}
