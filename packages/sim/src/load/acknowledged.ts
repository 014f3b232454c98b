import { equalBytes } from '@khata/ledger'

/** Entries that receipts promised, until the log has been read back that far. */
export class Acknowledged {
  readonly #promised = new Map<string, Map<number, Uint8Array>>()

  /** Answers a fault where another entry was promised for the same place. */
  promise(log: string, index: number, entry: Uint8Array): string | undefined {
    const own = this.#promised.get(log) ?? new Map<number, Uint8Array>()
    const before = own.get(index) ?? entry
    own.set(index, entry)
    this.#promised.set(log, own)
    return equalBytes(before, entry) ? undefined : `${log}: two entries were acknowledged as entry ${index}`
  }

  /** Where reading a log back has to begin; undefined while it owes nothing. */
  owedFrom(log: string): number | undefined {
    const indices = [...(this.#promised.get(log)?.keys() ?? [])]
    return indices.length === 0 ? undefined : Math.min(...indices)
  }

  /** Compares entries read back from index `first` on. Answers one outcome for each that was promised. */
  readBack(log: string, first: number, entries: readonly Uint8Array[]): readonly (string | undefined)[] {
    const own = this.#promised.get(log)
    return entries.flatMap((entry, at) => {
      const promised = own?.get(first + at)
      if (promised === undefined) return []
      own?.delete(first + at)
      return [equalBytes(promised, entry) ? undefined : `${log}: entry ${first + at} is not the one acknowledged`]
    })
  }

  /** What was promised and never read back. */
  get missing(): readonly string[] {
    return [...this.#promised].flatMap(([log, own]) =>
      [...own.keys()].map((index) => `${log}: entry ${index} was acknowledged and is not there`),
    )
  }

  get logs(): readonly string[] {
    return [...this.#promised.keys()]
  }
}
