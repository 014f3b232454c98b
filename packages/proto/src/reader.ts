import { WireFault } from './fault.ts'
import { textFault } from './text.ts'

// Present in every JavaScript runtime, absent from the es2024 library this package compiles with.
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string }

/**
 * Reads the one encoding of a message, field by field in the order of their numbers, and throws WireFault at the first
 * byte that is not of it. `least` is 1 where the encoding leaves a field's default out, else 0: the least number, or
 * the least number of bytes.
 */
export class WireReader {
  readonly #bytes: Uint8Array
  #at = 0
  /** Where the message being read ends: never past the bytes. */
  #end: number

  constructor(bytes: Uint8Array) {
    // Slices of a Buffer are views; slices of a Uint8Array are copies.
    this.#bytes =
      bytes.constructor === Uint8Array ? bytes : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#end = bytes.length
  }

  /** The next field's number and wire type; 0 where the message ends. */
  tag(): number {
    if (this.#at >= this.#end) return this.#endOfMessage()
    const tag = this.#varint(tagBytesMax)
    if (tag === 0) throw new WireFault('wire/unknown-field', `a field with number 0 before byte ${this.#at}`)
    return tag
  }

  /** Why this field cannot stand here, in a message that knows these. */
  unexpected(tag: number, known: readonly number[]): WireFault {
    const field = `field ${Math.floor(tag / 8)} of wire type ${tag % 8} before byte ${this.#at}`
    return known.includes(tag)
      ? new WireFault('wire/not-canonical', `${field} is out of order or there twice`)
      : new WireFault('wire/unknown-field', `${field} is unknown`)
  }

  /** After the one member of a oneof, behind which nothing may stand. */
  nothingElse(known: readonly number[]): void {
    const tag = this.tag()
    if (tag !== 0) throw this.unexpected(tag, known)
  }

  /** Begins the message inside a field; its answer is for `leave`. */
  enter(): number {
    const outer = this.#end
    const start = this.#take(0)
    this.#end = this.#at
    this.#at = start
    return outer
  }

  /** Ends a message that has been read until `tag` answered 0. */
  leave(outer: number): void {
    this.#end = outer
  }

  uint32(least: 0 | 1): number {
    const value = this.#varint(varintBytesMax)
    if (value < least || value > 0xffff_ffff) throw notCanonical(value, this.#at)
    return value
  }

  uint64(least: 0 | 1): number {
    const value = this.#varint(varintBytesMax)
    if (value > Number.MAX_SAFE_INTEGER) throw new WireFault('wire/unsafe-integer', 'a 64-bit number above 2^53 - 1')
    if (value < least) throw notCanonical(value, this.#at)
    return value
  }

  bool(least: 0 | 1): boolean {
    const value = this.#varint(varintBytesMax)
    if (value < least || value > 1) throw notCanonical(value, this.#at)
    return value === 1
  }

  /** A number of the enum `name`, whose numbers are 0 to `last`. */
  enumeration<Value extends number>(least: 0 | 1, last: Value, name: string): Value {
    const value = this.#varint(varintBytesMax)
    if (value > last) throw new WireFault('wire/unknown-enum', `${name} has no number ${value}`)
    if (value < least) throw notCanonical(value, this.#at)
    return value as Value
  }

  string(least: 0 | 1): string {
    const start = this.#take(least)
    const end = this.#at
    return (end - start <= asciiBytesMax ? ascii(this.#bytes, start, end) : undefined) ?? this.#text(start, end)
  }

  /**
   * Short ones are copies, so that a key or a hash does not keep the bytes alive that it came in. Long ones are views:
   * a copy of a few hundred bytes costs as much as decoding them.
   */
  bytes(least: 0 | 1): Uint8Array {
    const start = this.#take(least)
    return this.#at - start <= copiedBytesMax
      ? this.#bytes.slice(start, this.#at)
      : this.#bytes.subarray(start, this.#at)
  }

  #text(start: number, end: number): string {
    const text = decodeUtf8(this.#bytes.subarray(start, end))
    const fault = textFault(text)
    if (fault !== null) throw new WireFault('wire/text', `a string holds ${fault}`)
    return text
  }

  /** Passes over a length and as many bytes; answers where these begin. */
  #take(least: 0 | 1): number {
    const length = this.#varint(varintBytesMax)
    const start = this.#at
    if (length > this.#end - start)
      throw new WireFault('wire/malformed', `${length} bytes from ${start} on end past it`)
    if (length < least) throw notCanonical(length, start)
    this.#at = start + length
    return start
  }

  #varint(bytesMax: number): number {
    const byte = this.#byte()
    return byte < 128 ? byte : this.#longVarint(byte & 127, bytesMax)
  }

  /** Rounded above 2^53. */
  #longVarint(lowest: number, bytesMax: number): number {
    let value = lowest
    let scale = 1
    for (let bytes = 1; bytes < bytesMax; bytes += 1) {
      scale *= 128
      const byte = this.#byte()
      value += (byte & 127) * scale
      if (byte === 0) throw new WireFault('wire/not-canonical', `a number with a superfluous byte at ${this.#at - 1}`)
      if (byte < 128) return value
    }
    throw new WireFault('wire/malformed', `a number of more than ${bytesMax} bytes`)
  }

  // Past the message's end is found where its next tag would begin.
  #byte(): number {
    const byte = this.#bytes[this.#at]
    if (byte === undefined) throw new WireFault('wire/malformed', `the bytes end at ${this.#at}, inside a number`)
    this.#at += 1
    return byte
  }

  #endOfMessage(): 0 {
    if (this.#at === this.#end) return 0
    throw new WireFault('wire/malformed', `a number ends past the end of its message at ${this.#end}`)
  }
}

/** The value of bytes that are not there; nobody can change it. */
export const noBytes: Uint8Array = new Uint8Array(0)

const varintBytesMax = 10
const tagBytesMax = 5

/** Keys, hashes and signatures. V8 keeps arrays as short as this in its own heap, where a copy costs no more than a view. */
const copiedBytesMax = 64

/** Past it TextDecoder is faster, and arguments of a call have a limit. */
const asciiBytesMax = 64

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new WireFault('wire/text', 'a string is not UTF-8')
  }
}

/** ASCII has no rule to break; undefined where it is something else. */
function ascii(bytes: Uint8Array, start: number, end: number): string | undefined {
  const codes: number[] = []
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 128
    if (byte >= 128) return undefined
    codes.push(byte)
  }
  return String.fromCharCode(...codes)
}

function notCanonical(value: number, before: number): WireFault {
  return new WireFault('wire/not-canonical', `${value} before byte ${before} has another encoding, or none`)
}
