import type { Store } from '../ports.ts'
import { headRow } from '../replica/rows.ts'
import { readRows } from './reading.ts'

/** Names of the logs that this store holds entries of. */
export async function replicasOnDisk(store: Store): Promise<readonly string[]> {
  const prefix = headRow('')
  const rows = await readRows(store, { from: prefix, to: `${prefix}~` })
  return rows.map(([key]) => key.slice(prefix.length))
}
