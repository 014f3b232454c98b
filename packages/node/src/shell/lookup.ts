import type { OpenedStatement } from '@khata/ledger'
import type { Store } from '../ports.ts'
import type { StoredPrecedents } from '../replica/recents.ts'
import { chainOf, decodePlace, idRow, type StatementName, type StatementPlace, sequenceRow } from '../replica/rows.ts'

/** A statement whose precedents are wanted, with the one of its signer before it where that is known already. */
export interface Asked {
  readonly opened: OpenedStatement
  readonly sequenceBefore?: StatementPlace | undefined
}

/** What the store holds of each statement's id and of its signer's sequence, in one read. */
export async function lookUpPrecedents(
  store: Store,
  log: string,
  asked: readonly Asked[],
): Promise<readonly StoredPrecedents[]> {
  const keys = asked.map((one) => keysOf(log, one))
  const rows = (await store.read(keys.flat())).values()
  const next = (): StatementPlace | undefined => placeOf(rows.next().value)
  return asked.map(({ sequenceBefore }, at) => ({
    sameId: next(),
    sameSequence: next(),
    sequenceBefore: keys[at]?.length === 3 ? next() : sequenceBefore,
  }))
}

/** Two rows, and a third where a statement before is to be looked for: sequences begin with 1. */
function keysOf(log: string, { opened, sequenceBefore }: Asked): readonly string[] {
  const { sequence } = opened.statement
  const chain = chainOf(opened)
  const keys = [idRow(log, opened), sequenceRow(log, chain, sequence)]
  return sequenceBefore !== undefined || sequence === 1 ? keys : [...keys, sequenceRow(log, chain, sequence - 1)]
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
