import { nkeys } from 'nats'
import { KeyFileUnfit, readOrCreateSecret, readSecret } from '../secret-file.ts'

/** The login of a user of nats-server: the seed of an nkey in its own encoding, in a file of mode 0600. */
export async function readNkeyFile(path: string): Promise<Uint8Array> {
  const text = await readSecret(path)
  if (!/^SU[A-Z2-7]{56}\n$/.test(text)) throw new KeyFileUnfit(`${path} is no user's nkey seed: SU... and a line end`)
  return new TextEncoder().encode(text.trim())
}

/** The seed in an nkey's file, made and kept where there is none yet; an existing file is never written over. */
export async function readOrCreateNkeyFile(path: string): Promise<Uint8Array> {
  return await readOrCreateSecret(
    path,
    readNkeyFile,
    () => `${new TextDecoder().decode(nkeys.createUser().getSeed())}\n`,
  )
}

/** `UA...`: what a server's configuration knows a user by. */
export function publicNkey(seed: Uint8Array): string {
  return nkeys.fromSeed(seed).getPublicKey()
}
