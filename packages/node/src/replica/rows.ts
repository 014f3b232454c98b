import { type HashHex, registerLog } from '@khata/ledger'

/**
 * Rows of a node's store, all under the log's name, in index order where an index is part of the key:
 *
 *   e/ entry bytes            n/ tags of the names of a group's statements
 *   t/ hash tiles             h/ frontier after the last stored group
 *   c/ released checkpoints   k/ newest note cosigned by a hub   s/ snapshot of the fold
 *   g/ permission to open the log anew   l/ why it may not be written   x/ quarantine and evidence
 *   w/ frames that wait for what comes before them   m/ mode of a hub, the one row beside the logs'
 */
export function entryRow(log: string, index: number): string {
  return `e/${log}/${digits(index)}`
}

/** Names of the statements in the group of entries that begins with this one. */
export function namesRow(log: string, from: number): string {
  return `n/${log}/${digits(from)}`
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

const indexDigits = 16

// Fixed width, so that byte order is number order.
function digits(value: number): string {
  return String(value).padStart(indexDigits, '0')
}

/** Orders of the root that wait for this node to say them in the register. */
export function orderRow(number: number): string {
  return `o/${registerLog}/${digits(number)}`
}

/** A frame that came by hand before what is between: under its first entry's index, and its own hash. */
export function parkedRow(log: string, from: number, hash: HashHex): string {
  return `w/${log}/${digits(from)}/${hash}`
}

/** How this node's word comes to a hub. */
export function modeRow(hub: string): string {
  return `m/${hub}`
}
