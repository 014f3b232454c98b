import type { Precedents } from '../count/said.ts'
import type { HashHex, KeyHex, OpenedStatement } from '../event/statement.ts'

/**
 * What a log has held so far by signer and id and by signer, seat and sequence, for one audit. A node keeps the same
 * in its store. An id is its signer's own: nobody can use up another's.
 */
export class PrecedentIndex {
  readonly #heard = new Map<KeyHex, Heard>()

  before({ signerHex, idHex, statement }: OpenedStatement): Precedents {
    const heard = this.#heard.get(signerHex)
    const bySequence = heard?.bySequence.get(statement.seat)
    return precedents(
      heard?.byId.get(idHex),
      bySequence?.get(statement.sequence),
      bySequence?.get(statement.sequence - 1),
    )
  }

  /** Call once the statement's entry is admitted: void entries leave no precedent. Of two with one sequence the first stands. */
  add({ signerHex, idHex, hashHex, statement }: OpenedStatement): void {
    const heard = this.#heard.get(signerHex) ?? { byId: new Map(), bySequence: new Map() }
    const bySequence = heard.bySequence.get(statement.seat) ?? new Map()
    heard.byId.set(idHex, hashHex)
    if (!bySequence.has(statement.sequence)) bySequence.set(statement.sequence, hashHex)
    heard.bySequence.set(statement.seat, bySequence)
    this.#heard.set(signerHex, heard)
  }
}

/** Of one signer: by id, and by seat and sequence number. */
interface Heard {
  readonly byId: Map<string, HashHex>
  readonly bySequence: Map<string, Map<number, HashHex>>
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
  const found: { -readonly [Name in keyof Precedents]: Precedents[Name] } = {}
  if (sameId !== undefined) found.sameId = sameId
  if (sameSequence !== undefined) found.sameSequence = sameSequence
  if (sequenceBefore !== undefined) found.sequenceBefore = sequenceBefore
  return found
}
