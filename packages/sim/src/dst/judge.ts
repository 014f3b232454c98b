import {
  form47,
  formHash,
  frontierRoot,
  intakeLog,
  openCheckpoint,
  type OpenedStatement,
  openEntry,
  registerLog,
  registerSize,
  sha256,
  toHex,
} from '@khata/ledger'
import { forkRow, type KhataNode, readEntries, sizeOf } from '@khata/node'
import type { ElectionReport, SeatReport } from '@khata/observer'
import type { History } from './history.ts'
import type { Machine } from './machine.ts'
import { isLost } from './settled.ts'
import { wronged } from './stolen-keys.ts'
import type { World } from './world.ts'

/** A night that is over. */
export interface Evening {
  readonly world: World
  readonly history: History
  readonly machines: readonly Machine[]
  /** What an observer makes of it who was shown everything. */
  readonly report: ElectionReport
  /** Steps through the agenda until the work is done. */
  readonly done: <T>(work: Promise<T>) => Promise<T>
}

/** The end of the night: nodes agree with the observer, HQ finds each direct copy, and hubs keep proofs of forks. */
export async function judgeNight(evening: Evening): Promise<void> {
  const { history, machines, report } = evening
  for (const seat of report.seats.filter((one) => !history.isBetrayed(one.seat)))
    for (const machine of machines) compare(evening, machine, seat)
  for (const machine of machines) {
    if (machine.plan.hub === 'hq') await crossCheck(evening, machine)
    if (machine.plan.hub !== undefined) await hasEvidence(evening, machine)
    await holdsItsImages(evening, machine)
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
    const own = filed.filter(({ statement }) => statement.seat === seat).map(({ hashHex }) => hashHex)
    const withheld = own.filter((hash) => !answered.has(hash)).toSorted()
    const named = [...missing, ...different].map(({ hash }) => hash).toSorted()
    for (const hash of named) world.note(`unmatched in ${seat}: ${hash}`)
    world.must(named.join() === withheld.join(), `HQ names ${named.length} withheld in ${seat}, not ${withheld.length}`)
    const mayWithhold = history.isBetrayed(seat) || history.isStolen(seat)
    world.must(mayWithhold || named.length === 0, `HQ misses ${named.length} of its direct copies in ${seat}`)
  }
  const mayBeEmpty = isLost(machines, intakeLog('hq'))
  world.must(mayBeEmpty || seats.length > 0, 'HQ was filed no direct copy')
}

/** What a node says it holds has its hash, or it is found out when somebody asks for it. */
async function holdsItsImages({ world, done }: Evening, { name, node, hardware }: Machine): Promise<void> {
  for (const hash of node?.images.held ?? []) {
    const given = await done(node?.images.read(hash) ?? Promise.resolve(undefined))
    const isItself = given === undefined ? hardware.images.flips > 0 : toHex(sha256(given.bytes)) === hash
    world.must(isItself, `${name} gives other bytes as the image ${hash}`)
  }
}

/** Statements that a seat's log has answered with a refusal. */
function refusedBy({ logs }: KhataNode, seat: string): Iterable<string> {
  const content = logs.fold(seat)?.content
  return content?.kind === 'seat' ? content.seat.refused.keys() : []
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

/** A node writes the Form 47 of a seat that the observer does, has folded it with all that cuts it, and wrongs nobody. */
function compare({ world, history, report }: Evening, { name, node }: Machine, seat: SeatReport): void {
  const { log, form47: observed } = seat
  const fold = node?.logs.fold(seat.seat)
  const isFolded = fold !== undefined || node?.logs.all.has(seat.seat) !== true
  world.must(isFolded, `${name} has not folded ${seat.seat} anew since the root cut it`)
  if (node === undefined || fold?.content.kind !== 'seat') return
  const { entries } = history.log(seat.seat)
  if (fold.size === entries.length) {
    const wrong = wronged(fold, fold.content.seat, { entries, register: history.log(registerLog).entries })
    world.must(wrong === '', `${name}: ${seat.seat}: ${wrong}`)
  }
  if (toHex(frontierRoot(fold.frontier)) !== log.verdict?.root) return
  if (registerSize(node.register) < (report.register.verdict?.size ?? 0)) return
  const isSame = formHash(form47(fold, fold.content.seat, node.register)) === observed?.hash
  world.must(isSame, `${name} writes another Form 47 of ${seat.seat} than whoever folds its entries`)
}
