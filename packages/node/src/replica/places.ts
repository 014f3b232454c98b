import { type HashHex, type OpenedStatement, sha256Joined, utf8Encode } from '@khata/ledger'
import type { Statement } from '@khata/proto'
import type { Put } from '../ports.ts'
import type { Group } from './group.ts'
import { namesRow } from './rows.ts'

/** Where a statement stands: the index of its entry and its hash. */
export interface StatementPlace {
  readonly index: number
  readonly hash: HashHex
}

/** The first 48 bits of a name's SHA-256. Two names may share one: whoever finds a tag looks at the entry itself. */
export type NameTag = number

/** What a statement is found by. */
export interface NameTags {
  readonly id: NameTag
  readonly sequence: NameTag
}

export function tagsOf({ statement }: OpenedStatement): NameTags {
  return { id: idTag(statement), sequence: sequenceTag(statement) }
}

/** An id is its signer's own: nobody can use up another's. */
export function idTag({ signer, id }: Pick<Statement, 'signer' | 'id'>): NameTag {
  return tagOf(signer, id)
}

/** A device chain runs within one seat: `seat` is empty for the whole election. */
export function sequenceTag({ signer, seat, sequence }: Pick<Statement, 'signer' | 'seat' | 'sequence'>): NameTag {
  return tagOf(signer, utf8Encode(`${seat}/${sequence}`))
}

/** One statement's record in a row: three numbers of 48 bits. */
interface Named extends NameTags {
  readonly index: number
}

const numberBytes = 6
const recordBytes = 3 * numberBytes

/** Slots of an empty table; always a power of two. */
const slotsMin = 64

const noPlaces: readonly number[] = []

/**
 * In which entries of a log the statement of a name may stand: every name's tag with its entry's index, in memory
 * and without an object for each, since a hub holds some hundred thousand. What makes it durable is one row a group.
 */
export class StatementPlaces {
  readonly log: string
  /** For each slot the last 32 bits of a tag and, beside it, one more than the entry's index: 0 where it is free. */
  #slots = new Uint32Array(2 * slotsMin)
  #mask = slotsMin - 1
  #taken = 0

  constructor(log: string) {
    this.log = log
  }

  /** Takes a group's statements in, ahead of the store. */
  add({ from, entries }: Pick<Group, 'from' | 'entries'>): Put {
    const named = entries.flatMap(({ tags }, at) => (tags === undefined ? [] : [{ index: from + at, ...tags }]))
    for (const { index, id, sequence } of named) {
      this.#put(id, index + 1)
      this.#put(sequence, index + 1)
    }
    return { key: namesRow(this.log, from), value: encodeNamed(named) }
  }

  /** Takes in rows that an earlier start has written; all at once, so that the table grows once. */
  load(rows: readonly Uint8Array[]): void {
    const names = rows.reduce((sum, row) => sum + (2 * row.length) / recordBytes, this.#taken)
    let slots = this.#mask + 1
    while (isCrowded(names, slots)) slots *= 2
    this.#resize(slots)
    for (const row of rows) {
      const view = new DataView(row.buffer, row.byteOffset, row.length)
      for (let at = 0; at < row.length; at += recordBytes) {
        const place = readNumber(view, at) + 1
        this.#put(readLast(view, at + numberBytes), place)
        this.#put(readLast(view, at + 2 * numberBytes), place)
      }
    }
  }

  /** Indices below `before` of entries whose statement may have this tag's name. */
  withTag(tag: NameTag, before = Number.POSITIVE_INFINITY): readonly number[] {
    let found: number[] | undefined
    const last = tag >>> 0
    for (let slot = last & this.#mask; this.#placeAt(slot) !== 0; slot = (slot + 1) & this.#mask) {
      const index = this.#placeAt(slot) - 1
      if (this.#slots[2 * slot] === last && index < before) (found ??= []).push(index)
    }
    return found ?? noPlaces
  }

  #put(tag: NameTag, place: number): void {
    if (isCrowded(this.#taken, this.#mask + 1)) this.#resize(2 * (this.#mask + 1))
    const last = tag >>> 0
    let slot = last & this.#mask
    while (this.#placeAt(slot) !== 0) slot = (slot + 1) & this.#mask
    this.#slots[2 * slot] = last
    this.#slots[2 * slot + 1] = place
    this.#taken += 1
  }

  #resize(slots: number): void {
    const before = this.#slots
    this.#slots = new Uint32Array(2 * slots)
    this.#mask = slots - 1
    this.#taken = 0
    for (let at = 0; at < before.length; at += 2) {
      const place = before[at + 1] ?? 0
      if (place !== 0) this.#put(before[at] ?? 0, place)
    }
  }

  #placeAt(slot: number): number {
    return this.#slots[2 * slot + 1] ?? 0
  }
}

function tagOf(signer: Uint8Array, name: Uint8Array): NameTag {
  const { buffer, byteOffset } = sha256Joined(signer, name)
  return readNumber(new DataView(buffer, byteOffset), 0)
}

function encodeNamed(named: readonly Named[]): Uint8Array {
  const row = new DataView(new ArrayBuffer(named.length * recordBytes))
  for (const [at, { index, id, sequence }] of named.entries()) {
    writeNumber(row, at * recordBytes, index)
    writeNumber(row, at * recordBytes + numberBytes, id)
    writeNumber(row, at * recordBytes + 2 * numberBytes, sequence)
  }
  return new Uint8Array(row.buffer)
}

function writeNumber(row: DataView, offset: number, value: number): void {
  row.setUint16(offset, Math.floor(value / 2 ** 32))
  row.setUint32(offset + 2, value % 2 ** 32)
}

function readNumber(row: DataView, offset: number): number {
  return row.getUint16(offset) * 2 ** 32 + row.getUint32(offset + 2)
}

/** The last 32 bits of a number. */
function readLast(row: DataView, offset: number): number {
  return row.getUint32(offset + numberBytes - 4)
}

/** Three slots of four are taken: more would make every look long. */
function isCrowded(taken: number, slots: number): boolean {
  return 4 * taken >= 3 * slots
}
