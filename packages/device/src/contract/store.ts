import { describe, expect, test } from 'vitest'
import type { DeviceStore } from '../core/ports.ts'

/** What every DeviceStore does. `reopen` opens the same records once more, as another process would. */
export function storeContract(name: string, make: () => Promise<{ open: () => Promise<DeviceStore> }>): void {
  describe(`a device store: ${name}`, () => {
    test('gives back what was appended, in order, also when opened again', async () => {
      const { open } = await make()
      const store = await open()
      const records = Array.from({ length: 12 }, (_, at) => Uint8Array.from({ length: at * 700 }, () => at))
      for (const [index, record] of records.entries()) await store.append(index, record)
      expect(await store.read()).toEqual(records)
      expect(await (await open()).read()).toEqual(records)
    })

    test('begins empty', async () => {
      expect(await (await (await make()).open()).read()).toEqual([])
    })

    test('never writes over a record', async () => {
      const { open } = await make()
      const store = await open()
      const other = await open()
      await store.append(0, Uint8Array.of(1))
      await expect(store.append(0, Uint8Array.of(2))).rejects.toThrow(/^/)
      await expect(other.append(0, Uint8Array.of(3))).rejects.toThrow(/^/)
      expect(await store.read()).toEqual([Uint8Array.of(1)])
    })

    test('lets one of two writers win each number', async () => {
      const { open } = await make()
      const [one, two] = [await open(), await open()]
      const writes = [one.append(0, Uint8Array.of(1)), two.append(0, Uint8Array.of(2))]
      const outcomes = await Promise.allSettled(writes)
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      const winner = outcomes[0]?.status === 'fulfilled' ? 1 : 2
      expect(await one.read()).toEqual([Uint8Array.of(winner)])
    })

    test('keeps its own copy of the bytes', async () => {
      const store = await (await make()).open()
      const record = Uint8Array.of(1, 2, 3)
      await store.append(0, record)
      record.fill(9)
      expect(await store.read()).toEqual([Uint8Array.of(1, 2, 3)])
    })
  })
}
