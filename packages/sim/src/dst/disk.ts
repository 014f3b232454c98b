import { PortUnavailable, type Put, type Row, type ScanRange, sealValue, type Store, unsealValue } from '@khata/node'
import type { Seeded } from '../election/seeded.ts'
import type { Program, World } from './world.ts'

/** What a disk holds: whole batches, the newest of which may not have reached the platter yet. */
export class Disk {
  #rows = new Map<string, Uint8Array>()
  #keys: string[] = []
  /** How to take back each batch since the last fsync, oldest first. */
  #unsynced: Put[][] = []
  /** While true nothing more fits. */
  full = false
  /** Bits that turned over at rest. */
  flips = 0

  clone(): Disk {
    const copy = new Disk()
    copy.#rows = new Map(this.#rows)
    copy.#keys = [...this.#keys]
    return copy
  }

  /** Another disk, with nothing on it. */
  blank(): Disk {
    return new Disk()
  }

  /** A row as it lies on the disk, sealed. */
  get(key: string): Uint8Array | undefined {
    return this.#rows.get(key)?.slice()
  }

  apply(batch: readonly Put[], durability: 'fsync' | 'lazy'): void {
    const undo = batch.map(({ key, value }) => {
      const before = { key, value: this.#rows.get(key) }
      this.#put(key, value && new Uint8Array(sealValue(key, value)))
      return before
    })
    if (durability === 'fsync') this.#unsynced = []
    else this.#unsynced.push(undo.toReversed())
  }

  /** Power is lost: of the batches that no fsync followed, only the `kept` oldest remain. */
  losePower(kept: (unsynced: number) => number): void {
    const keep = kept(this.#unsynced.length)
    for (const undo of this.#unsynced.slice(keep).toReversed()) {
      for (const { key, value } of undo) this.#put(key, value)
    }
    this.#unsynced = []
  }

  /** One bit of one row turns over: first a kind of row is drawn, so that few heads are hit as often as many entries. */
  flip(chance: Seeded): string {
    const kinds = [...new Set(this.#keys.map((key) => key[0]))]
    const kind = kinds[chance.integer(0, kinds.length - 1)]
    const keys = this.#keys.filter((key) => key[0] === kind)
    const key = keys[chance.integer(0, keys.length - 1)] ?? ''
    const sealed = this.get(key) ?? new Uint8Array(1)
    const at = chance.integer(0, sealed.length - 1)
    sealed[at] = (sealed[at] ?? 0) ^ (1 << chance.integer(0, 7))
    this.#put(key, sealed)
    this.flips += 1
    return key
  }

  between({ from, to, limit, reverse }: ScanRange): readonly Row[] {
    const start = this.#placeOf(from)
    const keys = this.#keys.slice(start, Math.max(start, this.#placeOf(to)))
    if (reverse === true) keys.reverse()
    return keys.slice(0, limit).map((key) => [key, this.get(key) ?? new Uint8Array()])
  }

  #put(key: string, value: Uint8Array | undefined): void {
    const known = this.#rows.has(key)
    if (value === undefined) {
      if (known) this.#keys.splice(this.#placeOf(key), 1)
      this.#rows.delete(key)
    } else {
      if (!known) this.#keys.splice(this.#placeOf(key), 0, key)
      this.#rows.set(key, value)
    }
  }

  #placeOf(key: string): number {
    let low = 0
    let high = this.#keys.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#keys[middle] ?? '') < key) low = middle + 1
      else high = middle
    }
    return low
  }
}

interface Pending {
  readonly batch: readonly Put[]
  readonly durability: 'fsync' | 'lazy'
  readonly done: PromiseWithResolvers<void>
}

const sealBytes = sealValue('', new Uint8Array()).length
const readMsMax = 2
const lazyMsMax = 2
const fsyncMsMax = 12

/** One program's store on a disk: writes are taken in their order, and an fsync takes time. */
export class SimStore implements Store {
  readonly #world: World
  readonly #program: Program
  readonly #disk: Disk
  /** Whether a row's checksum is compared, as the production store does. */
  checksRows = true
  #pending: Pending[] = []

  constructor(world: World, program: Program, disk: Disk) {
    this.#world = world
    this.#program = program
    this.#disk = disk
  }

  read(keys: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
    const delayMs = this.#world.between(0, readMsMax)
    return this.#world.call(this.#program, delayMs, () => keys.map((key) => this.#unseal(key, this.#disk.get(key))))
  }

  write(batch: readonly Put[], durability: 'fsync' | 'lazy'): Promise<void> {
    const copy = batch.map(({ key, value }) => ({ key, value: value?.slice() }))
    const done = Promise.withResolvers<void>()
    this.#pending.push({ batch: copy, durability, done })
    if (this.#pending.length === 1) this.#writeNext()
    return done.promise
  }

  async *scan(range: ScanRange): AsyncGenerator<readonly Row[]> {
    const rows = await this.#world.call(this.#program, this.#world.between(0, readMsMax), () =>
      this.#disk.between(range).map(([key, sealed]): Row => [key, this.#unseal(key, sealed)]),
    )
    if (rows.length > 0) yield rows
  }

  /** The program has died: of the writes under way, the first few have reached the disk all the same. */
  abandon(): void {
    const reached = this.#disk.full ? 0 : this.#world.between(0, this.#pending.length)
    for (const { batch } of this.#pending.slice(0, reached)) this.#disk.apply(batch, 'lazy')
    this.#pending = []
  }

  async [Symbol.asyncDispose](): Promise<void> {}

  #unseal<T extends Uint8Array | undefined>(key: string, sealed: T): T | Uint8Array {
    if (sealed === undefined) return sealed
    return this.checksRows ? unsealValue(key, sealed) : sealed.slice(0, sealed.length - sealBytes)
  }

  #writeNext(): void {
    const [next] = this.#pending
    if (next === undefined) return
    const delayMs = this.#world.between(0, next.durability === 'fsync' ? fsyncMsMax : lazyMsMax)
    this.#world.later(delayMs, () => {
      if (!this.#program.alive) return
      this.#pending.shift()
      this.#finish(next)
      this.#writeNext()
    })
  }

  #finish({ batch, durability, done }: Pending): void {
    const delayMs = this.#world.between(0, 1)
    if (!this.#disk.full) {
      this.#disk.apply(batch, durability)
      void this.#world.call(this.#program, delayMs, done.resolve)
      return
    }
    // Where an fsync fails, the rows may be there all the same, and lost with the power.
    if (this.#world.happens(0.2)) this.#disk.apply(batch, 'lazy')
    void this.#world.call(this.#program, delayMs, () => done.reject(new PortUnavailable('store/full: no space left')))
  }
}
