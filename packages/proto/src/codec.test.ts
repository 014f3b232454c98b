import * as fc from 'fast-check'
import type protobuf from 'protobufjs'
import { describe, expect, test } from 'vitest'
import { loadRoot } from '../script/schema.ts'
import { arbitraryMessage } from './arbitrary.ts'
import * as codec from './codec.ts'
import type { Decoded } from './codec.ts'
import {
  entryBytesMax,
  keyClaimBytesMax,
  orderBytesMax,
  signedStatementBytesMax,
  statementBytesMax,
  syncBytesMax,
} from './limits.ts'

type Door = {
  readonly message: string
  readonly bytesMax: number
  readonly any: fc.Arbitrary<object>
  readonly encode: (input: object) => Uint8Array
  readonly decode: (bytes: Uint8Array) => Decoded<object>
}

const doors: readonly Door[] = [
  door('Statement', statementBytesMax, codec.encodeStatement, codec.decodeStatement),
  door('SignedStatement', signedStatementBytesMax, codec.encodeSignedStatement, codec.decodeSignedStatement),
  door('Entry', entryBytesMax, codec.encodeEntry, codec.decodeEntry),
  door('Order', orderBytesMax, codec.encodeOrder, codec.decodeOrder),
  door('KeyClaim', keyClaimBytesMax, codec.encodeKeyClaim, codec.decodeKeyClaim),
  door('PushRequest', syncBytesMax, codec.encodePushRequest, codec.decodePushRequest),
  door('PushReply', syncBytesMax, codec.encodePushReply, codec.decodePushReply),
  door('PullRequest', syncBytesMax, codec.encodePullRequest, codec.decodePullRequest),
  door('PullReply', syncBytesMax, codec.encodePullReply, codec.decodePullReply),
  door('PartRequest', syncBytesMax, codec.encodePartRequest, codec.decodePartRequest),
  door('PartReply', syncBytesMax, codec.encodePartReply, codec.decodePartReply),
  door('ImageRequest', syncBytesMax, codec.encodeImageRequest, codec.decodeImageRequest),
  door('ImageReply', syncBytesMax, codec.encodeImageReply, codec.decodeImageReply),
]

function door(
  message: Parameters<typeof arbitraryMessage>[0],
  bytesMax: number,
  encode: (input: never) => Uint8Array,
  decode: (bytes: Uint8Array) => Decoded<object>,
): Door {
  return { message, bytesMax, any: arbitraryMessage(message), encode: encode as (input: object) => Uint8Array, decode }
}

const root = loadRoot()

describe.each(doors)('$message', ({ message, bytesMax, any, encode, decode }) => {
  const reflected = root.lookupType(`khata.v1.${message}`)

  test('what is encoded decodes to the same, and encodes to the same bytes', () => {
    fc.assert(
      fc.property(any, (value) => {
        const bytes = encode(value)
        const decoded = decode(bytes)
        expect(decoded).toStrictEqual({ ok: true, value })
        expect(encode(valueOf(decoded))).toStrictEqual(bytes)
      }),
    )
  })

  test('the bytes are those of the schema itself, read by reflection', () => {
    fc.assert(
      fc.property(any, (value) => {
        expect(Buffer.from(encode(value)).equals(reflected.encode(reflected.fromObject(value)).finish())).toBe(true)
      }),
    )
  })

  test('null and left out are one', () => {
    fc.assert(
      fc.property(any, (value) => {
        expect(encode(withoutNulls(value) as object)).toStrictEqual(encode(value))
      }),
    )
  })

  test('changed bytes are refused, or are the one encoding of what they decode to', () => {
    fc.assert(
      fc.property(any, fc.nat(), fc.nat(255), fc.nat(2), (value, place, byte, how) => {
        const changed = change(encode(value), place, byte, how)
        expectOneMeaning(changed, reflected, encode, decode)
      }),
      { numRuns: 1_000 },
    )
  })

  test('any bytes at all are refused, or are the one encoding of what they decode to', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 24 }), (bytes) => expectOneMeaning(bytes, reflected, encode, decode)),
      { numRuns: 1_000 },
    )
  })

  test('a message too large is refused unread', () => {
    expect(decode(new Uint8Array(bytesMax + 1))).toMatchObject({ ok: false, error: { code: 'wire/too-large' } })
    expect(decode(new Uint8Array(bytesMax))).not.toMatchObject({ error: { code: 'wire/too-large' } })
  })
})

test('every byte of a Form 45 changed, dropped or doubled', () => {
  const { encode, decode } = doors[0]!
  const bytes = codec.encodeStatement(form45)
  const reflected = root.lookupType('khata.v1.Statement')
  for (let place = 0; place < bytes.length; place += 1) {
    for (let bit = 0; bit < 8; bit += 1)
      expectOneMeaning(change(bytes, place, bytes[place]! ^ (1 << bit), 0), reflected, encode, decode)
    expectOneMeaning(change(bytes, place, 0, 1), reflected, encode, decode)
    expectOneMeaning(change(bytes, place, bytes[place]!, 2), reflected, encode, decode)
    expectOneMeaning(bytes.subarray(0, place), reflected, encode, decode)
  }
})

