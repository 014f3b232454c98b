import { expect, test } from 'vitest'
import type { NodeClient, Page } from '../officers/node-client.ts'
import { Reach } from './reach.ts'

/** A node that says that it holds so many entries of NA-301. */
function nodeOf(size: () => number): NodeClient {
  const page = (): Page => {
    const logs = [{ log: 'NA-301', size: size(), sequencing: false }]
    return { status: 200, bytes: new TextEncoder().encode(JSON.stringify({ logs })), formHash: undefined }
  }
  return {
    url: '',
    get: async () => page(),
    submit: () => Promise.reject(new Error('nothing is submitted')),
    [Symbol.asyncDispose]: async () => undefined,
  }
}

test('an entry is reached once its site holds one entry more', async () => {
  let size = 5
  const reach = new Reach(new Map([['hq', nodeOf(() => size)]]), 60_000)
  const reached: number[] = []
  const waits = [4, 5].map(async (index) => {
    await reach.until({ site: 'hq', log: 'NA-301', index })
    reached.push(index)
  })
  await reach.look()
  await waits[0]
  expect(reached).toEqual([4])
  size = 6
  await reach.look()
  await waits[1]
  expect(reached).toEqual([4, 5])
})

test('who waits too long is told for what', async () => {
  const reach = new Reach(new Map([['hq', nodeOf(() => 9)]]), -1)
  const waits = Promise.allSettled([
    reach.until({ site: 'punjab', log: 'NA-301', index: 1 }),
    reach.until({ site: 'hq', log: 'PP-301', index: 1 }),
  ])
  await reach.look()
  expect(await waits).toMatchObject([
    { reason: { message: expect.stringContaining('NA-301/1 at punjab') } },
    { reason: { message: expect.stringContaining('PP-301/1 at hq') } },
  ])
})
