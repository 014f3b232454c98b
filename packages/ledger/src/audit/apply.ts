import { equalBytes, toHex } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import { noteOutside } from '../count/deadline.ts'
import { freezeSeat } from '../count/freeze.ts'
import { noteImages } from '../count/images.ts'
import type { Said } from '../count/said.ts'
import type { OpenedEntry } from '../event/entry.ts'
import { refuse } from '../event/refusal.ts'
import type { OpenedStatement } from '../event/statement.ts'
import { cutsAt, freezeAt, type RegisterState, timeOf } from '../identity/register.ts'
import { appendLeaf, type Frontier, frontierRoot } from '../log/frontier.ts'
import { admit, placeOf } from './admission.ts'
import { type LogFault, type LogFaultCode, type LogFold, type SeatContent, seatOfLog, type VoidEntry } from './fold.ts'
import { evolveRegister } from './register-rules.ts'
import { evolveInSeat } from './seat-law.ts'

/** What an entry turned out to be. Void entries and faults change no figure; the bytes are kept either way. */
export type EntryVerdict =
  | { readonly type: 'admitted' }
  | { readonly type: 'void'; readonly void: VoidEntry }
  | { readonly type: 'fault'; readonly fault: LogFault }

/** Verdicts on the entry's signatures, and what the log held before it of the same signer and id. */
export type EntryEvidence = Pick<Said, 'claims' | 'precedents'>

/**
 * Folds the next entry of a log: chain, admission, effect. Everyone runs this same function: the sequencer
 * before it writes, a replica before it stores, an observer who trusts neither. The register must hold what the
 * entry pins (`registerSizeNeeded`); for the register's own fold it is the one inside. Past a fault nothing is folded.
 */
export function foldEntry(
  fold: LogFold,
  entry: OpenedEntry,
  evidence: EntryEvidence,
  register: RegisterState,
): EntryVerdict {
  const fault = fold.fault ?? linkFault(fold, entry)
  if (fault !== undefined) return invalidate(fold, fault)
  noteCuts(fold, register)
  const judgement = judge(fold, entry, evidence, register)
  const misplaced = openingFault(fold, judgement) ?? epochFault(fold, entry, judgement)
  if (misplaced !== undefined) return invalidate(fold, misplaced)
  if ('refusal' in judgement) return keepVoid(fold, entry, judgement)
  take(fold, entry, judgement, { register, after: appendLeaf(fold.frontier, entry.leaf) })
  return { type: 'admitted' }
}

/**
 * Folds an entry that the caller has just admitted and made itself, without deciding twice. `after` is the log's
 * frontier with this entry, where another fold of the same log has hashed it already.
 */
export function foldAdmitted(
  fold: LogFold,
  entry: OpenedEntry,
  said: Said,
  { register, after = appendLeaf(fold.frontier, entry.leaf) }: Taking,
): void {
  const fault = fold.fault ?? linkFault(fold, entry) ?? epochFault(fold, entry, said)
  invariant(fault === undefined, `a sequencer made an entry that does not follow its log: ${fault?.code}`)
  noteCuts(fold, register)
  take(fold, entry, said, { register, after })
}

interface Taking {
  readonly register: RegisterState
  readonly after?: Frontier
}

/** The statement at its place, or why it is void. */
type Judgement = Said | Omit<VoidEntry, 'index'>

function judge(fold: LogFold, entry: OpenedEntry, evidence: EntryEvidence, register: RegisterState): Judgement {
  const { index, sequencedAt } = entry.entry
  if (!entry.statement.ok) return { signer: '', refusal: refuse(entry.statement.error.code) }
  const said: Said = { opened: entry.statement.value, index, sequencedAt, ...evidence }
  const refusal = admit(fold, said, register)
  return refusal === undefined ? said : { signer: said.opened.signerHex, refusal }
}

function linkFault(fold: LogFold, { entry }: OpenedEntry): LogFault | undefined {
  if (entry.index !== fold.size) return faultAt(fold, 'entry/index', `says ${entry.index}`)
  if (equalBytes(entry.previous, fold.head)) return undefined
  return faultAt(fold, 'entry/previous', `is not ${toHex(fold.head)}`)
}

function openingFault(fold: LogFold, judgement: Judgement): LogFault | undefined {
  if (fold.size > 0 || !('refusal' in judgement)) return undefined
  return faultAt(fold, 'log/not-opened-first', judgement.refusal.code)
}

