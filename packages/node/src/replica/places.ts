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
  #tags = new Float64Array(slotsMin)
  /** One more than the entry's index: 0 is a free slot. */
  #places = new Uint32Array(slotsMin)
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

  /** Takes in rows that an earlier start has written. */
  load(rows: readonly Uint8Array[]): void {
    const names = rows.reduce((sum, row) => sum + (2 * row.length) / recordBytes, this.#taken)
    while (isCrowded(names, this.#tags.length)) this.#grow()
    for (const row of rows) {
      const view = new DataView(row.buffer, row.byteOffset, row.length)
      for (let at = 0; at < row.length; at += recordBytes) {
        const place = readNumber(view, at) + 1
        this.#put(readNumber(view, at + numberBytes), place)
        this.#put(readNumber(view, at + 2 * numberBytes), place)
      }
    }
  }

  /** Indices below `before` of entries whose statement may have this tag's name. */
  withTag(tag: NameTag, before = Number.POSITIVE_INFINITY): readonly number[] {
    let found: number[] | undefined
    for (let slot = this.#slotOf(tag); this.#places[slot] !== 0; slot = this.#after(slot)) {
      const index = (this.#places[slot] ?? 0) - 1
      if (this.#tags[slot] === tag && index < before) (found ??= []).push(index)
    }
    return found ?? noPlaces
  }

  #put(tag: NameTag, place: number): void {
    if (isCrowded(this.#taken, this.#tags.length)) this.#grow()
    let slot = this.#slotOf(tag)
    while (this.#places[slot] !== 0) slot = this.#after(slot)
    this.#tags[slot] = tag
    this.#places[slot] = place
    this.#taken += 1
  }

  #grow(): void {
    const [tags, places] = [this.#tags, this.#places]
    this.#tags = new Float64Array(2 * tags.length)
    this.#places = new Uint32Array(2 * places.length)
    this.#taken = 0
    // Without an iterator: it would make a pair for each of a million slots.
    for (let slot = 0; slot < places.length; slot++) {
      const place = places[slot] ?? 0
      if (place !== 0) this.#put(tags[slot] ?? 0, place)
    }
  }

  #slotOf(tag: NameTag): number {
    return tag & (this.#tags.length - 1)
  }

  #after(slot: number): number {
    return (slot + 1) & (this.#tags.length - 1)
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

/** Three slots of four are taken: more would make every look long. */
function isCrowded(taken: number, slots: number): boolean {
  return 4 * taken >= 3 * slots
}
