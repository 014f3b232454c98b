import { type HashHex, idKey, type OpenedStatement, type Precedents, precedents, sequenceKey } from '@khata/ledger'
import { recentEntriesMax } from './limits.ts'
import type { StatementPlace } from './rows.ts'

/** What the store held of a statement's id and signer when it was asked. */
export interface StoredPrecedents {
  readonly sameId: StatementPlace | undefined
  readonly sameSequence: StatementPlace | undefined
  readonly sequenceBefore: StatementPlace | undefined
}

export const nothingStored: StoredPrecedents = { sameId: undefined, sameSequence: undefined, sequenceBefore: undefined }

/**
 * Ids and sequences of the newest entries, whether or not the store has them yet. An answer of the store is
 * complete together with this memory as long as the store was asked at a size of at least `floor`.
 */
export class Recents {
  readonly #byId = new Map<string, StatementPlace>()
  readonly #bySequence = new Map<string, StatementPlace>()
  readonly #order: { readonly id: string; readonly sequence: string }[] = []
  #floor: number

  constructor(size: number) {
    this.#floor = size
  }

  get floor(): number {
    return this.#floor
  }

  add(opened: OpenedStatement, index: number): void {
    const { hashHex } = opened
    const id = idKey(opened)
    const sequence = sequenceKey(opened, opened.statement.sequence)
    this.#byId.set(id, { index, hash: hashHex })
    if (!this.#bySequence.has(sequence)) this.#bySequence.set(sequence, { index, hash: hashHex })
    this.#order.push({ id, sequence })
    if (this.#order.length > 2 * recentEntriesMax) this.#forget()
  }

  /** Completes what the store said with what is newer. */
  complete(opened: OpenedStatement, stored: StoredPrecedents): StoredPrecedents {
    const { sequence } = opened.statement
    return {
      sameId: stored.sameId ?? this.#byId.get(idKey(opened)),
      sameSequence: stored.sameSequence ?? this.#bySequence.get(sequenceKey(opened, sequence)),
      sequenceBefore: stored.sequenceBefore ?? this.#bySequence.get(sequenceKey(opened, sequence - 1)),
    }
  }

  #forget(): void {
    const old = this.#order.splice(0, this.#order.length - recentEntriesMax)
    for (const { id, sequence } of old) {
      this.#byId.delete(id)
      this.#bySequence.delete(sequence)
    }
    this.#floor += old.length
  }
}

/** As the law wants it: hashes only, and none of the statement's own entry or a later one. */
export function precedentsBefore(index: number, stored: StoredPrecedents): Precedents {
  const earlier = (place: StatementPlace | undefined): HashHex | undefined =>
    place !== undefined && place.index < index ? place.hash : undefined
  return precedents(earlier(stored.sameId), earlier(stored.sameSequence), earlier(stored.sequenceBefore))
}
