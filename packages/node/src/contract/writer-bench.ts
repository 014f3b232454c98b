import {
  appendLeaf,
  emptyFrontier,
  type Frontier,
  invariant,
  type LogFold,
  logNoteKey,
  namesOf,
  type OpenedEntry,
  type OpenedStatement,
  openEntry,
  openStatement,
  type SignedBytes,
  StatementIndex,
  signatureClaims,
} from '@khata/ledger'
import { type FixtureElection, type FixtureSeat, fixtureElection, type FixtureSigner } from '@khata/ledger/fixture'
import { importSodium, nativeSigning } from '@khata/verifier-pool'
import type { Put } from '../ports.ts'
import { type Group, type GroupEntry, type GrowingIndexes, groupRows } from '../replica/group.ts'
import type { StoredPrecedents } from '../replica/recents.ts'
import { type StatementPlace, StatementPlaces, tagsOf } from '../replica/places.ts'
import { TileBuilder } from '../replica/tile-builder.ts'
import { LogWriter } from '../replica/writer.ts'
import type { Answer, WriterEffect, WriterInput } from '../replica/writer-step.ts'
import { copyFold } from '../shell/snapshot.ts'

/** Real signatures, natively: a fixture's actors say much. */
export async function nativeSigner(): Promise<FixtureSigner> {
  const sodium = await importSodium()
  return {
    ...(await nativeSigning()),
    verify: ({ key, message, signature }) => sodium.crypto_sign_verify_detached(signature, message, key),
  }
}

/** One seat with its lists and officers, frozen: the log that a bench's writer goes on with. */
export async function frozenSeat(options: { readonly stations?: number } = {}): Promise<FrozenSeat> {
  const election = fixtureElection({ signer: await nativeSigner(), ...options })
  return { election, seat: election.seat('NA-1') }
}

export interface FrozenSeat {
  readonly election: FixtureElection
  readonly seat: FixtureSeat
}

type PortEffect = Extract<WriterEffect, { readonly type: 'store' | 'append' | 'release' }>

/** A writer whose ports complete when a test says so, and the statements stored, the stream and the released notes as they are then. */
export class WriterBench {
  readonly writer: LogWriter
  readonly stream: Uint8Array[] = []
  readonly notes: Uint8Array[] = []
  readonly answers = new Map<number, Answer[]>()
  readonly lookUps: number[] = []
  readonly groupLengths: number[] = []
  halted = false
  storedSize: number
  readonly #seat: FrozenSeat
  readonly #stored = new StatementIndex<StatementPlace>()
  readonly #waiting: Partial<Record<PortEffect['type'], PortEffect>> = {}
  #place = 0

  constructor(frozen: FrozenSeat) {
    this.#seat = frozen
    const { election, seat } = frozen
    const { log } = seat
    const register = election.registerState
    const noteKey = logNoteKey(election.trust, log.fold)
    invariant(noteKey !== undefined, 'a fixture has good keys')
    const { frontier, ...indexes } = this.#storeBase()
    this.storedSize = log.fold.size
    this.writer = new LogWriter({
      committed: copyFold(log.fold),
      tip: copyFold(log.fold),
      ...indexes,
      register,
      noteKey,
      signer: seat.sequencer.key,
      sign: (message) => seat.sequencer.sign(message),
      released: { frontier, place: 0 },
      unreleased: [],
    })
  }

  get base(): LogFold {
    return this.#seat.seat.log.fold
  }

