import { fromBase64, toBase64 } from '../base/base64.ts'
import { concatBytes, readUint32be, toHex, uint32be, utf8Encode } from '../base/bytes.ts'
import { sha256Joined } from '../base/hash.ts'
import { invariant } from '../base/invariant.ts'
import { keyNameBytesMax, publicKeyBytes } from '../base/limits.ts'
import { err, ok, type Result } from '../base/result.ts'
import { type PublicKey, parsePublicKey } from '../signature/keys.ts'
import { verifyStrict } from '../signature/verifier.ts'

/** C2SP signed-note's signature types that this code knows: a log's Ed25519, and a cosigner's with its time. */
export type NoteKeyType = 'ed25519' | 'cosignature/v1'

/** A key under the name and type it signs notes with. */
export type NoteKey = {
  readonly name: string
  readonly type: NoteKeyType
  readonly key: PublicKey
  /** First four bytes of SHA-256(name || 0x0A || type || key), big-endian. */
  readonly keyId: number
}

export type NoteKeyRefusal =
  | { readonly code: 'note-key/malformed' }
  | { readonly code: 'note-key/unknown-type' }
  | { readonly code: 'note-key/wrong-id' }
  | { readonly code: 'note-key/bad-key' }

/** Verifies the signatures of one key on notes. */
export interface NoteVerifier {
  readonly name: string
  readonly keyId: number
  verify(text: Uint8Array, signature: Uint8Array): boolean
}

/** Ed25519 over the given message, by a key that the caller holds. */
export type Sign = (message: Uint8Array) => Uint8Array

const typeBytes = { ed25519: 0x01, 'cosignature/v1': 0x04 } as const

export function noteKey(name: string, type: NoteKeyType, key: PublicKey): NoteKey {
  invariant(isKeyName(name), 'a key name has no space and no plus')
  const hash = sha256Joined(utf8Encode(`${name}\n`), Uint8Array.of(typeBytes[type]), key)
  return { name, type, key, keyId: readUint32be(hash) }
}

/** For signatures of type `ed25519`: over the note's text, by the one Ed25519 rule. */
export function noteVerifier(key: NoteKey): NoteVerifier {
  invariant(key.type === 'ed25519', 'cosigners have their own verifier')
  return {
    name: key.name,
    keyId: key.keyId,
    verify: (text, signature) => verifyStrict(key.key, text, signature),
  }
}

/** C2SP vkey: `<name>+<key id in hex>+<base64 of type and key>`. */
export function formatNoteKey(key: NoteKey): string {
  const material = concatBytes(Uint8Array.of(typeBytes[key.type]), key.key)
  return `${key.name}+${toHex(uint32be(key.keyId))}+${toBase64(material)}`
}

/** Accepts exactly what `formatNoteKey` writes. */
export function parseNoteKey(text: string): Result<NoteKey, NoteKeyRefusal> {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+([^ ]+)$/u.exec(text) ?? []
  const material = encoded === undefined ? undefined : fromBase64(encoded)
  if (name === undefined || material === undefined || !isKeyName(name)) return err({ code: 'note-key/malformed' })
  if (material.length !== 1 + publicKeyBytes) return err({ code: 'note-key/malformed' })
  const type = typeOf(material[0])
  if (type === undefined) return err({ code: 'note-key/unknown-type' })
  const key = parsePublicKey(material.subarray(1))
  if (!key.ok) return err({ code: 'note-key/bad-key' })
  const parsed = noteKey(name, type, key.value)
  return toHex(uint32be(parsed.keyId)) === id ? ok(parsed) : err({ code: 'note-key/wrong-id' })
}

/** C2SP signed-note: not empty, no Unicode space, no plus. */
export function isKeyName(name: string): boolean {
  if (name === '' || /[\p{White_Space}\p{Surrogate}+]/u.test(name)) return false
  const bytes = utf8Encode(name)
  return bytes.length <= keyNameBytesMax && bytes.every((byte) => byte >= 0x20)
}

function typeOf(byte: number | undefined): NoteKeyType | undefined {
  if (byte === typeBytes.ed25519) return 'ed25519'
  return byte === typeBytes['cosignature/v1'] ? 'cosignature/v1' : undefined
}
