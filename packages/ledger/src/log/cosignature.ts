import { concatBytes, readUint64be, uint64be, utf8Encode } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import { signatureBytes } from '../base/limits.ts'
import { verifyStrict } from '../signature/verifier.ts'
import type { NoteSignature, SignedNote } from './note.ts'
import type { NoteKey, NoteVerifier, Sign } from './note-key.ts'

/** C2SP tlog-cosignature, cosignature/v1: a cosigner saw this checkpoint, consistent with all it saw before, at that time. */

export type CosignatureVerifier = NoteVerifier & { readonly key: NoteKey }

const timestampBytes = 8

/** @param time seconds since 1970, by the cosigner's clock. */
export function cosign(note: SignedNote, key: NoteKey, time: number, sign: Sign): NoteSignature {
  invariant(key.type === 'cosignature/v1', 'a cosigner has a key of its own type')
  const signature = sign(cosignatureMessage(utf8Encode(note.text), time))
  return { name: key.name, keyId: key.keyId, signature: concatBytes(uint64be(time), signature) }
}

/** What a cosigner signs: two lines of its own, then the whole text of the checkpoint. */
export function cosignatureMessage(text: Uint8Array, time: number): Uint8Array {
  return concatBytes(utf8Encode(`cosignature/v1\ntime ${time}\n`), text)
}

export function cosignatureVerifier(key: NoteKey): CosignatureVerifier {
  invariant(key.type === 'cosignature/v1', 'a log has its own verifier')
  return {
    key,
    name: key.name,
    keyId: key.keyId,
    verify: (text, signature) => {
      const time = cosignatureTime(signature)
      if (time === undefined) return false
      return verifyStrict(key.key, cosignatureMessage(text, time), signature.subarray(timestampBytes))
    },
  }
}

/** The time that a cosignature states, in seconds since 1970; undefined when it is not one. */
export function cosignatureTime(signature: Uint8Array): number | undefined {
  return signature.length === timestampBytes + signatureBytes ? readUint64be(signature) : undefined
}