  /** What the store holds of a statement now. */
  lookUp(opened: OpenedStatement): { readonly stored: StoredPrecedents; readonly storedSize: number } {
    return { stored: this.#stored.beside(namesOf(opened)), storedSize: this.storedSize }
  }

  submit(ticket: number, signed: SignedBytes, lookup = this.lookUp(openedOf(signed))): void {
    const opened = openedOf(signed)
    const { signer } = this.#seat.election.stage
    const claims = signatureClaims(opened).map((triple) => signer.verify(triple))
    this.step({
      type: 'submit',
      ticket,
      opened,
      claims,
      tags: tagsOf(opened),
      ...lookup,
      at: this.#seat.election.stage.now,
    })
  }

  step(input: WriterInput): void {
    for (const effect of this.writer.step(input)) this.#take(effect)
  }

  /** Completes what a port was asked for; false when it was asked for nothing. */
  complete(type: PortEffect['type']): boolean {
    const effect = this.#waiting[type]
    if (effect === undefined) return false
    delete this.#waiting[type]
    this.#carryOut(effect)
    return true
  }

  /** Completes everything. */
  drain(): void {
    while (this.complete('store') || this.complete('append') || this.complete('release'));
  }

  #take(effect: WriterEffect): void {
    switch (effect.type) {
      case 'store':
      case 'append':
      case 'release':
        invariant(this.#waiting[effect.type] === undefined, `two groups at once: ${effect.type}`)
        this.#waiting[effect.type] = effect
        return
      case 'answer':
        this.answers.set(effect.ticket, [...(this.answers.get(effect.ticket) ?? []), effect.answer])
        return
      case 'lookUp':
        this.lookUps.push(effect.ticket)
        return
      case 'halt':
        this.halted = true
        return
      case 'unsaid':
        throw new Error(`the writer could not say ${effect.body}: ${effect.refusal.code}`)
    }
  }

  #carryOut(effect: PortEffect): void {
    switch (effect.type) {
      case 'store':
        this.#hold(effect.rows)
        this.storedSize = effect.size
        return this.step({ type: 'stored' })
      case 'append':
        invariant(effect.expectedSize === this.stream.length, 'entries are appended where the stream ends')
        invariant(effect.expectedSize + effect.entries.length <= this.storedSize, 'entries are stored first')
        this.stream.push(...effect.entries)
        this.groupLengths.push(effect.entries.length)
        return this.step({ type: 'appended' })
      case 'release':
        invariant(effect.size <= this.stream.length, 'only what the stream holds is released')
        invariant(effect.expectedPlace === this.#place, 'checkpoints follow each other')
        this.notes.push(effect.note)
        this.#place += 1
        return this.step({ type: 'released', place: this.#place })
    }
  }

  #storeBase(): GrowingIndexes & { readonly frontier: Frontier } {
    const { name, log } = this.#seat.seat
    const indexes = { tiles: new TileBuilder(name, 0, []), places: new StatementPlaces(name) }
    const group = groupOf(log.entries)
    this.#hold(groupRows(name, group, indexes))
    this.stream.push(...log.entries.map(({ bytes }) => bytes))
    return { ...indexes, frontier: group.after }
  }

  #hold(rows: readonly Put[]): void {
    for (const { key, value } of rows) {
      if (value === undefined || !key.startsWith('e/')) continue
      const entry = openEntry(value)
      invariant(entry.ok && entry.value.statement.ok, 'a writer makes only well-formed entries')
      const opened = entry.value.statement.value
      this.#stored.add(namesOf(opened), { index: entry.value.entry.index, hash: opened.hashHex })
    }
  }
}

/** A log's first entries as one group. */
export function groupOf(entries: readonly OpenedEntry[]): Group {
  const after = entries.map(({ leaf }) => leaf).reduce(appendLeaf, emptyFrontier)
  return { from: 0, entries: entries.map(groupEntry), after }
}

function groupEntry(entry: OpenedEntry): GroupEntry {
  return { entry, tags: entry.statement.ok ? tagsOf(entry.statement.value) : undefined }
}

export function openedOf({ statement, signature }: SignedBytes): OpenedStatement {
  const opened = openStatement(statement, signature)
  invariant(opened.ok, 'a fixture makes well-formed statements')
  return opened.value
}

/** What a form says, to be said again otherwise. */
export function formBody(form: SignedBytes) {
  const { statement } = openedOf(form)
  if (statement.body !== 'form45Submitted') throw new Error('not a form')
  return { body: 'form45Submitted', form45Submitted: statement.form45Submitted } as const
}
