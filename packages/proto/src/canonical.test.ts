// The rule as docs/protocol.md puts it for a simple implementation, by protobufjs's reflection alone: decode, encode
// again and compare, then look at what an encoding does not show. The codec must refuse the same bytes and no others.
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import protobuf from 'protobufjs'
import { describe, expect, test } from 'vitest'
import { loadRoot } from '../script/schema.ts'
import { arbitraryMessage } from './arbitrary.ts'
import * as codec from './codec.ts'
import type { Decoded } from './codec.ts'
import { textFault } from './text.ts'

type Door = {
  readonly message: Parameters<typeof arbitraryMessage>[0]
  readonly encode: (input: never) => Uint8Array
  readonly decode: (bytes: Uint8Array) => Decoded<object>
}

const doors: readonly Door[] = [
  { message: 'Statement', encode: codec.encodeStatement, decode: codec.decodeStatement },
  { message: 'SignedStatement', encode: codec.encodeSignedStatement, decode: codec.decodeSignedStatement },
  { message: 'Entry', encode: codec.encodeEntry, decode: codec.decodeEntry },
  { message: 'Order', encode: codec.encodeOrder, decode: codec.decodeOrder },
  { message: 'KeyClaim', encode: codec.encodeKeyClaim, decode: codec.decodeKeyClaim },
  { message: 'PushRequest', encode: codec.encodePushRequest, decode: codec.decodePushRequest },
  { message: 'PushReply', encode: codec.encodePushReply, decode: codec.decodePushReply },
  { message: 'PullRequest', encode: codec.encodePullRequest, decode: codec.decodePullRequest },
  { message: 'PullReply', encode: codec.encodePullReply, decode: codec.decodePullReply },
  { message: 'PartRequest', encode: codec.encodePartRequest, decode: codec.decodePartRequest },
  { message: 'PartReply', encode: codec.encodePartReply, decode: codec.decodePartReply },
  { message: 'ImageRequest', encode: codec.encodeImageRequest, decode: codec.decodeImageRequest },
  { message: 'ImageReply', encode: codec.encodeImageReply, decode: codec.decodeImageReply },
]

const root = loadRoot()

describe.each(doors)('$message is refused where decoding and encoding again says so', ({ message, encode, decode }) => {
  const type = root.lookupType(`khata.v1.${message}`)
  const encoded = arbitraryMessage(message).map((value) => encode(value as never))
  const expectAgreement = (bytes: Uint8Array): void => {
    const decoded = decode(bytes)
    expect({ bytes, refused: !decoded.ok }).toStrictEqual({ bytes, refused: !isCanonical(type, bytes) })
  }

  test('as encoded, and with bytes set, dropped, inserted, doubled, swapped and stretched', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255), fc.nat(5)), { maxLength: 3 })
    fc.assert(
      fc.property(encoded, changes, (bytes, list) => {
        expectAgreement(list.reduce((before, [place, byte, how]) => change(before, place, { byte, how }), bytes))
      }),
      { numRuns: 500 },
    )
  })

  test('one message behind another', () => {
    fc.assert(fc.property(encoded, encoded, (first, second) => expectAgreement(Uint8Array.from([...first, ...second]))))
  })

  test('bytes that are mostly tags, lengths and small numbers', () => {
    const byte = fc.oneof(
      fc.constantFrom(0, 1, 2, 127, 128),
      fc.nat(34).map((tag) => tag * 8 + (tag % 2) * 2),
      fc.nat(255),
    )
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 12 }), (bytes) => expectAgreement(Uint8Array.from(bytes))),
      { numRuns: 1_000 },
    )
  })
})

test.each(vectors())('%s of the vectors', (message, hex, accepted) => {
  const bytes = Uint8Array.from(Buffer.from(hex, 'hex'))
  expect(isCanonical(root.lookupType(`khata.v1.${message}`), bytes)).toBe(accepted)
})

function isCanonical(type: protobuf.Type, bytes: Uint8Array): boolean {
  const reader = protobuf.Reader.create(bytes)
  reader.discardUnknown = true
  try {
    const message = type.decode(reader)
    return Buffer.from(type.encode(message).finish()).equals(bytes) && isWithin(type, message)
  } catch {
    return false
  }
}

/** What encoding again would give back: text, enum numbers, large integers and oneofs that the rule refuses. */
function isWithin(type: protobuf.Type, message: object): boolean {
  const given = type.fieldsArray.filter((field) => Object.hasOwn(message, field.name))
  const bodies = type.oneofs?.['body']?.fieldsArray ?? []
  if (bodies.length > 0 && given.filter((field) => bodies.includes(field)).length !== 1) return false
  return given.every((field) => valuesOf(message, field).every((value) => isValue(field, value)))
}

function isValue(field: protobuf.Field, value: unknown): boolean {
  if (field.resolvedType instanceof protobuf.Type) return isWithin(field.resolvedType, value as object)
  if (field.resolvedType instanceof protobuf.Enum) return (value as number) in field.resolvedType.valuesById
  if (field.type === 'string') return textFault(value as string) === null
  return field.type !== 'uint64' || Number(String(value)) <= Number.MAX_SAFE_INTEGER
}

function valuesOf(message: object, field: protobuf.Field): readonly unknown[] {
  const value = (message as Readonly<Record<string, unknown>>)[field.name]
  return Array.isArray(value) ? value : [value].filter((one) => one !== null && one !== undefined)
}

/** 0 sets one byte, 1 drops it, 2 inserts before it, 3 doubles it, 4 swaps it with the one before, 5 adds a superfluous byte if it is a number. */
function change(bytes: Uint8Array, anywhere: number, { byte, how }: { byte: number; how: number }): Uint8Array {
  const place = anywhere % (bytes.length + 1)
  const [before, at, after] = [bytes.subarray(0, place), bytes.subarray(place, place + 1), bytes.subarray(place + 1)]
  const stretched = [...at].flatMap((one) => [one | 128, 0])
  const middle = [[byte], [], [byte, ...at], [...at, ...at], [...at, ...before.subarray(-1)], stretched][how] ?? []
  return Uint8Array.from([...(how === 4 ? before.subarray(0, -1) : before), ...middle, ...after])
}

function vectors(): readonly (readonly [message: string, hex: string, accepted: boolean])[] {
  const file = new URL('../../../test/vectors/wire.json', import.meta.url)
  type Vector = { readonly message: string; readonly hex: string }
  const { accepted, refused } = JSON.parse(readFileSync(file, 'utf8')) as Record<'accepted' | 'refused', Vector[]>
  const row = ({ message, hex }: Vector, ok: boolean) => [message, hex.replaceAll(' ', ''), ok] as const
  return [...accepted.map((vector) => row(vector, true)), ...refused.map((vector) => row(vector, false))]
}
