import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import protobuf from 'protobufjs'

export const schemaFolder: string = fileURLToPath(new URL('../schema', import.meta.url))

export type Schema = { readonly enums: readonly EnumModel[]; readonly messages: readonly MessageModel[] }

export type EnumModel = {
  readonly name: string
  readonly comment: string | null
  readonly members: readonly { readonly name: string; readonly number: number; readonly comment: string | null }[]
}

export type MessageModel = {
  readonly name: string
  readonly comment: string | null
  /** Fields outside the oneof, by number: the canonical order. */
  readonly fields: readonly FieldModel[]
  /** Members of the oneof `body`; empty when the message has none. */
  readonly body: readonly FieldModel[]
}

export type FieldModel = {
  readonly name: string
  readonly number: number
  readonly comment: string | null
  readonly kind: FieldKind
  /** Name of the enum or message; empty for a scalar. */
  readonly of: string
  readonly presence: 'always' | 'optional' | 'repeated'
}

export type FieldKind = (typeof scalarKinds)[number] | 'enum' | 'message'

const scalarKinds = ['uint32', 'uint64', 'bool', 'string', 'bytes'] as const

export function schemaFiles(): string[] {
  return globSync('khata/v1/*.proto', { cwd: schemaFolder })
    .toSorted()
    .map((file) => `${schemaFolder}/${file}`)
}

export function loadRoot(): protobuf.Root {
  const root = new protobuf.Root()
  root.resolvePath = (_origin, target) => (target.startsWith('/') ? target : `${schemaFolder}/${target}`)
  root.loadSync(schemaFiles(), { alternateCommentMode: true })
  root.resolveAll()
  return root
}

export function readSchema(): Schema {
  const { nestedArray } = loadRoot().lookup('khata.v1') as protobuf.Namespace
  return {
    enums: nestedArray.filter((entry) => entry instanceof protobuf.Enum).map(enumModel),
    messages: nestedArray.filter((entry) => entry instanceof protobuf.Type).map(messageModel),
  }
}

function enumModel(from: protobuf.Enum): EnumModel {
  const prefix = `${from.name.replaceAll(/(?<!^)[A-Z]/gu, (letter) => `_${letter}`).toUpperCase()}_`
  const members = Object.entries(from.values).map(([full, number], at) => {
    require(full.startsWith(prefix), `${full} does not begin with ${prefix}`)
    // The known numbers are then a range, which is what a decoder checks.
    require(number === at, `${from.name} is not numbered 0, 1, 2 ...`)
    return { name: full.slice(prefix.length), number, comment: from.comments[full] ?? null }
  })
  return { name: from.name, comment: from.comment, members }
}

function messageModel(from: protobuf.Type): MessageModel {
  require(from.nestedArray.length === 0, `${from.name} has nested types`)
  const oneofs = from.oneofsArray.filter((oneof) => !oneof.isProto3Optional)
  require(oneofs.every((oneof) => oneof.name === 'body'), `${from.name} has a oneof other than body`)
  const fields = from.fieldsArray.toSorted((a, b) => a.id - b.id)
  const inBody = (field: protobuf.Field) => oneofs.some((oneof) => oneof.oneof.includes(field.name))
  return {
    name: from.name,
    comment: from.comment,
    fields: fields.filter((field) => !inBody(field)).map(fieldModel),
    body: fields.filter(inBody).map(fieldModel),
  }
}

function fieldModel(from: protobuf.Field): FieldModel {
  require(!from.map && !from.delimited, `${from.fullName} is a map or a group`)
  const kind = kindOf(from)
  // A repeated number has two encodings, packed and not, and the reader takes both.
  require(!from.repeated || ['string', 'bytes', 'message'].includes(kind), `${from.fullName} repeats a number`)
  return {
    name: from.name,
    number: from.id,
    comment: from.comment,
    kind,
    of: from.resolvedType?.name ?? '',
    presence: from.repeated ? 'repeated' : kind === 'message' || isOptional(from) ? 'optional' : 'always',
  }
}

function kindOf(field: protobuf.Field): FieldKind {
  if (field.resolvedType instanceof protobuf.Enum) return 'enum'
  if (field.resolvedType instanceof protobuf.Type) return 'message'
  const kind = scalarKinds.find((scalar) => scalar === field.type)
  if (kind === undefined) throw new Error(`${field.fullName}: the codec has no rule for type ${field.type}`)
  return kind
}

function isOptional(field: protobuf.Field): boolean {
  return field.partOf?.isProto3Optional ?? false
}

function require(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(`schema: ${otherwise}`)
}
