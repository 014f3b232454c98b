import { fromBase64, toBase64 } from '../base/base64.ts'
import { utf8Encode } from '../base/bytes.ts'
import { parseDecimal } from '../base/decimal.ts'
import { invariant } from '../base/invariant.ts'
import { hashBytes } from '../base/limits.ts'
import { err, ok, type Result } from '../base/result.ts'
import { type CosignatureVerifier, cosignatureTime } from './cosignature.ts'
import { addSignature, formatNote, type NoteRefusal, type OpenedNote, openNote, type SignedNote } from './note.ts'
import type { NoteKey, NoteVerifier, Sign } from './note-key.ts'
import { type OriginRefusal, parseOrigin } from './origin.ts'

/** C2SP tlog-checkpoint, with the writer's epoch as its one extension line. */
export type Checkpoint = {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  /** From 1: which writer, so that two writers of one log can be told apart. */
  readonly epoch: number
}

export type CheckpointRefusal =
  | OriginRefusal
  /** Not exactly origin, size, root and epoch, each line ended. */
  | { readonly code: 'checkpoint/bad-lines' }
  | { readonly code: 'checkpoint/bad-size' }
  | { readonly code: 'checkpoint/bad-root' }
  | { readonly code: 'checkpoint/bad-epoch' }
  | { readonly code: 'checkpoint/other-log'; readonly origin: string }
  /** Cosigned perhaps, but not signed by its log. */
  | { readonly code: 'checkpoint/not-signed-by-log' }

export type Cosignature = {
  readonly key: NoteKey
  /** Seconds since 1970, by the cosigner's clock. */
  readonly time: number
}

export type OpenedCheckpoint = {
  readonly checkpoint: Checkpoint
  readonly cosignatures: readonly Cosignature[]
}

/** Whose signatures a reader of one log's checkpoints believes: from its trust file, never from who sent it. */
export type CheckpointTrust = {
  readonly origin: string
  readonly log: NoteVerifier
  readonly cosigners: readonly CosignatureVerifier[]
}

export function formatCheckpoint(checkpoint: Checkpoint): string {
  const text = `${checkpoint.origin}\n${checkpoint.size}\n${toBase64(checkpoint.root)}\nepoch ${checkpoint.epoch}\n`
  invariant(parseCheckpoint(text).ok, 'a checkpoint has an origin, a size, a root and an epoch')
  return text
}

/** Accepts exactly what `formatCheckpoint` writes. */
export function parseCheckpoint(text: string): Result<Checkpoint, CheckpointRefusal> {
  const [origin = '', sizeLine = '', rootLine = '', epochLine = '', end, ...more] = text.split('\n')
  if (end !== '' || more.length > 0) return err({ code: 'checkpoint/bad-lines' })
  const parsedOrigin = parseOrigin(origin)
  if (!parsedOrigin.ok) return parsedOrigin
  const size = parseDecimal(sizeLine)
  if (size === undefined) return err({ code: 'checkpoint/bad-size' })
  const root = fromBase64(rootLine)
  if (root?.length !== hashBytes) return err({ code: 'checkpoint/bad-root' })
  const epoch = epochLine.startsWith('epoch ') ? parseDecimal(epochLine.slice('epoch '.length)) : undefined
  if (epoch === undefined || epoch === 0) return err({ code: 'checkpoint/bad-epoch' })
  return ok({ origin, size, root, epoch })
}

/** The signed note of a checkpoint. The caller has made sure that it never signs two inconsistent ones. */
export function signCheckpoint(checkpoint: Checkpoint, key: NoteKey, sign: Sign): Uint8Array {
  invariant(key.type === 'ed25519' && key.name === checkpoint.origin, 'the key of a log is named by its origin')
  const text = formatCheckpoint(checkpoint)
  const signature = { name: key.name, keyId: key.keyId, signature: sign(utf8Encode(text)) }
  return formatNote(addSignature({ text, signatures: [] }, signature))
}

/** Verifies a checkpoint's note: this log's, signed by its key; with those cosignatures that the trust knows. */
export function openCheckpoint(
  bytes: Uint8Array,
  trust: CheckpointTrust,
): Result<OpenedCheckpoint, CheckpointRefusal | NoteRefusal> {
  const note = openNote<NoteVerifier | CosignatureVerifier>(bytes, [trust.log, ...trust.cosigners])
  if (!note.ok) return note
  if (!note.value.verified.some(({ verifier }) => verifier === trust.log)) {
    return err({ code: 'checkpoint/not-signed-by-log' })
  }
  const checkpoint = parseCheckpoint(note.value.text)
  if (!checkpoint.ok) return checkpoint
  const { origin } = checkpoint.value
  if (origin !== trust.origin) return err({ code: 'checkpoint/other-log', origin })
  return ok({ checkpoint: checkpoint.value, cosignatures: cosignaturesOf(note.value) })
}

/** What an unverified note claims to be: for showing and routing, never for trust. */
export function claimedCheckpoint(note: SignedNote): Result<Checkpoint, CheckpointRefusal> {
  return parseCheckpoint(note.text)
}

function cosignaturesOf(note: OpenedNote<NoteVerifier | CosignatureVerifier>): Cosignature[] {
  return note.verified.flatMap(({ verifier, signature }) => {
    const time = 'key' in verifier ? cosignatureTime(signature) : undefined
    return 'key' in verifier && time !== undefined ? [{ key: verifier.key, time }] : []
  })
}
