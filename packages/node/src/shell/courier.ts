import {
  claimedCheckpoint,
  type CourierKind,
  type CourierSpan,
  equalBytes,
  noteVerifier,
  openEntry,
  openManifest,
  parseNote,
  registerLog,
} from '@khata/ledger'
import { decodePushRequest, decodeSignedStatement } from '@khata/proto'
import { PortUnavailable } from '../ports.ts'
import { manifestKeysOn, ownParty } from './courier-party.ts'
import type { FollowerRunner, ReceiveAnswer, ReceivedFrame } from './follower-runner.ts'
import type { CarriedNote } from './hub-notes.ts'
import { keepCosigned } from './hub-service.ts'
import type { LogTable } from './log-table.ts'
import type { NodeAnswer } from './node.ts'
import type { NodeSetting } from './node-setting.ts'
import { ParkedFrames } from './parked-frames.ts'
import { sizeOf } from './running-log.ts'
import { Tasks } from './tasks.ts'

/** What became of a section that came by hand. */
export type SectionAnswer =
  | {
      readonly type: 'manifest'
      readonly packer: string
      readonly addressee: string
      /** Whether this node is one of those that it was packed for. */
      readonly forThisNode: boolean
      readonly packedAt: number
      readonly spans: readonly CourierSpan[]
    }
  | FrameTaken
  | ({ readonly log: string } & Extract<CarriedNote, { readonly type: 'acknowledged' }>)
  | { readonly type: 'statement'; readonly answer: NodeAnswer['type']; readonly log: string; readonly code: string }
  | { readonly type: 'refused'; readonly log: string; readonly code: string }

type FrameTaken =
  /** Durable here now; up to `at` it was so before. */
  | {
      readonly type: 'taken'
      readonly log: string
      readonly from: number
      readonly at: number
      readonly to: number
    }
  /** Was so before. */
  | { readonly type: 'held'; readonly log: string; readonly from: number; readonly to: number }
  /** Kept until this node holds what comes before it: so many entries of its log, or more of the register. */
  | {
      readonly type: 'waits'
      readonly log: string
      readonly from: number
      readonly to: number
      readonly behind: 'log' | 'register'
      readonly held: number
    }

interface FrameOf extends ReceivedFrame {
  readonly log: string
}

export interface CourierContext {
  readonly setting: NodeSetting
  readonly logs: LogTable
  readonly submit: (statement: Uint8Array, signature: Uint8Array) => Promise<NodeAnswer>
  /** Word of a hub has come by hand. */
  readonly onCarried: (hub: string) => void
}

/**
 * Takes what a courier brings, section by section, in any order and any number of times: each is verified as if it had
 * come by link. What comes too early is kept, and taken once what is before it has come, by whatever way.
 */
export class Courier {
  readonly parked: ParkedFrames
  readonly #context: CourierContext
  readonly #tasks: Tasks
  /** Frames of one log go one after another. */
  readonly #turns = new Map<string, Promise<unknown>>()

  private constructor(context: CourierContext, parked: ParkedFrames) {
    this.#context = context
    this.parked = parked
    this.#tasks = new Tasks(context.setting.onFailed)
  }

  static async open(context: CourierContext): Promise<Courier> {
    const courier = new Courier(context, await ParkedFrames.open(context.setting.site.store))
    for (const log of courier.parked.logs) courier.onHeld(log)
    return courier
  }

  /** A log has grown: what waited for that may be taken now. Every log may wait for the register. */
  onHeld(grown: string): void {
    for (const log of grown === registerLog ? this.parked.logs : [grown]) {
      if (this.parked.of(log).length > 0) this.#tasks.run(() => this.#takeParked(log))
    }
  }

  /** Throws PortUnavailable where nothing is decided: bring it again. */
  async take(kind: CourierKind, payload: Uint8Array): Promise<SectionAnswer> {
    switch (kind) {
      case 'manifest':
        return this.#manifest(payload)
      case 'frame':
        return this.#frame(payload)
      case 'statement':
        return this.#statement(payload)
    }
  }

  stop(): Promise<void> {
    return this.#tasks.stop()
  }

