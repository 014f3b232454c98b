import { fromHex, isVoid, type LogFold, namesOf, type OpenedStatement, type StatementNames } from '@khata/ledger'
import type { Store } from '../ports.ts'
import {
  idTag,
  type NameTag,
  type NameTags,
  type StatementPlace,
  type StatementPlaces,
  sequenceTag,
} from '../replica/places.ts'
import type { StoredPrecedents } from '../replica/recents.ts'
import { readStatementsAt } from './reading.ts'

/** A statement whose precedents are wanted, with the one of its signer before it where that is known already. */
export interface Asked {
  readonly opened: OpenedStatement
  readonly tags: NameTags
  readonly sequenceBefore?: StatementPlace | undefined
}

/** Where a log holds which names, and which of its entries are void. */
export interface HeldNames {
  readonly places: StatementPlaces
  readonly fold: Pick<LogFold, 'voids'>
}

/** An id is its signer's own. */
export type IdName = Pick<StatementNames, 'signerHex' | 'idHex'>

type SequenceName = Pick<StatementNames, 'signerHex' | 'seat' | 'sequence'>

/** Indices of entries in which a statement may be found. */
type Places = readonly number[]

type HeldStatements = ReadonlyMap<number, OpenedStatement>

const nowhere: Places = []

/**
 * What the store holds, below the entry `before`, of each statement's id and of its signer's sequence, in one read. What
 * is void has no effect and is no precedent.
 */
export async function lookUpPrecedents(
  store: Store,
  { places, fold }: HeldNames,
  asked: readonly Asked[],
  before?: number,
): Promise<readonly StoredPrecedents[]> {
  const standing = (tag: NameTag): Places => places.withTag(tag, before).filter((index) => !isVoid(fold, index))
  const sought = asked.map(({ opened, tags, sequenceBefore }) => {
    const { signer, seat, sequence } = opened.statement
    const isKnown = sequenceBefore !== undefined || sequence === 1
    return {
      names: namesOf(opened),
      id: standing(tags.id),
      sequence: standing(tags.sequence),
      earlier: isKnown ? nowhere : standing(sequenceTag({ signer, seat, sequence: sequence - 1 })),
      sequenceBefore,
    }
  })
  const wanted = sought.flatMap(({ id, sequence, earlier }) => [...id, ...sequence, ...earlier])
  const held = await readStatementsAt(store, places.log, wanted)
  return sought.map(({ names, id, sequence, earlier, sequenceBefore }) => ({
    sameId: placeOfId(held, id, names),
    sameSequence: placeOfSequence(held, sequence, names),
    sequenceBefore: sequenceBefore ?? placeOfSequence(held, earlier, { ...names, sequence: names.sequence - 1 }),
  }))
}

/** Where the log holds a signer's statement; where all that it holds of it is void, there. */
export async function lookUpStatement(
  store: Store,
  { places, fold }: HeldNames,
  name: IdName,
): Promise<StatementPlace | undefined> {
  const [signer, id] = [fromHex(name.signerHex), fromHex(name.idHex)]
  if (signer === undefined || id === undefined) return undefined
  const found = places.withTag(idTag({ signer, id }))
  const held = await readStatementsAt(store, places.log, found)
  const standing = found.filter((index) => !isVoid(fold, index))
  return placeOfId(held, standing, name) ?? placeOfId(held, found, name)
}

function placeOfId(held: HeldStatements, places: Places, { signerHex, idHex }: IdName): StatementPlace | undefined {
  return firstPlace(held, places, (one) => one.signerHex === signerHex && one.idHex === idHex)
}

function placeOfSequence(
  held: HeldStatements,
  places: Places,
  { signerHex, seat, sequence }: SequenceName,
): StatementPlace | undefined {
  return firstPlace(held, places, ({ signerHex: signer, statement }) => {
    return signer === signerHex && statement.seat === seat && statement.sequence === sequence
  })
}

/** Of two statements with one name the first stands. */
function firstPlace(
  held: HeldStatements,
  places: Places,
  matches: (opened: OpenedStatement) => boolean,
): StatementPlace | undefined {
  let first: StatementPlace | undefined
  for (const index of places) {
    const opened = held.get(index)
    if (opened === undefined || !matches(opened)) continue
    if (first === undefined || index < first.index) first = { index, hash: opened.hashHex }
  }
  return first
}
