import type { ImageKeeper } from './ports.ts'

/** Keeps images as long as the object lives: for simulations, and as the measure of other keepers. */
export class MemoryKeeper implements ImageKeeper {
  readonly #images = new Map<string, Uint8Array>()

  keep(hash: string, image: Uint8Array): Promise<void> {
    this.#images.set(hash, image.slice())
    return Promise.resolve()
  }

  read(hash: string): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.#images.get(hash)?.slice())
  }
}
