import {
  countsIn,
  intakeLog,
  invariant,
  knowsRules,
  officeAt,
  type OpenedStatement,
  openStatement,
  type Refusal,
  refuse,
  type RegisterState,
  registerLog,
  statementHash,
  toHex,
} from '@khata/ledger'
import type { LinkServer } from '../ports.ts'
import { BacklogMeter } from './backlog.ts'
import { Courier } from './courier.ts'
import { packFor, type PackWish } from './courier-pack.ts'
import { CrossCheck, type SeatCrossCheck } from './cross-check.ts'
import { answerPull, answerPush, type HubContext } from './hub-service.ts'
import { HubModes } from './hub-modes.ts'
import { ImageCarrier } from './image-carrier.ts'
import { answerImage } from './image-service.ts'
import { NodeImages } from './images.ts'
import type { LineageCode } from './lineage.ts'
import { LogTable } from './log-table.ts'
import { type IdName, lookUpStatement } from './lookup.ts'
import { modesNow, type NodeModes, sayMode } from './node-modes.ts'
import type { NodeSetting } from './node-setting.ts'
import { hubReceiptOf, receiptOf } from './receipts.ts'
import { sayWaitingOrders } from './root-orders.ts'
import { type RunningLog, sizeOf } from './running-log.ts'
import { replicasOnDisk } from './replicas.ts'
import { scrubImages, scrubLogs, type ScrubProgress } from './scrub.ts'
import { Tasks } from './tasks.ts'
import type { SubmitAnswer } from './writer-runner.ts'

/** What a submitter is told, with the log that it concerns. */
export type NodeAnswer = SubmitAnswer & { readonly log: string; readonly hash: string }

/** A log that this node is to write and cannot, and why. */
export interface WaitingLog {
  readonly log: string
  readonly code: LineageCode | 'ready/opening' | 'ready/halted'
  readonly detail: string
}

/**
 * A node of the network: an RO's, a province's or HQ's. It answers submissions from the log it writes, replicates
 * the logs that others bring or hold, and gives the same views of all of them.
 */
export class KhataNode {
  readonly setting: NodeSetting
  readonly logs: LogTable
  readonly images: NodeImages
  readonly #crossCheck: CrossCheck | undefined
  readonly #background: Tasks
  readonly #modes: HubModes
  readonly #meter: BacklogMeter
  #courier: Courier | undefined
  #carriers: readonly ImageCarrier[] = []
  #modesUnderWay: Promise<NodeModes> | undefined
  /** How far each log has been verified again from disk since the start. */
  readonly scrubbed: ScrubProgress = new Map()

  private constructor(setting: NodeSetting, logs: LogTable, modes: HubModes) {
    this.setting = setting
    this.logs = logs
    this.#modes = modes
    this.#meter = new BacklogMeter(setting.site.store)
    this.#crossCheck = setting.hub === undefined ? undefined : this.#openCrossCheck(setting.hub)
    this.#background = new Tasks(setting.onFailed)
    this.images = new NodeImages(setting.site, logs.all)
  }

