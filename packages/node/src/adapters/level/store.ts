import { Level } from 'level'
import type { Put, Row, ScanRange, Store } from '../../ports.ts'
import { closedFault, openFault, useFault } from './fault.ts'
import { syncOlderLogs } from './older-logs.ts'
import { sealValue, unsealValue } from './row.ts'
import { WriteQueue } from './write-queue.ts'

export interface LevelSizes {
  /** Rows written since the last table file; LevelDB holds up to two such buffers. */
  readonly writeBufferBytes: number
  /** Uncompressed blocks read lately. */
  readonly blockCacheBytes: number
  /** One table file; LevelDB maps open ones into memory. */
  readonly tableFileBytes: number
  /** LevelDB keeps ten of these for its own files, and raises anything less to 74. */
  readonly filesOpenMax: number
}

/** At most about 16 + 16 + 64 * 1 = 96 MiB resident whatever the store holds: an HQ node stays below 600 MB. */
export const hubSizes: LevelSizes = {
  writeBufferBytes: 8 * 2 ** 20,
  blockCacheBytes: 16 * 2 ** 20,
  tableFileBytes: 2 ** 20,
  filesOpenMax: 74,
}

/** At most about 300 MiB. An RO's whole night stays in the write buffer: no table files are merged while forms come in. */
export const officeSizes: LevelSizes = {
  writeBufferBytes: 64 * 2 ** 20,
  blockCacheBytes: 32 * 2 ** 20,
  tableFileBytes: 2 * 2 ** 20,
  filesOpenMax: 74,
}

/**
 * Opens the store in a folder, creating it where there is none. LevelDB's bloom filter of 10 bits a key is built in.
 * @throws StoreLocked when another process holds it, StoreDamaged when its files do not hold together,
 * StoreUnreachable when the folder cannot be used at all.
 */
export async function openLevelStore(folder: string, sizes: LevelSizes = hubSizes): Promise<LevelStore> {
  const level: Rows = new Level(folder, { keyEncoding: 'utf8', valueEncoding: 'view' })
  const open = () => openFiles(level, folder, sizes)
  await open()
  return new LevelStore(level, folder, open)
}

type Rows = Level<string, Uint8Array>

/** How far a scan reads ahead. */
const scanAheadBytesMax = 256 * 2 ** 10
const scanAheadRows = 256

/**
 * A Store on LevelDB. Opened by `openLevelStore`. LevelDB takes no further write after one that failed, a full disk
 * included, until it is opened anew: the next write does that first.
 */
export class LevelStore implements Store {
  readonly #level: Rows
  readonly #folder: string
  readonly #open: () => Promise<void>
  readonly #writes = new WriteQueue((rows, durability) => this.#writeRows(rows, durability))
  #lazySinceSync = false
  #stuck = false
  #closed = false

  constructor(level: Rows, folder: string, open: () => Promise<void>) {
    this.#level = level
    this.#folder = folder
    this.#open = open
  }

  async read(keys: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
    this.#requireOpen()
    try {
      // The type of `level` denies that getMany answers undefined for what is not there.
      const sealed: readonly (Uint8Array | undefined)[] = await this.#level.getMany([...keys])
      return keys.map((key, at) => unsealed(key, sealed[at]))
    } catch (cause) {
      throw useFault(cause)
    }
  }

  async write(batch: readonly Put[], durability: 'fsync' | 'lazy'): Promise<void> {
    if (this.#closed) throw closedFault()
    await this.#writes.add(batch, durability)
  }

  async *scan(range: ScanRange): AsyncIterable<readonly Row[]> {
    this.#requireOpen()
    const iterator = this.#level.iterator({
      gte: range.from,
      lt: range.to,
      reverse: range.reverse === true,
      limit: range.limit ?? -1,
      highWaterMarkBytes: scanAheadBytesMax,
    })
    try {
      for (
        let rows = await iterator.nextv(scanAheadRows);
        rows.length > 0;
        rows = await iterator.nextv(scanAheadRows)
      ) {
        yield rows.map(([key, sealed]): Row => [key, unsealValue(key, sealed)])
      }
    } catch (cause) {
      throw useFault(cause)
    } finally {
      await iterator.close()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true
    await this.#writes.idle()
    await this.#level.close()
  }

  async #writeRows(rows: readonly Put[], durability: 'fsync' | 'lazy'): Promise<void> {
    try {
      if (this.#stuck) await this.#openAnew()
      await this.#batchOf(rows).write({ sync: durability === 'fsync' })
      if (durability === 'fsync' && this.#lazySinceSync) await syncOlderLogs(this.#folder)
      this.#lazySinceSync = durability === 'lazy'
    } catch (cause) {
      this.#stuck = true
      throw useFault(cause)
    }
  }

  // Row by row: an array of operations is copied and checked at twice the cost.
  #batchOf(rows: readonly Put[]): ReturnType<Rows['batch']> {
    const batch = this.#level.batch()
    for (const { key, value } of rows) {
      if (value === undefined) batch.del(key)
      else batch.put(key, sealValue(key, value))
    }
    return batch
  }

  async #openAnew(): Promise<void> {
    await this.#level.close()
    await this.#open()
    this.#stuck = false
  }

  #requireOpen(): void {
    if (this.#level.status !== 'open') throw closedFault()
  }
}

async function openFiles(level: Rows, folder: string, sizes: LevelSizes): Promise<void> {
  try {
    await level.open({
      compression: true,
      writeBufferSize: sizes.writeBufferBytes,
      cacheSize: sizes.blockCacheBytes,
      maxFileSize: sizes.tableFileBytes,
      maxOpenFiles: sizes.filesOpenMax,
    })
  } catch (cause) {
    throw openFault(folder, cause)
  }
}

function unsealed(key: string, sealed: Uint8Array | undefined): Uint8Array | undefined {
  return sealed === undefined ? undefined : unsealValue(key, sealed)
}
