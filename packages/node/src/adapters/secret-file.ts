import { randomBytes } from 'node:crypto'
import { link, open, readFile, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { toHex } from '@khata/ledger'
import { isMissing, syncFolder } from './folder.ts'

/** A key file that is not one, or that others may read. */
export class KeyFileUnfit extends Error {
  override readonly name = 'KeyFileUnfit'
  readonly code = 'signer/key-file'

  constructor(text: string) {
    super(`signer/key-file: ${text}`)
  }
}

/** The text of a file that its owner only may read. Throws KeyFileUnfit: a key that others could read is nobody's own. */
export async function readSecret(path: string): Promise<string> {
  const { mode } = await stat(path)
  if ((mode & 0o077) !== 0) throw new KeyFileUnfit(`${path} can be read by others: chmod 600 it`)
  return await readFile(path, 'utf8')
}

/** What `read` finds in a secret's file, made and kept where there is none yet; an existing file is never written over. */
export async function readOrCreateSecret<T>(
  path: string,
  read: (path: string) => Promise<T>,
  make: () => string,
): Promise<T> {
  try {
    return await read(path)
  } catch (cause) {
    if (!isMissing(cause)) throw cause
  }
  await createSecret(path, make())
  return await read(path)
}

/** Linking fails where another process was first; its secret counts then. */
async function createSecret(path: string, text: string): Promise<void> {
  const aside = `${path}.${toHex(randomBytes(8))}`
  try {
    await using file = await open(aside, 'wx', 0o600)
    await file.writeFile(text)
    await file.sync()
    await link(aside, path)
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause
  } finally {
    await rm(aside, { force: true })
  }
  await syncFolder(dirname(path))
}
