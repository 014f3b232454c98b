import {
  type CourierSpan,
  encodeCourierSection,
  type LogFold,
  registerLog,
  type RegisterState,
  signManifest,
} from '@khata/ledger'
import { encodePushRequest } from '@khata/proto'
import { type CourierParty, courierParty, holdsCopy, manifestKey, ownParty, writesLog } from './courier-party.ts'
import type { LogTable } from './log-table.ts'
import type { NodeSetting } from './node-setting.ts'
import { checkpointAt, readFrame } from './reading.ts'
import { cosignedBy, cosignedNotes } from './receipts.ts'
import { foldOf, type RunningLog, sizeOf } from './running-log.ts'

export interface PackWish {
  /** Everything from each log's first entry on, and its own logs for a machine that lost them. */
  readonly all: boolean
  /** Nothing but checkpoints: small enough for QR codes. */
  readonly checkpointsOnly: boolean
  /** Entries of one section, where checkpoints stand that close. */
  readonly frameBytesMax: number
}

export interface Packing {
  readonly setting: NodeSetting
  readonly logs: LogTable
}

/**
 * What a party lacks, as far as is known here: entries of the logs of which it holds copies, from where its own
 * cosignature shows it to be; of the register, from where its own logs have pinned it; and of the logs that it writes,
 * every hub's newest cosigned checkpoint. Undefined for nobody that the register declares, or for this node itself.
 */
export function packFor(packing: Packing, addressee: string, wish: PackWish): AsyncGenerator<Uint8Array> | undefined {
  const { register } = packing.logs
  const party = courierParty(register, addressee)
  if (party === undefined || party.key === courierParty(register, ownParty(packing.setting))?.key) return undefined
  return sections(packing, party, wish)
}

async function* sections(packing: Packing, party: CourierParty, wish: PackWish): AsyncGenerator<Uint8Array> {
  const { store } = packing.setting.site
  const spans = wish.checkpointsOnly ? [] : await frameSpans(packing, party, wish)
  const notes = await notesFor(packing, party)
  yield manifestOf(packing, party, [...spans, ...notes.map(({ log, size }) => ({ log, from: size, to: size }))])
  for (const { log, size, note } of notes) yield frameSection({ log, from: size, entries: [], checkpoint: note })
  for (const { log, from, to } of spans) {
    for (let at = from; at < to; ) {
      const frame = await readFrame(store, log, at, { bytesMax: wish.frameBytesMax, sizeMax: to })
      if (frame === undefined) break
      yield frameSection({ log, from: at, entries: frame.entries, checkpoint: frame.note })
      at = frame.size
    }
  }
}

function frameSection(frame: Parameters<typeof encodePushRequest>[0]): Uint8Array {
  return encodeCourierSection('frame', encodePushRequest(frame))
}

function manifestOf({ setting, logs }: Packing, { name }: CourierParty, spans: readonly CourierSpan[]): Uint8Array {
  const { trust, signer, site } = setting
  const packer = ownParty(setting)
  const key = manifestKey(logs.register, packer)
  if (key === undefined) throw new Error(`${packer} packs without a key`)
  const manifest = { election: trust.election, packer, addressee: name, packedAt: site.clock.now(), spans }
  return encodeCourierSection(
    'manifest',
    signManifest(manifest, key, (message) => signer.sign(message)),
  )
}

/** The register first: what it declares is believed only by who holds it. */
function inOrder({ logs }: Packing): readonly (readonly [log: string, running: RunningLog])[] {
  return [...logs.all].toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
}

function rank(log: string): number {
  return log === registerLog ? 0 : 1
}

async function notesFor(packing: Packing, party: CourierParty) {
  const { setting, logs } = packing
  const own = inOrder(packing).filter(([log]) => writesLog(party, logs.register, log))
  const notes = await Promise.all(
    own.map(async ([log]) => (await cosignedNotes(setting.site.store, log)).map((note) => ({ log, ...note }))),
  )
  return notes.flat()
}

async function frameSpans(packing: Packing, party: CourierParty, { all }: PackWish): Promise<readonly CourierSpan[]> {
  const { setting } = packing
  const spans: CourierSpan[] = []
  for (const [log, running] of inOrder(packing)) {
    if (!isFor(packing, party, log, all)) continue
    const newest = await checkpointAt(setting.site.store, log, sizeOf(running))
    const from = all ? 0 : await knownHeld(packing, party, log)
    if (newest !== undefined && from < newest.size) spans.push({ log, from, to: newest.size })
  }
  return spans
}

// The register travels downwards: only a hub brings it.
function isFor({ setting, logs }: Packing, party: CourierParty, log: string, all: boolean): boolean {
  const { register } = logs
  if (writesLog(party, register, log)) return all && log !== registerLog
  if (log === registerLog && setting.hub === undefined) return false
  return holdsCopy(party, register, log)
}

async function knownHeld({ setting, logs }: Packing, party: CourierParty, log: string): Promise<number> {
  if (log === registerLog) return pinnedBy(party, logs.register, logs)
  return (await cosignedBy(setting.site.store, log, party.name))?.size ?? 0
}

/** A log pins no more of the register than its writer holds durably. */
function pinnedBy(party: CourierParty, register: RegisterState, { all }: LogTable): number {
  const folds: LogFold[] = [...all].flatMap(([log, running]) =>
    log !== registerLog && writesLog(party, register, log) ? [foldOf(running)] : [],
  )
  return folds.reduce((most, { pin }) => Math.max(most, pin), 0)
}
