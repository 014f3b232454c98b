import { formatReceipt } from '@khata/ledger'
import type { Store } from '../ports.ts'
import { cosignedRow, entryRow } from '../replica/rows.ts'
import { newestCheckpoint, proveInclusion, readRows } from './reading.ts'

/** A cosigned checkpoint of a log, as a hub gave it or as this hub keeps it. */
export interface CoveringNote {
  readonly size: number
  readonly note: Uint8Array
}

/**
 * The best receipt of an entry that this node can give: under a hub's cosignature where one covers it, else,
 * unless only a replicated one is wanted, under its sequencer's newest checkpoint. Undefined when nothing covers it yet.
 */
export async function receiptOf(
  store: Store,
  log: string,
  index: number,
  wanted: 'any' | 'replicated',
): Promise<Uint8Array | undefined> {
  const covering =
    (await cosignedCovering(store, log, index)) ??
    (wanted === 'any' ? await newestCovering(store, log, index) : undefined)
  return covering && receiptUnder(store, log, index, covering)
}

/** The receipt that a hub gives of a log it writes itself: under its newest checkpoint, which it cosigns. */
export async function hubReceiptOf(
  store: Store,
  log: string,
  index: number,
  cosign: (note: Uint8Array) => Uint8Array,
): Promise<Uint8Array | undefined> {
  const newest = await newestCovering(store, log, index)
  return newest && receiptUnder(store, log, index, { size: newest.size, note: cosign(newest.note) })
}

/** Row of the newest note that a hub has cosigned: its size in decimal, a line feed, the note. */
export function encodeCosigned({ size, note }: CoveringNote): Uint8Array {
  const head = new TextEncoder().encode(`${size}\n`)
  const row = new Uint8Array(head.length + note.length)
  row.set(head)
  row.set(note, head.length)
  return row
}

export function decodeCosigned(row: Uint8Array): CoveringNote {
  const end = row.indexOf(0x0a)
  return { size: Number(new TextDecoder().decode(row.subarray(0, end))), note: row.slice(end + 1) }
}

/** The newest note of each hub for a log. */
export async function cosignedNotes(store: Store, log: string): Promise<readonly CoveringNote[]> {
  const prefix = cosignedRow(log, '')
  const rows = await readRows(store, { from: prefix, to: `${prefix}~` })
  return rows.map(([, row]) => decodeCosigned(row))
}

/** The newest note of one hub for a log. */
export async function cosignedBy(store: Store, log: string, hub: string): Promise<CoveringNote | undefined> {
  const [row] = await store.read([cosignedRow(log, hub)])
  return row === undefined ? undefined : decodeCosigned(row)
}

async function cosignedCovering(store: Store, log: string, index: number): Promise<CoveringNote | undefined> {
  const notes = await cosignedNotes(store, log)
  return notes.filter(({ size }) => size > index).toSorted((a, b) => b.size - a.size)[0]
}

async function receiptUnder(
  store: Store,
  log: string,
  index: number,
  covering: CoveringNote,
): Promise<Uint8Array | undefined> {
  const [entry] = await store.read([entryRow(log, index)])
  if (entry === undefined) return undefined
  const hashes = await proveInclusion(store, log, index, covering.size)
  return formatReceipt(entry, { index, hashes, checkpoint: covering.note })
}

async function newestCovering(store: Store, log: string, index: number): Promise<CoveringNote | undefined> {
  const newest = await newestCheckpoint(store, log)
  return newest !== undefined && newest.size > index ? newest : undefined
}
