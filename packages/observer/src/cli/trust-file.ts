import { readFile } from 'node:fs/promises'
import { err, parseTrust, type Result, type Trust, type TrustFault } from '@khata/ledger'

export type TrustFileFault = TrustFault | { readonly code: 'trust/unreadable'; readonly why: string }

export async function readTrustFile(path: string): Promise<Result<Trust, TrustFileFault>> {
  try {
    return parseTrust(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    return err({ code: 'trust/unreadable', why: cause instanceof Error ? cause.message : String(cause) })
  }
}
