import canonicalize from 'canonicalize'
import { toHex, utf8Encode } from '../base/bytes.ts'
import { sha256 } from '../base/hash.ts'
import { invariant } from '../base/invariant.ts'

/** A form's canonical bytes: its JSON by RFC 8785. Numbers in it are safe integers; unknown is null. */
export function canonicalBytes(form: object): Uint8Array {
  const text = canonicalize(form)
  invariant(text !== undefined, 'a form is always JSON')
  return utf8Encode(text)
}

/** SHA-256 of the canonical bytes, lower-case hex. */
export function formHash(form: object): string {
  return toHex(sha256(canonicalBytes(form)))
}

/** A hash as printed on a form: groups of four hex digits. */
export function groupedHash(hash: string): string {
  return hash.match(/.{1,4}/g)?.join(' ') ?? ''
}
