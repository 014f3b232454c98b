import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ImageKeeper } from '../core/ports.ts'
import { syncFolder, writeNewFile } from './durable-file.ts'

/** One file an image, named by its hash and never changed. */
export class ImageFolder implements ImageKeeper {
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** Makes the folder where there is none. */
  static async open(folder: string): Promise<ImageFolder> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await syncFolder(dirname(folder))
    return new ImageFolder(folder)
  }

  async keep(hash: string, image: Uint8Array): Promise<void> {
    await writeNewFile(this.#pathOf(hash), image, { mode: 0o600 }).catch(unless('EEXIST'))
    // Of an image that an earlier try has written, the name may not be durable yet.
    await syncFolder(this.#folder)
  }

  async read(hash: string): Promise<Uint8Array | undefined> {
    const bytes = await readFile(this.#pathOf(hash)).catch(unless('ENOENT'))
    return bytes && new Uint8Array(bytes)
  }

  #pathOf(hash: string): string {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError('no SHA-256 in lower-case hex')
    return join(this.#folder, hash)
  }
}

function unless(code: string): (error: unknown) => undefined {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === code) return undefined
    throw error
  }
}
