import { equalBytes, openEntry, openReceipt, type OpenedReceipt, openStatement, type SignedBytes } from '@khata/ledger'
import { receiptAt, submitTo } from './door.ts'
import type { History } from './history.ts'
import type { Machine } from './machine.ts'
import type { Program, World } from './world.ts'

/** Where somebody stands who files: the run, and the machines that take statements to a log. */
export interface Desk {
  readonly world: World
  readonly history: History
  /** Whoever files is never a node's program: it does not crash with one. */
  readonly client: Program
  /** Any of them may answer: the office has one, or by mistake two. */
  readonly machines: () => readonly Machine[]
  readonly log: string
  readonly way: { readonly lossRate: number }
}

/** What somebody holds in the end. */
export type Filed =
  | { readonly type: 'receipt'; readonly index: number; readonly cosigners: readonly string[] }
  | { readonly type: 'refused'; readonly code: string }

const patienceMs = 8_000
const pauseMsMin = 200
const pauseMsMax = 1_500
const wayMsMax = 20

/** The same bytes again and again until there is a receipt under a hub's cosignature: as people without a device do. */
export async function fileUntilReplicated(desk: Desk, signed: SignedBytes): Promise<Filed> {
  let known = false
  for (;;) {
    const filed = await attempt(desk, signed, known ? 'replicated' : 'local')
    if (filed?.type === 'refused') return filed
    if (filed !== undefined) known = true
    if (filed !== undefined && filed.cosigners.length > 0) return filed
    // Now and then the statement itself again: the machine may have lost it.
    if (filed === undefined && desk.world.happens(0.3)) known = false
    await desk.world.sleep(desk.client, desk.world.between(pauseMsMin, pauseMsMax))
  }
}

/** Until there is any receipt at all. */
export async function fileUntilLogged(desk: Desk, signed: SignedBytes): Promise<Filed> {
  for (;;) {
    const filed = await attempt(desk, signed, 'local')
    if (filed !== undefined) return filed
    await desk.world.sleep(desk.client, desk.world.between(pauseMsMin, pauseMsMax))
  }
}

async function attempt(desk: Desk, signed: SignedBytes, wanted: 'local' | 'replicated'): Promise<Filed | undefined> {
  const machines = desk.machines()
  const machine = machines[desk.world.between(0, machines.length - 1)]
  if (machine === undefined) return undefined
  const answer = await ask(desk, machine, signed, wanted)
  if (answer === undefined) return undefined
  if (answer.type === 'refused') return answer
  return believe(desk, machine, signed, answer.receipt)
}

type Said =
  | { readonly type: 'receipt'; readonly receipt: Uint8Array }
  | { readonly type: 'refused'; readonly code: string }

/** A request that may be lost on its way, to a node that may die over it. */
function ask(desk: Desk, machine: Machine, signed: SignedBytes, wanted: string): Promise<Said | undefined> {
  const { world, client, way } = desk
  const answer = Promise.withResolvers<Said | undefined>()
  world.later(world.between(1, wayMsMax), () => {
    if (world.happens(way.lossRate)) return
    void answerOf(desk, machine, signed, wanted).then(
      (said) => world.happens(way.lossRate) || world.later(world.between(1, wayMsMax), () => answer.resolve(said)),
      (error: unknown) => machine.alarmed(error),
    )
  })
  return world.within(client, patienceMs, answer, () => new Error('no answer')).catch(() => undefined)
}

async function answerOf(
  { log }: Desk,
  machine: Machine,
  signed: SignedBytes,
  wanted: string,
): Promise<Said | undefined> {
  if (wanted === 'replicated') {
    const opened = openStatement(signed.statement, signed.signature)
    const receipt = opened.ok ? await receiptAt(machine, log, opened.value) : undefined
    return receipt && { type: 'receipt', receipt }
  }
  const answer = await submitTo(machine, signed)
  switch (answer?.type) {
    case 'receipt':
      return answer
    case 'refused':
      return { type: 'refused', code: answer.refusal.code }
    default:
      return undefined
  }
}

/** A receipt is checked by whoever is given it, and what it promises is remembered. */
export function believe(
  { world, history, log }: Pick<Desk, 'world' | 'history' | 'log'>,
  machine: Machine,
  signed: SignedBytes,
  receipt: Uint8Array,
): Extract<Filed, { readonly type: 'receipt' }> | undefined {
  const trust = history.trustIn(log)
  const opened = trust && openReceipt(receipt, trust)
  if (opened?.ok !== true) {
    world.must(false, `${machine.name} gives a receipt that does not hold: ${opened?.error.code}`)
    return undefined
  }
  world.must(isAbout(opened.value, signed), `${machine.name} gives a receipt of something else`)
  history.shown(log, parseCheckpoint(receipt), `${machine.name}'s receipt`)
  const { index, cosignatures } = opened.value
  const cosigners = cosignatures.map(({ key }) => key.name.slice(key.name.lastIndexOf('-') + 1))
  const fixed = history.log(log).entries[index]
  const isFixed = history.isBetrayed(log) || (fixed !== undefined && equalBytes(fixed, opened.value.entry))
  world.must(isFixed, `${machine.name}: entry ${index} is another`)
  for (const holder of [machine.name, ...cosigners]) history.owe(holder, log, index + 1)
  return { type: 'receipt', index, cosigners }
}

function isAbout({ entry: bytes, index }: OpenedReceipt, { statement, signature }: SignedBytes): boolean {
  const opened = openEntry(bytes)
  if (!opened.ok || opened.value.entry.index !== index) return false
  return equalBytes(opened.value.entry.statement, statement) && equalBytes(opened.value.entry.signature, signature)
}

/** The signed note at the end of a receipt (C2SP tlog-proof): after the first empty line. */
function parseCheckpoint(receipt: Uint8Array): Uint8Array {
  const at = receipt.findIndex((byte, i) => byte === 0x0a && receipt[i + 1] === 0x0a)
  return receipt.slice(at + 2)
}
