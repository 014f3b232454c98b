import { type FileHandle, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type LogSource, SourceFailed } from './log-source.ts'
import { tiledSource } from './tiled-source.ts'

/**
 * Files on disk: `<folder>/<log>/checkpoint`, `<folder>/<log>/tile/...` and, where the folder's maker published it,
 * `<folder>/<seat>/form47.json`. Throws SourceFailed where the folder cannot be read.
 */
export async function openFolderSource(folder: string): Promise<LogSource> {
  if (!(await isFolder(folder))) throw new SourceFailed('log-source/unreachable', `${folder} is no folder`)
  const paths = { log: (log: string) => log, form47: (seat: string) => `${seat}/form47.json` }
  return tiledSource(folder, paths, (path, bytesMax) => readFileUpTo(join(folder, path), bytesMax))
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (cause) {
    throw new SourceFailed('log-source/unreachable', `${path} cannot be read`, cause)
  }
}

async function readFileUpTo(path: string, bytesMax: number): Promise<Uint8Array | undefined> {
  try {
    await using file = await open(path, 'r')
    return await readUpTo(file, bytesMax + 1)
  } catch (cause) {
    if (isAbsent(cause)) return undefined
    throw new SourceFailed('log-source/unusable', `${path} cannot be read`, cause)
  }
}

async function readUpTo(file: FileHandle, bytesMax: number): Promise<Uint8Array> {
  const { size } = await file.stat()
  const bytes = new Uint8Array(Math.min(size, bytesMax))
  let filled = 0
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled)
    if (bytesRead === 0) return bytes.subarray(0, filled)
    filled += bytesRead
  }
  return bytes
}

function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'ENOTDIR'
}
