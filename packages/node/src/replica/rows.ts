import {
  concatBytes,
  fromHex,
  type HashHex,
  invariant,
  type KeyHex,
  type OpenedStatement,
  readUint64be,
  registerLog,
  toHex,
  uint64be,
} from '@khata/ledger'

/**
 * Rows of a node's store, all under the log's name, in index order where an index is part of the key:
 *
 *   e/ entry bytes            i/ signer and statement id -> place
 *   q/ signer, seat and sequence -> place
 *   t/ hash tiles             h/ frontier after the last stored group
 *   c/ released checkpoints   k/ newest note cosigned by a hub   s/ snapshot of the fold
 *   g/ permission to open the log anew   l/ why it may not be written   x/ quarantine and evidence
 */
export function entryRow(log: string, index: number): string {
  return `e/${log}/${digits(index)}`
}

/** An id is its signer's own: nobody can use up another's. */
export function idRow(log: string, { signerHex, idHex }: StatementName): string {
  return `i/${log}/${signerHex}/${idHex}`
}

/** A device chain runs within one seat: `seat` is empty for the whole election. */
export function sequenceRow(log: string, { signerHex, seat }: ChainName, sequence: number): string {
  return `q/${log}/${signerHex}/${seat}/${digits(sequence)}`
}

/** What a statement is found by: its signer's key and the id that the signer chose, both in hex. */
export interface StatementName {
  readonly signerHex: KeyHex
  readonly idHex: string
}

/** A signer's device chain for one seat. */
export interface ChainName {
  readonly signerHex: KeyHex
  readonly seat: string
}

export function chainOf({ signerHex, statement }: OpenedStatement): ChainName {
  return { signerHex, seat: statement.seat }
}

export function tileRow(log: string, level: number, index: number): string {
  return `t/${log}/${digits(level)}/${digits(index)}`
}

export function headRow(log: string): string {
  return `h/${log}`
}

export function checkpointRow(log: string, size: number): string {
  return `c/${log}/${digits(size)}`
}

export function cosignedRow(log: string, hub: string): string {
  return `k/${log}/${hub}`
}

export function snapshotRow(log: string): string {
  return `s/${log}`
}

export function genesisRow(log: string): string {
  return `g/${log}`
}

/** Why this store may never again sequence the log: docs/protocol.md, "Lineage". */
export function lineageRow(log: string): string {
  return `l/${log}`
}

/** Statements set aside at a restart because the stream held others in their place. */
export function quarantineRow(log: string, at: number, index: number): string {
  return `x/${log}/${digits(at)}/${digits(index)}`
}

/** A checkpoint of entries that were set aside. */
export function quarantinedCheckpointRow(log: string, at: number, size: number): string {
  return `x/${log}/${digits(at)}/checkpoint/${digits(size)}`
}

/** Two signed checkpoints of one log that cannot both be true. */
export function forkRow(log: string, hash: HashHex): string {
  return `x/${log}/fork/${hash}`
}

/** Where a statement stands: the index of its entry and its hash. */
export interface StatementPlace {
  readonly index: number
  readonly hash: HashHex
}

export function encodePlace({ index, hash }: StatementPlace): Uint8Array {
  const bytes = fromHex(hash)
  invariant(bytes !== undefined, 'a hash is hex')
  return concatBytes(uint64be(index), bytes)
}

export function decodePlace(bytes: Uint8Array): StatementPlace {
  const index = readUint64be(bytes)
  invariant(index !== undefined, 'a stored index is a safe integer')
  return { index, hash: toHex(bytes.subarray(8)) }
}

const indexDigits = 16

// Fixed width, so that byte order is number order.
function digits(value: number): string {
  return String(value).padStart(indexDigits, '0')
}

/** Orders of the root that wait for this node to say them in the register. */
export function orderRow(number: number): string {
  return `o/${registerLog}/${digits(number)}`
}
