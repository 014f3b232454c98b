import { type SignedBytes, signStatement } from '@khata/ledger'
import { encodeSignedStatement, type Form45Input } from '@khata/proto'
import type { DrillKey } from '../../ceremony/drill-key.ts'
import { filed, type Shot } from './garbage.ts'

/** A Form 45 that nobody who may say it has signed. */
export interface Forgery {
  readonly election: string
  readonly seat: string
  readonly form: Form45Input
  /** Drawn anew for each. */
  readonly id: () => Uint8Array
  /** Enrolled nowhere. */
  readonly stranger: DrillKey
  /** The station's own officer, who signs nothing here. */
  readonly officer: DrillKey
  /** An officer, but of another seat. */
  readonly foreigner: DrillKey
}

/** Well-formed statements with every kind of key that may not say them. */
export function forged(forgery: Forgery): readonly Shot[] {
  const { stranger, officer, foreigner } = forgery
  return [
    shot('a key that nobody enrolled', said(forgery, stranger.key, stranger.sign)),
    shot('an officer’s key and a stranger’s signature', said(forgery, officer.key, stranger.sign)),
    shot(
      'an officer’s key and zeros',
      said(forgery, officer.key, () => new Uint8Array(64)),
    ),
    shot('an officer of another seat', said(forgery, foreigner.key, foreigner.sign)),
    ...smallOrderKeys.map((key) =>
      shot(
        'a key of small order',
        said(forgery, key, () => trivialSignature),
      ),
    ),
  ]
}

/** Points of order 1, 2 and 4 (RFC 8032 section 5.1.2): under the first, 0 signs everything by the equation alone. */
const smallOrderKeys: readonly Uint8Array[] = [
  Uint8Array.of(1, ...new Uint8Array(31)),
  Uint8Array.of(0xec, ...new Uint8Array(30).fill(0xff), 0x7f),
  new Uint8Array(32),
]

/** R the neutral element, S zero. */
const trivialSignature = Uint8Array.of(1, ...new Uint8Array(63))

function said({ election, seat, form, id }: Forgery, signer: Uint8Array, sign: DrillKey['sign']): SignedBytes {
  const body = { body: 'form45Submitted', form45Submitted: { form } } as const
  const chain = { sequence: 1, previous: new Uint8Array(32) }
  return signStatement({ format: 1, election, seat, id: id(), signer, saidAt: Date.now(), ...chain, ...body }, sign)
}

function shot(what: string, signed: SignedBytes): Shot {
  return filed(what, encodeSignedStatement(signed))
}
