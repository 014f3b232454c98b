import { foldEntry, type LogFold, type OpenedEntry, type RegisterState } from '@khata/ledger'
import type { GroupEntry } from './group.ts'
import type { NameTags } from './places.ts'
import { nothingStored, precedentsBefore, Recents, type StoredPrecedents } from './recents.ts'

/** An entry with the verdicts on its signatures, and its statement's tags with what the store held of them. */
export interface EvidencedEntry {
  readonly entry: OpenedEntry
  readonly claims: readonly boolean[]
  /** Undefined where the statement cannot be opened. */
  readonly tags: NameTags | undefined
  readonly stored: StoredPrecedents
}

/** Folds entries that follow each other from index `from` on. Past a log fault they are kept and not folded. */
export function foldGroup(
  fold: LogFold,
  from: number,
  entries: readonly EvidencedEntry[],
  register: RegisterState,
): readonly GroupEntry[] {
  const recents = new Recents(from)
  return entries.map((one, at) => foldOne({ fold, register, recents }, one, from + at))
}

interface Folding {
  readonly fold: LogFold
  readonly register: RegisterState
  readonly recents: Recents
}

function foldOne(
  { fold, register, recents }: Folding,
  { entry, claims, tags, stored }: EvidencedEntry,
  index: number,
): GroupEntry {
  if (fold.fault !== undefined) return { entry, tags: undefined }
  const opened = entry.statement.ok ? entry.statement.value : undefined
  const known = opened === undefined ? nothingStored : recents.complete(opened, stored)
  const precedents = precedentsBefore(index, known)
  const admitted = foldEntry(fold, entry, { claims, precedents }, register).type === 'admitted'
  if (admitted && opened !== undefined) recents.add(opened, index, precedents.sameSequence !== undefined)
  return { entry, tags }
}
