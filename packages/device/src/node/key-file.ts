import { err, ok, type Result, secretKeyBytes } from '@khata/ledger'
import { readFile } from 'node:fs/promises'
import { makeSecret, signerOf } from '../core/key.ts'
import type { Entropy, Signer } from '../core/ports.ts'
import { writeNewFile } from './durable-file.ts'

export interface KeyFileFault {
  readonly code: 'device/bad-key-file'
  readonly path: string
}

/** Makes a key and writes its secret, readable by the owner alone. @throws `EEXIST` where the file exists: a key is never overwritten. */
export async function makeKeyFile(path: string, entropy: Entropy): Promise<Signer> {
  const secret = makeSecret(entropy)
  await writeNewFile(path, secret, { mode: 0o600 })
  return signerOf(secret)
}

export async function readKeyFile(path: string): Promise<Result<Signer, KeyFileFault>> {
  const secret = new Uint8Array(await readFile(path))
  return secret.length === secretKeyBytes ? ok(signerOf(secret)) : err({ code: 'device/bad-key-file', path })
}
