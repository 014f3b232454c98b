import { mkdir, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DeviceStore } from '../core/ports.ts'
import { syncFolder, writeNewFile } from './durable-file.ts'

const recordDigits = 8
const recordName = /^[0-9]{8}\.record$/

/** One file a record. A file is never changed, so that no later write can tear an earlier record. */
export class FileStore implements DeviceStore {
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** Makes the folder where there is none. */
  static async open(folder: string): Promise<FileStore> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await syncFolder(dirname(folder))
    return new FileStore(folder)
  }

  async read(): Promise<readonly Uint8Array[]> {
    // Names first: what a crashed process linked and nobody has made durable yet must be so before anyone acts on it.
    await syncFolder(this.#folder)
    const names = (await readdir(this.#folder)).filter((name) => recordName.test(name)).toSorted()
    for (const [index, name] of names.entries()) {
      if (name !== nameOf(index)) throw new Error(`${this.#folder} lacks ${nameOf(index)}`)
    }
    return Promise.all(names.map(async (name) => new Uint8Array(await readFile(join(this.#folder, name)))))
  }

  async append(index: number, record: Uint8Array): Promise<void> {
    await writeNewFile(join(this.#folder, nameOf(index)), record, { mode: 0o600 })
  }
}

function nameOf(index: number): string {
  return `${String(index).padStart(recordDigits, '0')}.record`
}
