import {
  declaredLog,
  knowsRules,
  intakeLog,
  invariant,
  isCutSince,
  type LogFold,
  type LogIdentity,
  type RegisterState,
  registerLog,
  registerSize,
  sizeConcerning,
} from '@khata/ledger'
import type { PushReply } from '@khata/proto'
import { type Link, PortUnavailable } from '../ports.ts'
import type { FollowerRunner } from './follower-runner.ts'
import { HubNotes } from './hub-notes.ts'
import type { NodeSetting } from './node-setting.ts'
import type { LogSetting } from './open-log.ts'
import { openFollower, openWriter, registerPinAt, startFollower } from './opening.ts'
import { Puller } from './puller.ts'
import { Pusher } from './pusher.ts'
import { lacksRegister, RegisterBehind } from './register-reach.ts'
import { foldOf, type RunningFollower, type RunningLog, type RunningWriter, sizeOf, stopLog } from './running-log.ts'
import type { WriterRunner } from './writer-runner.ts'

/** Between two tries to open what the register newly declares while a port is away. */
const retryMs = 500

/** From a log's halt to a new look at what the site holds. */
const haltedMs = 1_000

/**
 * The logs of one node: opens each as its writer or as a replica, keeps the register ahead of all others, and
 * brings what this node writes to its hubs.
 */
export class LogTable {
  readonly #setting: NodeSetting
  readonly #logs = new Map<string, RunningLog>()
  readonly #opening = new Map<string, Promise<RunningLog | undefined>>()
  readonly #releasedSizes = new Map<string, number>()
  /** Logs that could not be opened yet: a port was away, or they pin more of the register than is held. */
  readonly #awaited = new Set<string>()
  /** Logs held by rules that this program lacks: each is named once. */
  readonly #unjudged = new Set<string>()
  #growing: Promise<void> = Promise.resolve()
  readonly #stopping = new AbortController()
  readonly #onHeld: (log: string) => void
  /** What hubs say of the logs of this node. */
  readonly notes: HubNotes

