import { enrolmentSigningBytes, InvariantError, verifyTriple } from '@khata/ledger'
import { decodeKeyClaim, Role } from '@khata/proto'
import { describe, expect, test } from 'vitest'
import { seededEntropy } from '../contract/figures.ts'
import { election } from '../contract/filing-node.ts'
import { makeSecret, requestKey, signerOf } from './key.ts'

const office = { election, seat: 'NA-46', office: 'po/118', role: Role.PRESIDING_OFFICER, station: 118 }

describe('a key', () => {
  test('is asked for by its holder alone, for one office of one seat', () => {
    const signer = signerOf(makeSecret(seededEntropy(1)))
    const { claim, holderSignature } = requestKey(signer, office)
    const message = enrolmentSigningBytes(claim)
    expect(verifyTriple({ key: signer.key, message, signature: holderSignature })).toBe(true)
    expect(decodeKeyClaim(claim)).toMatchObject({ ok: true, value: { ...office, key: signer.key } })
  })

  test('differs from another', () => {
    expect(makeSecret(seededEntropy(1))).not.toEqual(makeSecret(seededEntropy(2)))
  })

  test('is never made from broken entropy', () => {
    expect(() => makeSecret({ bytes: (count) => new Uint8Array(count) })).toThrow(InvariantError)
    expect(() => makeSecret({ bytes: () => Uint8Array.of(1, 2, 3) })).toThrow(InvariantError)
  })
})
