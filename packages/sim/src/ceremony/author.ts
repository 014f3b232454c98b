import { type AuthorChain, firstLink, sayNext, sha256, type SignedBytes, utf8Encode } from '@khata/ledger'
import type { StatementInputBody } from '@khata/proto'
import type { DrillKey } from './drill-key.ts'

/** A signed statement with its hash, by which later ones name it. */
export interface Spoken {
  readonly signed: SignedBytes
  readonly hash: Uint8Array
}

/** One officer with a key: keeps the device chain of each seat that the key speaks about. */
export class Author {
  readonly key: DrillKey
  readonly #election: string
  readonly #chains = new Map<string, AuthorChain>()

  constructor(election: string, key: DrillKey) {
    this.#election = election
    this.key = key
  }

  /**
   * @param seat empty for the whole election.
   * @param saidAt milliseconds since 1970.
   */
  say(seat: string, body: StatementInputBody, saidAt: number): Spoken {
    const chain = this.#chains.get(seat) ?? firstLink
    const saying = {
      election: this.#election,
      seat,
      id: this.#idAfter(seat, chain),
      signer: this.key.key,
      saidAt,
      body,
    }
    const { signed, hash, chain: next } = sayNext(chain, saying, (message) => this.key.sign(message))
    this.#chains.set(seat, next)
    return { signed, hash }
  }

  /** Another id at each place of a chain, and the same one in a second run of the same rehearsal. */
  #idAfter(seat: string, { sequence }: AuthorChain): Uint8Array {
    return sha256(utf8Encode(`khata/drill-id/v1\n${this.key.keyHex}\n${seat}\n${sequence + 1}`)).slice(0, 16)
  }
}
