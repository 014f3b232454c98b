import {
  auditLog,
  cutsBelow,
  declaredLog,
  form47,
  formHash,
  frontierRoot,
  intakeLog,
  type LogFold,
  openCheckpoint,
  type OpenedStatement,
  openEntry,
  openLogFold,
  openRegisterFold,
  type RegisterState,
  registerLog,
  registerSize,
  toHex,
} from '@khata/ledger'
import { forkRow, type KhataNode, readEntries, sizeOf } from '@khata/node'
import { trust } from './election.ts'
import type { History } from './history.ts'
import { plainVerifier } from './instruments.ts'
import type { Machine } from './machine.ts'
import { untrueDeadline } from './punctual.ts'
import { isLost } from './settled.ts'
import { wronged } from './stolen-keys.ts'
import type { World } from './world.ts'

/** A night that is over. */
export interface Evening {
  readonly world: World
  readonly history: History
  readonly machines: readonly Machine[]
  /** As the ceremony left it. */
  readonly register: RegisterState
  /** Steps through the agenda until the work is done. */
  readonly done: <T>(work: Promise<T>) => Promise<T>
}

/** The end of the night: every log is audited by somebody outside, and HQ finds each direct copy. */
export async function judgeNight(evening: Evening): Promise<void> {
  const { history, machines } = evening
  const register = registerIn(await audit(evening, registerLog, evening.register), evening.register)
  const honest = history.logs.filter((log) => log !== registerLog && !history.isBetrayed(log))
  for (const log of honest) compare(evening, await audit(evening, log, register), register)
  for (const machine of machines) {
    if (machine.plan.hub === 'hq') await crossCheck(evening, machine)
    if (machine.plan.hub !== undefined) await hasEvidence(evening, machine)
  }
}

/** What officers filed with HQ directly and HQ's copy of their seat's log lacks is named, and nothing else. */
async function crossCheck({ world, history, machines, done }: Evening, { node }: Machine): Promise<void> {
  if (node === undefined) return
  const seats = (await done(node.crossCheck())) ?? []
  const filed = await statementsAt(done, node, intakeLog('hq'))
  for (const { seat, missing, different } of seats.filter((one) => !isLost(machines, one.seat))) {
    const answered = new Set([
      ...(await statementsAt(done, node, seat)).map(({ hashHex }) => hashHex),
      ...refusedBy(node, seat),
    ])
    // What the root has made void since is in the log, and answers nobody.
    const isVoid = voidAt(history, node, seat)
    const own = filed.filter(({ statement }) => statement.seat === seat).map(({ hashHex }) => hashHex)
    const withheld = own.filter((hash) => !answered.has(hash)).toSorted()
    const named = [...missing, ...different]
      .map(({ hash }) => hash)
      .filter((hash) => !isVoid.has(hash))
      .toSorted()
    for (const hash of named) world.note(`unmatched in ${seat}: ${hash}`)
    world.must(named.join() === withheld.join(), `HQ names ${named.length} withheld in ${seat}, not ${withheld.length}`)
    const mayWithhold = history.isBetrayed(seat) || history.isStolen(seat)
    world.must(mayWithhold || named.length === 0, `HQ misses ${named.length} of its direct copies in ${seat}`)
  }
  const mayBeEmpty = isLost(machines, intakeLog('hq'))
  world.must(mayBeEmpty || seats.length > 0, 'HQ was filed no direct copy')
}

/** Statements that a seat's log has answered with a refusal. */
function refusedBy({ logs }: KhataNode, seat: string): Iterable<string> {
  const content = logs.fold(seat)?.content
  return content?.kind === 'seat' ? content.seat.refused.keys() : []
}

/** Hashes of a seat's statements that are void. */
function voidAt(history: History, { logs }: KhataNode, seat: string): ReadonlySet<string> {
  const { entries } = history.log(seat)
  const bytes = (logs.fold(seat)?.voids ?? []).flatMap(({ index }) => entries[index] ?? [])
  return new Set(
    bytes
      .map(openEntry)
      .flatMap((opened) => (opened.ok && opened.value.statement.ok ? [opened.value.statement.value.hashHex] : [])),
  )
}

async function statementsAt(
  done: Evening['done'],
  { logs, setting }: KhataNode,
  log: string,
): Promise<readonly OpenedStatement[]> {
  const running = logs.all.get(log)
  const size = running === undefined ? 0 : sizeOf(running)
  const entries = await done(readEntries(setting.site.store, log, 0, size))
  return entries
    .map(openEntry)
    .flatMap((opened) => (opened.ok && opened.value.statement.ok ? [opened.value.statement.value] : []))
}

/** Of every checkpoint that a hub refused because it holds another history, it keeps the signed note. */
async function hasEvidence({ world, history, done }: Evening, { name, node, diskLost }: Machine): Promise<void> {
  for (const { hub, log, note } of history.contradictions) {
    const signers = history.trustIn(log)
    const opened = signers && openCheckpoint(note, signers)
    if (hub !== name || node === undefined || diskLost || opened?.ok !== true) continue
    const key = forkRow(log, toHex(opened.value.checkpoint.root))
    const [kept] = await done(node.setting.site.store.read([key]))
    world.must(kept !== undefined, `${name} refused another history of ${log} and kept no proof of it`)
  }
}

async function audit({ world, history }: Evening, log: string, known: RegisterState): Promise<LogFold> {
  const identity = log === registerLog ? undefined : declaredLog(known, log)
  const fold = identity === undefined ? openRegisterFold(trust) : openLogFold(identity)
  const register = registerIn(fold, known)
  const { entries, note: checkpoint } = history.log(log)
  async function* pieces(): AsyncGenerator<readonly Uint8Array[]> {
    yield entries
  }
  const verdict = await auditLog({ fold, register, checkpoint, entries: pieces(), verifier: plainVerifier })
  const isCut = cutsBelow(register, fold, fold.size).length > 0
  const why = verdict.faults[0]?.code ?? verdict.voids[0]?.refusal.code ?? ''
  world.must(verdict.holds || (isCut && verdict.faults.length === 0), `the audit of ${log} finds ${why}`)
  return fold
}

function registerIn({ content }: LogFold, known: RegisterState): RegisterState {
  return content.kind === 'register' ? content.register : known
}

/** Whoever folds the released entries comes to the same Form 47 as each node that holds them, and tells no untruth. */
function compare({ world, history, machines }: Evening, fold: LogFold, register: RegisterState): void {
  const { log, content } = fold
  if (content.kind !== 'seat') return
  const form = form47(fold, content.seat, register)
  const untrue = untrueDeadline(history, log, form)
  world.must(untrue === '', `${log} tells a deadline untruly: ${untrue}`)
  const wrong = wronged(fold, content.seat, { entries: history.log(log).entries, register })
  world.must(wrong === '', `${log}: ${wrong}`)
  const root = toHex(frontierRoot(fold.frontier))
  for (const { name, node } of machines) {
    const other = node?.logs.fold(log)
    const isFolded = other !== undefined || node?.logs.all.has(log) !== true
    world.must(isFolded, `${name} has not folded ${log} anew since the root cut it`)
    if (node === undefined || other?.content.kind !== 'seat' || toHex(frontierRoot(other.frontier)) !== root) continue
    if (registerSize(node.register) < registerSize(register)) continue
    const isSame = formHash(form47(other, other.content.seat, node.register)) === formHash(form)
    world.must(isSame, `${name} writes another Form 47 of ${log} than whoever folds its entries`)
  }
}
