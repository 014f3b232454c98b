import {
  differences,
  type Equivocation,
  figuresOf,
  form45In,
  type LogFold,
  type OpenedEntry,
  openEntry,
  type SeatState,
  toHex,
} from '@khata/ledger'
import { decodeOrder } from '@khata/proto'

/** A log's entries as released, and the register's. */
export interface Released {
  readonly entries: readonly Uint8Array[]
  readonly register: readonly Uint8Array[]
}

/** A key that the root takes away in a log, from this size of it on. */
export interface Revocation {
  readonly key: string
  readonly log: string
  readonly size: number
  /** The register's entry that orders it. */
  readonly since: number
}

/** What the register's entries take away. */
export function revocationsIn(register: readonly Uint8Array[]): readonly Revocation[] {
  return register.map(openEntry).flatMap((entry) => {
    if (!entry.ok || !entry.value.statement.ok) return []
    const { statement } = entry.value.statement.value
    const order = statement.body === 'rootOrder' ? decodeOrder(statement.rootOrder.order) : undefined
    if (order?.ok !== true || order.value.body !== 'keyRevoked') return []
    const { key, cuts } = order.value.keyRevoked
    const since = entry.value.entry.index
    return cuts.map(({ log, size }) => ({ key: toHex(key), log, size, since }))
  })
}

/**
 * What must hold of a seat in whose log a thief may have spoken, told from its entries one by one and not by the law's
 * own fold; the first thing that does not, in words, or nothing.
 */
export function wronged(fold: LogFold, seat: SeatState, { entries, register }: Released): string {
  const opened = entries.map(openEntry).flatMap((entry) => (entry.ok ? [entry.value] : []))
  return (
    revokedTaken(fold, opened, revocationsIn(register)) ||
    unnamedSecond(fold, opened) ||
    silentReplacement(fold, seat, opened)
  )
}

/** From the pin that brings the root's order on, nothing by the key is taken. */
function revokedTaken({ log }: LogFold, entries: readonly OpenedEntry[], revocations: readonly Revocation[]): string {
  let pinned = 0
  for (const { entry, statement } of entries) {
    if (!statement.ok) continue
    const { signerHex, statement: said } = statement.value
    if (said.body === 'registerPinned') pinned = said.registerPinned.size
    const isRevoked = revocations.some(
      (cut) => cut.key === signerHex && cut.log === log && cut.since < pinned && cut.size <= entry.index,
    )
    if (isRevoked) return `entry ${entry.index} is of a key whose revocation was pinned`
  }
  return ''
}

/** Two statements of one key under one number contradict each other: the second is named. */
function unnamedSecond({ equivocations, voids }: LogFold, entries: readonly OpenedEntry[]): string {
  const first = new Map<string, string>()
  const seconds = entries.flatMap(({ entry: { index }, statement }): readonly Equivocation[] => {
    if (!statement.ok) return []
    const { signerHex: signer, hashHex, statement: said } = statement.value
    const { sequence } = said
    const name = `${signer} ${sequence}`
    const before = first.get(name)
    first.set(name, before ?? hashHex)
    return before === undefined || before === hashHex ? [] : [{ index, signer, sequence }]
  })
  const isVoid = new Set(voids.map(({ index }) => index))
  const expected = seconds.filter(({ index }) => !isVoid.has(index)).map(({ index }) => index)
  const named = equivocations.map(({ index }) => index).filter((index) => !isVoid.has(index))
  return expected.join() === named.join() ? '' : `equivocations at ${named.join()}, not at ${expected.join()}`
}

/** A second form with other figures holds its station until somebody is asked to correct it: neither counts. */
function silentReplacement(
  { voids }: LogFold,
  { stations, columns }: SeatState,
  entries: readonly OpenedEntry[],
): string {
  const isVoid = new Set(voids.map(({ index }) => index))
  const present = new Map<number, string>()
  const held = new Set<number>()
  const asked = new Set<number>()
  for (const { entry, statement } of entries) {
    if (!statement.ok || isVoid.has(entry.index)) continue
    const said = statement.value.statement
    if (said.body === 'correctionRequested') {
      held.delete(said.correctionRequested.station)
      asked.add(said.correctionRequested.station)
    }
    const form = form45In(said)
    if (form === null) continue
    const figures = figuresOf(form, columns.length)
    const before = present.get(form.station)
    const isCorrection = said.body === 'form45Corrected' && asked.delete(form.station)
    if (before === undefined || isCorrection) present.set(form.station, figures)
    else if (said.body === 'form45Corrected' || differences(before, figures).length > 0) held.add(form.station)
  }
  const silent = [...held].find((station) => stations.get(station)?.status !== 'held')
  return silent === undefined ? '' : `station ${silent} has two forms and is ${stations.get(silent)?.status}`
}
