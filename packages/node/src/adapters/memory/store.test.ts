import { expect, test } from 'vitest'
import { storeContract } from '../../contract/store.ts'
import { MemoryDisk, MemoryStore } from './store.ts'

storeContract(
  'memory',
  async () => {
    const disk = new MemoryDisk()
    return { open: async () => new MemoryStore(disk), [Symbol.asyncDispose]: async () => undefined }
  },
  test,
)

test('losing power takes the lazy writes since the last fsync, and only those', async () => {
  const disk = new MemoryDisk()
  await using store = new MemoryStore(disk)
  await store.write([{ key: 'a', value: Uint8Array.of(1) }], 'lazy')
  await store.write([{ key: 'b', value: Uint8Array.of(2) }], 'fsync')
  await store.write([{ key: 'a', value: undefined }], 'lazy')
  await store.write(
    [
      { key: 'b', value: Uint8Array.of(3) },
      { key: 'c', value: Uint8Array.of(4) },
    ],
    'lazy',
  )
  disk.losePower()
  await using again = new MemoryStore(disk)
  expect(await again.read(['a', 'b', 'c'])).toEqual([Uint8Array.of(1), Uint8Array.of(2), undefined])
})
