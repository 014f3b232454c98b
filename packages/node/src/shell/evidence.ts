import { type OpenedEntry, openEntry, type Result, err, ok, claimsOfAll, type EntryFault } from '@khata/ledger'
import type { EvidencedEntry } from '../replica/fold-group.ts'
import { nothingStored } from '../replica/recents.ts'
import { lookUpPrecedents } from './lookup.ts'
import type { Site } from './site.ts'

export type EvidenceFault = EntryFault & { readonly position: number }

/** Opens entries, has their signatures checked, and looks their ids up: everything a fold needs to be told. */
export async function gatherEvidence(
  { store, verifier }: Pick<Site, 'store' | 'verifier'>,
  log: string,
  bytes: readonly Uint8Array[],
): Promise<Result<readonly EvidencedEntry[], EvidenceFault>> {
  const entries = openAll(bytes)
  if (!entries.ok) return entries
  const statements = entries.value.flatMap(({ statement }) => (statement.ok ? [statement.value] : []))
  const claims = claimsOfAll(statements)
  const [verdicts, stored] = await Promise.all([
    verifier.verify(claims.flat()),
    lookUpPrecedents(store, log, statements),
  ])
  let statement = 0
  let claim = 0
  const evidenced = entries.value.map((entry): EvidencedEntry => {
    if (!entry.statement.ok) return { entry, claims: [], stored: nothingStored }
    const own = verdicts.slice(claim, claim + (claims[statement]?.length ?? 0))
    claim += own.length
    return { entry, claims: own, stored: stored[statement++] ?? nothingStored }
  })
  return ok(evidenced)
}

function openAll(bytes: readonly Uint8Array[]): Result<readonly OpenedEntry[], EvidenceFault> {
  const entries: OpenedEntry[] = []
  for (const [position, one] of bytes.entries()) {
    const entry = openEntry(one)
    if (!entry.ok) return err({ ...entry.error, position })
    entries.push(entry.value)
  }
  return ok(entries)
}
