import { utf8Decode } from './bytes.ts'
import { invariant } from './invariant.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const padding = 0x3d

const codeOfSextet: Uint8Array = Uint8Array.from(alphabet, (letter) => letter.charCodeAt(0))
const sextetOfCode: Int8Array = inverseAlphabet()

/** Characters that so many bytes take. */
export function base64Length(bytes: number): number {
  return 4 * Math.ceil(bytes / 3)
}

/** RFC 4648 section 4, with padding. */
export function toBase64(bytes: Uint8Array): string {
  const ascii = new Uint8Array(base64Length(bytes.length))
  writeBase64(bytes, ascii, 0)
  const text = utf8Decode(ascii)
  invariant(text !== undefined, 'base64 is ASCII')
  return text
}

/** Writes what `toBase64` says as ASCII into `target` from `at` on; returns where it ends. */
export function writeBase64(bytes: Uint8Array, target: Uint8Array, at: number): number {
  let end = at
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    target[end++] = codeOf(group >>> 18)
    target[end++] = codeOf(group >>> 12)
    target[end++] = left > 1 ? codeOf(group >>> 6) : padding
    target[end++] = left > 2 ? codeOf(group) : padding
  }
  return end
}

/** Undefined unless `text` is exactly what `toBase64` writes: right padding, unused bits zero, nothing else (RFC 4648 section 3.5). */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined
  const padded = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const digits = text.length - padded
  const bytes = new Uint8Array(Math.floor((digits * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (let i = 0; i < digits; i++) {
    const sextet = sextetOfCode[text.charCodeAt(i)] ?? -1
    if (sextet < 0) return undefined
    held = ((held << 6) | sextet) & 0xfff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = held >>> bits
    }
  }
  const unused = held & ((1 << bits) - 1)
  return unused === 0 ? bytes : undefined
}

function codeOf(sextet: number): number {
  return codeOfSextet[sextet & 63] ?? padding
}

function inverseAlphabet(): Int8Array {
  const inverse = new Int8Array(128).fill(-1)
  for (let sextet = 0; sextet < alphabet.length; sextet++) inverse[alphabet.charCodeAt(sextet)] = sextet
  return inverse
}
