import { mkdir, open, readdir, readFile, rename, stat, truncate, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { type ImageStore, PortUnavailable } from '../ports.ts'
import { copyOf } from './bytes.ts'
import { isMissing, syncFolder } from './folder.ts'
import { checkDraft, checkHash } from './image-name.ts'

/** Opens a folder of images, making it where there is none. Throws PortUnavailable. */
export async function openImageFolder(folder: string): Promise<ImageFolder> {
  const places = { images: join(folder, 'images'), drafts: join(folder, 'drafts'), aside: join(folder, 'aside') }
  try {
    for (const place of Object.values(places)) await mkdir(place, { recursive: true, mode: 0o700 })
    const shards = await readdir(places.images)
    const held = await Promise.all(shards.map((shard) => sizesIn(join(places.images, shard))))
    return new ImageFolder(places, new Map(held.flat()), new Map(await sizesIn(places.drafts)))
  } catch (cause) {
    throw unavailable(folder, cause)
  }
}

interface Places {
  /** A folder for each first two digits of the hash: `ab/abcd...`. */
  readonly images: string
  readonly drafts: string
  readonly aside: string
}

/** Images as files named by their hash. Opened by `openImageFolder`. */
export class ImageFolder implements ImageStore {
  readonly #places: Places
  readonly #images: Map<string, number>
  readonly #drafts: Map<string, number>

  constructor(places: Places, images: Map<string, number>, drafts: Map<string, number>) {
    this.#places = places
    this.#images = images
    this.#drafts = drafts
  }

  get images(): ReadonlyMap<string, number> {
    return this.#images
  }

  get drafts(): ReadonlyMap<string, number> {
    return this.#drafts
  }

  async read(hash: string): Promise<Uint8Array | undefined> {
    const path = this.#imagePath(hash)
    if (!this.#images.has(hash)) return undefined
    try {
      return copyOf(await readFile(path))
    } catch (cause) {
      // Somebody has taken the file away: what is not there is not held.
      if (!isMissing(cause)) throw unavailable(path, cause)
      this.#images.delete(hash)
      return undefined
    }
  }

  async readDraft(draft: string): Promise<Uint8Array> {
    const path = this.#draftPath(draft)
    if (!this.#drafts.has(draft)) return new Uint8Array(0)
    const size = this.#drafts.get(draft)
    return await this.#ofDraft(draft, async () => copyOf((await readFile(path)).subarray(0, size)))
  }

  async append(draft: string, bytes: Uint8Array): Promise<void> {
    const path = this.#draftPath(draft)
    const size = this.#drafts.get(draft) ?? 0
    await this.#ofDraft(draft, async () => {
      // What a try that failed has left behind its end goes first.
      if (size > 0) await truncate(path, size)
      await using file = await open(path, size > 0 ? 'a' : 'w', 0o600)
      await file.writeFile(bytes)
      this.#drafts.set(draft, size + bytes.length)
    })
  }

  async keep(draft: string, hash: string): Promise<void> {
    const [from, to] = [this.#draftPath(draft), this.#imagePath(hash)]
    const shard = join(this.#places.images, hash.slice(0, 2))
    await this.#ofDraft(draft, async () => {
      await mkdir(shard, { recursive: true, mode: 0o700 })
      {
        await using file = await open(from, 'r+')
        await file.truncate(this.#drafts.get(draft) ?? 0)
        await file.sync()
      }
      await rename(from, to)
      await syncFolder(shard)
      await syncFolder(this.#places.images)
    })
    this.#images.set(hash, this.#drafts.get(draft) ?? 0)
    this.#drafts.delete(draft)
  }

  async drop(draft: string): Promise<void> {
    const path = this.#draftPath(draft)
    if (!this.#drafts.has(draft)) return
    await this.#at(path, () => unlink(path).catch(unlessMissing))
    this.#drafts.delete(draft)
  }

  async setAside(hash: string): Promise<void> {
    const path = this.#imagePath(hash)
    if (!this.#images.delete(hash)) return
    await this.#at(path, async () => {
      const before = (await readdir(this.#places.aside)).filter((name) => name.startsWith(hash)).length
      await rename(path, join(this.#places.aside, `${hash}.${before + 1}`)).catch(unlessMissing)
      await syncFolder(this.#places.aside)
    })
  }

  #imagePath(hash: string): string {
    return join(this.#places.images, checkHash(hash).slice(0, 2), hash)
  }

  #draftPath(draft: string): string {
    return join(this.#places.drafts, checkDraft(draft))
  }

  /** A draft that somebody has taken away begins anew. */
  #ofDraft<T>(draft: string, work: () => Promise<T>): Promise<T> {
    return this.#at(this.#draftPath(draft), () =>
      work().catch((error: unknown) => {
        if (isMissing(error)) this.#drafts.delete(draft)
        throw error
      }),
    )
  }

  async #at<T>(path: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (cause) {
      throw unavailable(path, cause)
    }
  }
}

async function sizesIn(folder: string): Promise<readonly (readonly [name: string, bytes: number])[]> {
  const names = await readdir(folder)
  return Promise.all(names.map(async (name) => [name, (await stat(join(folder, name))).size] as const))
}

function unlessMissing(error: unknown): void {
  if (!isMissing(error)) throw error
}

function unavailable(path: string, cause: unknown): PortUnavailable {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new PortUnavailable(`images/unavailable: ${path}: ${why}`, { cause })
}
