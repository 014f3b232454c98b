import { randomUUID } from 'node:crypto'
import { link, open, unlink } from 'node:fs/promises'
import { platform } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * Writes a new file whole or not at all, never over another one, and resolves when it survives loss of power. The name
 * appears by a hard link, which fails where the name is taken; a rename would replace it in silence.
 * @throws the file system's error, `EEXIST` where the name is taken.
 */
export async function writeNewFile(path: string, bytes: Uint8Array, options: { readonly mode: number }): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`
  const file = await open(temporary, 'w', options.mode)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await link(temporary, path)
  } finally {
    await unlink(temporary)
  }
  await syncFolder(dirname(path))
}

/** Makes the names in a folder durable. Windows has no such call and keeps names by its own journal. */
export async function syncFolder(folder: string): Promise<void> {
  if (platform() === 'win32') return
  const handle = await open(join(folder, '.'), 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
