import type { StatementInputBody } from '@khata/proto'
import { openStatement, type SignedBytes, signStatement, zeroHash } from './statement.ts'
import { invariant } from '../base/invariant.ts'

/** A key's own counter for one seat: the device chain. Whoever holds the key keeps it across restarts. */
export interface AuthorChain {
  readonly sequence: number
  readonly previous: Uint8Array
}

export const firstLink: AuthorChain = { sequence: 0, previous: zeroHash }

/** What an actor is about to say, and as whom. `id` is chosen by the actor: 16 bytes, never used before. */
export interface Saying {
  readonly election: string
  /** Empty for the whole election. */
  readonly seat: string
  readonly id: Uint8Array
  readonly signer: Uint8Array
  /** Milliseconds since 1970. */
  readonly saidAt: number
  readonly body: StatementInputBody
}

/** Signs the next statement of a device chain. Keep the returned chain before the statement leaves the device. */
export function sayNext(
  chain: AuthorChain,
  { body, ...saying }: Saying,
  sign: (message: Uint8Array) => Uint8Array,
): { readonly signed: SignedBytes; readonly chain: AuthorChain; readonly hash: Uint8Array } {
  const sequence = chain.sequence + 1
  const signed = signStatement({ format: 1, ...saying, sequence, previous: chain.previous, ...body }, sign)
  const opened = openStatement(signed.statement, signed.signature)
  invariant(opened.ok, 'an author makes only well-formed statements')
  return { signed, hash: opened.value.hash, chain: { sequence, previous: opened.value.hash } }
}
