import { storeContract } from '../contract/store.ts'
import { MemoryStore } from './memory-store.ts'

storeContract('memory', () => {
  const store = new MemoryStore()
  return Promise.resolve({ open: () => Promise.resolve(store) })
})
