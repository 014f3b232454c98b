import { openStatement, type OpenedStatement, type SignedBytes } from '@khata/ledger'
import type { NodeAnswer } from '@khata/node'
import type { Machine } from './machine.ts'

/** What a machine's node answers to a statement; undefined where nobody answers. */
export async function submitTo(
  { node, treason }: Machine,
  { statement, signature }: SignedBytes,
): Promise<NodeAnswer | undefined> {
  const opened = openStatement(statement, signature)
  if (node === undefined || (treason === 'deaf' && opened.ok && isUnwelcome(opened.value))) return undefined
  return node.submit(statement, signature)
}

/** The replicated receipt that a machine's node gives; undefined where it has none, or nobody answers. */
export async function receiptAt(
  { node, treason }: Machine,
  log: string,
  said: OpenedStatement,
): Promise<Uint8Array | undefined> {
  if (node === undefined || (treason === 'deaf' && isUnwelcome(said))) return undefined
  return node.receipt(log, said, 'replicated')
}

/** Every other statement, as chance has it. */
function isUnwelcome({ hashHex }: OpenedStatement): boolean {
  return Number.parseInt(hashHex.slice(-1), 16) % 2 === 0
}
