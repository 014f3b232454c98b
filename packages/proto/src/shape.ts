/** One message of the schema as data; gen/shapes.ts holds them all. */
export type MessageShape = { readonly fields: readonly FieldShape[]; readonly body: readonly FieldShape[] }

export type FieldShape = { readonly name: string; readonly presence: 'always' | 'optional' | 'repeated' } & ValueShape

export type ValueShape =
  | { readonly kind: 'uint32' | 'uint64' | 'bool' | 'string' | 'bytes' }
  | { readonly kind: 'enum'; readonly last: number }
  | { readonly kind: 'message'; readonly of: string }
