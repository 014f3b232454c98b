import { readFile } from 'node:fs/promises'
import { err, parseTrust, type Result, type Trust, type TrustFault } from '@khata/ledger'
import { hasGoodKeys } from '../verify/claimed-trust.ts'

export type TrustFileFault = TrustFault | { readonly code: 'trust/unreadable'; readonly why: string }

export async function readTrustFile(path: string): Promise<Result<Trust, TrustFileFault>> {
  try {
    const trust = parseTrust(JSON.parse(await readFile(path, 'utf8')))
    return !trust.ok || hasGoodKeys(trust.value) ? trust : err({ code: 'trust/malformed', field: 'keys' })
  } catch (cause) {
    return err({ code: 'trust/unreadable', why: cause instanceof Error ? cause.message : String(cause) })
  }
}
