import protobuf from 'protobufjs/minimal.js'
import { WireFault } from './fault.ts'
import { textFault } from './text.ts'

/** protobufjs's reader without what it forgives silently and encoding again would not show. */
export class StrictReader extends protobuf.Reader {
  constructor(bytes: Uint8Array) {
    // Slices of a Buffer are views; slices of a Uint8Array are copies.
    super(bytes.constructor === Uint8Array ? bytes : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  }

  /** A copy: what was decoded neither changes with the caller's buffer nor keeps it alive. */
  override raw(start: number, end: number): Uint8Array {
    return this.buf.slice(start, end)
  }

  /** A number, whatever protobufjs declares: it would make a `long` object where that package is installed. */
  override uint64(): ReturnType<protobuf.Reader['uint64']> {
    const value: unknown = this.safeUint64()
    return value as ReturnType<protobuf.Reader['uint64']>
  }

  /** What the generated decoders call for a proto3 string. */
  override stringVerify(): string {
    const start = this.pos
    const text = this.utf8()
    if (isAscii(this.buf, start, this.pos)) return text
    const fault = textFault(text)
    if (fault !== null) throw new WireFault('wire/text', `a string holds ${fault}`)
    return text
  }

  /** protobufjs skips what it does not know, descending into groups. */
  override skipType(wireType: number): never {
    throw new WireFault('wire/unknown-field', `unknown field of wire type ${wireType} before byte ${this.pos}`)
  }

  private utf8(): string {
    try {
      return super.stringVerify()
    } catch (cause) {
      // TextDecoder's TypeError; a RangeError is a length past the end.
      if (cause instanceof TypeError) throw new WireFault('wire/text', 'a string is not UTF-8')
      throw cause
    }
  }

  private safeUint64(): number {
    let value = 0
    for (let scale = 1; scale < 2 ** 70; scale *= 128) {
      const byte = this.byte()
      value += (byte & 127) * scale
      if (byte < 128) return safe(value)
    }
    throw new WireFault('wire/malformed', 'a varint longer than ten bytes')
  }

  private byte(): number {
    const byte = this.pos < this.len ? this.buf[this.pos++] : undefined
    if (byte === undefined) throw new WireFault('wire/malformed', `the bytes end at ${this.pos}, inside a number`)
    return byte
  }
}

function safe(value: number): number {
  if (value <= Number.MAX_SAFE_INTEGER) return value
  throw new WireFault('wire/unsafe-integer', 'a 64-bit number above 2^53 - 1')
}

function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  let bits = 0
  for (let at = start; at < end; at += 1) bits |= bytes[at] ?? 0
  return bits < 128
}
