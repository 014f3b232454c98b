import { concatBytes, equalBytes, readUint32be, uint32be, utf8Encode } from '../base/bytes.ts'
import { sha256Joined } from '../base/hash.ts'
import { invariant } from '../base/invariant.ts'
import { courierFalseSectionsMax, courierSectionBytesMax, hashBytes } from '../base/limits.ts'

/**
 * A courier's bundle is sections one after another, each with its own length and hash: what is damaged on the way costs
 * the sections that it is in, and no other (docs/courier.md). The hash finds damage; whom to believe is for the
 * signatures inside.
 */

export type CourierKind = 'manifest' | 'frame' | 'statement'

export interface CourierSection {
  readonly type: 'section'
  /** Where it begins in the file. */
  readonly at: number
  readonly kind: CourierKind
  readonly payload: Uint8Array
}

/** Bytes that belong to no section that is whole. */
export interface CourierDamage {
  readonly type: 'damage'
  readonly at: number
  readonly bytes: number
}

export type CourierPiece = CourierSection | CourierDamage

/** As PNG's: what treats a file as text, or clears the eighth bit, spoils it at once. */
const magic = Uint8Array.of(0x89, 0x4b, 0x48, 0x43, 0x0d, 0x0a, 0x1a, 0x0a)
const kinds: readonly CourierKind[] = ['manifest', 'frame', 'statement']
const tag = utf8Encode('khata/courier-section/v1\n')
const headBytes = magic.length + 1 + 4

/** What a section has before its payload. */
export const courierSectionPrefixBytes: number = headBytes + hashBytes

/** Magic, kind (1, 2, 3), length of the payload, SHA-256 of the tag with all of these and the payload, the payload. */
export function encodeCourierSection(kind: CourierKind, payload: Uint8Array): Uint8Array {
  invariant(payload.length <= courierSectionBytesMax, 'a section carries one message')
  const head = concatBytes(magic, Uint8Array.of(kinds.indexOf(kind) + 1), uint32be(payload.length))
  return concatBytes(head, sha256Joined(tag, head, payload), payload)
}

/** The one section that these bytes are; undefined where they are anything else. */
export function decodeCourierSection(bytes: Uint8Array): Omit<CourierSection, 'type' | 'at'> | undefined {
  const [only, ...more] = readCourierSections(bytes)
  return only?.type === 'section' && more.length === 0 ? only : undefined
}

/** Every piece of a bundle that is in memory as a whole. */
export function readCourierSections(bytes: Uint8Array): readonly CourierPiece[] {
  const reader = new CourierReader()
  return [...reader.read(bytes), ...reader.end()]
}

/**
 * Reads a bundle as it comes, holding no more than one section. After damage it goes on at the next section that is
 * whole. Where more than `courierFalseSectionsMax` places look like a section and are none, the rest counts as damaged:
 * nobody can make a reader hash for ever.
 */
export class CourierReader {
  #held: Uint8Array = new Uint8Array(0)
  /** Where the held bytes begin in the file. */
  #at = 0
  #damage: CourierDamage | undefined
  #falseSections = 0

  /** To be read to its end before the next. */
  read(chunk: Uint8Array): Iterable<CourierPiece> {
    this.#held = this.#held.length === 0 ? chunk : concatBytes(this.#held, chunk)
    return this.#pieces(false)
  }

  *end(): Generator<CourierPiece> {
    yield* this.#pieces(true)
    this.#lose(this.#held.length)
    yield* this.#lost()
  }

  *#pieces(isEnd: boolean): Generator<CourierPiece> {
    for (;;) {
      this.#lose(this.#falseSections > courierFalseSectionsMax ? this.#held.length : bytesBeforeMagic(this.#held))
      const found = sectionAtStart(this.#held)
      if (found === 'more' && !isEnd) return
      if (found === 'more' && this.#held.length === 0) return
      if (found === 'more' || found === 'none') {
        if (this.#held.length === 0) return
        this.#falseSections += 1
        this.#lose(1)
        continue
      }
      yield* this.#lost()
      const at = this.#at
      this.#take(courierSectionPrefixBytes + found.payload.length)
      yield { type: 'section', at, ...found }
    }
  }

  *#lost(): Generator<CourierDamage> {
    if (this.#damage !== undefined) yield this.#damage
    this.#damage = undefined
  }

  #lose(bytes: number): void {
    if (bytes === 0) return
    this.#damage = { type: 'damage', at: this.#damage?.at ?? this.#at, bytes: (this.#damage?.bytes ?? 0) + bytes }
    this.#take(bytes)
  }

  #take(bytes: number): void {
    this.#held = this.#held.subarray(bytes)
    this.#at += bytes
  }
}

/** Bytes before the first place where a section may begin, a beginning at the very end included. */
function bytesBeforeMagic(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(magic[0] ?? 0); at >= 0; at = bytes.indexOf(magic[0] ?? 0, at + 1)) {
    const seen = bytes.subarray(at, at + magic.length)
    if (equalBytes(seen, magic.subarray(0, seen.length))) return at
  }
  return bytes.length
}

function sectionAtStart(bytes: Uint8Array): Pick<CourierSection, 'kind' | 'payload'> | 'more' | 'none' {
  if (bytes.length < courierSectionPrefixBytes) return 'more'
  const kind = kinds[(bytes[magic.length] ?? 0) - 1]
  const length = readUint32be(bytes, magic.length + 1)
  if (kind === undefined || length > courierSectionBytesMax) return 'none'
  if (bytes.length < courierSectionPrefixBytes + length) return 'more'
  const payload = bytes.slice(courierSectionPrefixBytes, courierSectionPrefixBytes + length)
  const hash = sha256Joined(tag, bytes.subarray(0, headBytes), payload)
  return equalBytes(hash, bytes.subarray(headBytes, courierSectionPrefixBytes)) ? { kind, payload } : 'none'
}
