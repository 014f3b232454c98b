/**
 * The message with every field of one number, somewhere inside it, replaced by raw bytes (tag and payload). `path`
 * leads there by field numbers; lengths on the way are mended. For bytes that no honest encoder makes.
 */
export function withField(message: Uint8Array, path: readonly number[], raw: Uint8Array): Uint8Array {
  const [wanted, ...deeper] = path
  const parts: Uint8Array[] = []
  for (let at = 0; at < message.length; ) {
    const field = readField(message, at)
    if (field.number !== wanted) parts.push(message.subarray(at, field.end))
    else if (deeper.length === 0) parts.push(raw)
    else parts.push(lengthDelimited(field.number, withField(field.payload, deeper, raw)))
    at = field.end
  }
  return Buffer.concat(parts)
}

/** A varint field of -1 as protobuf's int64 has it: ten bytes. */
export function negativeField(number: number): Uint8Array {
  return Uint8Array.of(number << 3, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01)
}

/** A field holding a double. */
export function fractionalField(number: number, value: number): Uint8Array {
  const bytes = new Uint8Array(9)
  bytes[0] = (number << 3) | 1
  new DataView(bytes.buffer).setFloat64(1, value, true)
  return bytes
}

interface Field {
  readonly number: number
  readonly payload: Uint8Array
  readonly end: number
}

function readField(bytes: Uint8Array, start: number): Field {
  const tag = readVarint(bytes, start)
  const number = tag.value >> 3
  const first = readVarint(bytes, tag.end)
  if ((tag.value & 7) !== 2) return { number, payload: new Uint8Array(0), end: first.end }
  const end = first.end + first.value
  return { number, payload: bytes.subarray(first.end, end), end }
}

function readVarint(bytes: Uint8Array, start: number): { readonly value: number; readonly end: number } {
  let value = 0
  let end = start
  for (let factor = 1; ; factor *= 128) {
    const byte = bytes[end++] ?? 0
    value += (byte & 0x7f) * factor
    if (byte < 0x80) return { value, end }
  }
}

function lengthDelimited(number: number, payload: Uint8Array): Uint8Array {
  return Buffer.concat([varint((number << 3) | 2), varint(payload.length), payload])
}

function varint(value: number): Uint8Array {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Uint8Array.of(...bytes, rest)
    bytes.push((rest % 128) | 0x80)
  }
}
