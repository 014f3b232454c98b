import { test } from 'vitest'
import { imageStoreContract } from '../../contract/image-store.ts'
import { MemoryImages, MemoryImageStore } from './image-store.ts'

imageStoreContract(
  'memory',
  async () => {
    const kept = new MemoryImages()
    return { open: async () => new MemoryImageStore(kept), [Symbol.asyncDispose]: async () => undefined }
  },
  test,
)
