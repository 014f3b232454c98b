import {
  AppendedGroup,
  admit,
  type Frontier,
  foldAdmitted,
  frontierRoot,
  invariant,
  isCutSince,
  type KeyHex,
  type LogFold,
  makeEntry,
  officeAt,
  openStatement,
  type OpenedEntry,
  type OpenedStatement,
  type Refusal,
  type RegisterState,
  type Said,
  type SeatState,
  sayNext,
  seatOfLog,
  sha256,
  signCheckpoint,
  statementIdBytes,
  toHex,
  unreachable,
  utf8Encode,
} from '@khata/ledger'
import type { StatementBody } from '@khata/proto'
import { frameLength, type Group, type GroupEntry, groupBytes, groupLength, groupRows, groupSize } from './group.ts'
import { overlappingEntriesMin, pendingEntriesMax, refusalsRecordedPerKeyMax } from './limits.ts'
import { precedentsBefore, Recents, nothingStored, type StoredPrecedents } from './recents.ts'
import { type StatementPlace, type StatementPlaces, tagsOf } from './places.ts'
import type { Answer, Released, WriterEffect, WriterInput, WriterStart } from './writer-step.ts'

interface Pending extends GroupEntry {
  readonly said: Said
  /** The log's frontier with this entry. */
  readonly after: Frontier
  readonly ticket: number | undefined
  readonly recorded?: RecordedRefusal
}

/** An entry that waits for the checkpoint that covers it. */
interface Committed {
  readonly entry: OpenedEntry
  readonly ticket: number | undefined
  readonly recorded?: RecordedRefusal
}

/** A refusal that becomes true with the entry that records it, and who waits for it. */
interface RecordedRefusal {
  readonly refusal: Refusal
  readonly hashHex: string
  readonly tickets: number[]
}

type Entering = Pick<Pending, 'tags' | 'ticket' | 'recorded'> & { readonly stored: StoredPrecedents }

interface PendingGroup extends Group {
  readonly entries: readonly Pending[]
}

/**
 * The sequencer of one log, as a function from what happened to what is to be done next. Three stages, each with one
 * group in flight, and order is kept: store, append, release. A checkpoint is released while the next group is stored;
 * a group is stored while another is appended only where it is large. docs/protocol.md, "Order of a commit".
 */
export class LogWriter {
  readonly #start: WriterStart
  readonly #recents: Recents
  #decided: Pending[] = []
  #storing: PendingGroup | undefined
  #stored: PendingGroup[] = []
  #appending: PendingGroup | undefined
  #committed: Committed[]
  #releasing:
    | { readonly group: AppendedGroup; readonly note: Uint8Array; readonly entries: readonly Committed[] }
    | undefined
  #released: Released
  /** Tickets that repeat an entry not yet released, by its index. */
  readonly #repeating = new Map<number, number[]>()
  readonly #refusalsRecorded = new Map<KeyHex, number>()
  /** Refusals whose record is not released yet, by the refused statement's hash. */
  readonly #recording = new Map<string, RecordedRefusal>()
  #halted = false

  constructor(start: WriterStart) {
    this.#start = start
    this.#recents = new Recents(start.tip.size)
    this.#released = start.released
    this.#committed = start.unreleased.map((entry) => ({ entry, ticket: undefined }))
  }

  get releasedSize(): number {
    return this.#released.frontier.size
  }

  get places(): StatementPlaces {
    return this.#start.places
  }

  /** Where the signer's statement before this one stands, where this writer remembers it. */
  recentlyBefore(opened: OpenedStatement): StatementPlace | undefined {
    return this.#recents.before(opened)
  }

  get released(): Released {
    return this.#released
  }

  /** Nothing is in flight: what is committed is all there is. */
  get idle(): boolean {
    return this.#start.tip.size === this.releasedSize
  }

