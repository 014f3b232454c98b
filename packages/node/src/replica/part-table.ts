import { partsHeldBytesMax } from './limits.ts'

/** A piece that has come, without what it asks of the answer. */
export interface Piece {
  /** The request that it belongs to. */
  readonly id: string
  readonly total: number
  readonly offset: number
  readonly part: Uint8Array
}

/** A request of which pieces are held, and its answer as soon as somebody has begun to make it. */
export interface HeldRequest {
  /** Bytes held, from the request's beginning on. */
  readonly held: number
  readonly isWhole: boolean
  readonly bytes: Uint8Array
  readonly answer: Promise<Uint8Array> | undefined
}

interface Row extends HeldRequest {
  held: number
  isWhole: boolean
  bytes: Uint8Array
  answer: Promise<Uint8Array> | undefined
  /** What it counts for in the table's room. */
  room: number
  /** Milliseconds; of the latest piece. */
  touchedAt: number
}

/** What a request weighs beside its bytes. */
const rowOverheadBytes = 512

/** A sender that has been silent for so long must begin again where others need the room. */
const idleMsMin = 60_000

const noBytes = new Uint8Array(0)

/** Requests of slow links, piece by piece, in bounded memory: what is let go is only sent again. */
export class PartTable {
  readonly #rows = new Map<string, Row>()
  #room = partsHeldBytesMax

  /** Takes a piece, unless it is not the next one; undefined where there is no room for another request now. */
  take({ id, total, offset, part }: Piece, now: number): HeldRequest | undefined {
    const row = this.#rows.get(id) ?? this.#begin(id, total, now)
    if (row === undefined) return undefined
    row.touchedAt = now
    if (row.isWhole || offset !== row.held) return row
    const fitting = part.subarray(0, row.bytes.length - offset)
    row.bytes.set(fitting, offset)
    row.held += fitting.length
    row.isWhole = row.held === row.bytes.length
    return row
  }

  /** The request's bytes are let go, and its answer is kept in their place. */
  async answered(id: string, answer: Promise<Uint8Array>): Promise<Uint8Array> {
    const row = this.#rows.get(id)
    if (row !== undefined) row.answer = answer
    const bytes = await answer
    if (row !== undefined && this.#rows.get(id) === row) {
      row.bytes = noBytes
      this.#room += row.room
      row.room = rowOverheadBytes + bytes.length
      this.#room -= row.room
    }
    return bytes
  }

  /** Forgets a request: its sender begins again. */
  drop(id: string): void {
    this.#room += this.#rows.get(id)?.room ?? 0
    this.#rows.delete(id)
  }

  #begin(id: string, total: number, now: number): Row | undefined {
    const room = rowOverheadBytes + total
    if (room > this.#room) this.#makeRoom(now)
    if (room > this.#room) return undefined
    const isWhole = total === 0
    const row = { held: 0, isWhole, bytes: new Uint8Array(total), answer: undefined, room, touchedAt: now }
    this.#rows.set(id, row)
    this.#room -= room
    return row
  }

  #makeRoom(now: number): void {
    for (const [id, { touchedAt }] of this.#rows) if (now - touchedAt >= idleMsMin) this.drop(id)
  }
}