  #manifest(note: Uint8Array): SectionAnswer {
    const { setting, logs } = this.#context
    const keys = manifestKeysOn(logs.register, note)
    if (keys.length === 0) return { type: 'refused', log: '', code: 'courier/unknown-packer' }
    const opened = openManifest(note, keys.map(noteVerifier))
    if (!opened.ok) return { type: 'refused', log: '', code: 'courier/bad-manifest' }
    const { election, packer, addressee, packedAt, spans } = opened.value
    if (election !== setting.trust.election) return { type: 'refused', log: '', code: 'statement/wrong-election' }
    const forThisNode = addressee === ownParty(setting) || setting.seats.includes(addressee)
    return { type: 'manifest', packer, addressee, forThisNode, packedAt, spans }
  }

  async #statement(payload: Uint8Array): Promise<SectionAnswer> {
    const signed = decodeSignedStatement(payload)
    if (!signed.ok) return { type: 'refused', log: '', code: signed.error.code }
    const answer = await this.#context.submit(signed.value.statement, signed.value.signature)
    if (answer.type === 'busy') throw new PortUnavailable('nothing was decided about a statement')
    const code = answer.type === 'refused' ? answer.refusal.code : ''
    return { type: 'statement', answer: answer.type, log: answer.log, code }
  }

  async #frame(payload: Uint8Array): Promise<SectionAnswer> {
    const request = decodePushRequest(payload)
    if (!request.ok) return { type: 'refused', log: '', code: request.error.code }
    const { log, from, entries, checkpoint: note } = request.value
    if (entries.length === 0) return await this.#checkpoint(log, note)
    const answer = await this.#inTurn(log, () => this.#take({ log, from, entries, note }))
    if (answer.type === 'taken') await this.#takeParked(log)
    return answer
  }

  async #checkpoint(log: string, note: Uint8Array): Promise<SectionAnswer> {
    await this.#context.logs.logNamed(log)
    const answer = await this.#context.logs.notes.carried(log, note)
    if (answer.type === 'acknowledged') for (const hub of answer.hubs) this.#context.onCarried(hub)
    return { ...answer, log }
  }

  async #take(frame: FrameOf): Promise<SectionAnswer> {
    const { setting } = this.#context
    const { log, from, entries } = frame
    const to = from + entries.length
    const running = await this.#context.logs.logNamed(log)
    if (running === undefined) return { type: 'refused', log, code: 'push/unknown-log' }
    // Whoever writes a log needs nobody's entries of it.
    if (running.kind === 'writer') return { type: 'held', log, from, to: Math.min(to, sizeOf(running)) }
    const { answer, at } = await receiveRest(running.runner, frame)
    switch (answer.type) {
      case 'held':
        await keepCosigned({ store: setting.site.store, hub: setting.hub }, log, answer)
        if (log === registerLog) this.#context.onCarried('hq')
        return { type: 'taken', log, from, at, to }
      case 'elsewhere':
        return answer.size >= to
          ? { type: 'held', log, from, to }
          : await this.#park(frame, { behind: 'log', held: answer.size })
      case 'register-behind':
        return await this.#park(frame, { behind: 'register', held: running.runner.size })
      case 'refused':
        return { type: 'refused', log, code: answer.code }
      case 'busy':
      case 'halted':
        throw new PortUnavailable(`${log} has stopped, and is opened again`)
    }
  }

  async #park(
    frame: FrameOf,
    why: { readonly behind: 'log' | 'register'; readonly held: number },
  ): Promise<SectionAnswer> {
    const { log, from, entries } = frame
    if (!isChained(frame)) return { type: 'refused', log, code: 'frame/bad-entry' }
    if (!(await this.parked.park(log, frame))) return { type: 'refused', log, code: 'courier/no-room' }
    return { type: 'waits', log, from, to: from + entries.length, ...why }
  }

  async #takeParked(log: string): Promise<void> {
    await this.#inTurn(log, async () => {
      while (!this.#tasks.stopping) {
        const running = this.#context.logs.all.get(log)
        const next = running && (await this.parked.next(log, sizeOf(running)))
        if (next === undefined) return
        const answer = await this.#take({ log, ...next })
        if (answer.type === 'waits') return
        if (answer.type === 'refused') this.#context.setting.site.journal.alarm('parked-frame-refused', { ...answer })
        await this.parked.remove(log, next.key)
      }
    }).catch((error: unknown) => {
      // It stays where it is, and is looked at again when the log grows or the node starts.
      if (!(error instanceof PortUnavailable)) throw error
    })
  }

  #inTurn<T>(log: string, work: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(log) ?? Promise.resolve()
    const turn = before.then(work, work)
    this.#turns.set(log, turn)
    const over = (): void => {
      if (this.#turns.get(log) === turn) this.#turns.delete(log)
    }
    turn.then(over, over)
    return turn
  }
}

/** Hands in what is beyond the replica's end, and from which entry on that was. */
async function receiveRest(
  runner: FollowerRunner,
  { from, entries, note }: ReceivedFrame,
): Promise<{ readonly answer: ReceiveAnswer; readonly at: number }> {
  for (let at = from; ; ) {
    const answer = await runner.receive({ from: at, entries: entries.slice(at - from), note })
    const isWithin = answer.type === 'elsewhere' && answer.size > at && answer.size < from + entries.length
    if (!isWithin) return { answer, at }
    at = answer.size
  }
}

/** Whether these can be entries of one log, one after another up to the checkpoint: what is kept is no stranger's junk. */
function isChained({ from, entries, note }: ReceivedFrame): boolean {
  const parsed = parseNote(note)
  const claimed = parsed.ok ? claimedCheckpoint(parsed.value) : parsed
  if (!claimed.ok || claimed.value.size !== from + entries.length) return false
  let before: Uint8Array | undefined
  for (const [at, bytes] of entries.entries()) {
    const opened = openEntry(bytes)
    if (!opened.ok || opened.value.entry.index !== from + at) return false
    if (before !== undefined && !equalBytes(opened.value.entry.previous, before)) return false
    before = opened.value.leaf
  }
  return true
}
