import { bodyClaims, formatReceipt, type LogFold, type OpenedStatement, type Refusal, unreachable } from '@khata/ledger'
import type { StatementBody } from '@khata/proto'
import { PortUnavailable } from '../ports.ts'
import type { NameTags, StatementPlaces } from '../replica/places.ts'
import { nothingStored } from '../replica/recents.ts'
import type { LogWriter } from '../replica/writer.ts'
import type { Answer, WriterEffect, WriterInput } from '../replica/writer-step.ts'
import { carryOut, keepReleased } from './effects.ts'
import { Coverage } from './coverage.ts'
import { EvidenceQueue } from './evidence-queue.ts'
import { lookUpPrecedents } from './lookup.ts'
import type { LogSetting } from './open-log.ts'
import { receiptOf } from './receipts.ts'
import { keepSnapshot, snapshotEntriesMax, snapshotEveryEntries, snapshotQuietMs } from './snapshot.ts'
import { Tasks } from './tasks.ts'

/** What a submitter is told. */
export type SubmitAnswer =
  /** The receipt of an entry under a released checkpoint: a tlog-proof with the entry inside. */
  | { readonly type: 'receipt'; readonly receipt: Uint8Array; readonly index: number }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  /** Nothing is decided: send the same bytes again. */
  | { readonly type: 'busy' }

export interface WriterEvents {
  /** Called after each released checkpoint, with the log's size. */
  onReleased(size: number): void
  /** Another writer has the log: this one has stopped. */
  onHalted(detail: string): void
  /** A port is damaged, or this program is wrong: the node must stop. */
  onFailed(error: unknown): void
}

interface Waiting {
  readonly opened: OpenedStatement
  readonly claims: readonly boolean[]
  readonly tags: NameTags
  readonly done: PromiseWithResolvers<SubmitAnswer>
}

/** Runs a log's writer on its site's ports. */
export class WriterRunner {
  /** Everything committed, and nothing else. */
  readonly fold: LogFold
  /** Register size that the newest pin said to this writer names. */
  pinning = 0
  readonly #setting: LogSetting
  readonly #writer: LogWriter
  readonly #events: WriterEvents
  readonly #evidence: EvidenceQueue
  readonly #waiting = new Map<number, Waiting>()
  readonly #tasks: Tasks
  readonly #covered: Coverage
  #nextTicket = 1
  #storedSize: number
  #snapshotSize: number
  #awaitsQuiet = false

  constructor(setting: LogSetting, fold: LogFold, writer: LogWriter, events: WriterEvents) {
    this.#setting = setting
    this.#writer = writer
    this.#events = events
    this.fold = fold
    this.#evidence = new EvidenceQueue(setting.site, this)
    this.#tasks = new Tasks((error) => events.onFailed(error))
    this.#covered = new Coverage(writer.releasedSize)
    this.#storedSize = fold.size
    this.#snapshotSize = fold.size
  }

  get places(): StatementPlaces {
    return this.#writer.places
  }

  /** Entries under a released checkpoint that this site's disk has too. */
  get releasedSize(): number {
    return this.#covered.size
  }

  /** True when a released checkpoint covers this many entries; false where the log is stopped before. */
  untilCovered(size: number): Promise<boolean> {
    return this.#covered.until(size)
  }

  /** Resolves with an answer that is true and durable; takes as long as the site's disk and stream take. */
  async submit(opened: OpenedStatement): Promise<SubmitAnswer> {
    if (this.#tasks.stopping) return { type: 'busy' }
    const storedSize = this.#storedSize
    const { claims, tags, stored } = await this.#evidence.gather({
      opened,
      sequenceBefore: this.#writer.recentlyBefore(opened),
    })
    if (this.#tasks.stopping) return { type: 'busy' }
    const ticket = this.#nextTicket++
    const done = Promise.withResolvers<SubmitAnswer>()
    this.#waiting.set(ticket, { opened, claims, tags, done })
    this.#feed({ type: 'submit', ticket, opened, claims, tags, stored, storedSize, at: this.#now() })
    return done.promise
  }

  /** The node's own statement about its log, with verdicts on the signatures inside its body. */
  say(body: StatementBody, claims: readonly boolean[] = []): void {
    this.#feed({ type: 'say', body, bodyClaims: claims, at: this.#now() })
  }

