import {
  type CheckpointTrust,
  equalBytes,
  type OpenedReceipt,
  openEntry,
  openReceipt,
  type SignedBytes,
} from '@khata/ledger'

/** A receipt that somebody was given, and what it should be about. */
export interface ReceiptGiven {
  readonly bytes: Uint8Array
  readonly signed: SignedBytes
  readonly trust: CheckpointTrust
}

export type ReceiptJudged =
  | { readonly fault: string }
  | { readonly fault: undefined; readonly index: number; readonly entry: Uint8Array; readonly cosignatures: number }

/**
 * Verifies a receipt from the statement's bytes over entry, proof and root to the log's signature: by the ledger's
 * functions alone, since the device whose belief is tried here has a judge of its own.
 */
export function judgeGiven({ bytes, signed, trust }: ReceiptGiven): ReceiptJudged {
  const opened = openReceipt(bytes, trust)
  if (!opened.ok) return { fault: opened.error.code }
  const { entry, index, cosignatures } = opened.value
  return statementFault(opened.value, signed) ?? { fault: undefined, index, entry, cosignatures: cosignatures.length }
}

function statementFault({ entry: bytes, index }: OpenedReceipt, signed: SignedBytes): ReceiptJudged | undefined {
  const opened = openEntry(bytes)
  if (!opened.ok) return { fault: opened.error.code }
  const { entry } = opened.value
  if (entry.index !== index) return { fault: `entry ${entry.index} at index ${index}` }
  const isSame = equalBytes(entry.statement, signed.statement) && equalBytes(entry.signature, signed.signature)
  return isSame ? undefined : { fault: `entry ${index} is another statement` }
}
