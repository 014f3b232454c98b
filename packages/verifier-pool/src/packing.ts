import type { Triple } from '@khata/ledger'

export const keyBytes = 32
export const signatureBytes = 64

const countBytes = 4
const headBytes = 4 + keyBytes + signatureBytes

/** Whether the lengths of key and signature are right: only such triples can be packed, no other one can be valid. */
export function isPackable(triple: Triple): boolean {
  return triple.key.length === keyBytes && triple.signature.length === signatureBytes
}

/**
 * One buffer to transfer to a worker, instead of three objects a triple to clone:
 * uint32 count, then for each triple uint32 message length, key, signature, message. Little-endian.
 */
export function packTriples(triples: readonly Triple[]): ArrayBuffer {
  const bytes = triples.reduce((sum, triple) => sum + headBytes + triple.message.length, countBytes)
  const packed = new Uint8Array(bytes)
  const view = new DataView(packed.buffer)
  view.setUint32(0, triples.length, true)
  let at = countBytes
  for (const { key, message, signature } of triples) {
    view.setUint32(at, message.length, true)
    packed.set(key, at + 4)
    packed.set(signature, at + 4 + keyBytes)
    packed.set(message, at + headBytes)
    at += headBytes + message.length
  }
  return packed.buffer
}

/** The triples as views of the buffer. */
export function* unpackTriples(buffer: ArrayBuffer): Generator<Triple> {
  const view = new DataView(buffer)
  let at = countBytes
  for (let left = view.getUint32(0, true); left > 0; left--) {
    const messageBytes = view.getUint32(at, true)
    yield {
      key: new Uint8Array(buffer, at + 4, keyBytes),
      signature: new Uint8Array(buffer, at + 4 + keyBytes, signatureBytes),
      message: new Uint8Array(buffer, at + headBytes, messageBytes),
    }
    at += headBytes + messageBytes
  }
}
