/** RFC 9285: two bytes as three characters of a QR code's alphanumeric mode. */

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

export function toBase45(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const [high = 0, low] = [bytes[at], bytes[at + 1]]
    text += low === undefined ? digitsOf(high, 2) : digitsOf(high * 256 + low, 3)
  }
  return text
}

/** Undefined for anything that `toBase45` does not write. */
export function fromBase45(text: string): Uint8Array | undefined {
  if (text.length % 3 === 1) return undefined
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 3) {
    const group = text.slice(at, at + 3)
    const value = valueOf(group)
    if (value === undefined || value >= (group.length === 3 ? 65_536 : 256)) return undefined
    if (group.length === 3) bytes.push(value >> 8)
    bytes.push(value & 0xff)
  }
  return Uint8Array.from(bytes)
}

function digitsOf(value: number, count: number): string {
  let text = ''
  for (let rest = value; text.length < count; rest = Math.floor(rest / 45)) text += alphabet.charAt(rest % 45)
  return text
}

function valueOf(group: string): number | undefined {
  const digits = group.split('').map((one) => alphabet.indexOf(one))
  return digits.includes(-1) ? undefined : digits.reduceRight((value, digit) => value * 45 + digit, 0)
}
