import type { Store } from '../ports.ts'
import { headRow } from '../replica/rows.ts'

/** Names of the logs that this store holds entries of. */
export async function replicasOnDisk(store: Store): Promise<readonly string[]> {
  const logs: string[] = []
  const prefix = headRow('')
  for await (const rows of store.scan({ from: prefix, to: `${prefix}~` })) {
    for (const [key] of rows) logs.push(key.slice(prefix.length))
  }
  return logs
}
