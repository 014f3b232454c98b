import { decodePullReply, encodePullRequest } from '@khata/proto'
import { type Link, PortUnavailable } from '../ports.ts'
import { frameEntriesMax } from '../replica/limits.ts'
import type { FollowerRunner } from './follower-runner.ts'
import type { Site } from './site.ts'
import { Tasks } from './tasks.ts'

/** Between two looks at a log that has not grown, longer from look to look: hundreds of offices ask one hub. */
const idleMsFirst = 500
const idleMsMax = 4_000

export interface PullerSetting {
  readonly site: Site
  readonly log: string
  readonly follower: FollowerRunner
  /** Tried in order until one answers: any replica will do, since every frame is verified. */
  readonly links: readonly Link[]
  readonly onFailed: (error: unknown) => void
}

/** Follows a log that is written elsewhere by asking for what comes next. */
export class Puller {
  readonly #setting: PullerSetting
  readonly #tasks: Tasks

  constructor(setting: PullerSetting) {
    this.#setting = setting
    this.#tasks = new Tasks(setting.onFailed)
    this.#tasks.run(() => this.#run())
  }

  stop(): Promise<void> {
    return this.#tasks.stop()
  }

  async #run(): Promise<void> {
    for (let idleMs = idleMsFirst; !this.#tasks.stopping; ) {
      if (await this.#pullFromAny()) {
        idleMs = idleMsFirst
      } else {
        await this.#setting.site.clock.sleep(idleMs, this.#tasks.signal)
        idleMs = Math.min(2 * idleMs, idleMsMax)
      }
    }
  }

  async #pullFromAny(): Promise<boolean> {
    for (const link of this.#setting.links) {
      if (await this.#tryPull(link)) return true
    }
    return false
  }

  /** Whether the log has moved. A hub, a disk or a verifier that does not answer now is asked again. */
  async #tryPull(link: Link): Promise<boolean> {
    try {
      return await this.#pull(link)
    } catch (error) {
      if (error instanceof PortUnavailable) return false
      throw error
    }
  }

  async #pull(link: Link): Promise<boolean> {
    const { log, follower, site } = this.#setting
    const from = follower.size
    const payload = encodePullRequest({ log, from, entriesMax: frameEntriesMax })
    const reply = decodePullReply(await this.#tasks.unlessStopped(link.request('pull', log, payload)))
    if (!reply.ok || reply.value.entries.length === 0) return false
    const { entries, checkpoint } = reply.value
    const answer = await follower.receive({ from, entries, note: checkpoint })
    if (answer.type === 'refused') site.journal.alarm('pull-refused', { log, code: answer.code, from })
    return answer.type === 'held'
  }
}
