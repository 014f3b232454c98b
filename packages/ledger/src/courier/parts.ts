import { equalBytes, fromHex, toHex, utf8Encode } from '../base/bytes.ts'
import { sha256, sha256Joined } from '../base/hash.ts'
import { parseDecimal } from '../base/decimal.ts'
import { courierPartBytes, courierPartsMax } from '../base/limits.ts'
import { err, ok, type Result } from '../base/result.ts'
import { fromBase45, toBase45 } from './base45.ts'

/**
 * A small bundle as texts for QR codes, each with what it is a part of and which: scanned in any order, any number of
 * times. `KHATA1:<bundle>:<part>:<parts>:<check>:<bytes>`, all in a QR code's alphanumeric mode; docs/courier.md.
 */

/** First bytes of SHA-256 that name a bundle, and that check a part. */
const bundleIdBytes = 16
const checkBytes = 4
const pattern = /^KHATA1:([0-9A-F]{32}):([0-9]{1,3}):([0-9]{1,3}):([0-9A-F]{8}):(.+)$/

export interface CourierTooLarge {
  readonly code: 'courier/too-large-for-qr'
  readonly bytes: number
  readonly bytesMax: number
}

/** The texts of a bundle's parts, in order. */
export function splitForQr(bundle: Uint8Array): Result<readonly string[], CourierTooLarge> {
  const bytesMax = courierPartBytes * courierPartsMax
  if (bundle.length === 0 || bundle.length > bytesMax) {
    return err({ code: 'courier/too-large-for-qr', bytes: bundle.length, bytesMax })
  }
  const parts = Math.ceil(bundle.length / courierPartBytes)
  const id = toHex(sha256(bundle).subarray(0, bundleIdBytes)).toUpperCase()
  return ok(
    Array.from({ length: parts }, (_, at) => {
      const bytes = bundle.subarray(at * courierPartBytes, (at + 1) * courierPartBytes)
      const head = `KHATA1:${id}:${at + 1}:${parts}:`
      return `${head}${checkOf(head, bytes)}:${toBase45(bytes)}`
    }),
  )
}

/** Whether a file's beginning is the text of a part. */
export function isPartText(text: string): boolean {
  return text.startsWith('KHATA1:')
}

interface CollectedBundle {
  readonly parts: number
  readonly held: Map<number, Uint8Array>
}

/** A bundle of which parts have been scanned. */
export interface CollectedParts {
  /** 32 hex digits. */
  readonly id: string
  /** The whole bundle, once every part is there. */
  readonly bundle: Uint8Array | undefined
  /** From 1. */
  readonly missing: readonly number[]
}

/** Puts bundles together from scanned texts, whatever their order. */
export class PartCollector {
  readonly #bundles = new Map<string, CollectedBundle>()

  /** False for a text that is no part, or was not read right: scan it again. */
  add(text: string): boolean {
    const [, id = '', number = '', total = '', check = '', encoded = ''] = pattern.exec(text.trim()) ?? []
    const [part, parts] = [parseDecimal(number), parseDecimal(total)]
    const bytes = fromBase45(encoded)
    if (part === undefined || parts === undefined || bytes === undefined) return false
    if (part < 1 || part > parts || parts > courierPartsMax || bytes.length > courierPartBytes) return false
    if (checkOf(`KHATA1:${id}:${part}:${parts}:`, bytes) !== check) return false
    const known = this.#bundles.get(id) ?? { parts, held: new Map<number, Uint8Array>() }
    if (known.parts !== parts) return false
    known.held.set(part, bytes)
    this.#bundles.set(id, known)
    return true
  }

  get collected(): readonly CollectedParts[] {
    return [...this.#bundles].map(([id, { parts, held }]) => {
      const numbers = Array.from({ length: parts }, (_, at) => at + 1)
      const missing = numbers.filter((number) => !held.has(number))
      if (missing.length > 0) return { id, bundle: undefined, missing }
      const bundle = Uint8Array.from(numbers.flatMap((number) => [...(held.get(number) ?? [])]))
      const expected = fromHex(id.toLowerCase()) ?? new Uint8Array(0)
      const isWhole = equalBytes(sha256(bundle).subarray(0, bundleIdBytes), expected)
      return { id, bundle: isWhole ? bundle : undefined, missing: isWhole ? [] : numbers }
    })
  }
}

function checkOf(head: string, bytes: Uint8Array): string {
  const hash = sha256Joined(utf8Encode('khata/courier-part/v1\n'), utf8Encode(head), bytes)
  return toHex(hash.subarray(0, checkBytes)).toUpperCase()
}
