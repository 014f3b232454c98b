import { expect, test } from 'vitest'
import type { Put } from '../../ports.ts'
import { WriteQueue } from './write-queue.ts'

test('what arrives during a write goes together into the next, in order, and is fsynced if any part must be', async () => {
  const written: (readonly [string, string])[] = []
  const first = Promise.withResolvers<void>()
  const queue = new WriteQueue(async (rows, durability) => {
    written.push([rows.map((one) => one.key).join(), durability])
    if (written.length === 1) await first.promise
  })
  const writes = [
    queue.add([row('a')], 'lazy'),
    queue.add([row('b')], 'lazy'),
    queue.add([row('c'), row('d')], 'fsync'),
    queue.add([row('e')], 'lazy'),
  ]
  first.resolve()
  await Promise.all(writes)
  expect(written).toEqual([
    ['a', 'lazy'],
    ['b,c,d,e', 'fsync'],
  ])
})

test('a failed write fails those in it and no other', async () => {
  const queue = new WriteQueue(async (rows) => {
    if (rows.some((one) => one.key === 'bad')) throw new Error('disk full')
  })
  const outcomes = await Promise.allSettled([queue.add([row('good')], 'fsync'), queue.add([row('bad')], 'fsync')])
  expect(outcomes.map((one) => one.status)).toEqual(['fulfilled', 'rejected'])
  await queue.add([row('later')], 'fsync')
  await queue.idle()
})

function row(key: string): Put {
  return { key, value: new Uint8Array() }
}
