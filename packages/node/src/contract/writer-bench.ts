import {
  appendLeaf,
  emptyFrontier,
  type Frontier,
  fromHex,
  invariant,
  leafHash,
  type LogFold,
  logNoteKey,
  type OpenedStatement,
  openStatement,
  type SignedBytes,
  signatureClaims,
} from '@khata/ledger'
import { type FixtureElection, type FixtureSeat, fixtureElection, type FixtureSigner } from '@khata/ledger/fixture'
import { importSodium, nativeSigning } from '@khata/verifier-pool'
import type { Put } from '../ports.ts'
import { groupRows } from '../replica/group.ts'
import type { StoredPrecedents } from '../replica/recents.ts'
import { chainOf, decodePlace, idRow, sequenceRow } from '../replica/rows.ts'
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

/** A writer whose ports complete when a test says so, and the store, stream and released notes as they are then. */
export class WriterBench {
  readonly writer: LogWriter
  readonly rows = new Map<string, Uint8Array>()
  readonly stream: Uint8Array[] = []
  readonly notes: Uint8Array[] = []
  readonly answers = new Map<number, Answer[]>()
  readonly lookUps: number[] = []
  readonly groupLengths: number[] = []
  halted = false
  storedSize: number
  readonly #seat: FrozenSeat
  readonly #waiting: Partial<Record<PortEffect['type'], PortEffect>> = {}
  #place = 0

  constructor(frozen: FrozenSeat) {
    this.#seat = frozen
    const { election, seat } = frozen
    const { log } = seat
    const register = election.registerState
    const noteKey = logNoteKey(election.trust, log.fold)
    invariant(noteKey !== undefined, 'a fixture has good keys')
    const { tiles, frontier } = this.#storeBase()
    this.storedSize = log.fold.size
    this.writer = new LogWriter({
      committed: copyFold(log.fold),
      tip: copyFold(log.fold),
      tiles,
      register,
      noteKey,
      signer: seat.sequencer.key,
      sign: (message) => seat.sequencer.sign(message),
      chain: this.#chain(),
      released: { frontier, place: 0 },
      unreleased: [],
    })
  }

  get base(): LogFold {
    return this.#seat.seat.log.fold
  }

  /** What the store holds of a statement now. */
  lookUp(opened: OpenedStatement): { readonly stored: StoredPrecedents; readonly storedSize: number } {
    const { name } = this.#seat.seat
    const { sequence } = opened.statement
    const placeAt = (key: string) => {
      const row = this.rows.get(key)
      return row && decodePlace(row)
    }
    const stored = {
      sameId: placeAt(idRow(name, opened)),
      sameSequence: placeAt(sequenceRow(name, chainOf(opened), sequence)),
      sequenceBefore: placeAt(sequenceRow(name, chainOf(opened), sequence - 1)),
    }
    return { stored, storedSize: this.storedSize }
  }

  submit(ticket: number, signed: SignedBytes, lookup = this.lookUp(openedOf(signed))): void {
    const opened = openedOf(signed)
    const { signer } = this.#seat.election.stage
    const claims = signatureClaims(opened).map((triple) => signer.verify(triple))
    this.step({ type: 'submit', ticket, opened, claims, ...lookup, at: this.#seat.election.stage.now })
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
        this.#put(effect.rows)
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

  #storeBase(): { readonly tiles: TileBuilder; readonly frontier: Frontier } {
    const { name, log } = this.#seat.seat
    const entries = log.entries.map((entry) => ({ entry, admitted: true, repeatsSequence: false }))
    const leaves = entries.map(({ entry }) => leafHash(entry.bytes))
    const tiles = new TileBuilder(name, 0, [])
    const after = leaves.reduce(appendLeaf, emptyFrontier)
    this.#put(groupRows(name, { from: 0, entries, after }, tiles.add(leaves)))
    this.stream.push(...log.entries.map(({ bytes }) => bytes))
    return { tiles, frontier: after }
  }

  #put(rows: readonly Put[]): void {
    for (const { key, value } of rows) {
      if (value === undefined) this.rows.delete(key)
      else this.rows.set(key, value)
    }
  }

  #chain() {
    const { seat } = this.#seat
    const own = seat.log.entries.flatMap(({ statement }) =>
      statement.ok && statement.value.signerHex === seat.sequencer.keyHex ? [statement.value] : [],
    )
    const last = own.at(-1)
    invariant(last !== undefined, 'a sequencer opened its log')
    return { sequence: last.statement.sequence, previous: fromHex(last.hashHex) ?? new Uint8Array(32) }
  }
}

export function openedOf({ statement, signature }: SignedBytes): OpenedStatement {
  const opened = openStatement(statement, signature)
  invariant(opened.ok, 'a fixture makes well-formed statements')
  return opened.value
}
