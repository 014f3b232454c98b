import { randomBytes } from 'node:crypto'
import { link, open, readFile, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fromHex, toHex } from '@khata/ledger'
import type { Signer } from '../ports.ts'
import { isMissing, syncFolder } from './folder.ts'
import type { NatsLogin } from './jetstream/options.ts'
import { importSodium, nativeKey } from '@khata/verifier-pool'

/** A key file that is not one, or that others may read. */
export class KeyFileUnfit extends Error {
  override readonly name = 'KeyFileUnfit'
  readonly code = 'signer/key-file'

  constructor(text: string) {
    super(`signer/key-file: ${text}`)
  }
}

const seedBytes = 32

/** Signs with the key of a 32-byte seed (RFC 8032 section 5.1.5), by libsodium. */
export async function openSigner(seed: Uint8Array): Promise<Signer> {
  if (seed.length !== seedBytes) throw new RangeError(`a seed of ${seed.length} bytes, must be ${seedBytes}`)
  return nativeKey(await importSodium(), seed)
}

/**
 * The seed in a key file: 64 hex digits and a line end, readable by its owner only.
 * Throws KeyFileUnfit for anything else: a key that others could read is no longer one office's key.
 */
export async function readKeyFile(path: string): Promise<Uint8Array> {
  const text = await readSecret(path)
  const seed = /^[0-9a-f]{64}\n$/.test(text) ? fromHex(text.trim()) : undefined
  if (seed === undefined) throw new KeyFileUnfit(`${path} is not a key file: 64 hex digits and a line end`)
  return seed
}

/** The login of a user of nats-server: the seed of an nkey in its own encoding, in a file of mode 0600. */
export async function readNkeyFile(path: string): Promise<NatsLogin> {
  const text = await readSecret(path)
  if (!/^SU[A-Z2-7]{56}\n$/.test(text)) throw new KeyFileUnfit(`${path} is no user's nkey seed: SU... and a line end`)
  return { type: 'nkey', seed: new TextEncoder().encode(text.trim()) }
}

async function readSecret(path: string): Promise<string> {
  const { mode } = await stat(path)
  if ((mode & 0o077) !== 0) throw new KeyFileUnfit(`${path} can be read by others: chmod 600 it`)
  return await readFile(path, 'utf8')
}

/** The seed in a key file, made and kept where there is none yet; an existing file is never written over. */
export async function readOrCreateKeyFile(path: string): Promise<Uint8Array> {
  try {
    return await readKeyFile(path)
  } catch (cause) {
    if (!isMissing(cause)) throw cause
  }
  await createKeyFile(path)
  return await readKeyFile(path)
}

/** Linking fails where another process was first; its key counts then. */
async function createKeyFile(path: string): Promise<void> {
  const aside = `${path}.${toHex(randomBytes(8))}`
  try {
    await using file = await open(aside, 'wx', 0o600)
    await file.writeFile(`${toHex(randomBytes(seedBytes))}\n`)
    await file.sync()
    await link(aside, path)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause
  } finally {
    await rm(aside, { force: true })
  }
  await syncFolder(dirname(path))
}
