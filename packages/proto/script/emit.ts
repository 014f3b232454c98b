import type { EnumModel, FieldModel, MessageModel, Schema } from './schema.ts'

const header = '// Generated from schema/khata/v1 by script/generate.ts: change the schema, not this file.\n'

/** gen/types.ts: what callers see. */
export function emitTypes(schema: Schema): string {
  return [header, ...schema.enums.map(enumType), ...schema.messages.flatMap(messageTypes)].join('\n')
}

/** gen/shapes.ts: the schema as data, for checking what a caller wants encoded. */
export function emitShapes(schema: Schema): string {
  const entries = schema.messages.map((message) => {
    const list = (fields: readonly FieldModel[]) =>
      `[${fields.map((field) => `\n      ${shape(field, schema)},`).join('')}${fields.length > 0 ? '\n    ' : ''}]`
    return `  ${message.name}: {\n    fields: ${list(message.fields)},\n    body: ${list(message.body)},\n  },`
  })
  return `${header}import type { MessageShape } from '../src/shape.ts'\n
export const shapes = {\n${entries.join('\n')}\n} as const satisfies { readonly [name: string]: MessageShape }\n`
}

/** gen/plain.ts: from protobufjs's message instances to plain objects, one literal per message. */
export function emitPlain(schema: Schema): string {
  return [
    header,
    `import type {\n${schema.messages.map(({ name }) => `  ${name},`).join('\n')}\n} from './types.ts'`,
    `import { knownEnum, missingBody, ownBytes, ownNumber } from '../src/fault.ts'\n`,
    ...schema.messages.map((message) => plainFunction(message, schema)),
  ].join('\n')
}

/** gen/khata.d.ts: the two functions of each message class that the codec calls. */
export function emitDeclarations(schema: Schema): string {
  const wires = schema.messages.filter((message) => message.body.length > 0).map((message) => `${message.name}Wire`)
  const plains = schema.messages.filter((message) => message.body.length === 0).map((message) => message.name)
  const members = schema.messages.map((message) => `    readonly ${message.name}: MessageClass<${wireName(message)}>`)
  return `${header}import type { Reader, Writer } from 'protobufjs/minimal.js'
import type {\n${wires.map((name) => `  ${name},`).join('\n')}\n} from './plain.ts'
import type {\n${plains.map((name) => `  ${name},`).join('\n')}\n} from './types.ts'

/** A protobufjs static class; what is absent from the wire reads as the default from its prototype. */
export type MessageClass<Wire> = {
  encode(message: object, writer: Writer): Writer
  decode(reader: Reader): Wire
}

export const khata: {
  readonly v1: {
${members.join('\n')}
  }
}
`
}

function enumType({ name, comment, members }: EnumModel): string {
  const lines = members.map((member) => `${docs(member.comment, '  ')}  ${member.name}: ${member.number},`)
  return `${docs(comment)}export const ${name} = {\n${lines.join('\n')}\n} as const
export type ${name} = (typeof ${name})[keyof typeof ${name}]\n`
}

function messageTypes(message: MessageModel): string[] {
  return [objectType(message, ''), objectType(message, 'Input')]
}

function objectType(message: MessageModel, suffix: '' | 'Input'): string {
  const fields = message.fields.map((field) => `${docs(field.comment, '  ')}  readonly ${property(field, suffix)}`)
  const comment = suffix === '' ? message.comment : null
  const name = `${message.name}${suffix}`
  if (message.body.length === 0) return `${docs(comment)}export interface ${name} {\n${fields.join('\n')}\n}\n`
  const bodies = message.body.map(
    (field) =>
      `${docs(field.comment, '  ')}  | { readonly body: '${field.name}'; readonly ${field.name}: ${field.of}${suffix} }`,
  )
  const head = fields.length === 0 ? '' : `{\n${fields.join('\n')}\n} & `
  return `${docs(comment)}export type ${name} = ${head}${name}Body\n\nexport type ${name}Body =\n${bodies.join('\n')}\n`
}

function property(field: FieldModel, suffix: '' | 'Input'): string {
  const type = valueType(field, suffix)
  if (field.presence === 'always') return `${field.name}: ${type}`
  const whole = field.presence === 'repeated' ? `readonly ${type}[]` : `${type} | null`
  return suffix === '' ? `${field.name}: ${whole}` : `${field.name}?: ${whole} | undefined`
}

function valueType(field: FieldModel, suffix: '' | 'Input'): string {
  switch (field.kind) {
    case 'uint32':
    case 'uint64':
      return 'number'
    case 'bool':
      return 'boolean'
    case 'string':
      return 'string'
    case 'bytes':
      return 'Uint8Array'
    case 'enum':
      return field.of
    case 'message':
      return `${field.of}${suffix}`
  }
}

function shape(field: FieldModel, schema: Schema): string {
  const { name, kind, of, presence } = field
  const common = `name: '${name}', kind: '${kind}', presence: '${presence}'`
  if (kind === 'message') return `{ ${common}, of: '${of}' }`
  if (kind === 'enum') return `{ ${common}, last: ${lastNumber(of, schema)} }`
  return `{ ${common} }`
}

function plainFunction(message: MessageModel, schema: Schema): string {
  const values = message.fields.map((field) => `    ${field.name}: ${plainField(field, schema)},`)
  const wire = wireName(message)
  const start = `export function plain${message.name}(wire: ${wire}): ${message.name} {`
  if (message.body.length === 0) return `${start}\n  return {\n${values.join('\n')}\n  }\n}\n`
  const cases = message.body.map(
    ({ name, of }) =>
      `  if (wire.${name} !== null) return { ...head, body: '${name}', ${name}: plain${of}(wire.${name}) }`,
  )
  return `${wireType(message)}\n${start}\n  const head = {\n${values.join('\n')}\n  }\n${cases.join('\n')}\n  return missingBody('${message.name}')\n}\n`
}

function plainField(field: FieldModel, schema: Schema): string {
  const one = (value: string) => {
    if (field.kind === 'message') return `plain${field.of}(${value})`
    if (field.kind === 'enum') return `knownEnum(${value}, ${lastNumber(field.of, schema)}, '${field.of}')`
    return field.kind === 'bytes' ? `ownBytes(${value})` : value
  }
  const value = `wire.${field.name}`
  if (field.kind === 'uint64' && field.presence === 'always') return `ownNumber(${value})`
  if (field.presence === 'repeated') return field.kind === 'message' ? `${value}.map(plain${field.of})` : value
  return field.presence === 'optional' && one(value) !== value ? `${value} === null ? null : ${one(value)}` : one(value)
}

function wireType(message: MessageModel): string {
  const own = message.fields.map((field) => `  readonly ${property(field, '')}`)
  const bodies = message.body.map((field) => `  readonly ${field.name}: ${field.of} | null`)
  return `/** As protobufjs has it: every member of the oneof readable, at most one not null. */
export interface ${wireName(message)} {\n${[...own, ...bodies].join('\n')}\n}\n`
}

function wireName(message: MessageModel): string {
  return message.body.length === 0 ? message.name : `${message.name}Wire`
}

function lastNumber(name: string, schema: Schema): number {
  const found = schema.enums.find((entry) => entry.name === name)
  if (found === undefined) throw new Error(`schema: no enum ${name}`)
  return found.members.length - 1
}

function docs(comment: string | null, indent = ''): string {
  if (comment === null) return ''
  const lines = comment.split('\n')
  if (lines.length === 1) return `${indent}/** ${comment} */\n`
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join('')}${indent} */\n`
}
