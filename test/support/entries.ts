import { decodeBundle, formatTilePath, tileWidth } from '@khata/ledger'
import { checkpointOver, get } from './client.ts'

/** Every entry of a log that a node serves, through its tiles, once its checkpoint covers what these receipts are about. */
export async function entriesOf(
  url: string,
  log: string,
  receipts: readonly Uint8Array[],
): Promise<readonly Uint8Array[]> {
  const { size } = await checkpointOver(url, log, receipts)
  const entries: Uint8Array[] = []
  for (let index = 0; index * tileWidth < size; index += 1) {
    const width = Math.min(tileWidth, size - index * tileWidth)
    const { status, bytes } = await get(url, `/v1/logs/${log}/${formatTilePath({ level: 'entries', index, width })}`)
    const bundle = status === 200 ? decodeBundle(bytes, width) : undefined
    if (bundle?.ok !== true) throw new Error(`no entries ${index} of ${log}: ${status}`)
    entries.push(...bundle.value)
  }
  return entries
}
