import { deserialize, serialize } from 'node:v8'
import type { RootOrder } from '@khata/proto'
import type { Store } from '../ports.ts'
import { orderRow } from '../replica/rows.ts'
import { readRows } from './reading.ts'
import type { WriterRunner } from './writer-runner.ts'

/** Keeps approved orders of the root until HQ's node says them in the register. */
export async function keepOrders(store: Store, orders: readonly RootOrder[]): Promise<void> {
  const waiting = (await waitingOrders(store)).length
  const rows = orders.map((order, at) => ({ key: orderRow(waiting + at), value: serialize(order) }))
  await store.write(rows, 'fsync')
}

/** Says every waiting order, in the order in which they were given; one that the register refuses is alarmed there. */
export async function sayWaitingOrders(store: Store, register: WriterRunner): Promise<void> {
  const orders = await waitingOrders(store)
  for (const { order } of orders) await register.sayVerified({ body: 'rootOrder', rootOrder: order })
  await register.settled()
  await store.write(
    orders.map(({ key }) => ({ key, value: undefined })),
    'lazy',
  )
}

async function waitingOrders(store: Store): Promise<readonly { readonly key: string; readonly order: RootOrder }[]> {
  const rows = await readRows(store, { from: orderRow(0), to: orderRow(Number.MAX_SAFE_INTEGER) })
  return rows.map(([key, value]) => ({ key, order: deserialize(value) as RootOrder }))
}