  step(input: WriterInput): readonly WriterEffect[] {
    const effects: WriterEffect[] = []
    // What was decided before the order came is not what everyone else will judge: the log is opened anew.
    if (!this.#halted && this.#isCut()) this.#halt('cut by the root', effects)
    if (this.#halted && input.type === 'submit') effects.push(answer(input.ticket, { type: 'halted' }))
    if (this.#halted) return effects
    this.#take(input, effects)
    if (!this.#halted) this.#advance(effects)
    return effects
  }

  #take(input: WriterInput, effects: WriterEffect[]): void {
    switch (input.type) {
      case 'submit':
        return this.#submit(input, effects)
      case 'say':
        return this.#say(input, effects)
      case 'stored':
        return this.#afterStore()
      case 'appended':
        return this.#afterAppend()
      case 'released':
        return this.#afterRelease(input.place, effects)
      case 'conflict':
        return this.#halt(input.detail, effects)
      default:
        return unreachable(input)
    }
  }

  #submit(input: Extract<WriterInput, { type: 'submit' }>, effects: WriterEffect[]): void {
    const { ticket, opened, claims, tags } = input
    if (input.storedSize < this.#recents.floor) return void effects.push({ type: 'lookUp', ticket })
    const stored = this.#recents.complete(opened, input.stored)
    if (stored.sameId?.hash === opened.hashHex) return this.#repeat(ticket, stored.sameId.index, effects)
    if (this.#start.tip.size - this.releasedSize >= pendingEntriesMax)
      return void effects.push(answer(ticket, { type: 'busy' }))
    const said = this.#said(opened, claims, stored, input.at)
    const refusal = admit(this.#start.tip, said, this.#register())
    if (refusal === undefined) return this.#enter(said, { tags, stored, ticket })
    const recorded = this.#recording.get(opened.hashHex) ?? this.#recordRefusal(said, refusal, effects)
    if (recorded === undefined) effects.push(answer(ticket, { type: 'refused', refusal }))
    else recorded.tickets.push(ticket)
  }

  #repeat(ticket: number, index: number, effects: WriterEffect[]): void {
    if (index < this.releasedSize) return void effects.push(answer(ticket, { type: 'repeated', index }))
    this.#repeating.set(index, [...(this.#repeating.get(index) ?? []), ticket])
  }

  #say(
    { body, bodyClaims, at }: Omit<Extract<WriterInput, { type: 'say' }>, 'type'>,
    effects: WriterEffect[],
    recorded?: RecordedRefusal,
  ): void {
    const { tip, signer, sign } = this.#start
    const { election } = this.#register().trust
    const seat = seatOfLog(tip)
    const id = this.#ownId()
    const { signed } = sayNext(tip.chain, { election, seat, id, signer, saidAt: at, body }, sign)
    const opened = openStatement(signed.statement, signed.signature)
    invariant(opened.ok, 'a node makes only well-formed statements')
    const said = this.#said(opened.value, [true, ...bodyClaims], nothingStored, at)
    const refusal = admit(tip, said, this.#register())
    if (refusal !== undefined) return void effects.push({ type: 'unsaid', body: body.body, refusal })
    const tags = tagsOf(opened.value)
    this.#enter(said, { tags, stored: nothingStored, ticket: undefined, ...(recorded && { recorded }) })
  }

  // Unique without chance: a writer says one thing at each sequence of each epoch of its log.
  #ownId(): Uint8Array {
    const { log, generation, epoch, chain } = this.#start.tip
    const name = `khata/own-statement/v1\n${log}\n${generation}\n${epoch}\n${chain.sequence + 1}\n`
    return sha256(utf8Encode(name)).slice(0, statementIdBytes)
  }

  #said(opened: OpenedStatement, claims: readonly boolean[], stored: StoredPrecedents, at: number): Said {
    const index = this.#start.tip.size
    return { opened, index, sequencedAt: at, claims, precedents: precedentsBefore(index, stored) }
  }

  #enter(said: Said, { stored, ...pending }: Entering): void {
    const { tip } = this.#start
    const { body } = said.opened.statement
    const epoch = tip.epoch + (tip.size === 0 || body === 'writerOpened' ? 1 : 0)
    const entry = makeEntry(said.opened, { index: tip.size, previous: tip.head, epoch, sequencedAt: said.sequencedAt })
    foldAdmitted(tip, entry, said, { register: this.#register() })
    this.#recents.add(said.opened, said.index, stored.sameSequence !== undefined)
    this.#decided.push({ entry, said, after: tip.frontier, ...pending })
  }

  // Only keys that the log knows: anyone can make keys, and a log is no place for strangers to write to. The
  // refusal is answered with its record's checkpoint: a writer whom another has followed would not know better.
  #recordRefusal(said: Said, refusal: Refusal, effects: WriterEffect[]): RecordedRefusal | undefined {
    const { tip } = this.#start
    const { signerHex, hash, hashHex } = said.opened
    if (said.claims[0] !== true || tip.content.kind !== 'seat') return undefined
    if (!this.#knows(tip.content.seat, signerHex) || tip.content.seat.refused.has(hashHex)) return undefined
    const before = this.#refusalsRecorded.get(signerHex) ?? 0
    if (before >= refusalsRecordedPerKeyMax) return undefined
    this.#refusalsRecorded.set(signerHex, before + 1)
    const recorded = { refusal, hashHex, tickets: [] }
    this.#recording.set(hashHex, recorded)
    const body = { body: 'statementRefused', statementRefused: { hash, code: refusal.code } } as const
    this.#say({ body, bodyClaims: [], at: said.sequencedAt }, effects, recorded)
    return recorded
  }

  /** Whether a key has an office in the seat, or one that the register gives it there. */
  #knows({ seat, rolls }: SeatState, signer: KeyHex): boolean {
    const office = officeAt(this.#register(), signer, this.#start.tip.pin)
    return rolls.has(signer) || office?.seat === '' || office?.seat === seat
  }

  #advance(effects: WriterEffect[]): void {
    if (this.#mayStore()) this.#beginStore(effects)
    if (this.#appending === undefined) this.#beginAppend(effects)
    if (this.#releasing === undefined && this.#committed.length > 0) this.#beginRelease(effects)
  }

  // A group costs about the same however small it is, and small ones that overlap would leave each other small.
  #mayStore(): boolean {
    if (this.#storing !== undefined) return false
    const isAlone = this.#appending === undefined && this.#stored.length === 0
    return this.#decided.length >= (isAlone ? 1 : overlappingEntriesMin)
  }

  #beginStore(effects: WriterEffect[]): void {
    const entries = this.#decided.splice(0, groupLength(this.#decided))
    const [first, last] = [entries[0], entries.at(-1)]
    invariant(first !== undefined && last !== undefined, 'a group is not empty')
    this.#storing = { from: first.said.index, entries, after: last.after }
    const rows = groupRows(this.#start.tip.log, this.#storing, this.#start)
    effects.push({ type: 'store', size: last.after.size, rows })
  }

  #afterStore(): void {
    invariant(this.#storing !== undefined, 'nothing was being stored')
    this.#stored.push(this.#storing)
    this.#storing = undefined
  }

  #beginAppend(effects: WriterEffect[]): void {
    this.#appending = this.#stored.shift()
    if (this.#appending === undefined) return
    effects.push({ type: 'append', expectedSize: this.#appending.from, entries: groupBytes(this.#appending) })
  }

  #afterAppend(): void {
    const group = this.#appending
    invariant(group !== undefined, 'nothing was being appended')
    this.#appending = undefined
    const { committed } = this.#start
    const register = this.#registerOf(committed)
    for (const { entry, said, after } of group.entries) foldAdmitted(committed, entry, said, { register, after })
    invariant(committed.size === groupSize(group), 'a group ends where the log ends')
    this.#committed.push(...group.entries)
  }

  #beginRelease(effects: WriterEffect[]): void {
    const entries = this.#committed.splice(0, frameLength(this.#committed))
    const group = new AppendedGroup(
      this.#released.frontier,
      entries.map(({ entry }) => entry.leaf),
    )
    const epoch = entries.at(-1)?.entry.entry.epoch ?? 1
    const checkpoint = { origin: this.#start.noteKey.name, size: group.size, root: group.root, epoch }
    const note = signCheckpoint(checkpoint, this.#start.noteKey, this.#start.sign)
    this.#releasing = { group, note, entries }
    const mark = { size: group.size, root: toHex(group.root) }
    effects.push({ type: 'release', size: group.size, note, expectedPlace: this.#released.place, mark })
  }

  #afterRelease(place: number, effects: WriterEffect[]): void {
    invariant(this.#releasing !== undefined, 'nothing was being released')
    const { group, note, entries } = this.#releasing
    this.#releasing = undefined
    this.#released = { frontier: group.after, place }
    for (const { entry, ticket, recorded } of entries) {
      const { index } = entry.entry
      if (recorded !== undefined) this.#afterRecord(recorded, effects)
      const waiting = [...(ticket === undefined ? [] : [ticket]), ...(this.#repeating.get(index) ?? [])]
      for (const one of waiting) effects.push(answer(one, logged(entry, group, note)))
      this.#repeating.delete(index)
    }
  }

  #afterRecord({ refusal, hashHex, tickets }: RecordedRefusal, effects: WriterEffect[]): void {
    this.#recording.delete(hashHex)
    for (const ticket of tickets) effects.push(answer(ticket, { type: 'refused', refusal }))
  }

  // Another writer has the log. Nothing more is written or answered: whoever waits sends the same bytes again.
  #halt(detail: string, effects: WriterEffect[]): void {
    this.#halted = true
    effects.push({ type: 'halt', detail })
    for (const ticket of this.#waitingTickets()) effects.push(answer(ticket, { type: 'halted' }))
  }

  /** Whether an order of the root has cut into what this writer has decided, since it did. */
  #isCut(): boolean {
    const { tip } = this.#start
    return tip.content.kind !== 'register' && isCutSince(tip, this.#register())
  }

  #waitingTickets(): readonly number[] {
    const groups = [this.#storing, ...this.#stored, this.#appending, this.#releasing]
    const inFlight: readonly Committed[] = groups.flatMap((group): readonly Committed[] => group?.entries ?? [])
    const tickets = [...this.#decided, ...inFlight, ...this.#committed].flatMap(({ ticket }) => ticket ?? [])
    const refused = [...this.#recording.values()].flatMap((recorded) => recorded.tickets)
    return [...tickets, ...[...this.#repeating.values()].flat(), ...refused]
  }

  #register(): RegisterState {
    return this.#registerOf(this.#start.tip)
  }

  #registerOf(fold: LogFold): RegisterState {
    const register = fold.content.kind === 'register' ? fold.content.register : this.#start.register
    invariant(register !== undefined, 'a log beside the register is judged by one')
    return register
  }
}

function answer(ticket: number, given: Answer): WriterEffect {
  return { type: 'answer', ticket, answer: given }
}

function logged(entry: OpenedEntry, group: AppendedGroup, note: Uint8Array): Answer {
  const { index } = entry.entry
  return { type: 'logged', entry: entry.bytes, index, proof: group.inclusion(index), note }
}

/** The root that a `WriterOpened` names: of the log as the new writer takes it. */
export function writerOpening(fold: LogFold, nodeKey: Uint8Array): StatementBody {
  const root = frontierRoot(fold.frontier)
  return { body: 'writerOpened', writerOpened: { epoch: fold.epoch + 1, nodeKey, size: fold.size, root } }
}
