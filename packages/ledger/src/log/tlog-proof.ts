import { base64Length, fromBase64, writeBase64 } from '../base/base64.ts'
import { utf8Decode, utf8Encode } from '../base/bytes.ts'
import { parseDecimal } from '../base/decimal.ts'
import { invariant } from '../base/invariant.ts'
import { entryBytesMax, hashBytes, proofHashesMax, tlogProofBytesMax } from '../base/limits.ts'
import { err, ok, type Result } from '../base/result.ts'
import { type CheckpointRefusal, type CheckpointTrust, type OpenedCheckpoint, openCheckpoint } from './checkpoint.ts'
import { leafHash, type ProofRefusal, verifyInclusion } from './merkle.ts'
import type { NoteRefusal } from './note.ts'

/** C2SP tlog-proof: that an entry is in a log, in a file that is verified offline. */
export type TlogProof = {
  readonly index: number
  readonly hashes: readonly Uint8Array[]
  /** The checkpoint's signed note, verbatim. */
  readonly checkpoint: Uint8Array
  /** Opaque, authenticated by nothing in the format itself; never empty. */
  readonly extra?: Uint8Array
}

export type TlogProofRefusal =
  | { readonly code: 'proof/too-long'; readonly bytesMax: number }
  /** No empty line, a header that is not one, or bytes that are not text. */
  | { readonly code: 'proof/malformed' }
  | { readonly code: 'proof/bad-extra' }
  | { readonly code: 'proof/bad-index' }
  | { readonly code: 'proof/bad-hash'; readonly position: number }

export type ReceiptRefusal =
  | TlogProofRefusal
  | ProofRefusal
  | CheckpointRefusal
  | NoteRefusal
  /** A tlog-proof, but without the entry that it is about. */
  | { readonly code: 'proof/no-entry' }

/** What a verified receipt shows: these bytes are the entry at that index of the log at that checkpoint. */
export type OpenedReceipt = OpenedCheckpoint & {
  readonly entry: Uint8Array
  readonly index: number
}

const header = 'c2sp.org/tlog-proof@v1'
const headerLine = utf8Encode(header)
const headerAndExtra = utf8Encode(`${header}\nextra `)
const newline = 0x0a
const hashLineLength = base64Length(hashBytes) + 1

export function formatTlogProof(proof: TlogProof): Uint8Array {
  invariant(Number.isSafeInteger(proof.index) && proof.index >= 0, 'a proof is about an entry')
  invariant(proof.hashes.length <= proofHashesMax, 'no tree of 2^63 leaves is higher')
  invariant(
    proof.hashes.every(({ length }) => length === hashBytes),
    'a node hash is 32 bytes',
  )
  invariant(proof.extra?.length !== 0, 'extra is never empty')
  const { extra = new Uint8Array(0), hashes, checkpoint } = proof
  const before = extra.length === 0 ? headerLine : headerAndExtra
  const index = `\nindex ${proof.index}\n`
  const length = before.length + base64Length(extra.length) + index.length + hashes.length * hashLineLength
  const bytes = new Uint8Array(length + 1 + checkpoint.length)
  invariant(bytes.length <= tlogProofBytesMax, 'a proof fits its limit')
  bytes.set(before)
  let end = writeBase64(extra, bytes, before.length)
  for (let i = 0; i < index.length; i++) bytes[end++] = index.charCodeAt(i)
  for (const hash of hashes) {
    end = writeBase64(hash, bytes, end)
    bytes[end++] = newline
  }
  bytes[end++] = newline
  bytes.set(checkpoint, end)
  return bytes
}

/** Accepts exactly what `formatTlogProof` writes. Verifies nothing. */
export function parseTlogProof(bytes: Uint8Array): Result<TlogProof, TlogProofRefusal> {
  if (bytes.length > tlogProofBytesMax) return err({ code: 'proof/too-long', bytesMax: tlogProofBytesMax })
  const end = blankLineAt(bytes)
  const head = end === undefined ? undefined : utf8Decode(bytes.subarray(0, end))
  if (end === undefined || head === undefined) return err({ code: 'proof/malformed' })
  const lines = head.split('\n')
  if (lines.shift() !== header) return err({ code: 'proof/malformed' })
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()?.slice('extra '.length) ?? '') : null
  if (extra === undefined || extra?.length === 0) return err({ code: 'proof/bad-extra' })
  const index = parseIndexLine(lines.shift())
  if (index === undefined) return err({ code: 'proof/bad-index' })
  const hashes = parseHashes(lines)
  if (!hashes.ok) return hashes
  const proof = { index, hashes: hashes.value, checkpoint: bytes.slice(end + 2) }
  return ok(extra === null ? proof : { ...proof, extra })
}

/** Khata's receipt: a tlog-proof whose `extra` is the entry's own bytes. */
export function formatReceipt(entry: Uint8Array, proof: Omit<TlogProof, 'extra'>): Uint8Array {
  invariant(entry.length > 0 && entry.length <= entryBytesMax, 'an entry has 1 to 65,535 bytes')
  return formatTlogProof({ ...proof, extra: entry })
}

/**
 * Verifies a receipt from the entry's bytes to the log's signature. That the entry itself says `index` is for
 * whoever decodes it.
 */
export function openReceipt(bytes: Uint8Array, trust: CheckpointTrust): Result<OpenedReceipt, ReceiptRefusal> {
  const proof = parseTlogProof(bytes)
  if (!proof.ok) return proof
  const { extra: entry, index, hashes } = proof.value
  if (entry === undefined || entry.length > entryBytesMax) return err({ code: 'proof/no-entry' })
  const opened = openCheckpoint(proof.value.checkpoint, trust)
  if (!opened.ok) return opened
  const { size, root } = opened.value.checkpoint
  const included = verifyInclusion({ index, size, leaf: leafHash(entry), root }, hashes)
  return included.ok ? ok({ ...opened.value, entry, index }) : included
}

function parseIndexLine(line: string | undefined): number | undefined {
  return line?.startsWith('index ') ? parseDecimal(line.slice('index '.length)) : undefined
}

function parseHashes(lines: readonly string[]): Result<Uint8Array[], TlogProofRefusal> {
  if (lines.length > proofHashesMax) return err({ code: 'proof/bad-hash', position: proofHashesMax })
  const hashes: Uint8Array[] = []
  for (const [position, line] of lines.entries()) {
    const hash = fromBase64(line)
    if (hash?.length !== hashBytes) return err({ code: 'proof/bad-hash', position })
    hashes.push(hash)
  }
  return ok(hashes)
}

/** Where the first empty line begins: the index of the newline before it. */
function blankLineAt(bytes: Uint8Array): number | undefined {
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) {
    if (bytes[at + 1] === newline) return at
  }
  return undefined
}
