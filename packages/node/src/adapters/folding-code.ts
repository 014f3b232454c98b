import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Packages whose code decides what entries mean. */
const foldingPackages = ['@khata/ledger', '@khata/proto']

/**
 * SHA-256, hex, over the files of the code that folds: a snapshot made by another version of it is not loaded.
 * Reads the very files that are running, in the order of their paths.
 */
export function foldingCodeHash(): Promise<string> {
  running ??= hashOfFiles()
  return running
}

/** Read once in a process, however many nodes it runs. */
let running: Promise<string> | undefined

async function hashOfFiles(): Promise<string> {
  const hash = createHash('sha256')
  for (const name of foldingPackages) {
    const folder = dirname(fileURLToPath(import.meta.resolve(name)))
    for (const path of (await codeFiles(folder)).toSorted()) {
      hash.update(`${name}/${relative(folder, path)}\n`).update(await readFile(path))
    }
  }
  return hash.digest('hex')
}

async function codeFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile() && /(?<!\.test|\.d)\.[jt]s$/.test(entry.name))
  return files.map((entry) => join(entry.parentPath, entry.name))
}
