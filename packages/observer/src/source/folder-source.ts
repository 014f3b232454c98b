import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type LogSource, SourceFailed } from './log-source.ts'
import { tiledSource } from './tiled-source.ts'

/**
 * Files on disk: `<folder>/<log>/checkpoint`, `<folder>/<log>/tile/...` and, where the folder's maker published it,
 * `<folder>/<seat>/form47.json`. Throws SourceFailed where the folder cannot be read.
 */
export async function openFolderSource(folder: string): Promise<LogSource> {
  if (!isFolder(folder)) throw new SourceFailed('log-source/unreachable', `${folder} is no folder`)
  const paths = { log: (log: string) => log, form47: (seat: string) => `${seat}/form47.json` }
  return tiledSource(folder, paths, async (path, bytesMax) => readFileUpTo(join(folder, path), bytesMax))
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch (cause) {
    throw new SourceFailed('log-source/unreachable', `${path} cannot be read`, cause)
  }
}

/** At once: the file system's promises take fifteen times as long for a file as reading it. */
function readFileUpTo(path: string, bytesMax: number): Uint8Array | undefined {
  try {
    const file = openSync(path, 'r')
    try {
      return readUpTo(file, bytesMax + 1)
    } finally {
      closeSync(file)
    }
  } catch (cause) {
    if (isAbsent(cause)) return undefined
    throw new SourceFailed('log-source/unusable', `${path} cannot be read`, cause)
  }
}

function readUpTo(file: number, bytesMax: number): Uint8Array {
  const bytes = new Uint8Array(Math.min(fstatSync(file).size, bytesMax))
  let filled = 0
  while (filled < bytes.length) {
    const bytesRead = readSync(file, bytes, filled, bytes.length - filled, filled)
    if (bytesRead === 0) return bytes.subarray(0, filled)
    filled += bytesRead
  }
  return bytes
}

function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'ENOTDIR'
}
