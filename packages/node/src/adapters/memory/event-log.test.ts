import { test } from 'vitest'
import { eventLogContract } from '../../contract/event-log.ts'
import { MemoryEventLog, MemoryStreams } from './event-log.ts'

eventLogContract(
  'memory',
  async () => {
    const streams = new MemoryStreams()
    return {
      open: async () => new MemoryEventLog(streams),
      fail: async () => {
        streams.available = false
      },
      recover: async () => {
        streams.available = true
      },
      [Symbol.asyncDispose]: async () => undefined,
    }
  },
  test,
)
