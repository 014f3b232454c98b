import { equalBytes, err, ok, type Result } from '@khata/ledger'
import { InTurn } from './in-turn.ts'
import { detailCharactersMax } from './limits.ts'
import type { DeviceStore } from './ports.ts'
import { type DeviceRecord, firstSeal, openRecord, sealRecord } from './record.ts'

export type JournalFault =
  /** The write failed, and nothing was written. It may be tried again. */
  | { readonly code: 'device/store-failed'; readonly detail: string }
  /** Record `record` is not what this device wrote there. */
  | { readonly code: 'device/store-damaged'; readonly record: number }
  /** Another process writes to the same store. */
  | { readonly code: 'device/store-shared'; readonly record: number }

/** The device's records, sealed one to another, over a store that may fail at any moment. */
export class Journal {
  readonly #store: DeviceStore
  readonly #turns = new InTurn()
  #size = 0
  #seal = firstSeal

  private constructor(store: DeviceStore) {
    this.#store = store
  }

  static async open(
    store: DeviceStore,
  ): Promise<Result<{ readonly journal: Journal; readonly records: readonly DeviceRecord[] }, JournalFault>> {
    const journal = new Journal(store)
    const records: DeviceRecord[] = []
    const stored = await attempt(() => store.read())
    if (!stored.ok) return stored
    for (const bytes of stored.value) {
      const opened = openRecord(bytes, journal.#seal)
      if (!opened.ok) return err({ code: 'device/store-damaged', record: journal.#size })
      records.push(opened.value.record)
      journal.#accept(opened.value.seal)
    }
    return ok({ journal, records })
  }

  /** Resolves to ok only when the record survives loss of power. */
  append(record: DeviceRecord): Promise<Result<undefined, JournalFault>> {
    return this.#turns.run(() => this.#append(record))
  }

  async #append(record: DeviceRecord): Promise<Result<undefined, JournalFault>> {
    const { bytes, seal } = sealRecord(record, this.#seal)
    const written = await attempt(() => this.#store.append(this.#size, bytes))
    const settled = written.ok ? ok(undefined) : await this.#settle(bytes, written.error)
    if (settled.ok) this.#accept(seal)
    return settled
  }

  /** After a write that failed: what is there counts, and a store that cannot be read is asked again next time. */
  async #settle(bytes: Uint8Array, failed: JournalFault): Promise<Result<undefined, JournalFault>> {
    const stored = await attempt(() => this.#store.read())
    if (!stored.ok) return stored
    const there = stored.value[this.#size]
    if (there === undefined) return err(failed)
    return equalBytes(there, bytes) ? ok(undefined) : err({ code: 'device/store-shared', record: this.#size })
  }

  #accept(seal: Uint8Array): void {
    this.#seal = seal
    this.#size += 1
  }
}

/** What a port that may fail at any moment gives. */
export async function attempt<T>(act: () => Promise<T>): Promise<Result<T, JournalFault>> {
  try {
    return ok(await act())
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return err({ code: 'device/store-failed', detail: detail.slice(0, detailCharactersMax) })
  }
}
