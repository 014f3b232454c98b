import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Replaces a file so that after a loss of power it holds the old bytes or the new ones: written aside, flushed, renamed,
 * and the folder that names it flushed.
 */
export async function replaceFile(path: string, bytes: Uint8Array, mode = 0o600): Promise<void> {
  const aside = `${path}.new`
  {
    await using file = await open(aside, 'w', mode)
    await file.writeFile(bytes)
    await file.sync()
  }
  await rename(aside, path)
  await syncFolder(dirname(path))
}

export async function syncFolder(path: string): Promise<void> {
  await using folder = await open(path, 'r')
  await folder.sync()
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
