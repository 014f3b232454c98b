import { decodePullReply, decodePushReply, encodePullRequest, encodePushRequest, type PushReply } from '@khata/proto'
import { type Link, type LinkVerb, PortUnavailable } from '../ports.ts'
import { readFrame } from './reading.ts'
import { lacksRegister } from './register-reach.ts'
import type { Site } from './site.ts'
import { Tasks } from './tasks.ts'

/** Between two questions to a hub about a log that has not grown; a released checkpoint wakes the pusher at once. */
const idleMs = 30_000
const retryMsFirst = 100
/** A hub that is back is noticed after no longer than this; while its connection is down, asking costs nothing. */
const retryMsMax = 2_000

export interface PusherSetting {
  readonly site: Site
  readonly log: string
  readonly hub: string
  readonly link: Link
  readonly releasedSize: () => number
  /** A hub's reply: its size, and its cosigned checkpoint. */
  readonly onReply: (hub: string, reply: PushReply) => Promise<void>
  readonly onFailed: (error: unknown) => void
}

/**
 * Brings one log to one hub: frame after frame from where the hub says it stands, for as long as the node lives.
 * Any hole heals from the hub's size alone, and a hub that is away delays no other.
 */
export class Pusher {
  readonly #setting: PusherSetting
  readonly #tasks: Tasks
  #held: number | undefined
  /** The hub takes nothing of what is brought: whoever waits for it to be done waits in vain. */
  #refused = false
  #wake = Promise.withResolvers<void>()

  constructor(setting: PusherSetting) {
    this.#setting = setting
    this.#tasks = new Tasks(setting.onFailed)
    this.#tasks.run(() => this.#run())
  }

  get hub(): string {
    return this.#setting.hub
  }

  /** Entries that the hub holds durably, as far as known. */
  get held(): number {
    return this.#held ?? 0
  }

  /** The same; undefined until the hub has been asked, and while it is to be asked again. */
  get heldKnown(): number | undefined {
    return this.#held
  }

  /** Whether entries are on their way to the hub, or will be as soon as it answers. */
  get hasEntries(): boolean {
    return this.held < this.#setting.releasedSize() && !this.#refused
  }

  /** The log has grown. */
  poke(): void {
    this.#wake.resolve()
  }

  /** The hub has shown that it lacks entries, whatever it said before. */
  askAgain(): void {
    this.#held = undefined
    this.#wake.resolve()
  }

  async stop(): Promise<void> {
    this.#wake.resolve()
    await this.#tasks.stop()
  }

  async #run(): Promise<void> {
    const { clock } = this.#setting.site
    for (let waitMs = retryMsFirst; !this.#tasks.stopping; ) {
      const outcome = await this.#once()
      if (outcome === 'away') {
        await clock.sleep(waitMs, this.#tasks.signal)
        waitMs = Math.min(2 * waitMs, retryMsMax)
      } else {
        waitMs = retryMsFirst
        if (outcome === 'idle') await this.#idle()
        else if (outcome !== 'moved') await clock.sleep(outcome.retryAfterMs, this.#tasks.signal)
      }
    }
  }

  async #idle(): Promise<void> {
    const awake = new AbortController()
    const signal = AbortSignal.any([this.#tasks.signal, awake.signal])
    const woken = this.#wake.promise.then(() => true)
    const slept = this.#setting.site.clock.sleep(idleMs, signal).then(() => false)
    // A hub that says nothing may have lost its disk, or its cosignature may have been lost on the way.
    if (!(await Promise.race([woken, slept]))) this.#held = undefined
    awake.abort()
    this.#wake = Promise.withResolvers<void>()
  }

  async #once(): Promise<'moved' | 'idle' | 'away' | { readonly retryAfterMs: number }> {
    try {
      this.#held ??= await this.#askSize()
      if (this.#held === undefined) return 'away'
      if (this.#held >= this.#setting.releasedSize()) return 'idle'
      return await this.#push(this.#held)
    } catch (error) {
      if (error instanceof PortUnavailable) return 'away'
      throw error
    }
  }

  async #askSize(): Promise<number | undefined> {
    const { log } = this.#setting
    const reply = decodePullReply(await this.#request('pull', encodePullRequest({ log, from: 0, entriesMax: 0 })))
    if (!reply.ok || reply.value.code !== '') return undefined
    const { size, checkpoint, code } = reply.value
    await this.#setting.onReply(this.hub, { size, checkpoint, code, retryAfterMs: 0 })
    return size
  }

  async #push(from: number): Promise<'moved' | 'idle' | 'away' | { readonly retryAfterMs: number }> {
    const { site, log, hub } = this.#setting
    const frame = await readFrame(site.store, log, from)
    if (frame === undefined) return 'idle'
    const { entries, note } = frame
    const request = encodePushRequest({ log, from, entries, checkpoint: note })
    const reply = decodePushReply(await this.#request('push', request))
    if (!reply.ok) return 'away'
    await this.#setting.onReply(hub, reply.value)
    const { size, code, retryAfterMs } = reply.value
    if (lacksRegister(log, reply.value)) site.journal.info('hub-lacks-register', { log, hub, code, size })
    else if (code !== '') site.journal.alarm('push-refused', { log, hub, code, size })
    this.#held = size
    this.#refused = code !== '' && !lacksRegister(log, reply.value)
    if (size > from && code === '') return 'moved'
    return { retryAfterMs: Math.max(retryAfterMs, retryMsFirst) }
  }

  #request(verb: LinkVerb, payload: Uint8Array): Promise<Uint8Array> {
    return this.#tasks.unlessStopped(this.#setting.link.request(verb, this.#setting.log, payload))
  }
}
