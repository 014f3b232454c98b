import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { PortUnavailable } from '../ports.ts'
import { linkPayloadBytesMax } from '../replica/limits.ts'
import { checkLinkPayload } from '../replica/link-payload.ts'

/** No message begins with it: a payload that does is a piece of one. */
const mark = 0

/** A piece as it travels in a request's own place. */
export function partMark(piece: Uint8Array): Uint8Array {
  const marked = new Uint8Array(1 + piece.length)
  marked[0] = mark
  marked.set(piece, 1)
  return marked
}

/** The piece that a payload is; undefined where it is a request of its own. */
export function markedPart(payload: Uint8Array): Uint8Array | undefined {
  return payload.length > 0 && payload[0] === mark ? payload.subarray(1) : undefined
}

/** Lists in Urdu shrink to a quarter; signatures, keys and hashes do not. */
const packing = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

/** What goes in pieces goes compressed: Brotli, RFC 7932. At least one byte. Throws RangeError past a link's limit. */
export function pack(payload: Uint8Array): Uint8Array {
  checkLinkPayload(payload)
  return brotliCompressSync(payload, packing)
}

/** Throws PortUnavailable where the bytes are no such payload, or a larger one than a link carries. */
export function unpack(packed: Uint8Array): Uint8Array {
  try {
    const bytes = brotliDecompressSync(packed, { maxOutputLength: linkPayloadBytesMax })
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  } catch (cause) {
    throw new PortUnavailable('link/unreadable: the pieces together are no request or answer', { cause })
  }
}
