import { keeperContract } from '../contract/image-keeper.ts'
import { MemoryKeeper } from './memory-keeper.ts'

keeperContract('memory', () => {
  const keeper = new MemoryKeeper()
  return Promise.resolve({ open: () => Promise.resolve(keeper) })
})