  /** @param onHeld called after each frame of a log that is followed. */
  constructor(setting: NodeSetting, onHeld: (log: string) => void = () => undefined) {
    this.#setting = setting
    this.#onHeld = onHeld
    this.notes = new HubNotes(setting, this, (log, detail) => this.#halted(log, detail))
  }

  /** Opens the register, then every log that it declares for this node to write, then the replicas on disk. */
  async open(replicas: readonly string[]): Promise<void> {
    await this.#openOnce(registerLog, () => this.#openRegister())
    await this.#grow()
    for (const log of replicas) await this.logNamed(log)
  }

  get all(): ReadonlyMap<string, RunningLog> {
    return this.#logs
  }

  get register(): RegisterState {
    const running = this.#logs.get(registerLog)
    invariant(running !== undefined, 'the register is open before any other log')
    const { content } = foldOf(running)
    invariant(content.kind === 'register', 'the register folds to a register')
    return content.register
  }

  /** Logs that this node is to write. */
  get own(): readonly string[] {
    const { role, seats, hub } = this.#setting
    if (hub === undefined) return seats
    return role === 'hq' ? [registerLog, intakeLog(hub)] : [intakeLog(hub)]
  }

  /** A log as folded with every order of the root that cuts it; undefined while one has come and it is not folded anew. */
  fold(log: string): LogFold | undefined {
    const running = this.#logs.get(log)
    const fold = running && foldOf(running)
    return fold !== undefined && this.#isCutSince(fold) ? undefined : fold
  }

  writer(log: string): RunningWriter | undefined {
    const running = this.#logs.get(log)
    return running?.kind === 'writer' ? running : undefined
  }

  /** Whether a log is being opened: what it holds can be told in a moment. */
  isOpening(log: string): boolean {
    return this.#opening.has(log)
  }

  /** A log that the register declares, opened if it is not open yet; undefined for any other. */
  logNamed(log: string): Promise<RunningLog | undefined> {
    const running = this.#logs.get(log)
    if (running !== undefined) return Promise.resolve(running)
    return this.#openOnce(log, () => this.#openDeclared(log))
  }

  settingOf(identity: LogIdentity): LogSetting {
    const { site, trust, code } = this.#setting
    const reach = { durable: () => this.#registerHeld(), whole: () => this.writer(registerLog) !== undefined }
    return { site, trust, code, identity, reach, register: identity.log === registerLog ? undefined : this.register }
  }

  async stop(): Promise<void> {
    this.#stopping.abort(new Error('stopping'))
    await this.#growing
    await Promise.allSettled(this.#opening.values())
    await Promise.all([...this.#logs.values()].map(stopLog))
  }

  #openOnce(log: string, open: () => Promise<RunningLog | undefined>): Promise<RunningLog | undefined> {
    const opening = this.#opening.get(log) ?? this.#openAndKeep(log, open)
    this.#opening.set(log, opening)
    return opening
  }

  async #openAndKeep(log: string, open: () => Promise<RunningLog | undefined>): Promise<RunningLog | undefined> {
    try {
      const running = await open()
      if (running !== undefined) this.#logs.set(log, running)
      return running
    } finally {
      this.#opening.delete(log)
    }
  }

  #openRegister(): Promise<RunningLog> {
    const { trust, role } = this.#setting
    const identity = { log: registerLog, generation: 1, sequencerKey: trust.registerKey }
    return role === 'hq' ? this.#openToWrite(identity) : this.#follow(identity)
  }

  async #openDeclared(log: string): Promise<RunningLog | undefined> {
    const identity = this.#stopping.signal.aborted ? undefined : declaredLog(this.register, log)
    if (identity === undefined) return undefined
    if (!knowsRules(this.register, this.#setting.rulesVersions)) {
      if (!this.#unjudged.has(log))
        this.#setting.site.journal.alarm('rules-unknown', { log, advice: 'install software that has these rules' })
      this.#unjudged.add(log)
      return undefined
    }
    try {
      // What declares it may still be on its way to the disk; when it is there, the register has grown again.
      if (this.#isOwn(log) && this.#registerHeld() < registerSize(this.register)) throw new RegisterBehind(log)
      const opened = this.#isOwn(log) ? await this.#openToWrite(identity) : await this.#replicate(identity)
      this.#awaited.delete(log)
      if (this.#isCutSince(foldOf(opened))) this.#registerGrown()
      return opened
    } catch (error) {
      this.#awaited.add(log)
      if (!(error instanceof RegisterBehind)) throw error
      this.#setting.site.journal.info('register-behind', { log, detail: error.message })
      return undefined
    }
  }

  /** Entries of the register that are durable here. */
  #registerHeld(): number {
    const running = this.#logs.get(registerLog)
    return running === undefined ? 0 : sizeOf(running)
  }

  #isOwn(log: string): boolean {
    return this.own.includes(log)
  }

  async #openToWrite(identity: LogIdentity): Promise<RunningLog> {
    const { site, signer, links } = this.#setting
    const setting = this.settingOf(identity)
    const { log } = identity
    const events = {
      onReleased: (size: number) => this.#released(log, size),
      onHalted: (detail: string) => this.#halted(log, detail),
      onFailed: (error: unknown) => this.#setting.onFailed(error),
    }
    const opened = await openWriter(setting, { signer, events, links: [...links.values()] })
    if (opened.type === 'writer')
      return { kind: 'writer', runner: opened.runner, pushers: this.#pushers(log, opened.runner), halted: undefined }
    site.journal.alarm('may-not-write', { log, code: opened.lineage.code, detail: opened.lineage.detail })
    const runner = startFollower(setting, this.#followerContext(log), opened.loaded)
    return this.#following(
      runner,
      { puller: this.#puller(log, runner), lineage: opened.lineage },
      this.#pushers(log, runner),
    )
  }

  /** A log that is pulled from whoever answers, and brought to a hub that is behind in it: the register. */
  async #follow(identity: LogIdentity): Promise<RunningLog> {
    const { log } = identity
    const runner = await openFollower(this.settingOf(identity), this.#followerContext(log))
    return this.#following(
      runner,
      { puller: this.#puller(log, runner), lineage: undefined },
      this.#pushers(log, runner),
    )
  }

  /** A log that its writer pushes. */
  async #replicate(identity: LogIdentity): Promise<RunningLog> {
    const runner = await openFollower(this.settingOf(identity), this.#followerContext(identity.log))
    return this.#following(runner, { puller: undefined, lineage: undefined })
  }

  #following(
    runner: FollowerRunner,
    how: Pick<RunningFollower, 'puller' | 'lineage'>,
    pushers: readonly Pusher[] = [],
  ): RunningFollower {
    return { kind: 'follower', runner, ...how, pushers, halted: undefined }
  }

  #followerContext(log: string) {
    return {
      cosign: this.#setting.cosign,
      events: {
        onHeld: () => {
          if (log === registerLog) this.#registerGrown()
          this.#onHeld(log)
        },
        onHalted: (detail: string) => this.#halted(log, detail),
        onFailed: (error: unknown) => this.#setting.onFailed(error),
      },
    }
  }

  #puller(log: string, follower: FollowerRunner): Puller {
    const { site, links, onFailed } = this.#setting
    return new Puller({ site, log, follower, links: [...links.values()], onFailed })
  }

  #pushers(log: string, runner: WriterRunner | FollowerRunner): readonly Pusher[] {
    const { site, links, onFailed } = this.#setting
    const releasedSize = (): number => ('releasedSize' in runner ? runner.releasedSize : runner.size)
    const onReply = (hub: string, reply: PushReply): Promise<void> => this.#hubReplied(log, hub, reply)
    return [...links].map(
      ([hub, link]: [string, Link]) => new Pusher({ site, log, hub, link, releasedSize, onReply, onFailed }),
    )
  }