// An epoch begins with the log or with an admitted WriterOpened, which carries it; a void one begins nothing.
function epochFault(fold: LogFold, { entry }: OpenedEntry, judgement: Judgement): LogFault | undefined {
  const opensWriter = !('refusal' in judgement) && judgement.opened.statement.body === 'writerOpened'
  const expected = fold.epoch + (fold.size === 0 || opensWriter ? 1 : 0)
  return entry.epoch === expected ? undefined : faultAt(fold, 'entry/epoch', `says ${entry.epoch}, not ${expected}`)
}

function faultAt(fold: LogFold, code: LogFaultCode, detail: string): LogFault {
  return { code, index: fold.size, detail }
}

function invalidate(fold: LogFold, fault: LogFault): EntryVerdict {
  fold.fault = fault
  return { type: 'fault', fault }
}

function keepVoid(fold: LogFold, entry: OpenedEntry, { signer, refusal }: Omit<VoidEntry, 'index'>): EntryVerdict {
  const kept = { index: fold.size, signer, refusal }
  fold.voids.push(kept)
  extendChain(fold, entry, appendLeaf(fold.frontier, entry.leaf))
  return { type: 'void', void: kept }
}

function take(fold: LogFold, entry: OpenedEntry, said: Said, { register, after }: Required<Taking>): void {
  evolve(fold, said, register)
  noteEquivocation(fold, said)
  noteOwn(fold, said.opened)
  extendChain(fold, entry, after)
}

function noteCuts(fold: LogFold, register: RegisterState): void {
  fold.cuts += cutsAt(register, fold, fold.size).length
}

function noteEquivocation(fold: LogFold, { opened, index, precedents }: Said): void {
  if (precedents.sameSequence === undefined) return
  fold.equivocations.push({ index, signer: opened.signerHex, sequence: opened.statement.sequence })
}

function noteOwn(fold: LogFold, { signerHex, hash, statement: { seat, sequence } }: OpenedStatement): void {
  if (signerHex !== fold.sequencerKey || seat !== seatOfLog(fold) || sequence <= fold.chain.sequence) return
  fold.chain = { sequence, previous: hash }
}

function extendChain(fold: LogFold, entry: OpenedEntry, after: Frontier): void {
  fold.frontier = after
  fold.head = entry.leaf
  fold.size += 1
  fold.epoch = entry.entry.epoch
  if (fold.content.kind === 'register') {
    fold.content.register.roots.push(rootHex(fold))
    fold.content.register.times.push(entry.entry.sequencedAt)
  } else if (fold.content.kind === 'seat' && !fold.content.seat.frozen) {
    fold.content.frontiersUntilFreeze.set(fold.size, fold.frontier)
  }
}

function evolve(fold: LogFold, said: Said, register: RegisterState): void {
  const { statement } = said.opened
  switch (statement.body) {
    case 'logOpened':
      if (statement.logOpened.registerPin !== null)
        pin(fold, said.index, statement.logOpened.registerPin.size, register)
      return
    case 'registerPinned':
      return pin(fold, said.index, statement.registerPinned.size, register)
    case 'writerOpened':
    case 'modeChanged':
      return
    default:
      return evolveContent(fold, said, register)
  }
}

function evolveContent(fold: LogFold, said: Said, register: RegisterState): void {
  switch (fold.content.kind) {
    case 'register':
      return evolveRegister(fold.content.register, said)
    case 'intake':
      return noteImages(fold.content.images, said)
    case 'seat':
      return evolveSeatContent(fold, fold.content, said, register)
  }
}

function evolveSeatContent(fold: LogFold, { seat }: SeatContent, said: Said, register: RegisterState): void {
  const { statement } = said.opened
  if (statement.body === 'statementRefused') {
    seat.refused.set(toHex(statement.statementRefused.hash), statement.statementRefused.code)
    return
  }
  const place = placeOf({ fold, register }, seat, said)
  invariant(!('code' in place), 'a statement was evolved that admission would refuse')
  evolveInSeat(place)
}

function pin(fold: LogFold, index: number, size: number, register: RegisterState): void {
  fold.pin = size
  if (fold.content.kind !== 'seat') return
  noteOutside(fold.content.seat, { at: timeOf(register, size - 1), index })
  if (fold.content.seat.frozen) return
  const freeze = freezeAt(register, fold.log, size)
  if (freeze === undefined) return
  freezeSeat(fold.content.seat, freeze.size)
  fold.content.frontiersUntilFreeze.clear()
}

function rootHex(fold: LogFold): string {
  return toHex(frontierRoot(fold.frontier))
}
