import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { shapes } from '../gen/shapes.ts'
import * as codec from './codec.ts'
import type { FieldShape, MessageShape, ValueShape } from './shape.ts'

type Vectors = {
  readonly accepted: readonly { readonly message: Door; readonly hex: string; readonly value: Fields }[]
  readonly refused: readonly {
    readonly message: Door
    readonly code: string
    readonly why: string
    readonly hex: string
  }[]
}
type Fields = { readonly [name: string]: unknown }
type Door = keyof typeof doors

const doors = {
  Statement: { encode: codec.encodeStatement, decode: codec.decodeStatement },
  SignedStatement: { encode: codec.encodeSignedStatement, decode: codec.decodeSignedStatement },
  Entry: { encode: codec.encodeEntry, decode: codec.decodeEntry },
  Order: { encode: codec.encodeOrder, decode: codec.decodeOrder },
  KeyClaim: { encode: codec.encodeKeyClaim, decode: codec.decodeKeyClaim },
  PushRequest: { encode: codec.encodePushRequest, decode: codec.decodePushRequest },
  PushReply: { encode: codec.encodePushReply, decode: codec.decodePushReply },
  PullRequest: { encode: codec.encodePullRequest, decode: codec.decodePullRequest },
  PullReply: { encode: codec.encodePullReply, decode: codec.decodePullReply },
  PartRequest: { encode: codec.encodePartRequest, decode: codec.decodePartRequest },
  PartReply: { encode: codec.encodePartReply, decode: codec.decodePartReply },
  ImageRequest: { encode: codec.encodeImageRequest, decode: codec.decodeImageRequest },
  ImageReply: { encode: codec.encodeImageReply, decode: codec.decodeImageReply },
}

const allShapes: { readonly [name: string]: MessageShape } = shapes
const file = new URL('../../../test/vectors/wire.json', import.meta.url)
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors

describe('accepted bytes', () => {
  test.each(vectors.accepted.map((vector, at) => [`${at} ${vector.message} ${bodyOf(vector.value)}`, vector] as const))(
    '%s',
    (_name, { message, hex, value }) => {
      const expected = revive(message, value)
      const encode: (input: never) => Uint8Array = doors[message].encode
      expect(doors[message].decode(fromHex(hex))).toStrictEqual({ ok: true, value: expected })
      expect(Buffer.from(encode(expected as never)).toString('hex')).toBe(hex)
    },
  )

  test('hold every message and every body of the schema', () => {
    const seen = new Set(vectors.accepted.flatMap(({ message, value }) => namesIn(message, value)))
    const bodies = Object.entries(allShapes).flatMap(([name, { body }]) => body.map((field) => `${name}.${field.name}`))
    expect([...seen].toSorted()).toStrictEqual([...Object.keys(allShapes), ...bodies].toSorted())
  })
})

describe('refused bytes', () => {
  test.each(vectors.refused.map((vector) => [`${vector.code}: ${vector.why} in ${vector.message}`, vector] as const))(
    '%s',
    (_name, { message, code, hex }) => {
      const decoded = doors[message].decode(fromHex(hex.replaceAll(' ', '')))
      expect(decoded).toMatchObject({ ok: false, error: { code } })
    },
  )
})

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'))
}

/** From JSON: bytes stand there as hex, and a field that came later than the vector not at all. */
function revive(name: string, from: Fields): object {
  const { fields, body } = shapeOf(name)
  const given = [...fields, ...body.filter((field) => field.name in from)]
  const values = given.map((field) => [field.name, reviveValue(field, from[field.name] ?? absentValue(field))] as const)
  return { ...('body' in from ? { body: from['body'] } : {}), ...Object.fromEntries(values) }
}

/** What a new field of a released message may be when it is not there. */
function absentValue({ presence, name }: FieldShape): null | readonly [] {
  if (presence === 'always') throw new Error(`${name} is in every vector of its message`)
  return presence === 'repeated' ? [] : null
}

function reviveValue(field: ValueShape, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => reviveValue(field, one))
  if (value === null) return null
  if (field.kind === 'bytes') return fromHex(value as string)
  return field.kind === 'message' ? revive(field.of, value as Fields) : value
}

function namesIn(name: string, value: Fields): string[] {
  const { fields, body } = shapeOf(name)
  const inner = [...fields, ...body].flatMap((field) => {
    const found = [value[field.name]].flat().filter((one) => one !== null && one !== undefined)
    return field.kind === 'message' ? found.flatMap((one) => namesIn(field.of, one as Fields)) : []
  })
  return [name, ...('body' in value ? [`${name}.${bodyOf(value)}`] : []), ...inner]
}

function bodyOf(value: Fields): string {
  return typeof value['body'] === 'string' ? value['body'] : ''
}

function shapeOf(name: string): MessageShape {
  const shape = allShapes[name]
  if (shape === undefined) throw new Error(`no message ${name}`)
  return shape
}
