import { fromBase64, toBase64 } from '../base/base64.ts'
import { concatBytes, readUint32be, uint32be, utf8Decode, utf8Encode } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import { noteBytesMax, noteSignaturesMax } from '../base/limits.ts'
import { err, ok, type Result } from '../base/result.ts'
import { isKeyName, type NoteVerifier } from './note-key.ts'

/** C2SP signed-note: a text, an empty line, and a line for each signature. */

/** One signature line. Name and key id together say which key, and of which type. */
export type NoteSignature = {
  readonly name: string
  readonly keyId: number
  readonly signature: Uint8Array
}

export type SignedNote = {
  /** Ends in a newline. Not to be believed before a signature on it is verified. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

export type NoteRefusal =
  | { readonly code: 'note/too-long'; readonly bytesMax: number }
  | { readonly code: 'note/not-utf8' }
  | { readonly code: 'note/control-character' }
  | { readonly code: 'note/no-signatures' }
  | { readonly code: 'note/too-many-signatures'; readonly signaturesMax: number }
  /** `line` counts signature lines from 0. */
  | { readonly code: 'note/bad-signature-line'; readonly line: number }
  | { readonly code: 'note/repeated-signature'; readonly name: string }
  | { readonly code: 'note/wrong-signature'; readonly name: string }
  | { readonly code: 'note/no-known-signature' }

export type OpenedNote<Verifier> = {
  readonly text: string
  /** In the order of the note's lines; at least one. */
  readonly verified: readonly { readonly verifier: Verifier; readonly signature: Uint8Array }[]
}

const signaturePrefix = '\u2014'

/** Accepts exactly what `formatNote` writes. Verifies nothing. */
export function parseNote(bytes: Uint8Array): Result<SignedNote, NoteRefusal> {
  if (bytes.length > noteBytesMax) return err({ code: 'note/too-long', bytesMax: noteBytesMax })
  const note = utf8Decode(bytes)
  if (note === undefined) return err({ code: 'note/not-utf8' })
  if (hasControlCharacter(note)) return err({ code: 'note/control-character' })
  const blank = note.lastIndexOf('\n\n')
  if (blank < 0 || !note.endsWith('\n') || blank + 2 === note.length) return err({ code: 'note/no-signatures' })
  const signatures = parseSignatureLines(note.slice(blank + 2, -1).split('\n'))
  return signatures.ok ? ok({ text: note.slice(0, blank + 1), signatures: signatures.value }) : signatures
}

export function formatNote(note: SignedNote): Uint8Array {
  invariant(note.text.endsWith('\n') && !hasControlCharacter(note.text), 'a note is lines of text')
  invariant(note.signatures.length > 0 && note.signatures.length <= noteSignaturesMax, 'a note has 1 to 64 signatures')
  return utf8Encode(`${note.text}\n${note.signatures.map(formatSignatureLine).join('')}`)
}

/** The note with another signature; one by the same key gives way to it. */
export function addSignature(note: SignedNote, added: NoteSignature): SignedNote {
  const others = note.signatures.filter((one) => one.name !== added.name || one.keyId !== added.keyId)
  return { text: note.text, signatures: [...others, added] }
}

/**
 * Verifies the signatures of the given verifiers and ignores all others. Refuses a note with a wrong or a second
 * signature of a known key, and one without any known key's.
 */
export function openNote<Verifier extends NoteVerifier>(
  bytes: Uint8Array,
  verifiers: readonly Verifier[],
): Result<OpenedNote<Verifier>, NoteRefusal> {
  const note = parseNote(bytes)
  return note.ok ? verifyNote(note.value, verifiers) : note
}

function verifyNote<Verifier extends NoteVerifier>(
  note: SignedNote,
  verifiers: readonly Verifier[],
): Result<OpenedNote<Verifier>, NoteRefusal> {
  const text = utf8Encode(note.text)
  const verified: { verifier: Verifier; signature: Uint8Array }[] = []
  for (const { name, keyId, signature } of note.signatures) {
    const verifier = verifiers.find((one) => one.name === name && one.keyId === keyId)
    if (verifier === undefined) continue
    if (verified.some((one) => one.verifier === verifier)) return err({ code: 'note/repeated-signature', name })
    if (!verifier.verify(text, signature)) return err({ code: 'note/wrong-signature', name })
    verified.push({ verifier, signature })
  }
  return verified.length > 0 ? ok({ text: note.text, verified }) : err({ code: 'note/no-known-signature' })
}

function parseSignatureLines(lines: readonly string[]): Result<NoteSignature[], NoteRefusal> {
  if (lines.length > noteSignaturesMax) {
    return err({ code: 'note/too-many-signatures', signaturesMax: noteSignaturesMax })
  }
  const signatures: NoteSignature[] = []
  for (const [line, text] of lines.entries()) {
    const signature = parseSignatureLine(text)
    if (signature === undefined) return err({ code: 'note/bad-signature-line', line })
    signatures.push(signature)
  }
  return ok(signatures)
}

function parseSignatureLine(line: string): NoteSignature | undefined {
  const [prefix, name, encoded, ...more] = line.split(' ')
  if (prefix !== signaturePrefix || name === undefined || encoded === undefined || more.length > 0) return undefined
  const bytes = fromBase64(encoded)
  if (!isKeyName(name) || bytes === undefined || bytes.length <= 4) return undefined
  return { name, keyId: readUint32be(bytes), signature: bytes.slice(4) }
}

function formatSignatureLine({ name, keyId, signature }: NoteSignature): string {
  invariant(isKeyName(name) && signature.length > 0, 'a signature line has a key name and a signature')
  return `${signaturePrefix} ${name} ${toBase64(concatBytes(uint32be(keyId), signature))}\n`
}

/** Newline is the only character below U+0020 that a note may have. */
function hasControlCharacter(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x20 && code !== 0x0a) return true
  }
  return false
}