  /** A statement whose body carries signatures of others: an order of the root. */
  async sayVerified(body: StatementBody): Promise<void> {
    const { election } = this.#setting.trust
    this.say(body, await this.#setting.site.verifier.verify(bodyClaims({ election, seat: '', ...body })))
  }

  /** Resolves when everything decided so far is released. */
  async settled(): Promise<void> {
    while (!this.#writer.idle && this.#tasks.busy) await this.#tasks.settle()
  }

  /** Stops writing for good: someone else shows that this log is not this node's to go on with. */
  halt(detail: string): void {
    this.#feed({ type: 'conflict', detail })
  }

  /** Stops between two effects; what was not answered is decided anew when its sender comes again. */
  async stop(): Promise<void> {
    this.#covered.close()
    await this.#tasks.stop()
    for (const { done } of this.#waiting.values()) done.resolve({ type: 'busy' })
    await keepSnapshot(this.#setting, this.fold)
  }

  #feed(input: WriterInput): void {
    if (this.#tasks.stopping) return
    for (const effect of this.#writer.step(input)) {
      if (effect.type === 'answer' && effect.answer.type !== 'repeated') this.#answerNow(effect.ticket, effect.answer)
      else this.#tasks.run(() => this.#perform(effect))
    }
  }

  async #perform(effect: WriterEffect): Promise<void> {
    const { site } = this.#setting
    switch (effect.type) {
      case 'answer':
        return this.#orBusy(effect.ticket, () => this.#answerRepeated(effect.ticket, effect.answer))
      case 'lookUp':
        return this.#orBusy(effect.ticket, () => this.#submitAgain(effect.ticket))
      case 'unsaid':
        return site.journal.alarm('own-statement-refused', { log: this.fold.log, body: effect.body, ...effect.refusal })
      case 'halt':
        return this.#events.onHalted(effect.detail)
      default: {
        const outcome = await carryOut(site, this.fold.log, effect, this.#tasks.signal)
        if (effect.type === 'store') this.#storedSize = effect.size
        this.#feed(outcome)
        if (effect.type === 'release' && outcome.type === 'released') await this.#afterRelease(effect)
      }
    }
  }

  // Looking decides nothing: where the disk does not answer, the sender comes again.
  async #orBusy(ticket: number, look: () => Promise<void>): Promise<void> {
    try {
      await look()
    } catch (error) {
      if (!(error instanceof PortUnavailable)) throw error
      this.#resolve(ticket, { type: 'busy' })
    }
  }

  async #submitAgain(ticket: number): Promise<void> {
    const waiting = this.#waiting.get(ticket)
    if (waiting === undefined) return
    const { opened, claims, tags } = waiting
    const storedSize = this.#storedSize
    const [stored = nothingStored] = await lookUpPrecedents(this.#setting.site.store, this, [{ opened, tags }])
    this.#feed({ type: 'submit', ticket, opened, claims, tags, stored, storedSize, at: this.#now() })
  }

  #answerNow(ticket: number, answer: Exclude<Answer, { readonly type: 'repeated' }>): void {
    switch (answer.type) {
      case 'logged': {
        const { index, proof, note, entry } = answer
        const receipt = formatReceipt(entry, { index, hashes: proof, checkpoint: note })
        return this.#resolve(ticket, { type: 'receipt', receipt, index })
      }
      case 'refused':
        return this.#resolve(ticket, answer)
      case 'busy':
      case 'halted':
        return this.#resolve(ticket, { type: 'busy' })
      default:
        return unreachable(answer)
    }
  }

  async #answerRepeated(ticket: number, answer: Answer): Promise<void> {
    if (answer.type !== 'repeated') return
    const covered = await this.#covered.until(answer.index + 1)
    const { site } = this.#setting
    const receipt = covered ? await receiptOf(site.store, this.fold.log, answer.index, 'any') : undefined
    if (receipt === undefined) return this.#resolve(ticket, { type: 'busy' })
    this.#resolve(ticket, { type: 'receipt', receipt, index: answer.index })
  }

  #resolve(ticket: number, answer: SubmitAnswer): void {
    this.#waiting.get(ticket)?.done.resolve(answer)
    this.#waiting.delete(ticket)
  }

  async #afterRelease(released: Extract<WriterEffect, { readonly type: 'release' }>): Promise<void> {
    const { size } = released
    await keepReleased(this.#setting.site, this.fold.log, released, this.#tasks.signal)
    this.#covered.reach(size)
    this.#events.onReleased(size)
    const since = this.fold.size - this.#snapshotSize
    if (since >= snapshotEntriesMax) return this.#keepSnapshot()
    if (since < snapshotEveryEntries || this.#awaitsQuiet) return
    this.#awaitsQuiet = true
    this.#tasks.run(() => this.#snapshotWhenQuiet())
  }

  // Whoever submits meanwhile would wait for it.
  async #snapshotWhenQuiet(): Promise<void> {
    let size: number
    do {
      size = this.fold.size
      await this.#setting.site.clock.sleep(snapshotQuietMs, this.#tasks.signal)
    } while (this.fold.size > size)
    this.#awaitsQuiet = false
    if (size - this.#snapshotSize >= snapshotEveryEntries) await this.#keepSnapshot()
  }

  #keepSnapshot(): Promise<void> {
    this.#snapshotSize = this.fold.size
    return keepSnapshot(this.#setting, this.fold)
  }

  #now(): number {
    return this.#setting.site.clock.now()
  }
}
