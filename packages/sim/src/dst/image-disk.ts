import { sha256, toHex } from '@khata/ledger'
import { type ImageStore, PortUnavailable } from '@khata/node'
import type { Seeded } from '../election/seeded.ts'
import type { Program, World } from './world.ts'

/** Files of images as a disk holds them. What was kept is there for good; a draft is only as whole as the power lasts. */
export class ImageFiles {
  readonly images = new Map<string, Uint8Array>()
  readonly drafts = new Map<string, Uint8Array>()
  /** Bits that turned over at rest. */
  flips = 0

  clone(): ImageFiles {
    const copy = new ImageFiles()
    for (const [hash, bytes] of this.images) copy.images.set(hash, bytes)
    for (const [draft, bytes] of this.drafts) copy.drafts.set(draft, bytes)
    return copy
  }

  /** Power is lost: of each draft a part may never have reached the platter, and be missing or zeros. */
  losePower(lost: (bytes: number) => number, isZeroed: () => boolean): void {
    for (const [draft, bytes] of this.drafts) {
      const kept = bytes.length - lost(bytes.length)
      const whole = new Uint8Array(isZeroed() ? bytes.length : kept)
      whole.set(bytes.subarray(0, kept))
      this.drafts.set(draft, whole)
    }
  }

  /** One bit of one image turns over; undefined where there is none. */
  flip(chance: Seeded): string | undefined {
    const hashes = [...this.images.keys()]
    const hash = hashes[chance.integer(0, Math.max(0, hashes.length - 1))]
    const bytes = this.images.get(hash ?? '')?.slice()
    if (hash === undefined || bytes === undefined) return undefined
    const at = chance.integer(0, bytes.length - 1)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.integer(0, 7))
    this.images.set(hash, bytes)
    this.flips += 1
    return hash
  }
}

const ioMsMax = 4
const fsyncMsMax = 12

export interface ImageDisk {
  readonly files: ImageFiles
  /** While true nothing more fits. */
  readonly isFull: () => boolean
}

/** One program's images on a disk. */
export class SimImageStore implements ImageStore {
  readonly #world: World
  readonly #program: Program
  readonly #disk: ImageDisk
  readonly #images: Map<string, number>
  readonly #drafts: Map<string, number>

  constructor(world: World, program: Program, disk: ImageDisk) {
    this.#world = world
    this.#program = program
    this.#disk = disk
    this.#images = sizesOf(disk.files.images)
    this.#drafts = sizesOf(disk.files.drafts)
  }

  get images(): ReadonlyMap<string, number> {
    return this.#images
  }

  get drafts(): ReadonlyMap<string, number> {
    return this.#drafts
  }

  read(hash: string): Promise<Uint8Array | undefined> {
    return this.#after(ioMsMax, () => (this.#images.has(hash) ? this.#disk.files.images.get(hash)?.slice() : undefined))
  }

  readDraft(draft: string): Promise<Uint8Array> {
    return this.#after(ioMsMax, () => this.#disk.files.drafts.get(draft)?.slice() ?? new Uint8Array(0))
  }

  append(draft: string, bytes: Uint8Array): Promise<void> {
    const part = bytes.slice()
    return this.#write(ioMsMax, () => {
      const before = this.#disk.files.drafts.get(draft) ?? new Uint8Array(0)
      const whole = new Uint8Array(before.length + part.length)
      whole.set(before)
      whole.set(part, before.length)
      this.#disk.files.drafts.set(draft, whole)
      this.#drafts.set(draft, whole.length)
    })
  }

  keep(draft: string, hash: string): Promise<void> {
    return this.#write(fsyncMsMax, () => {
      const { files } = this.#disk
      const bytes = files.drafts.get(draft) ?? new Uint8Array(0)
      const isItself = toHex(sha256(bytes)) === hash
      this.#world.must(isItself, `${this.#program.name} keeps other bytes as the image ${hash}`)
      files.images.set(hash, bytes)
      files.drafts.delete(draft)
      this.#images.set(hash, bytes.length)
      this.#drafts.delete(draft)
    })
  }

  drop(draft: string): Promise<void> {
    return this.#after(ioMsMax, () => {
      this.#disk.files.drafts.delete(draft)
      this.#drafts.delete(draft)
    })
  }

  setAside(hash: string): Promise<void> {
    return this.#after(ioMsMax, () => {
      this.#world.must(this.#disk.files.flips > 0, `${this.#program.name} finds an image damaged where none is`)
      this.#disk.files.images.delete(hash)
      this.#images.delete(hash)
    })
  }

  #write(msMax: number, act: () => void): Promise<void> {
    return this.#after(msMax, () => {
      if (this.#disk.isFull()) throw new PortUnavailable('images/full: no space left')
      act()
    })
  }

  #after<T>(msMax: number, act: () => T): Promise<T> {
    return this.#world.call(this.#program, this.#world.beside.between(0, msMax), act)
  }
}

function sizesOf(files: ReadonlyMap<string, Uint8Array>): Map<string, number> {
  return new Map([...files].map(([name, { length }]) => [name, length]))
}