  /** Ready when it resolves: every log is open as far as it was before the last stop. */
  static async open(unwatched: NodeSetting, server: LinkServer | undefined): Promise<KhataNode> {
    const modes = await HubModes.open(unwatched)
    const links = [...unwatched.links].map(([hub, link]) => [hub, modes.watched(hub, link)] as const)
    const setting = { ...unwatched, links: new Map(links) }
    const logs = new LogTable(setting, (log) => node.#courier?.onHeld(log))
    const node = new KhataNode(setting, logs, modes)
    try {
      await logs.open(await replicasOnDisk(setting.site.store))
      node.#courier = await node.#openCourier()
    } catch (error) {
      await logs.stop()
      throw error
    }
    node.#carriers = node.#carryImages()
    if (server !== undefined) node.#serve(server)
    await node.#sayOrders()
    node.#background.run(() => modes.tell((changed) => sayMode(logs, changed), node.#background.signal))
    node.#background.run(() => node.#scrub())
    return node
  }

  get register(): RegisterState {
    return this.logs.register
  }

  /** Takes a signed statement to the log it belongs to here; the answer is true and durable. */
  async submit(statement: Uint8Array, signature: Uint8Array): Promise<NodeAnswer> {
    const opened = openStatement(statement, signature)
    if (!opened.ok) {
      const hash = toHex(statementHash(statement, signature))
      return refused('', hash, refuse(opened.error.code, aboutFault(opened.error)))
    }
    const { hashHex: hash, statement: said } = opened.value
    const { trust, hub } = this.setting
    const { election } = trust
    if (said.election !== election) return refused('', hash, refuse('statement/wrong-election', { expected: election }))
    const log = this.#logFor(said.seat)
    if (log === undefined) {
      if (!this.#knowsElection()) return { type: 'busy', log: '', hash }
      return refused('', hash, refuse('statement/wrong-seat', { seat: said.seat }))
    }
    const isFiled = hub !== undefined && log === intakeLog(hub)
    const stranger = isFiled ? await this.#stranger(opened.value) : undefined
    if (stranger === 'not-yet') return { type: 'busy', log, hash }
    if (stranger !== undefined) return refused(log, hash, stranger)
    const running = await this.logs.logNamed(log)
    if (running?.kind !== 'writer' || running.halted !== undefined) return { type: 'busy', log, hash }
    return { ...(await running.runner.submit(opened.value)), log, hash }
  }

  /** The best receipt that this node can give for a signer's statement; undefined when the log does not hold it. */
  async receipt(log: string, name: IdName, wanted: 'any' | 'replicated'): Promise<Uint8Array | undefined> {
    const { site, hub, cosign } = this.setting
    const running = this.logs.all.get(log)
    const place = running && (await lookUpStatement(site.store, running.runner, name))
    if (place === undefined) return undefined
    const isHubsOwn = hub !== undefined && this.logs.writer(log) !== undefined
    if (isHubsOwn) return hubReceiptOf(site.store, log, place.index, cosign)
    return receiptOf(site.store, log, place.index, wanted)
  }

  /** How this node stands with the hubs above it, and what waits; who asks meanwhile gets the same answer. */
  modes(): Promise<NodeModes> {
    const { store } = this.setting.site
    this.#modesUnderWay ??= modesNow({ store, logs: this.logs, modes: this.#modes, meter: this.#meter }).finally(
      () => (this.#modesUnderWay = undefined),
    )
    return this.#modesUnderWay
  }

  /** Takes what a courier brings. */
  get courier(): Courier {
    invariant(this.#courier !== undefined, 'an open node takes what couriers bring')
    return this.#courier
  }

  /** What a courier is to bring to a party; undefined for nobody that the register declares. */
  packFor(addressee: string, wish: PackWish): AsyncGenerator<Uint8Array> | undefined {
    return packFor(this, addressee, wish)
  }

  /** What was filed here directly against what the constituency logs hold; undefined at an RO's node. */
  async crossCheck(): Promise<readonly SeatCrossCheck[] | undefined> {
    return this.#crossCheck?.report()
  }

  /** Logs that this node is to write and cannot, with the reason; none when it is ready for its work. */
  waiting(): readonly WaitingLog[] {
    return this.logs.own.flatMap((log) => {
      const reason = whyWaiting(this.logs.all.get(log))
      return reason === undefined ? [] : [{ log, ...reason }]
    })
  }

  async stop(): Promise<void> {
    await Promise.all([this.#background.stop(), ...this.#carriers.map((carrier) => carrier.stop())])
    // A frame that was brought may wait for a log that gives it up only when it is stopped.
    await Promise.all([this.#courier?.stop(), this.logs.stop()])
  }

  /** The log that takes a statement about this seat here: the seat's own, the register, or the hub's intake. */
  #logFor(seat: string): string | undefined {
    const { role, seats, hub } = this.setting
    if (seat === '') return role === 'hq' ? registerLog : undefined
    if (seats.includes(seat)) return seat
    const declared = this.register.seats.get(seat)
    if (hub === undefined || declared === undefined) return undefined
    return hub === 'hq' || hub === declared.value.province ? intakeLog(hub) : undefined
  }

  // A register that has just been lost, or not come yet, declares nothing: that is no ground to refuse anybody.
  #knowsElection(): boolean {
    const running = this.logs.all.get(registerLog)
    const mayNotWrite = running?.kind === 'follower' && running.lineage !== undefined
    return this.register.election !== undefined && !mayNotWrite
  }

  // An intake log folds nothing, so whether the signer may speak in the seat at all is asked of the seat's own log.
  // Before the freeze has come here, its officers have not all come either.
  async #stranger({ signerHex, statement }: OpenedStatement): Promise<Refusal | 'not-yet' | undefined> {
    const running = await this.logs.logNamed(statement.seat)
    const content = running?.runner.fold.content
    const enrolled = content?.kind === 'seat' && content.seat.rolls.has(signerHex)
    const office = officeAt(this.register, signerHex, Number.MAX_SAFE_INTEGER)
    if (enrolled || (office !== undefined && countsIn(statement.seat, office))) return undefined
    if (content?.kind !== 'seat' || !content.seat.frozen) return 'not-yet'
    return refuse('statement/unknown-key', { signer: signerHex })
  }

  #openCourier(): Promise<Courier> {
    return Courier.open({
      setting: this.setting,
      logs: this.logs,
      submit: (statement, signature) => this.submit(statement, signature),
      onCarried: (hub) => this.#hubCarried(hub),
    })
  }

  // HQ hears nothing of itself by hand.
  #hubCarried(hub: string): void {
    if (hub !== this.setting.hub) this.#modes.carried(hub)
  }

  #openCrossCheck(hub: string): CrossCheck {
    const sizeOfIntake = (): number => sizeIn(this.logs.all, intakeLog(hub))
    const intake = {
      log: intakeLog(hub),
      get size(): number {
        return sizeOfIntake()
      },
    }
    return new CrossCheck(this.setting.site.store, intake, this.logs.all)
  }

  #serve(server: LinkServer): void {
    const context: HubContext = {
      store: this.setting.site.store,
      hub: this.setting.hub,
      knowsRules: () => knowsRules(this.register, this.setting.rulesVersions),
      followerOf: async (log) => {
        const running = await this.logs.logNamed(log)
        return running?.kind === 'follower' ? running.runner : undefined
      },
    }
    server.serve('push', (log, payload) => answerPush(context, log, payload))
    server.serve('pull', (log, payload) => answerPull(context, log, payload))
    const { images, logs } = this
    server.serve('image', (log, payload) => answerImage({ images, logs: logs.all }, log, payload))
  }

