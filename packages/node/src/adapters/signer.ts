import { randomBytes } from 'node:crypto'
import { fromHex, toHex } from '@khata/ledger'
import { importSodium, nativeKey } from '@khata/verifier-pool'
import type { Signer } from '../ports.ts'
import { KeyFileUnfit, readOrCreateSecret, readSecret } from './secret-file.ts'

const seedBytes = 32

/** Signs with the key of a 32-byte seed (RFC 8032 section 5.1.5), by libsodium. */
export async function openSigner(seed: Uint8Array): Promise<Signer> {
  if (seed.length !== seedBytes) throw new RangeError(`a seed of ${seed.length} bytes, must be ${seedBytes}`)
  return nativeKey(await importSodium(), seed)
}

/** The seed in a key file: 64 hex digits and a line end, readable by its owner only. Throws KeyFileUnfit for anything else. */
export async function readKeyFile(path: string): Promise<Uint8Array> {
  const text = await readSecret(path)
  const seed = /^[0-9a-f]{64}\n$/.test(text) ? fromHex(text.trim()) : undefined
  if (seed === undefined) throw new KeyFileUnfit(`${path} is not a key file: 64 hex digits and a line end`)
  return seed
}

/** The seed in a key file, made and kept where there is none yet; an existing file is never written over. */
export async function readOrCreateKeyFile(path: string): Promise<Uint8Array> {
  return await readOrCreateSecret(path, readKeyFile, () => `${toHex(randomBytes(seedBytes))}\n`)
}
