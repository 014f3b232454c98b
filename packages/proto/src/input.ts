import { shapes } from '../gen/shapes.ts'
import type { FieldShape, MessageShape, ValueShape } from './shape.ts'
import { textFault } from './text.ts'

export type EncodeErrorCode =
  | 'encode/type'
  | 'encode/range'
  | 'encode/text'
  | 'encode/missing-field'
  | 'encode/unknown-field'
  | 'encode/body'
  | 'encode/too-large'

/** A bug of the caller, found before it became bytes that someone signs. */
export class EncodeError extends Error {
  readonly code: EncodeErrorCode

  constructor(code: EncodeErrorCode, detail: string) {
    super(`${code}: ${detail}`)
    this.name = 'EncodeError'
    this.code = code
  }
}

/**
 * What protobufjs's encoder would change in silence is thrown here: it takes -1 for 4294967295, 1.5 for 1, a base64
 * string for bytes, and leaves out an inherited or misspelt property.
 */
export function checkInput(name: string, input: unknown): void {
  if (!isPlainObject(input)) throw new EncodeError('encode/type', `${name} is not a plain object`)
  const { shape, known } = entryOf(name)
  for (const key of Object.keys(input))
    if (!known.has(key)) throw new EncodeError('encode/unknown-field', `${name} has no field ${key}`)
  for (const field of shape.fields) checkField(name, field, input[field.name])
  if (shape.body.length > 0) checkBody(name, shape.body, input)
}

type Fields = { readonly [key: string]: unknown }

const entries = new Map(
  Object.entries(shapes).map(([name, shape]) => [name, { shape, known: knownKeys(shape) }] as const),
)

function entryOf(name: string): { readonly shape: MessageShape; readonly known: ReadonlySet<string> } {
  const entry = entries.get(name)
  if (entry === undefined) throw new Error(`no message ${name} in the schema`)
  return entry
}

function knownKeys({ fields, body }: MessageShape): ReadonlySet<string> {
  const names = [...fields, ...body].map((field) => field.name)
  return new Set(body.length === 0 ? names : [...names, 'body'])
}

function checkBody(name: string, body: readonly FieldShape[], input: Fields): void {
  const given = body.filter((field) => isGiven(input[field.name]))
  const [field] = given
  if (field === undefined || given.length > 1 || field.name !== input['body'])
    throw new EncodeError('encode/body', `${name} needs exactly the body it names`)
  checkValue(name, field, input[field.name])
}

function checkField(name: string, field: FieldShape, value: unknown): void {
  if (!isGiven(value)) {
    if (field.presence === 'always') throw new EncodeError('encode/missing-field', `${name}.${field.name} is missing`)
  } else if (field.presence === 'repeated') {
    if (!Array.isArray(value)) throw typeError(name, field, 'an array')
    // By index, since forEach passes over holes.
    for (let at = 0; at < value.length; at += 1) checkValue(name, field, value[at])
  } else {
    checkValue(name, field, value)
  }
}

function checkValue(name: string, field: FieldShape & ValueShape, value: unknown): void {
  switch (field.kind) {
    case 'uint32':
      return checkInteger(name, field, value, 0xffff_ffff)
    case 'uint64':
      return checkInteger(name, field, value, Number.MAX_SAFE_INTEGER)
    case 'enum':
      return checkInteger(name, field, value, field.last)
    case 'bool':
      if (typeof value !== 'boolean') throw typeError(name, field, 'a boolean')
      return
    case 'string':
      return checkText(name, field, value)
    case 'bytes':
      if (!(value instanceof Uint8Array)) throw typeError(name, field, 'a Uint8Array')
      return
    case 'message':
      return checkInput(field.of, value)
  }
}

function checkInteger(name: string, field: FieldShape, value: unknown, last: number): void {
  if (typeof value !== 'number') throw typeError(name, field, 'a number')
  if (Number.isInteger(value) && value >= 0 && value <= last) return
  throw new EncodeError('encode/range', `${name}.${field.name} is ${value}, not an integer from 0 to ${last}`)
}

function checkText(name: string, field: FieldShape, value: unknown): void {
  if (typeof value !== 'string') throw typeError(name, field, 'a string')
  const fault = textFault(value)
  if (fault !== null) throw new EncodeError('encode/text', `${name}.${field.name} holds ${fault}`)
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null
}

function isPlainObject(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // An object literal of another realm too: Object.prototype is the prototype that has none itself.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function typeError(name: string, field: FieldShape, wanted: string): EncodeError {
  return new EncodeError('encode/type', `${name}.${field.name} is not ${wanted}`)
}
