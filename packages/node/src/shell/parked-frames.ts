import { sha256, toHex } from '@khata/ledger'
import { decodePushRequest, encodePushRequest } from '@khata/proto'
import { PortDamaged, type Store } from '../ports.ts'
import { parkedBytesMax, parkedBytesOfLogMax, parkedFramesMax, parkedFramesOfLogMax } from '../replica/limits.ts'
import { parkedRow } from '../replica/rows.ts'
import type { ReceivedFrame } from './follower-runner.ts'

/** A frame that is kept until what comes before it is here. */
export interface ParkedFrame {
  readonly key: string
  readonly from: number
  /** Index after its last entry. */
  readonly to: number
  readonly bytes: number
}

/**
 * Frames that came by hand too early, durable and bounded: of each log those nearest to what is held. One that finds no
 * room is not lost: who packed it packs it again until it is acknowledged.
 */
export class ParkedFrames {
  readonly #store: Store
  /** Of each log, by first entry. */
  readonly #logs = new Map<string, readonly ParkedFrame[]>()

  private constructor(store: Store) {
    this.#store = store
  }

  static async open(store: Store): Promise<ParkedFrames> {
    const parked = new ParkedFrames(store)
    const prefix = 'w/'
    for await (const rows of store.scan({ from: prefix, to: `${prefix}~` })) {
      for (const [key, value] of rows) {
        const { log, from, entries } = frameIn(key, value)
        parked.#add(log, { key, from, to: from + entries.length, bytes: value.length })
      }
    }
    return parked
  }

  get logs(): readonly string[] {
    return [...this.#logs.keys()]
  }

  of(log: string): readonly ParkedFrame[] {
    return this.#logs.get(log) ?? []
  }

  /** False where there is no room for it. */
  async park(log: string, { from, entries, note }: ReceivedFrame): Promise<boolean> {
    const value = encodePushRequest({ log, from, entries, checkpoint: note })
    const key = parkedRow(log, from, toHex(sha256(value).subarray(0, keyHashBytes)))
    if (this.of(log).some((one) => one.key === key)) return true
    const given = this.#makeRoom(log, { key, from, to: from + entries.length, bytes: value.length })
    if (given === undefined) return false
    await this.#store.write([{ key, value }, ...given.map((one) => ({ key: one.key, value: undefined }))], 'fsync')
    return true
  }

  /** The first frame of a log that does not begin after `size` entries. */
  async next(log: string, size: number): Promise<(ReceivedFrame & Pick<ParkedFrame, 'key'>) | undefined> {
    const [first] = this.of(log)
    if (first === undefined || first.from > size) return undefined
    const [value] = await this.#store.read([first.key])
    if (value === undefined) throw new PortDamaged(`${first.key} is gone`)
    const { from, entries, checkpoint: note } = frameIn(first.key, value)
    return { key: first.key, from, entries, note }
  }

  async remove(log: string, key: string): Promise<void> {
    this.#forget(log, key)
    await this.#store.write([{ key, value: undefined }], 'lazy')
  }

  /** Frames that give way to this one, which is kept from now on; undefined where it is the one that does not fit. */
  #makeRoom(log: string, added: ParkedFrame): readonly ParkedFrame[] | undefined {
    this.#add(log, added)
    const given: ParkedFrame[] = []
    while (this.#isOver(log)) {
      const last = this.of(log).at(-1)
      if (last === undefined) break
      this.#forget(log, last.key)
      given.push(last)
    }
    if (!given.includes(added)) return given
    for (const one of given) if (one !== added) this.#add(log, one)
    return undefined
  }

  #isOver(log: string): boolean {
    const own = this.of(log)
    if (own.length > parkedFramesOfLogMax || bytesOf(own) > parkedBytesOfLogMax) return true
    const all = [...this.#logs.values()]
    return (
      all.reduce((sum, frames) => sum + frames.length, 0) > parkedFramesMax ||
      all.reduce((sum, frames) => sum + bytesOf(frames), 0) > parkedBytesMax
    )
  }

  #add(log: string, added: ParkedFrame): void {
    this.#logs.set(
      log,
      [...this.of(log), added].toSorted((a, b) => a.from - b.from),
    )
  }

  #forget(log: string, key: string): void {
    const left = this.of(log).filter((one) => one.key !== key)
    if (left.length === 0) this.#logs.delete(log)
    else this.#logs.set(log, left)
  }
}

const keyHashBytes = 16

function frameIn(key: string, value: Uint8Array) {
  const frame = decodePushRequest(value)
  if (!frame.ok) throw new PortDamaged(`${key} cannot be read: ${frame.error.code}`)
  return frame.value
}

function bytesOf(frames: readonly ParkedFrame[]): number {
  return frames.reduce((sum, { bytes }) => sum + bytes, 0)
}
