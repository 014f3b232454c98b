import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { get } from './support/client.ts'
import { Network, seatName } from './support/network.ts'

let network: Network

beforeAll(async () => {
  network = await Network.start()
  await network.prepareSeat()
})

afterAll(async () => {
  await network[Symbol.asyncDispose]()
})

describe('a night', () => {
  test('begins', async () => {
    console.log(
      new TextDecoder().decode((await get(network.ro.node.url, `/v1/seats/${seatName}/form47`, 'text/plain')).bytes),
    )
    expect(1).toBe(1)
  })
})
