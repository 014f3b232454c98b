import {
  type Beside,
  type HashHex,
  namesOf,
  type OpenedStatement,
  type Precedents,
  precedents,
  StatementIndex,
  type StatementNames,
} from '@khata/ledger'
import { recentEntriesMax } from './limits.ts'
import type { StatementPlace } from './places.ts'

/** What the store held of a statement's id and signer when it was asked. */
export type StoredPrecedents = Beside<StatementPlace>

export const nothingStored: StoredPrecedents = { sameId: undefined, sameSequence: undefined, sequenceBefore: undefined }

/**
 * Ids and sequences of the newest entries, whether or not the store has them yet. An answer of the store is
 * complete together with this memory as long as the store was asked at a size of at least `floor`.
 */
export class Recents {
  readonly #places = new StatementIndex<StatementPlace>()
  readonly #order: StatementNames[] = []
  #floor: number

  constructor(size: number) {
    this.#floor = size
  }

  get floor(): number {
    return this.#floor
  }

  /** `repeats` where the store holds an earlier statement with this sequence number, which keeps its place. */
  add(opened: OpenedStatement, index: number, repeats: boolean): void {
    const names = namesOf(opened)
    this.#places.add(names, { index, hash: opened.hashHex }, repeats ? 'id' : 'both')
    this.#order.push(names)
    if (this.#order.length > 2 * recentEntriesMax) this.#forget()
  }

  /** The signer's first statement one sequence number before, where it is among the newest: no store need be asked for it. */
  before(opened: OpenedStatement): StatementPlace | undefined {
    const names = namesOf(opened)
    return this.#places.withSequence(names, names.sequence - 1)
  }

  /** Completes what the store said with what is newer. */
  complete(opened: OpenedStatement, stored: StoredPrecedents): StoredPrecedents {
    const recent = this.#places.beside(namesOf(opened))
    return {
      sameId: stored.sameId ?? recent.sameId,
      sameSequence: stored.sameSequence ?? recent.sameSequence,
      sequenceBefore: stored.sequenceBefore ?? recent.sequenceBefore,
    }
  }

  #forget(): void {
    const old = this.#order.splice(0, this.#order.length - recentEntriesMax)
    for (const names of old) this.#places.forget(names)
    this.#floor += old.length
  }
}

/** As the law wants it: hashes only, and none of the statement's own entry or a later one. */
export function precedentsBefore(index: number, stored: StoredPrecedents): Precedents {
  const earlier = (place: StatementPlace | undefined): HashHex | undefined =>
    place !== undefined && place.index < index ? place.hash : undefined
  const { sameId, sameSequence, sequenceBefore } = stored
  return precedents({
    sameId: earlier(sameId),
    sameSequence: earlier(sameSequence),
    sequenceBefore: earlier(sequenceBefore),
  })
}
