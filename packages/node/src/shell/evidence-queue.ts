import { type EvidenceWanted, gatherStatementEvidence, type StatementEvidence } from './evidence.ts'
import type { HeldNames } from './lookup.ts'
import type { Site } from './site.ts'

/** Batches whose evidence is gathered at once: while one is handed on, the verifier's threads have the next. */
const batchesUnderWayMax = 4

/** Statements of one batch. */
const batchStatementsMax = 256

interface Waiting {
  readonly statement: EvidenceWanted
  readonly done: PromiseWithResolvers<StatementEvidence>
}

/**
 * Gathers evidence for statements that come one by one, and for those that come together in one go. Threads finish in
 * any order; an officer's statements are handed on in the order in which they came.
 */
export class EvidenceQueue {
  readonly #site: Pick<Site, 'store' | 'verifier'>
  readonly #names: HeldNames
  readonly #waiting: Waiting[] = []
  #underWay = 0
  #turn: Promise<void> = Promise.resolve()

  constructor(site: Pick<Site, 'store' | 'verifier'>, names: HeldNames) {
    this.#site = site
    this.#names = names
  }

  gather(statement: EvidenceWanted): Promise<StatementEvidence> {
    const done = Promise.withResolvers<StatementEvidence>()
    this.#waiting.push({ statement, done })
    if (this.#underWay < batchesUnderWayMax) void this.#run()
    return done.promise
  }

  async #run(): Promise<void> {
    this.#underWay += 1
    while (this.#waiting.length > 0) {
      this.#turn = this.#handOn(this.#waiting.splice(0, batchStatementsMax), this.#turn)
      await this.#turn
    }
    this.#underWay -= 1
  }

  async #handOn(batch: readonly Waiting[], before: Promise<void>): Promise<void> {
    const statements = batch.map(({ statement }) => statement)
    const [gathered] = await Promise.allSettled([gatherStatementEvidence(this.#site, this.#names, statements), before])
    for (const [at, { done }] of batch.entries()) {
      if (gathered.status === 'rejected') done.reject(gathered.reason)
      else done.resolve(gathered.value[at] as StatementEvidence)
    }
  }
}
