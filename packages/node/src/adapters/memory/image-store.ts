import type { ImageStore } from '../../ports.ts'
import { copyOf } from '../bytes.ts'
import { checkDraft, checkHash } from '../image-name.ts'

/** What MemoryImageStores keep beyond their own lives. */
export class MemoryImages {
  readonly images = new Map<string, Uint8Array>()
  readonly drafts = new Map<string, Uint8Array>()
  readonly aside: (readonly [hash: string, bytes: Uint8Array])[] = []
}

/** An ImageStore in memory: for tests, and as the measure of others. */
export class MemoryImageStore implements ImageStore {
  readonly #kept: MemoryImages

  constructor(kept: MemoryImages) {
    this.#kept = kept
  }

  get images(): ReadonlyMap<string, number> {
    return sizesOf(this.#kept.images)
  }

  get drafts(): ReadonlyMap<string, number> {
    return sizesOf(this.#kept.drafts)
  }

  async read(hash: string): Promise<Uint8Array | undefined> {
    const bytes = this.#kept.images.get(checkHash(hash))
    return bytes && copyOf(bytes)
  }

  async readDraft(draft: string): Promise<Uint8Array> {
    return copyOf(this.#kept.drafts.get(checkDraft(draft)) ?? new Uint8Array(0))
  }

  async append(draft: string, bytes: Uint8Array): Promise<void> {
    this.#kept.drafts.set(draft, new Uint8Array(Buffer.concat([await this.readDraft(draft), bytes])))
  }

  async keep(draft: string, hash: string): Promise<void> {
    this.#kept.images.set(checkHash(hash), await this.readDraft(draft))
    this.#kept.drafts.delete(draft)
  }

  async drop(draft: string): Promise<void> {
    this.#kept.drafts.delete(checkDraft(draft))
  }

  async setAside(hash: string): Promise<void> {
    const bytes = this.#kept.images.get(checkHash(hash))
    if (bytes !== undefined) this.#kept.aside.push([hash, bytes])
    this.#kept.images.delete(hash)
  }
}

function sizesOf(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, number> {
  return new Map([...files].map(([name, { length }]) => [name, length]))
}
