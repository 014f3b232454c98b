import {
  checkpointTrustOf,
  declaredLog,
  equalBytes,
  type LogIdentity,
  openCheckpoint,
  type OpenedCheckpoint,
  utf8Encode,
} from '@khata/ledger'
import { checkpointRow, cosignedRow } from '../replica/rows.ts'
import { keptLineage } from './kept-lineage.ts'
import { judgeNote, type LineageCode } from './lineage.ts'
import type { LogTable } from './log-table.ts'
import type { NodeSetting } from './node-setting.ts'
import { decodeCosigned, encodeCosigned } from './receipts.ts'
import { type RunningFollower, type RunningLog, sizeOf } from './running-log.ts'

/** What became of a checkpoint that came by hand. */
export type CarriedNote =
  | { readonly type: 'acknowledged'; readonly size: number; readonly hubs: readonly string[] }
  | {
      readonly type: 'refused'
      readonly code: 'push/unknown-log' | 'frame/bad-checkpoint' | 'courier/not-cosigned' | LineageCode
    }

type Logs = Pick<LogTable, 'all' | 'register' | 'settingOf' | 'writer'>

/**
 * Keeps hubs' cosignatures on the checkpoints of this node's logs, however they come. A hub that holds more than this
 * node ever wrote, or another history, shows that this store was rolled back: the log is written no more.
 */
export class HubNotes {
  readonly #setting: NodeSetting
  readonly #logs: Logs
  readonly #onHalted: (log: string, detail: string) => void

  constructor(setting: NodeSetting, logs: Logs, onHalted: (log: string, detail: string) => void) {
    this.#setting = setting
    this.#logs = logs
    this.#onHalted = onHalted
  }

  /** A hub has answered with its newest checkpoint of a log. */
  async replied(log: string, hub: string, note: Uint8Array): Promise<void> {
    const running = this.#logs.all.get(log)
    // A hub may answer before the log, even the register, is open here; and nobody cosigns the register for its followers.
    const identity = running && declaredLog(this.#logs.register, log)
    if (running === undefined || identity === undefined) return
    const opened = openCheckpoint(note, checkpointTrustOf(this.#logs.register, identity))
    if (!opened.ok) return
    const { size } = opened.value.checkpoint
    if (size > sizeOf(running)) return void (await this.#demote(identity, running, note))
    if (running.kind === 'follower' && size < sizeOf(running)) await this.#keepLate(identity, running)
    if (opened.value.cosignatures.length > 0) await this.#keep({ identity, running, note, size }, [hub])
  }

  /** The same by hand: whose word it is, its cosignatures say, and nothing else. */
  async carried(log: string, note: Uint8Array): Promise<CarriedNote> {
    const running = this.#logs.all.get(log)
    const identity = running && declaredLog(this.#logs.register, log)
    if (running === undefined || identity === undefined) return { type: 'refused', code: 'push/unknown-log' }
    const opened = openCheckpoint(note, checkpointTrustOf(this.#logs.register, identity))
    if (!opened.ok) return { type: 'refused', code: 'frame/bad-checkpoint' }
    const hubs = this.#cosigners(opened.value)
    if (hubs.length === 0) return { type: 'refused', code: 'courier/not-cosigned' }
    const { size } = opened.value.checkpoint
    const contradicted = await this.#demote(identity, running, note)
    if (contradicted !== undefined) return { type: 'refused', code: contradicted }
    if (size <= sizeOf(running)) await this.#keep({ identity, running, note, size }, hubs)
    return { type: 'acknowledged', size, hubs }
  }

  #cosigners({ cosignatures }: OpenedCheckpoint): readonly string[] {
    const hubs = [...this.#logs.register.hubs]
    return hubs
      .filter(([, { value }]) => cosignatures.some(({ key }) => equalBytes(key.key, value.cosignerKey)))
      .map(([hub]) => hub)
  }

  // Those that come by hand come late and in any order: one of fewer entries never takes the place of one of more.
  async #keep(
    { identity, running, note, size }: { identity: LogIdentity; running: RunningLog; note: Uint8Array; size: number },
    hubs: readonly string[],
  ): Promise<void> {
    const { store } = this.#setting.site
    const keys = hubs.map((hub) => cosignedRow(identity.log, hub))
    const known = await store.read(keys)
    const rows = keys
      .filter((_, at) => heldBy(known[at]) <= size)
      .map((key) => ({ key, value: encodeCosigned({ size, note }) }))
    if (running.kind === 'follower' && (await this.#contradiction(identity, running, note)) === undefined) {
      // An office that lost its own checkpoint of this size brings its entries to other hubs under this one.
      rows.push({ key: checkpointRow(identity.log, size), value: note })
    }
    await store.write(rows, 'lazy')
  }

  /** A checkpoint that this site's server took only after its writer had ended: what it covers is for the hubs too. */
  async #keepLate(identity: LogIdentity, running: RunningFollower): Promise<void> {
    const { store, eventLog } = this.#setting.site
    const newest = await eventLog.newestCheckpoint(identity.log)
    const note = utf8Encode(newest?.note ?? '')
    const opened = openCheckpoint(note, checkpointTrustOf(this.#logs.register, identity))
    if (!opened.ok || (await this.#contradiction(identity, running, note)) !== undefined) return
    await store.write([{ key: checkpointRow(identity.log, opened.value.checkpoint.size), value: note }], 'lazy')
  }

  async #contradiction(identity: LogIdentity, { runner }: RunningLog, note: Uint8Array) {
    const { fold } = runner
    const judged = await judgeNote(this.#logs.settingOf(identity), { fold, frontier: fold.frontier }, note)
    return judged?.mayWrite === false ? judged : undefined
  }

  /** Stops writing a log of which this note shows more, or another history. */
  async #demote(identity: LogIdentity, running: RunningLog, note: Uint8Array): Promise<LineageCode | undefined> {
    if (running.kind !== 'writer') return undefined
    const lineage = await this.#contradiction(identity, running, note)
    if (lineage === undefined) return undefined
    const { log } = identity
    await this.#setting.site.store.write([keptLineage(log, lineage)], 'fsync')
    this.#onHalted(log, `${lineage.code}: ${lineage.detail}`)
    running.runner.halt(lineage.detail)
    return lineage.code
  }
}

function heldBy(row: Uint8Array | undefined): number {
  return row === undefined ? 0 : decodeCosigned(row).size
}
