import { utf8Decode, utf8Encode } from '@khata/ledger'
import type { Put, Store } from '../ports.ts'
import { lineageRow } from '../replica/rows.ts'
import type { LineageCode, RefusedLineage } from './lineage.ts'

/** A store that was once behind stays so: having been filled up from elsewhere since explains nothing. */
export function keptLineage(log: string, { code, detail }: Pick<RefusedLineage, 'code' | 'detail'>): Put {
  return { key: lineageRow(log), value: utf8Encode(`${code}\n${detail}`) }
}

/** Why a store may not sequence a log, as it was found once. */
export async function readLineage(store: Store, log: string): Promise<RefusedLineage | undefined> {
  const [row] = await store.read([lineageRow(log)])
  if (row === undefined) return undefined
  const [code = '', detail = ''] = (utf8Decode(row) ?? '').split('\n')
  return { mayWrite: false, code: code as LineageCode, detail }
}
