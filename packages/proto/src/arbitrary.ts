// For tests: every message that the schema allows, built from the schema itself.
import * as fc from 'fast-check'
import { shapes } from '../gen/shapes.ts'
import type * as types from '../gen/types.ts'
import type { FieldShape, MessageShape, ValueShape } from './shape.ts'
import { textFault } from './text.ts'

export type Messages = {
  Statement: types.Statement
  SignedStatement: types.SignedStatement
  Entry: types.Entry
  Order: types.Order
  KeyClaim: types.KeyClaim
  Form45: types.Form45
  PushRequest: types.PushRequest
  PushReply: types.PushReply
  PullRequest: types.PullRequest
  PullReply: types.PullReply
  PartRequest: types.PartRequest
  PartReply: types.PartReply
  ImageRequest: types.ImageRequest
  ImageReply: types.ImageReply
}

/** Any message of that name, as decoding gives it: what is unknown is null, never left out. */
export function arbitraryMessage<Name extends keyof Messages>(name: Name): fc.Arbitrary<Messages[Name]> {
  // The table and the types are generated from one schema.
  return message(name) as fc.Arbitrary<unknown> as fc.Arbitrary<Messages[Name]>
}

/** Text as the wire allows it: NFC, without surrogates, bidi controls and zero-width characters. */
export function arbitraryText(): fc.Arbitrary<string> {
  const urdu = fc.constantFrom('پولنگ اسٹیشن', 'می\u200Cخواہم', 'گورنمنٹ ہائی سکول')
  const any = fc.string({ unit: 'binary', maxLength: 90 }).map((text) => text.normalize('NFC'))
  return fc.oneof(fc.string({ maxLength: 12 }), urdu, any).filter((text) => textFault(text) === null)
}

const shapeByName: ReadonlyMap<string, MessageShape> = new Map(Object.entries(shapes))

function message(name: string): fc.Arbitrary<object> {
  const shape = shapeByName.get(name)
  if (shape === undefined) throw new Error(`no message ${name} in the schema`)
  const head = fc.record(Object.fromEntries(shape.fields.map((field) => [field.name, property(field)])))
  if (shape.body.length === 0) return head.map(withPrototype)
  const bodies = shape.body.map((field) => value(field).map((content) => ({ body: field.name, [field.name]: content })))
  return fc.tuple(head, fc.oneof(...bodies)).map(([fields, body]) => ({ ...fields, ...body }))
}

/** fast-check makes some objects without prototype; a decoder makes none. */
function withPrototype(fields: object): object {
  return { ...fields }
}

function property(field: FieldShape): fc.Arbitrary<unknown> {
  switch (field.presence) {
    case 'always':
      return value(field)
    case 'optional':
      return fc.option(value(field))
    case 'repeated':
      return fc.array(value(field), { maxLength: 4 })
  }
}

function value(field: ValueShape): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'uint32':
      return integer(0xffff_ffff)
    case 'uint64':
      return integer(Number.MAX_SAFE_INTEGER)
    case 'bool':
      return fc.boolean()
    case 'string':
      return arbitraryText()
    case 'bytes':
      return fc.oneof(bytes(0, 8), bytes(32, 32), bytes(120, 140))
    case 'enum':
      return fc.nat(field.last)
    case 'message':
      return message(field.of)
  }
}

/** Where the length of a varint changes is where an encoder goes wrong. */
function integer(max: number): fc.Arbitrary<number> {
  const edges = Array.from({ length: 8 }, (_, at) => 128 ** at).flatMap((edge) => [edge - 1, edge])
  const within = [0, max, ...edges].filter((edge) => edge <= max)
  return fc.oneof(fc.constantFrom(...within), fc.nat(20_000), fc.integer({ min: 0, max }))
}

function bytes(minLength: number, maxLength: number): fc.Arbitrary<Uint8Array> {
  return fc.uint8Array({ minLength, maxLength })
}
