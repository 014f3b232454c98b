import { InvariantError, invariant } from './invariant.ts'

// Present in every JavaScript runtime, absent from the es2024 library this package compiles with.
declare const TextEncoder: new () => { encode(text: string): Uint8Array }
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string }

const encoder = new TextEncoder()
// A byte order mark is kept as data: dropping it would let two byte strings read the same.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const part of parts) length += part.length
  const joined = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}

/** Public data only: the time taken depends on the contents. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/** Byte order: negative, zero or positive; a prefix sorts before what it begins. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** @throws InvariantError on a lone surrogate: such a string has no UTF-8 form. */
export function utf8Encode(text: string): Uint8Array {
  invariant(text.isWellFormed(), 'text has a lone surrogate')
  return encoder.encode(text)
}

/** Undefined when the bytes are not valid UTF-8; encoding the answer gives the same bytes back. */
export function utf8Decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

const digits: Uint8Array = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0))

/** Used and left by one call after another: a string made at once leaves nothing for the collector. */
const hexCodes: number[] = Array.from({ length: 64 }, () => 0)

/** Lower case. */
export function toHex(bytes: Uint8Array): string {
  let hex = ''
  for (let start = 0; start < bytes.length; start += hexCodes.length / 2) hex += hexOfPiece(bytes, start)
  return hex
}

/** Of the 32 bytes from `start` on, or as many as there are. */
function hexOfPiece(bytes: Uint8Array, start: number): string {
  const codes = Math.min(2 * (bytes.length - start), hexCodes.length)
  for (let code = 0, at = start; code < codes; at++) {
    const byte = bytes[at] ?? 0
    hexCodes[code++] = digits[byte >> 4] ?? 0
    hexCodes[code++] = digits[byte & 15] ?? 0
  }
  return String.fromCharCode(...(codes === hexCodes.length ? hexCodes : hexCodes.slice(0, codes)))
}

/** Undefined unless `hex` is an even number of lower-case hex digits. */
export function fromHex(hex: string): Uint8Array | undefined {
  if (hex.length % 2 !== 0 || !/^[0-9a-f]*$/.test(hex)) return undefined
  const bytes = new Uint8Array(hex.length / 2)
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16)
  return bytes
}

export function uint16be(value: number): Uint8Array {
  invariant(Number.isInteger(value) && value >= 0 && value <= 0xffff, 'not a uint16')
  return Uint8Array.of(value >>> 8, value & 0xff)
}

export function uint32be(value: number): Uint8Array {
  invariant(Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff, 'not a uint32')
  return Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff)
}

/** `value`: a safe integer, 0 or more. */
export function uint64be(value: number): Uint8Array {
  invariant(Number.isSafeInteger(value) && value >= 0, 'not a safe integer')
  return concatBytes(uint32be(Math.floor(value / 2 ** 32)), uint32be(value % 2 ** 32))
}

/** @throws InvariantError when fewer than 2 bytes follow `offset`. */
export function readUint16be(bytes: Uint8Array, offset = 0): number {
  return byteAt(bytes, offset) * 2 ** 8 + byteAt(bytes, offset + 1)
}

/** @throws InvariantError when fewer than 4 bytes follow `offset`. */
export function readUint32be(bytes: Uint8Array, offset = 0): number {
  return readUint16be(bytes, offset) * 2 ** 16 + readUint16be(bytes, offset + 2)
}

/**
 * Undefined when the value is beyond the safe integers.
 * @throws InvariantError when fewer than 8 bytes follow `offset`.
 */
export function readUint64be(bytes: Uint8Array, offset = 0): number | undefined {
  const value = readUint32be(bytes, offset) * 2 ** 32 + readUint32be(bytes, offset + 4)
  return Number.isSafeInteger(value) ? value : undefined
}

function byteAt(bytes: Uint8Array, offset: number): number {
  const byte = bytes[offset]
  if (byte === undefined) throw new InvariantError(`no byte at ${offset}`)
  return byte
}
