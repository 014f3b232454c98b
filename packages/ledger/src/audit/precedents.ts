import type { Precedents } from '../count/said.ts'
import type { HashHex, KeyHex, OpenedStatement } from '../event/statement.ts'

/** What a log has held so far by id and by signer's sequence, for one audit. A node keeps the same in its store. */
export class PrecedentIndex {
  readonly #byId = new Map<string, HashHex>()
  readonly #bySequence = new Map<KeyHex, Map<number, HashHex>>()

  before({ idHex, signerHex, statement }: OpenedStatement): Precedents {
    const sequences = this.#bySequence.get(signerHex)
    return precedents(this.#byId.get(idHex), sequences?.get(statement.sequence), sequences?.get(statement.sequence - 1))
  }

  /** Call once the statement's entry is admitted: void entries leave no precedent. */
  add({ idHex, signerHex, statement, hashHex }: OpenedStatement): void {
    this.#byId.set(idHex, hashHex)
    const sequences = this.#bySequence.get(signerHex) ?? new Map<number, HashHex>()
    if (!sequences.has(statement.sequence)) sequences.set(statement.sequence, hashHex)
    this.#bySequence.set(signerHex, sequences)
  }
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
