import type { Precedents } from '../count/said.ts'
import type { HashHex, OpenedStatement } from '../event/statement.ts'

/**
 * What a log has held so far by signer and id and by signer, seat and sequence, for one audit. A node keeps the same
 * in its store. An id is its signer's own: nobody can use up another's.
 */
export class PrecedentIndex {
  readonly #byId = new Map<string, HashHex>()
  readonly #bySequence = new Map<string, HashHex>()

  before(opened: OpenedStatement): Precedents {
    const { sequence } = opened.statement
    return precedents(
      this.#byId.get(idKey(opened)),
      this.#bySequence.get(sequenceKey(opened, sequence)),
      this.#bySequence.get(sequenceKey(opened, sequence - 1)),
    )
  }

  /** Call once the statement's entry is admitted: void entries leave no precedent. Of two with one sequence the first stands. */
  add(opened: OpenedStatement): void {
    const { hashHex, statement } = opened
    const key = sequenceKey(opened, statement.sequence)
    this.#byId.set(idKey(opened), hashHex)
    if (!this.#bySequence.has(key)) this.#bySequence.set(key, hashHex)
  }
}

/** Under which a statement's hash is found by its id. */
export function idKey({ signerHex, idHex }: OpenedStatement): string {
  return `${signerHex}/${idHex}`
}

/** Under which the hash of the signer's statement with this sequence number, for the same seat, is found. */
export function sequenceKey({ signerHex, statement }: OpenedStatement, sequence: number): string {
  return `${signerHex}/${statement.seat}/${sequence}`
}

export function precedents(
  sameId: HashHex | undefined,
  sameSequence: HashHex | undefined,
  sequenceBefore: HashHex | undefined,
): Precedents {
  return {
    ...(sameId !== undefined && { sameId }),
    ...(sameSequence !== undefined && { sameSequence }),
    ...(sequenceBefore !== undefined && { sequenceBefore }),
  }
}
