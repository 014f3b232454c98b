import { test } from 'vitest'
import { lineageMarkerContract } from '../../contract/lineage-marker.ts'
import { MemoryLineageMarker } from './lineage-marker.ts'

lineageMarkerContract(
  'memory',
  async () => {
    const marker = new MemoryLineageMarker()
    return { open: async () => marker, [Symbol.asyncDispose]: async () => undefined }
  },
  test,
)