  #released(log: string, size: number): void {
    const before = this.#releasedSizes.get(log)
    this.#releasedSizes.set(log, size)
    if (before !== undefined) this.#setting.onCheckpoint?.(size - before)
    if (log === registerLog) return this.#registerGrown()
    const writer = this.writer(log)
    if (writer === undefined) return
    for (const pusher of writer.pushers) pusher.poke()
    // The register may have grown between the log's opening and its first entry.
    this.#pin(writer)
  }

  #halted(log: string, detail: string): void {
    this.#setting.site.journal.alarm('writer-halted', { log, detail })
    const running = this.#logs.get(log)
    if (running !== undefined) running.halted = detail
    void this.#lookAgain(log, detail)
  }

  // What the site holds after a while decides anew whether this node may write on. Every log is judged by the
  // register that was open first, so where the register itself has stopped, the node starts again.
  async #lookAgain(log: string, detail: string): Promise<void> {
    const { site, onFailed } = this.#setting
    if (log === registerLog) return onFailed(new PortUnavailable(`the register has stopped: ${detail}`))
    await site.clock.sleep(haltedMs, this.#stopping.signal).catch(() => undefined)
    this.#registerGrown()
  }

  async #hubReplied(log: string, hub: string, reply: PushReply): Promise<void> {
    if (lacksRegister(log, reply)) return this.#bringRegister(hub)
    if (reply.checkpoint.length > 0) await this.notes.replied(log, hub, reply.checkpoint)
  }

  #bringRegister(hub: string): void {
    const pushers = this.#logs.get(registerLog)?.pushers ?? []
    for (const pusher of pushers) if (pusher.hub === hub) pusher.askAgain()
  }

  #registerGrown(): void {
    this.#growing = this.#growing
      .then(() => this.#growInTheEnd())
      .catch((error: unknown) => {
        if (!this.#stopping.signal.aborted) this.#setting.onFailed(error)
      })
  }

  // The register can grow in the moment in which the site's server goes away: what it declares is opened later.
  async #growInTheEnd(): Promise<void> {
    const { clock, journal } = this.#setting.site
    for (;;) {
      try {
        return await this.#grow()
      } catch (error) {
        if (!(error instanceof PortUnavailable)) throw error
        journal.info('port-unavailable', { effect: 'open', detail: error.message })
      }
      await clock.sleep(retryMs, this.#stopping.signal)
    }
  }

  /** Opens what the register newly declares for this node, moves pins, and folds anew what the root has cut. */
  async #grow(): Promise<void> {
    if (this.#stopping.signal.aborted || !this.#logs.has(registerLog)) return
    for (const log of new Set([...this.own, ...this.#awaited])) await this.logNamed(log)
    for (const [log, running] of this.#logs) {
      if (log === registerLog) continue
      if (running.halted !== undefined || this.#isCutSince(foldOf(running))) await this.#reopen(log, running)
      else if (running.kind === 'writer') this.#pin(running)
    }
  }

  #isCutSince(fold: LogFold): boolean {
    return fold.log !== registerLog && isCutSince(fold, this.register)
  }

  /** Pins the register where it has grown by something that concerns this log. */
  #pin({ runner }: RunningWriter): void {
    const size = this.#registerHeld()
    const pinned = Math.max(runner.fold.pin, runner.pinning)
    if (runner.fold.size === 0 || sizeConcerning(this.register, runner.fold.log, size) <= pinned) return
    runner.pinning = size
    runner.say({ body: 'registerPinned', registerPinned: registerPinAt(this.register, size) })
  }

  async #reopen(log: string, running: RunningLog): Promise<void> {
    this.#setting.site.journal.alarm('log-reopened', { log, halted: running.halted ?? 'cut by the root' })
    this.#logs.delete(log)
    this.#awaited.add(log)
    await this.#openOnce(log, async () => {
      await stopLog(running)
      return this.#openDeclared(log)
    })
  }
}
