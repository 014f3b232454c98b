import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formOfCount, postOf } from '../contract/figures.ts'
import { election, FilingNode } from '../contract/filing-node.ts'
import { HttpNode } from '../contract/http-node.ts'
import { Device } from '../core/device.ts'
import type { Entropy } from '../core/ports.ts'
import { runCourier } from './courier.ts'
import { FileStore } from './file-store.ts'
import { fetchExchange, httpTransport } from './http-transport.ts'
import { makeKeyFile } from './key-file.ts'
import { systemClock, systemEntropy } from './system.ts'

/** Draws 0 for every wait, so that nothing is waited for here; ids and keys stay random. */
const withoutJitter: Entropy = { bytes: (count) => (count === 4 ? new Uint8Array(4) : systemEntropy.bytes(count)) }

test('a form signed while the courier runs arrives over HTTP, past a node that fails first and one that hangs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'khata-courier-'))
  const ending = new AbortController()
  const ro = new FilingNode('NA-46')
  const hq = new FilingNode('intake-hq')
  let failures = 2
  await using roHttp = await HttpNode.start(({ body }, response) => {
    if (failures-- > 0) response.destroy()
    else response.end(ro.submit(body, { cosigned: true }))
  })
  await using hqHttp = await HttpNode.start(({ body }, response) => response.end(hq.submit(body, { cosigned: true })))
  await using hanging = await HttpNode.start(() => undefined)
  const destinations = [
    { name: 'ro', kind: 'ro', log: ro.log, address: roHttp.address },
    { name: 'hq', kind: 'hq', log: hq.log, address: hqHttp.address },
    { name: 'province', kind: 'province', log: 'intake-punjab', address: hanging.address },
  ] as const
  const trusts = new Map([ro, hq].map(({ log, trust }) => [log, trust]))
  const opened = await Device.open({
    election,
    signer: await makeKeyFile(join(folder, 'key'), systemEntropy),
    posts: [postOf(3, { destinations })],
    store: await FileStore.open(join(folder, 'outbox')),
    transport: httpTransport(fetchExchange({ signal: ending.signal })),
    clock: systemClock,
    entropy: withoutJitter,
    trustOf: ({ log }) => trusts.get(log),
  })
  if (!opened.ok) throw new Error(opened.error.code)
  const device = opened.value
  const arrived = new Promise<void>((resolve) => {
    device.onChange(() => {
      const states = device.outgoing.flatMap(({ lines }) => lines.map(({ delivery }) => delivery.state))
      if (states.filter((state) => state === 'replicated').length === 4) resolve()
    })
  })
  const courier = runCourier(device, systemClock, ending.signal)
  const prepared = device.prepareForm45('NA-46', formOfCount(3))
  if (!prepared.ok) throw new Error(prepared.error.code)
  const signed = await device.sign(prepared.value)
  await arrived
  ending.abort()
  await courier
  expect(signed.ok).toBe(true)
  const hashes = device.outgoing.map(({ opened: { hashHex } }) => hashHex)
  expect(hashes).toHaveLength(2)
  expect([ro.filed, hq.filed]).toEqual([hashes, hashes])
  await rm(folder, { recursive: true })
})
