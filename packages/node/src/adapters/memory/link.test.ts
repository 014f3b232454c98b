import { test } from 'vitest'
import { linkContract } from '../../contract/link.ts'
import { MemoryLink, MemoryLinkWay, MemoryLinkServer } from './link.ts'

linkContract(
  'memory',
  async () => {
    const way = new MemoryLinkWay()
    return {
      openLink: async () => new MemoryLink(way),
      openServer: async (onFault) => new MemoryLinkServer(way, onFault),
      fail: async () => {
        way.available = false
      },
      recover: async () => {
        way.available = true
      },
      [Symbol.asyncDispose]: async () => undefined,
    }
  },
  test,
)
