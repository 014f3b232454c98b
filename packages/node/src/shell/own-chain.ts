import { type AuthorChain, firstLink, fromHex } from '@khata/ledger'
import type { Store } from '../ports.ts'
import { type ChainName, decodePlace, sequenceRow } from '../replica/rows.ts'
import { lastRow, numberIn } from './reading.ts'

/** Where a signer's device chain stands in a log: the node's own statements continue it after a restart. */
export async function ownChain(store: Store, log: string, chain: ChainName): Promise<AuthorChain> {
  const range = {
    from: sequenceRow(log, chain, 0),
    to: sequenceRow(log, chain, Number.MAX_SAFE_INTEGER),
  }
  const [row, value] = (await lastRow(store, range)) ?? []
  if (row === undefined || value === undefined) return firstLink
  return { sequence: numberIn(row), previous: fromHex(decodePlace(value).hash) ?? firstLink.previous }
}
