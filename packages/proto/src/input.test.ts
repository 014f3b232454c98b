import { describe, expect, test } from 'vitest'
import { encodeEntry, encodeKeyClaim, encodeOrder, encodePullReply, encodeStatement } from './codec.ts'
import { EncodeError, type EncodeErrorCode } from './input.ts'

const bytes = new Uint8Array(32)
const entry = { index: 1, previous: bytes, epoch: 1, sequencedAt: 1, statement: bytes, signature: bytes }
const claim = { election: 'pk-ge-2024/drill', seat: 'NA-46', office: 'po/118', role: 7, station: 118, key: bytes }
const pulled = { size: 1, entries: [bytes], checkpoint: bytes, code: '' }
const policy = { body: 'policyDeclared', policyDeclared: { text: '' } } as const
const twoBodies = { ...policy, hubDeclared: { hub: 'hq', sequencerKey: bytes, cosignerKey: bytes } }

describe('a bug of the caller is thrown, never encoded as something else', () => {
  test.each<[EncodeErrorCode, string, () => unknown]>([
    ['encode/range', 'a negative 32-bit number', () => key({ station: -1 })],
    ['encode/range', 'a fraction', () => key({ station: 1.5 })],
    ['encode/range', 'NaN', () => key({ station: Number.NaN })],
    ['encode/range', 'infinity', () => put({ index: Number.POSITIVE_INFINITY })],
    ['encode/range', '2^32 as a 32-bit number', () => key({ station: 2 ** 32 })],
    ['encode/range', 'a negative 64-bit number', () => put({ index: -1 })],
    ['encode/range', '2^53', () => put({ index: 2 ** 53 })],
    ['encode/range', 'a role that the schema does not have', () => key({ role: 12 })],
    ['encode/type', 'a number as text', () => key({ station: '1' })],
    ['encode/type', 'a bigint', () => put({ index: 1n })],
    ['encode/type', 'base64 for bytes', () => put({ signature: 'AAAA' })],
    ['encode/type', 'an array for bytes', () => put({ signature: [1, 2] })],
    ['encode/type', 'a number for text', () => key({ seat: 46 })],
    ['encode/type', 'text for a list', () => pull({ entries: 'AAAA' })],
    ['encode/type', 'a hole in a list', () => pull({ entries: Array(2) })],
    ['encode/type', 'a number for a bool', () => list({ urban: 1 })],
    ['encode/type', 'null for a message', () => encodeKeyClaim(null as never)],
    ['encode/type', 'an object with inherited properties', () => encodeKeyClaim(Object.create(claim) as never)],
    ['encode/text', 'a lone surrogate', () => key({ seat: '\uD800' })],
    ['encode/text', 'text that is not NFC', () => key({ seat: 'e\u0301' })],
    ['encode/text', 'a right-to-left override', () => key({ seat: 'a\u202Eb' })],
    ['encode/text', 'a zero-width joiner', () => key({ seat: 'a\u200Db' })],
    ['encode/missing-field', 'a field left out', () => key({ key: undefined })],
    ['encode/missing-field', 'null for what is always there', () => put({ index: null })],
    ['encode/unknown-field', 'a misspelt optional field', () => key({ candidat: 3 })],
    ['encode/unknown-field', 'a misspelt field in a nested message', () => list({ rural: true })],
    ['encode/body', 'no body', () => encodeOrder({} as never)],
    ['encode/body', 'two bodies', () => encodeOrder(twoBodies)],
    ['encode/body', 'two bodies, the first of them named', () => encodeOrder({ ...twoBodies, body: 'hubDeclared' })],
    ['encode/body', 'another body than named', () => encodeOrder({ ...policy, body: 'hubDeclared' } as never)],
    ['encode/too-large', 'an entry of 64 kB', () => put({ statement: new Uint8Array(65_535) })],
  ])('%s: %s', (code, _what, encode) => {
    expect(codeOf(encode)).toBe(code)
  })
})

test('what was made of the right parts is encoded', () => {
  expect([key({}), put({}), pull({}), list({})].every((encoded) => encoded.length > 0)).toBe(true)
  expect(encodeOrder(policy)).toStrictEqual(Uint8Array.of(66, 0))
})

function key(change: object): Uint8Array {
  return encodeKeyClaim({ ...claim, ...change } as never)
}

function put(change: object): Uint8Array {
  return encodeEntry({ ...entry, ...change })
}

function pull(change: object): Uint8Array {
  return encodePullReply({ ...pulled, ...change })
}

function list(change: object): Uint8Array {
  const area = { name: 'Mohalla Koyal', censusBlock: '1', urban: true, ...change }
  const station = { number: 1, name: '', type: 3, physicalStation: '', areas: [area], synthetic: '' } as const
  const stationsListed = { version: 1, part: 1, parts: 1, stations: [station] }
  const head = { format: 1, election: '', seat: '', id: bytes, signer: bytes, sequence: 1, previous: bytes, saidAt: 1 }
  return encodeStatement({ ...head, body: 'stationsListed', stationsListed })
}

function codeOf(encode: () => unknown): string {
  try {
    encode()
  } catch (thrown) {
    if (thrown instanceof EncodeError) return thrown.code
    throw thrown
  }
  return 'encoded'
}
