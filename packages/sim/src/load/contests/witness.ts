import {
  auditLog,
  declaredLog,
  isDisputed,
  type ListDraft,
  type LogFold,
  openLogFold,
  openRegisterFold,
  type OpenedEntry,
  type RegisterState,
  type SeatState,
  sequentialVerifier,
  type StationRecord,
  type StationStatus,
} from '@khata/ledger'
import { ListKind } from '@khata/proto'
import type { Drill } from '../../drill/drill.ts'
import { logLines } from '../../drill/log-sizes.ts'
import { DrillError } from '../../officers/drill-error.ts'
import { readCheckpoint, readEntries } from '../../officers/register-reader.ts'
import { seatArrow, stationArrow } from './arrows.ts'
import { Reached } from './reached.ts'

/** What HQ's copies of the logs come to, from their bytes and the trust file alone. */
export interface Witnessed {
  readonly register: RegisterState
  /** Every seat's, folded to its end. */
  readonly folds: readonly LogFold[]
  /** In the register, and in the seats that are looked at. */
  readonly reached: Reached
}

/** Reads and folds the register and every seat's log; throws where one does not hold. */
export async function witness(drill: Drill, lookAt: ReadonlySet<string>): Promise<Witnessed> {
  const reached = new Reached()
  const registerFold = openRegisterFold(drill.trust)
  const { content } = registerFold
  if (content.kind !== 'register') throw new DrillError('drill/register-not-believed', 'no register')
  const { register } = content
  await audit(drill, { fold: registerFold, register, onEntry: (entry) => noteEntry(entry, reached) })
  const folds: LogFold[] = []
  for (const { seat } of drill.plan.seats) {
    const identity = declaredLog(register, seat)
    if (identity === undefined) throw new DrillError('drill/refused', `the register lacks ${seat}`)
    const fold = openLogFold(identity)
    const before = new Map<number, StationStatus>()
    const onEntry = (entry: OpenedEntry) => {
      noteEntry(entry, reached)
      if (fold.content.kind !== 'seat') return
      noteSeat(fold.content.seat, reached)
      noteArrows(fold.content.seat, before, reached)
    }
    await audit(drill, { fold, register, ...(lookAt.has(seat) && { onEntry }) })
    folds.push(fold)
  }
  return { register, folds, reached }
}

interface Audit {
  readonly fold: LogFold
  readonly register: RegisterState
  readonly onEntry?: (entry: OpenedEntry) => void
}

async function audit(drill: Drill, { fold, ...rest }: Audit): Promise<void> {
  const client = drill.client('hq')
  const size = (await logLines(client)).get(fold.log)?.size ?? 0
  const checkpoint = await readCheckpoint(client, fold.log)
  if (checkpoint === undefined) throw new DrillError('drill/refused', `HQ has no checkpoint of ${fold.log}`)
  const entries = readEntries(client, fold.log, size)
  const verdict = await auditLog({ fold, checkpoint, entries, verifier: sequentialVerifier(), ...rest })
  const codes = [...verdict.faults, ...verdict.voids.map(({ refusal }) => refusal)].map(({ code }) => code)
  if (!verdict.holds) throw new DrillError('drill/refused', `${fold.log}: ${codes.join(' ')}`)
}

function noteEntry({ statement }: OpenedEntry, reached: Reached): void {
  if (statement.ok) reached.noteStatement(statement.value.statement)
}

function noteSeat(state: SeatState, reached: Reached): void {
  reached.note('seat', state.proceedings.status)
  reached.note('consolidation', consolidationOf(state))
  for (const record of state.stations.values()) noteStation(record, reached)
  for (const { status } of state.nominations.values()) reached.note('nomination', status)
  for (const { kind, judgement } of state.exceptions.values()) {
    reached.note('exception', kind)
    reached.note('judgement', judgement === undefined ? 'open' : judgement.ratified ? 'ratified' : 'refused')
  }
  for (const { decision } of state.objections.values()) {
    reached.note('objection', decision === undefined ? 'open' : decision.upheld ? 'upheld' : 'overruled')
  }
  reached.note('list', listStateOf(state, state.form28, ListKind.FORM_28))
  reached.note('list', listStateOf(state, state.form33, ListKind.FORM_33))
}

/** @param before where each station was after the entry before. */
function noteArrows(state: SeatState, before: Map<number, StationStatus>, reached: Reached): void {
  for (const { from, to } of state.proceedings.changes) reached.note('arrow of a seat', seatArrow(from, to))
  for (const [station, { status }] of state.stations) {
    const from = before.get(station)
    if (from !== undefined && from !== status) reached.note('arrow of a station', stationArrow(from, status))
    before.set(station, status)
  }
}

function noteStation(record: StationRecord, reached: Reached): void {
  const { status, current, hold, others, copies } = record
  reached.note('station', status)
  if (status === 'held' && hold !== undefined) reached.note('hold', hold.why)
  for (const { why } of others) reached.note('form kept beside', why)
  if (current === undefined) return
  reached.note('form present', current.basis)
  if (current.basis === 'device') reached.note('lock', current.lock)
  const isOpen = current.readings.some(({ figures }) => figures !== undefined)
  reached.note('readings', current.figures === undefined ? 'unread' : isOpen ? 'open' : 'agree')
  if (copies.length > 0) reached.note('copies', isDisputed(record) ? 'disputed' : 'undisputed')
}

function consolidationOf({ proceedings: { notices, final, due, concluded } }: SeatState): string {
  if (concluded !== undefined) return 'concluded'
  if (final !== undefined) return due.size > 0 ? 'outstanding' : 'begun'
  return notices.size > 0 ? 'notified' : ''
}

function listStateOf(
  { exceptions, frozen, acknowledgements }: SeatState,
  draft: ListDraft<unknown>,
  of: ListKind,
): string {
  const changed = of === ListKind.FORM_28 ? 'station-' : 'candidate-'
  if (frozen) return [...exceptions.values()].some(({ kind }) => kind.startsWith(changed)) ? 'amended' : 'frozen'
  if (draft.certified.at(-1)?.version !== draft.version) return 'draft'
  const isKnown = acknowledgements.some(({ list, version }) => list === of && version === draft.version)
  return isKnown ? 'acknowledged' : 'certified'
}