test('keys, hashes and signatures are copies: they neither change with the bytes nor keep them alive', () => {
  const bytes = Buffer.from(codec.encodeStatement(form45))
  const decoded = valueOf(codec.decodeStatement(bytes))
  bytes.fill(0)
  expect(decoded.signer).toStrictEqual(form45.signer)
  expect(decoded.signer.buffer).not.toBe(bytes.buffer)
  const signed = codec.encodeSignedStatement({ statement: new Uint8Array(65), signature: new Uint8Array(64) })
  const { statement, signature } = valueOf(codec.decodeSignedStatement(signed))
  expect(signature.buffer).not.toBe(signed.buffer)
  expect(statement.buffer).toBe(signed.buffer)
})

test('an optional number tells 0 from unknown', () => {
  const claim = { election: 'e', seat: 's', office: 'ro', role: 4, key: new Uint8Array(32), candidate: null } as const
  expect(valueOf(codec.decodeKeyClaim(codec.encodeKeyClaim({ ...claim, station: 0 }))).station).toBe(0)
  expect(valueOf(codec.decodeKeyClaim(codec.encodeKeyClaim(claim))).station).toBeNull()
})

test('the largest statement fits into an entry whatever its place, and into its signed form', () => {
  const statement = new Uint8Array(statementBytesMax)
  const signature = new Uint8Array(64)
  const last = Number.MAX_SAFE_INTEGER
  const place = { index: last, epoch: last, sequencedAt: last, previous: new Uint8Array(32) }
  // A safe integer takes eight bytes; the limit leaves room for all nine of an unsigned 63-bit number.
  expect(codec.encodeEntry({ ...place, statement, signature }).length).toBeLessThanOrEqual(entryBytesMax)
  expect(codec.encodeSignedStatement({ statement, signature })).toHaveLength(signedStatementBytesMax)
})

test('the schema does not recurse, so no bytes nest deeper than it', () => {
  expect(Math.max(...depths())).toBe(5)
})

const form45 = {
  format: 1,
  election: 'pk-ge-2024/drill',
  seat: 'NA-46',
  id: new Uint8Array(16).fill(1),
  signer: new Uint8Array(32).fill(2),
  sequence: 3,
  previous: new Uint8Array(32).fill(4),
  saidAt: 1_707_402_120_000,
  body: 'form45Submitted',
  form45Submitted: {
    form: {
      station: 118,
      counts: [
        { column: 0, valid: 0, tendered: 1, challenged: 0, total: 1 },
        { column: 1, valid: 300, total: 300 },
      ],
      validTotal: 300,
      countedAt: 1_707_402_120_000,
      ballots: { received: 1_300, unissued: 711 },
      signatories: [{ role: 2, candidate: 3, signed: false, absenceReason: 'ایجنٹ موجود نہیں' }],
      postedOutside: true,
      channel: 2,
    },
  },
} as const

function expectOneMeaning(
  bytes: Uint8Array,
  reflected: protobuf.Type,
  encode: (input: object) => Uint8Array,
  decode: (bytes: Uint8Array) => Decoded<object>,
): void {
  const decoded = decode(bytes)
  if (!decoded.ok) return
  expect(Buffer.from(encode(decoded.value)).equals(bytes)).toBe(true)
  expect(Buffer.from(reflected.encode(reflected.fromObject(decoded.value)).finish()).equals(bytes)).toBe(true)
}

/** 0 sets one byte, 1 drops it, 2 inserts before it. */
function change(bytes: Uint8Array, anywhere: number, byte: number, how: number): Uint8Array {
  const place = anywhere % (bytes.length + 1)
  const changed = how === 1 ? [] : [byte]
  return Uint8Array.from([...bytes.subarray(0, place), ...changed, ...bytes.subarray(how === 2 ? place : place + 1)])
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  const given = Object.entries(value).filter(([, inner]) => inner !== null)
  return Object.fromEntries(given.map(([name, inner]) => [name, withoutNulls(inner)]))
}

function valueOf<Value>(decoded: Decoded<Value>): Value {
  if (!decoded.ok) throw new Error(`${decoded.error.code}: ${decoded.error.detail}`)
  return decoded.value
}

function depths(): number[] {
  const depth = (type: protobuf.Type, above: readonly protobuf.Type[]): number => {
    if (above.includes(type)) throw new Error(`${type.name} holds itself`)
    const inner = type.fieldsArray
      .map((field) => field.resolvedType)
      .filter((found) => found !== null && 'fieldsArray' in found)
    return 1 + Math.max(0, ...inner.map((found) => depth(found, [...above, type])))
  }
  return doors.map(({ message }) => depth(root.lookupType(`khata.v1.${message}`), []))
}
