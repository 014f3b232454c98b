import { describe, expect, test } from 'vitest'
import type { ImageKeeper } from '../core/ports.ts'

const hash = 'ab'.repeat(32)

/** What every ImageKeeper does. `reopen` opens the same images once more, as another process would. */
export function keeperContract(name: string, make: () => Promise<{ open: () => Promise<ImageKeeper> }>): void {
  describe(`a keeper of images: ${name}`, () => {
    test('gives back what was kept, also when opened again and kept again', async () => {
      const { open } = await make()
      const keeper = await open()
      const image = Uint8Array.from({ length: 100_000 }, (_, at) => at % 251)
      await keeper.keep(hash, image)
      await keeper.keep(hash, image)
      for (const opened of [keeper, await open()]) {
        expect(Buffer.compare((await opened.read(hash)) ?? new Uint8Array(0), image)).toBe(0)
      }
    })

    test('has nothing else', async () => {
      expect(await (await (await make()).open()).read(hash)).toBeUndefined()
    })

    test('keeps its own copy of the bytes', async () => {
      const keeper = await (await make()).open()
      const image = Uint8Array.of(1, 2, 3)
      await keeper.keep(hash, image)
      image.fill(9)
      ;(await keeper.read(hash))?.fill(9)
      expect(await keeper.read(hash)).toEqual(Uint8Array.of(1, 2, 3))
    })
  })
}
