import { equalBytes, toHex } from '../base/bytes.ts'
import { invariant } from '../base/invariant.ts'
import { evolveSeat, freezeSeat } from '../count/evolve.ts'
import type { Said } from '../count/said.ts'
import type { OpenedEntry } from '../event/entry.ts'
import { refuse } from '../event/refusal.ts'
import { freezeAt, type RegisterState } from '../identity/register.ts'
import { appendLeaf, frontierRoot } from '../log/frontier.ts'
import { admit, rulesOf, standingOf } from './admission.ts'
import { evolveSeatEnrolment } from './enrolment.ts'
import type { LogFault, LogFaultCode, LogFold, SeatContent, VoidEntry } from './fold.ts'
import { evolveForm47Issued } from './issued.ts'
import { evolveRegister } from './register-rules.ts'

/** What an entry turned out to be. Void entries and faults change no figure; the bytes are kept either way. */
export type EntryVerdict =
  | { readonly type: 'admitted' }
  | { readonly type: 'void'; readonly void: VoidEntry }
  | { readonly type: 'fault'; readonly fault: LogFault }

/** Verdicts on the entry's signatures, and what the log held before it of the same signer and id. */
export type EntryEvidence = Pick<Said, 'claims' | 'precedents'>

/**
 * Folds the next entry of a log: chain, admission, effect. Everyone runs this same function: the sequencer
 * before it writes, a replica before it stores, an observer who trusts neither.
 */
export function foldEntry(
  fold: LogFold,
  entry: OpenedEntry,
  evidence: EntryEvidence,
  register: RegisterState,
): EntryVerdict {
  const fault = chainFault(fold, entry)
  if (fault !== undefined) return invalidate(fold, fault)
  const verdict = judge(fold, entry, evidence, register)
  if (fold.size === 0 && verdict.type === 'void') {
    return invalidate(fold, { code: 'log/not-opened-first', index: 0, detail: verdict.void.refusal.code })
  }
  if (verdict.type === 'void') fold.voids.push(verdict.void)
  extendChain(fold, entry)
  return verdict
}

/** Folds an entry that the caller has just admitted and made itself, without deciding twice. */
export function foldAdmitted(fold: LogFold, entry: OpenedEntry, said: Said, register: RegisterState): void {
  invariant(chainFault(fold, entry) === undefined, 'a sequencer made an entry that does not follow its log')
  evolve(fold, said, register)
  extendChain(fold, entry)
}

function judge(fold: LogFold, entry: OpenedEntry, evidence: EntryEvidence, register: RegisterState): EntryVerdict {
  const { index, sequencedAt } = entry.entry
  if (!entry.statement.ok) {
    const { code } = entry.statement.error
    return { type: 'void', void: { index, signer: '', refusal: refuse(code) } }
  }
  const said: Said = { opened: entry.statement.value, index, sequencedAt, ...evidence }
  const refusal = admit(fold, said, register)
  if (refusal !== undefined) return { type: 'void', void: { index, signer: said.opened.signerHex, refusal } }
  evolve(fold, said, register)
  return { type: 'admitted' }
}

function chainFault(fold: LogFold, { entry, statement }: OpenedEntry): LogFault | undefined {
  const fault = (code: LogFaultCode, detail: string): LogFault => ({ code, index: fold.size, detail })
  if (entry.index !== fold.size) return fault('entry/index', `says ${entry.index}`)
  if (!equalBytes(entry.previous, fold.head)) return fault('entry/previous', `is not ${toHex(fold.head)}`)
  const opensWriter = fold.size === 0 || (statement.ok && statement.value.statement.body === 'writerOpened')
  const expected = fold.epoch + (opensWriter ? 1 : 0)
  return entry.epoch === expected ? undefined : fault('entry/epoch', `says ${entry.epoch}, not ${expected}`)
}

function invalidate(fold: LogFold, fault: LogFault): EntryVerdict {
  fold.fault = fault
  return { type: 'fault', fault }
}

function extendChain(fold: LogFold, entry: OpenedEntry): void {
  fold.frontier = appendLeaf(fold.frontier, entry.leaf)
  fold.head = entry.leaf
  fold.size += 1
  fold.epoch = entry.entry.epoch
  if (fold.content.kind === 'register') fold.content.register.roots.push(rootHex(fold))
  else if (fold.content.kind === 'seat' && !fold.content.seat.frozen) {
    fold.content.rootsUntilFreeze.set(fold.size, rootHex(fold))
  }
}

function evolve(fold: LogFold, said: Said, register: RegisterState): void {
  const { statement } = said.opened
  switch (statement.body) {
    case 'logOpened':
      if (statement.logOpened.registerPin !== null) pin(fold, statement.logOpened.registerPin.size, register)
      return
    case 'registerPinned':
      return pin(fold, statement.registerPinned.size, register)
    case 'writerOpened':
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
      return
    case 'seat':
      return evolveSeatContent(fold, fold.content, said, register)
  }
}

function evolveSeatContent(fold: LogFold, { seat }: SeatContent, said: Said, register: RegisterState): void {
  const { statement } = said.opened
  switch (statement.body) {
    case 'keyEnrolled':
      return evolveSeatEnrolment(seat, said)
    case 'statementRefused':
      seat.refused.set(toHex(statement.statementRefused.hash), statement.statementRefused.code)
      return
    case 'form47Issued':
      return evolveForm47Issued(seat, statement.form47Issued, said.index)
    default: {
      const standing = standingOf(fold, said, register)
      invariant(!('code' in standing), 'a statement was evolved that admission would refuse')
      return evolveSeat(seat, said, standing, rulesOf(register))
    }
  }
}

function pin(fold: LogFold, size: number, register: RegisterState): void {
  fold.pin = size
  if (fold.content.kind !== 'seat' || fold.content.seat.frozen) return
  if (freezeAt(register, fold.log, size) === undefined) return
  freezeSeat(fold.content.seat)
  fold.content.rootsUntilFreeze.clear()
}

function rootHex(fold: LogFold): string {
  return toHex(frontierRoot(fold.frontier))
}
