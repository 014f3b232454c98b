import type { OpenedStatement } from '@khata/ledger'
import type { Store } from '../ports.ts'
import type { StoredPrecedents } from '../replica/recents.ts'
import { chainOf, decodePlace, idRow, type StatementName, type StatementPlace, sequenceRow } from '../replica/rows.ts'

/** What the store holds of each statement's id and of its signer's sequence, in one read. */
export async function lookUpPrecedents(
  store: Store,
  log: string,
  statements: readonly OpenedStatement[],
): Promise<readonly StoredPrecedents[]> {
  const keys = statements.flatMap((opened) => [
    idRow(log, opened),
    sequenceRow(log, chainOf(opened), opened.statement.sequence),
    sequenceRow(log, chainOf(opened), opened.statement.sequence - 1),
  ])
  const rows = await store.read(keys)
  return statements.map((_, at) => ({
    sameId: placeOf(rows[3 * at]),
    sameSequence: placeOf(rows[3 * at + 1]),
    sequenceBefore: placeOf(rows[3 * at + 2]),
  }))
}

/** Where the log holds a signer's statement. */
export async function lookUpStatement(
  store: Store,
  log: string,
  name: StatementName,
): Promise<StatementPlace | undefined> {
  const [row] = await store.read([idRow(log, name)])
  return placeOf(row)
}

/** Joins lookups that come while one is under way into the next. */
export class LookupQueue {
  readonly #store: Store
  readonly #log: string
  #waiting: { readonly opened: OpenedStatement; readonly done: PromiseWithResolvers<StoredPrecedents> }[] = []
  #running = false

  constructor(store: Store, log: string) {
    this.#store = store
    this.#log = log
  }

  lookUp(opened: OpenedStatement): Promise<StoredPrecedents> {
    const done = Promise.withResolvers<StoredPrecedents>()
    this.#waiting.push({ opened, done })
    if (!this.#running) void this.#run()
    return done.promise
  }

  async #run(): Promise<void> {
    this.#running = true
    while (this.#waiting.length > 0) {
      const batch = this.#waiting
      this.#waiting = []
      try {
        const found = await lookUpPrecedents(
          this.#store,
          this.#log,
          batch.map(({ opened }) => opened),
        )
        batch.forEach(({ done }, at) => done.resolve(found[at] as StoredPrecedents))
      } catch (error) {
        for (const { done } of batch) done.reject(error)
      }
    }
    this.#running = false
  }
}

function placeOf(row: Uint8Array | undefined): StatementPlace | undefined {
  return row === undefined ? undefined : decodePlace(row)
}
