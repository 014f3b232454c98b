import type { Precedents } from '../count/said.ts'
import type { HashHex, KeyHex, OpenedStatement } from '../event/statement.ts'

/** What a statement is found by: its signer with the id that the signer chose, or with a sequence number for a seat. */
export interface StatementNames {
  readonly signerHex: KeyHex
  readonly idHex: string
  readonly seat: string
  readonly sequence: number
}

export function namesOf({ signerHex, idHex, statement }: OpenedStatement): StatementNames {
  return { signerHex, idHex, seat: statement.seat, sequence: statement.sequence }
}

/** What is known of statements, by signer and id and by signer, seat and sequence. An id is its signer's own: nobody can use up another's. */
export class StatementIndex<T> {
  readonly #heard = new Map<KeyHex, Heard<T>>()

  /** Of the signer's first statement for the same seat with this sequence number: its own, or another's. */
  withSequence({ signerHex, seat }: StatementNames, sequence: number): T | undefined {
    return this.#heard.get(signerHex)?.bySequence.get(seat)?.get(sequence)
  }

  /** What is known of the statements that one is judged beside. */
  beside({ signerHex, idHex, seat, sequence }: StatementNames): Beside<T> {
    const heard = this.#heard.get(signerHex)
    const sequences = heard?.bySequence.get(seat)
    return {
      sameId: heard?.byId.get(idHex),
      sameSequence: sequences?.get(sequence),
      sequenceBefore: sequences?.get(sequence - 1),
    }
  }

  /** Of two with one sequence the first stands; to be found by its id alone, where the first is known elsewhere. */
  add({ signerHex, idHex, seat, sequence }: StatementNames, known: T, by: 'id' | 'both' = 'both'): void {
    const heard = this.#heard.get(signerHex) ?? this.#hear(signerHex)
    heard.byId.set(idHex, known)
    if (by === 'id') return
    const sequences = heard.bySequence.get(seat)
    if (sequences === undefined) heard.bySequence.set(seat, new Map([[sequence, known]]))
    else if (!sequences.has(sequence)) sequences.set(sequence, known)
  }

  forget({ signerHex, idHex, seat, sequence }: StatementNames): void {
    const heard = this.#heard.get(signerHex)
    if (heard === undefined) return
    heard.byId.delete(idHex)
    heard.bySequence.get(seat)?.delete(sequence)
    if (heard.byId.size === 0) this.#heard.delete(signerHex)
  }

  #hear(signerHex: KeyHex): Heard<T> {
    const heard: Heard<T> = { byId: new Map(), bySequence: new Map() }
    this.#heard.set(signerHex, heard)
    return heard
  }
}

/** Of the statement with the same id, with the same sequence number, and with the one before. */
export interface Beside<T> {
  readonly sameId: T | undefined
  readonly sameSequence: T | undefined
  readonly sequenceBefore: T | undefined
}

/** Of one signer: by id, and by seat and sequence number. */
interface Heard<T> {
  readonly byId: Map<string, T>
  readonly bySequence: Map<string, Map<number, T>>
}

/** What a log has held so far, for one audit. A node keeps the same in its store. */
export class PrecedentIndex {
  readonly #hashes = new StatementIndex<HashHex>()

  before(opened: OpenedStatement): Precedents {
    return precedents(this.#hashes.beside(namesOf(opened)))
  }

  /** Call once the statement's entry is admitted: void entries leave no precedent. */
  add(opened: OpenedStatement): void {
    this.#hashes.add(namesOf(opened), opened.hashHex)
  }
}

export function precedents({ sameId, sameSequence, sequenceBefore }: Beside<HashHex>): Precedents {
  const found: { -readonly [Name in keyof Precedents]: Precedents[Name] } = {}
  if (sameId !== undefined) found.sameId = sameId
  if (sameSequence !== undefined) found.sameSequence = sameSequence
  if (sequenceBefore !== undefined) found.sequenceBefore = sequenceBefore
  return found
}