  async #scrub(): Promise<void> {
    const { signal } = this.#background
    await scrubLogs(this.logs, this.scrubbed, signal)
    await scrubImages(this.images, this.setting.site.clock, signal)
  }

  #carryImages(): readonly ImageCarrier[] {
    const { site, links, onFailed } = this.setting
    const around = { site, images: this.images, logs: this.logs.all, onFailed }
    return [...links].map(([hub, link]) => new ImageCarrier({ ...around, hub, link }))
  }

  async #sayOrders(): Promise<void> {
    const register = this.logs.writer(registerLog)
    if (register !== undefined) await sayWaitingOrders(this.setting.site.store, register.runner)
  }
}

function whyWaiting(running: RunningLog | undefined): Omit<WaitingLog, 'log'> | undefined {
  if (running === undefined) return { code: 'ready/opening', detail: 'the register does not declare it yet' }
  if (running.halted !== undefined) return { code: 'ready/halted', detail: running.halted }
  if (running.kind === 'writer') return undefined
  const { code, detail } = running.lineage ?? { code: 'ready/opening', detail: 'followed' }
  return { code, detail }
}

function refused(log: string, hash: string, refusal: Refusal): NodeAnswer {
  return { type: 'refused', refusal, log, hash }
}

function sizeIn(logs: ReadonlyMap<string, RunningLog>, log: string): number {
  const running = logs.get(log)
  return running === undefined ? 0 : sizeOf(running)
}

function aboutFault(
  fault: Exclude<ReturnType<typeof openStatement>, { readonly ok: true }>['error'],
): Refusal['about'] {
  switch (fault.code) {
    case 'statement/malformed':
      return { wire: fault.wire, detail: fault.detail }
    case 'statement/too-large':
      return { bytes: fault.bytes, bytesMax: fault.bytesMax }
    case 'statement/bad-shape':
      return { field: fault.field }
  }
}
