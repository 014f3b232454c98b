/** Why bytes were refused. `detail` is for a person; only `code` is for a program. */
export type WireError = { readonly code: WireErrorCode; readonly detail: string }

export type WireErrorCode =
  /** Not Protocol Buffers: truncated, a varint without end, a length past the end, a group. */
  | 'wire/malformed'
  /** A second encoding of the same message: anything that does not encode to the same bytes again. */
  | 'wire/not-canonical'
  /** A field this schema does not have, or has with another wire type: written by a newer version, or by nobody. */
  | 'wire/unknown-field'
  /** An enum number this schema does not have. */
  | 'wire/unknown-enum'
  /** A 64-bit number above 2^53 - 1. */
  | 'wire/unsafe-integer'
  /** A string that is not UTF-8, not NFC, or holds a bidi control or a zero-width character other than ZWNJ. */
  | 'wire/text'
  /** A Statement or an Order without body. */
  | 'wire/no-body'
  /** Larger than this message may be. */
  | 'wire/too-large'

/** Carries a refusal out of protobufjs's decoder; never leaves the codec. */
export class WireFault extends Error {
  readonly code: WireErrorCode

  constructor(code: WireErrorCode, detail: string) {
    super(detail)
    this.code = code
  }
}

export function knownEnum<Value extends number>(value: Value, last: number, name: string): Value {
  if (value >= 0 && value <= last) return value
  throw new WireFault('wire/unknown-enum', `${name} has no number ${value}`)
}

export function missingBody(name: string): never {
  throw new WireFault('wire/no-body', `${name} has no body`)
}

/** Absent bytes read as protobufjs's shared default, which in Node is a Buffer. */
export function ownBytes(value: Uint8Array): Uint8Array {
  return value.length === 0 ? noBytes : value
}

/** An absent 64-bit number reads as protobufjs's default, which is a Long where that package is installed. */
export function ownNumber(value: number | object): number {
  return typeof value === 'number' ? value : 0
}

const noBytes = new Uint8Array(0)
