import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LineageMark, LineageMarker } from '../ports.ts'
import { PortDamaged, PortUnavailable } from '../ports.ts'
import { isMissing, replaceFile } from './folder.ts'

/** Opens a folder of marks, one file for each log; it belongs on other media than the store. */
export async function openFileLineageMarker(folder: string): Promise<FileLineageMarker> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return new FileLineageMarker(folder)
}

/** Marks as small text files, which an operator can read: `<size> <root>`. Opened by `openFileLineageMarker`. */
export class FileLineageMarker implements LineageMarker {
  readonly #folder: string
  #writing: Promise<void> = Promise.resolve()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Throws PortDamaged for a file that is not a mark: a writer must not take it for "no mark yet". */
  async read(log: string): Promise<LineageMark | undefined> {
    const path = this.#pathOf(log)
    try {
      return parseMark(path, await readFile(path, 'utf8'))
    } catch (cause) {
      if (isMissing(cause)) return undefined
      throw cause instanceof PortDamaged ? cause : unavailable(path, cause)
    }
  }

  async write(log: string, mark: LineageMark): Promise<void> {
    const path = this.#pathOf(log)
    const text = new TextEncoder().encode(`${mark.size} ${mark.root}\n`)
    const written = this.#writing.then(() => replaceFile(path, text))
    // One after another: two at once would share the file written aside.
    this.#writing = written.catch(() => undefined)
    await written.catch((cause: unknown) => {
      throw unavailable(path, cause)
    })
  }

  #pathOf(log: string): string {
    return join(this.#folder, `${encodeURIComponent(log).replaceAll('.', '%2E')}.mark`)
  }
}

function parseMark(path: string, text: string): LineageMark {
  const [, size, root] = /^(\d{1,15}) (\S+)\n$/.exec(text) ?? []
  if (size === undefined || root === undefined) throw new PortDamaged(`marker/damaged: ${path} is not a mark`)
  return { size: Number(size), root }
}

function unavailable(path: string, cause: unknown): PortUnavailable {
  return new PortUnavailable(`marker/unavailable: ${path}`, { cause })
}
