import type { OpenedStatement } from '@khata/ledger'
import type { Store } from '../ports.ts'
import type { StoredPrecedents } from '../replica/recents.ts'
import { chainOf, decodePlace, idRow, type StatementName, type StatementPlace, sequenceRow } from '../replica/rows.ts'

/** What the store holds of each statement's id and of its signer's sequence, in one read. */
export async function lookUpPrecedents(
  store: Store,
  log: string,
  statements: readonly OpenedStatement[],
): Promise<readonly StoredPrecedents[]> {
  const keys = statements.flatMap((opened) => [
    idRow(log, opened),
    sequenceRow(log, chainOf(opened), opened.statement.sequence),
    sequenceRow(log, chainOf(opened), opened.statement.sequence - 1),
  ])
  const rows = await store.read(keys)
  return statements.map((_, at) => ({
    sameId: placeOf(rows[3 * at]),
    sameSequence: placeOf(rows[3 * at + 1]),
    sequenceBefore: placeOf(rows[3 * at + 2]),
  }))
}

/** Where the log holds a signer's statement. */
export async function lookUpStatement(
  store: Store,
  log: string,
  name: StatementName,
): Promise<StatementPlace | undefined> {
  const [row] = await store.read([idRow(log, name)])
  return placeOf(row)
}

function placeOf(row: Uint8Array | undefined): StatementPlace | undefined {
  return row === undefined ? undefined : decodePlace(row)
}
