import { claimsOfAll, type EntryFault, err, ok, type OpenedEntry, openEntry, type Result } from '@khata/ledger'
import type { EvidencedEntry } from '../replica/fold-group.ts'
import { type NameTags, tagsOf } from '../replica/places.ts'
import { nothingStored } from '../replica/recents.ts'
import { type Asked, type HeldNames, lookUpPrecedents } from './lookup.ts'
import type { Site } from './site.ts'

/** Verdicts on a statement's signatures, and its tags with what the store holds of them. */
export type StatementEvidence = Pick<EvidencedEntry, 'claims' | 'stored'> & { readonly tags: NameTags }

export type EvidenceFault = EntryFault & { readonly position: number }

/** A statement that evidence is wanted on. */
export type EvidenceWanted = Omit<Asked, 'tags'>

const noEvidence = { claims: [], tags: undefined, stored: nothingStored }

/** Has the signatures of statements checked and looks their ids up: everything that deciding on them needs to be told. */
export async function gatherStatementEvidence(
  { store, verifier }: Pick<Site, 'store' | 'verifier'>,
  names: HeldNames,
  statements: readonly EvidenceWanted[],
  before?: number,
): Promise<readonly StatementEvidence[]> {
  const asked = statements.map((one) => ({ ...one, tags: tagsOf(one.opened) }))
  const claims = claimsOfAll(asked.map(({ opened }) => opened))
  const [verdicts, stored] = await Promise.all([
    verifier.verify(claims.flat()),
    lookUpPrecedents(store, names, asked, before),
  ])
  let claim = 0
  return asked.map(({ tags }, at) => {
    const first = claim
    claim += claims[at]?.length ?? 0
    return { claims: verdicts.slice(first, claim), tags, stored: stored[at] ?? nothingStored }
  })
}

/** Opens entries, the first at index `from`, and gathers the evidence on their statements: everything a fold needs to be told. */
export async function gatherEvidence(
  site: Pick<Site, 'store' | 'verifier'>,
  names: HeldNames,
  from: number,
  bytes: readonly Uint8Array[],
): Promise<Result<readonly EvidencedEntry[], EvidenceFault>> {
  const entries = openAll(bytes)
  if (!entries.ok) return entries
  const asked = entries.value.flatMap(({ statement }) => (statement.ok ? [{ opened: statement.value }] : []))
  const evidence = (await gatherStatementEvidence(site, names, asked, from)).values()
  return ok(
    entries.value.map((entry) => ({
      entry,
      ...((entry.statement.ok ? evidence.next().value : undefined) ?? noEvidence),
    })),
  )
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
