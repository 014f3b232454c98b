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

/** Carries a refusal out of a decoder; never leaves the codec. */
export class WireFault extends Error {
  readonly code: WireErrorCode

  constructor(code: WireErrorCode, detail: string) {
    super(detail)
    this.code = code
  }
}
