import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { encodeSignedStatement } from '@khata/proto'
import { nativeSigning } from '@khata/verifier-pool'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkpointOf, checkpointOver, get, post, until } from './support/client.ts'
import { Network, seatName, statusOf } from './support/network.ts'

let network: Network

beforeEach(async () => {
  network = await Network.start({
    stations: 4,
    candidates: 3,
    signer: { ...(await nativeSigning()), verify: () => true },
  })
  await network.prepareSeat()
  for (const station of [1, 2]) await heldAtHq(await submitForm(station))
})

afterEach(async () => {
  await network[Symbol.asyncDispose]()
})

describe('an RO’s node whose disk is not what it was', () => {
  test('serves and does not sequence when its store is wiped', async () => {
    const before = await form47()
    await network.ro.node.stop()
    await rm(join(network.ro.node.folder, 'data'), { recursive: true })
    await network.ro.node.start()

    await expectServesOnly()
    expect(await until(async () => same(await form47(), before), 'the same Form 47')).toBe(true)
  })

  test('serves and does not sequence when store, stream and marker are all gone', async () => {
    const before = await form47()
    await network.ro.node.stop()
    await network.ro.nats.kill()
    for (const folder of ['data', 'marker'])
      await rm(join(network.ro.node.folder, folder), { recursive: true, force: true })
    await rm(join(network.ro.nats.storeDir, 'jetstream'), { recursive: true })
    await network.ro.nats.restart()
    await network.ro.node.start()

    await expectServesOnly()
    expect(await until(async () => same(await form47(), before), 'the same Form 47, pulled from a hub')).toBe(true)
  })

  test('does not sequence from a backup that is older than what it released', async () => {
    const data = join(network.ro.node.folder, 'data')
    await network.ro.node.stop()
    await network.ro.nats.kill()
    const backup = join(network.ro.node.folder, 'backup')
    await cp(data, join(backup, 'data'), { recursive: true })
    await cp(join(network.ro.nats.storeDir, 'jetstream'), join(backup, 'jetstream'), { recursive: true })
    await network.ro.nats.restart()
    await network.ro.node.start()
    const released = await heldAtHq(await submitForm(3))

    await network.ro.node.stop()
    await network.ro.nats.kill()
    for (const [from, to] of [
      ['data', data],
      ['jetstream', join(network.ro.nats.storeDir, 'jetstream')],
    ] as const) {
      await rm(to, { recursive: true })
      await cp(join(backup, from), to, { recursive: true })
    }
    await network.ro.nats.restart()
    await network.ro.node.start()

    await expectServesOnly()
    expect((await checkpointOf(network.hq.node.url, seatName))?.size).toBe(released)
  })
})

async function submitForm(station: number): Promise<Uint8Array> {
  return await network.must(
    network.ro,
    network.election
      .seat(seatName)
      .po(station)
      .submit({ votes: [station, 2, 3] }),
  )
}

/** The size of the seat's log, once the RO serves what this receipt is about, and HQ all that the RO serves. */
async function heldAtHq(receipt: Uint8Array): Promise<number> {
  const released = (await checkpointOver(network.ro.node.url, seatName, [receipt])).size
  return until(
    async () => ((await checkpointOf(network.hq.node.url, seatName))?.size === released ? released : undefined),
    'HQ to hold the log',
  )
}

async function form47(): Promise<Uint8Array> {
  return (await get(network.hq.node.url, `/v1/seats/${seatName}/form47`, 'application/json')).bytes
}

async function same(now: Uint8Array, before: Uint8Array): Promise<true | undefined> {
  const here = await get(network.ro.node.url, `/v1/seats/${seatName}/form47`, 'application/json')
  return here.status === 200 && Buffer.compare(here.bytes, before) === 0 && Buffer.compare(now, before) === 0
    ? true
    : undefined
}

async function expectServesOnly(): Promise<void> {
  const { log } = await until(() => statusOf(network.ro, seatName), 'the seat in the register')
  expect(log.sequencing).toBe(false)
  const late = network.election
    .seat(seatName)
    .po(4)
    .submit({ votes: [9, 9, 9] })
  expect((await post(network.ro.node.url, encodeSignedStatement(late))).status).toBe(503)
  const ready = await get(network.ro.node.url, '/ready')
  expect([ready.status, new TextDecoder().decode(ready.bytes)]).toEqual([503, expect.stringContaining('lineage/')])
}
