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

/** gen/read.ts: one function per message that reads its one encoding, field by field. */
export function emitRead(schema: Schema): string {
  const used = schema.messages.flatMap(({ fields }) => fields.filter(({ kind }) => kind === 'enum').map(({ of }) => of))
  const types = [...new Set([...used, ...schema.messages.map(({ name }) => name)])]
  return [
    header,
    `import type {\n${types.map((name) => `  ${name},`).join('\n')}\n} from './types.ts'`,
    `import { WireFault } from '../src/fault.ts'\nimport { noBytes, type WireReader } from '../src/reader.ts'\n`,
    ...schema.messages.map((message) => readFunction(message, schema)),
  ].join('\n')
}

/** gen/khata.d.ts: the function of each message class that the codec calls. */
export function emitDeclarations(schema: Schema): string {
  const members = schema.messages.map((message) => `    readonly ${message.name}: MessageClass`)
  return `${header}import type { Writer } from 'protobufjs/minimal.js'

/** A protobufjs static class. */
export type MessageClass = {
  encode(message: object, writer: Writer): Writer
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

function readFunction(message: MessageModel, schema: Schema): string {
  const { name, fields, body } = message
  const known = [...fields, ...body].map(tagOf).join(', ')
  const start = `const known${name}: readonly number[] = [${known}]\n
export function read${name}(wire: WireReader): ${name} {
  ${fields.length > 0 ? 'let' : 'const'} tag = wire.tag()
${fields.map((field) => readField(field, schema)).join('')}`
  const names = fields.map((field) => field.name)
  if (body.length === 0)
    return `${start}  if (tag !== 0) throw wire.unexpected(tag, known${name})\n  return { ${names.join(', ')} }\n}\n`
  return `${start}  switch (tag) {\n${body.map((member) => readBody(member, message)).join('')}    case 0:
      throw new WireFault('wire/no-body', '${name} has no body')
    default:
      throw wire.unexpected(tag, known${name})\n  }\n}\n`
}

function readField(field: FieldModel, schema: Schema): string {
  const { name, of, presence } = field
  const type = presence === 'repeated' ? `${valueType(field, '')}[]` : property(field, '').slice(name.length + 2)
  const [keyword, binding, start] =
    presence === 'repeated' ? ['while', 'const', '[]'] : ['if', 'let', emptyValue(field)]
  const keep = (value: string) => (presence === 'repeated' ? `${name}.push(${value})` : `${name} = ${value}`)
  const value =
    field.kind === 'message'
      ? `const outer = wire.enter()\n    ${keep(`read${of}(wire)`)}\n    wire.leave(outer)`
      : keep(readScalar(field, schema))
  return `  ${binding} ${name}: ${type} = ${start}\n  ${keyword} (tag === ${tagOf(field)}) {\n    ${value}\n    tag = wire.tag()\n  }\n`
}

function readBody(member: FieldModel, { name, fields }: MessageModel): string {
  const values = [...fields.map((field) => field.name), `body: '${member.name}'`, member.name]
  return `    case ${tagOf(member)}: {
      const outer = wire.enter()
      const ${member.name} = read${member.of}(wire)
      wire.leave(outer)
      wire.nothingElse(known${name})
      return { ${values.join(', ')} }
    }\n`
}

/** A field that is neither optional nor repeated is left out where it has its default. */
function readScalar({ kind, of, presence }: FieldModel, schema: Schema): string {
  const least = presence === 'always' ? 1 : 0
  return kind === 'enum'
    ? `wire.enumeration<${of}>(${least}, ${lastNumber(of, schema)}, '${of}')`
    : `wire.${kind}(${least})`
}

function emptyValue({ kind, presence }: FieldModel): string {
  if (presence === 'optional') return 'null'
  if (kind === 'bytes') return 'noBytes'
  if (kind === 'string') return `''`
  return kind === 'bool' ? 'false' : '0'
}

/** Field number and wire type: https://protobuf.dev/programming-guides/encoding/#structure */
function tagOf({ number, kind }: FieldModel): number {
  const isNumber = kind === 'uint32' || kind === 'uint64' || kind === 'bool' || kind === 'enum'
  return number * 8 + (isNumber ? 0 : 2)
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
