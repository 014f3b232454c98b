import { expect, it } from 'vitest'
import { partsHeldBytesMax } from './limits.ts'
import { PartTable } from './part-table.ts'

const piece = (id: string, total: number, offset: number, bytes: readonly number[]) => ({
  id,
  total,
  offset,
  part: Uint8Array.from(bytes),
})

it('holds a request from its beginning on, and takes no piece out of turn', () => {
  const table = new PartTable()
  expect(table.take(piece('a', 4, 2, [3, 4]), 0)).toMatchObject({ held: 0, isWhole: false })
  expect(table.take(piece('a', 4, 0, [1, 2]), 0)).toMatchObject({ held: 2, isWhole: false })
  expect(table.take(piece('a', 4, 0, [9, 9]), 0)).toMatchObject({ held: 2 })
  expect(table.take(piece('a', 4, 2, [3, 4, 5, 6]), 0)).toMatchObject({
    held: 4,
    isWhole: true,
    bytes: Uint8Array.of(1, 2, 3, 4),
  })
  expect(table.take(piece('b', 4, 0, [7]), 0)).toMatchObject({ held: 1 })
})

it('keeps a request that somebody is still sending, and lets an abandoned one go where the room is needed', () => {
  const table = new PartTable()
  const half = partsHeldBytesMax / 2 - 1_000
  expect(table.take(piece('early', half, 0, [1]), 0)).toBeDefined()
  expect(table.take(piece('late', half, 0, [1]), 30_000)).toBeDefined()
  expect(table.take(piece('third', half, 0, [1]), 59_999)).toBeUndefined()
  expect(table.take(piece('early', half, 1, [1]), 59_999)).toMatchObject({ held: 2 })
  expect(table.take(piece('third', half, 0, [1]), 90_000)).toMatchObject({ held: 1 })
  expect(table.take(piece('late', half, 1, [1]), 90_000)).toBeUndefined()
  expect(table.take(piece('early', half, 2, [1]), 90_000)).toMatchObject({ held: 3 })
})

it('keeps an answer in its request’s place, and nothing of a request that was dropped', async () => {
  const table = new PartTable()
  table.take(piece('a', 1, 0, [1]), 0)
  const room = partsHeldBytesMax - 2_000
  await table.answered('a', Promise.resolve(new Uint8Array(room)))
  expect(table.take(piece('b', 1_000, 0, [1]), 0)).toBeUndefined()
  expect(await table.take(piece('a', 1, 0, [1]), 0)?.answer).toHaveLength(room)
  table.drop('a')
  expect(table.take(piece('b', partsHeldBytesMax - 1_000, 0, [1]), 0)).toBeDefined()
})
