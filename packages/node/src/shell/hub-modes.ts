import { utf8Decode, utf8Encode } from '@khata/ledger'
import { LinkMode } from '@khata/proto'
import { type Link, PortUnavailable } from '../ports.ts'
import {
  afterNews,
  afterStart,
  type HubNews,
  type HubState,
  isToBeSaid,
  type Mode,
  modeOfAll,
  type ModeSaid,
  type ModeSince,
} from '../replica/modes.ts'
import { modeRow } from '../replica/rows.ts'
import { readRows } from './reading.ts'
import type { NodeSetting } from './node-setting.ts'
import type { Site } from './site.ts'

type ModesSetting = Pick<NodeSetting, 'site' | 'links' | 'onFailed'>

/** Between two looks whether the logs are to be told. */
const lookMs = 5_000

interface KnownHub {
  state: HubState
  said: ModeSaid | undefined
}

const linkModes: Readonly<Record<Mode, LinkMode>> = {
  online: LinkMode.ONLINE,
  offline: LinkMode.OFFLINE,
  courier: LinkMode.COURIER,
}

/** A change of mode, as the logs of this node are told it. */
export interface SaidMode {
  readonly mode: LinkMode
  readonly hub: string
  readonly since: number
}

/**
 * In which mode this node is with each hub above it, seen from what becomes of its requests and from what couriers
 * bring. Kept lazily: what is lost is seen again.
 */
export class HubModes {
  readonly #site: Site
  readonly #hubs = new Map<string, KnownHub>()
  readonly #onFailed: (error: unknown) => void
  #all: ModeSince

  private constructor({ site, onFailed }: ModesSetting) {
    this.#site = site
    this.#onFailed = onFailed
    this.#all = { mode: 'offline', since: site.clock.now() }
  }

  /** Of the hubs above this node, and of those whose word has ever come by hand. */
  static async open(setting: ModesSetting): Promise<HubModes> {
    const { site, links } = setting
    const modes = new HubModes(setting)
    const prefix = modeRow('')
    const kept = await readRows(site.store, { from: prefix, to: `${prefix}~` })
    const known = new Map(kept.map(([key, row]) => [key.slice(prefix.length), decodeRow(row)]))
    for (const hub of new Set([...links.keys(), ...known.keys()])) {
      const row = known.get(hub)
      modes.#hubs.set(hub, { state: afterStart(row, modes.#now), said: row?.said })
    }
    modes.#all = { ...modes.#all, mode: modeOfAll(modes.#states) }
    return modes
  }

  /** A link whose every request tells how its hub is. */
  watched(hub: string, link: Link): Link {
    return {
      request: (...asked) => this.#ask(hub, link, asked),
      [Symbol.asyncDispose]: () => link[Symbol.asyncDispose](),
    }
  }

  /** A hub's word has come by hand. */
  carried(hub: string): void {
    this.#news(hub, 'carried')
  }

  /** Undefined where no hub is above. */
  get all(): ModeSince | undefined {
    return this.#hubs.size === 0 ? undefined : this.#all
  }

  get hubs(): readonly (ModeSince & { readonly hub: string })[] {
    return [...this.#hubs].map(
      ([
        hub,
        {
          state: { mode, since },
        },
      ]) => ({ hub, mode, since }),
    )
  }

  /** Tells of each mode that has held for long enough, until the signal aborts. */
  async tell(say: (changed: SaidMode) => boolean, signal: AbortSignal): Promise<void> {
    for (;;) {
      await this.#site.clock.sleep(lookMs, signal)
      for (const [hub, known] of this.#hubs) {
        const { mode, since } = known.state
        if (!isToBeSaid(known.state, known.said, this.#now)) continue
        if (!say({ mode: linkModes[mode], hub, since })) continue
        known.said = { mode, at: this.#now }
        await this.#keep(hub, known)
      }
    }
  }

  async #ask(hub: string, link: Link, asked: Parameters<Link['request']>): Promise<Uint8Array> {
    try {
      const answer = await link.request(...asked)
      this.#news(hub, 'answered')
      return answer
    } catch (error) {
      if (error instanceof PortUnavailable) this.#news(hub, 'silent')
      throw error
    }
  }

  #news(hub: string, news: HubNews): void {
    const known = this.#hubs.get(hub) ?? { state: afterStart(undefined, this.#now), said: undefined }
    this.#hubs.set(hub, known)
    const before = known.state.mode
    known.state = afterNews(known.state, news, this.#now)
    const { mode, since } = known.state
    if (mode === before) return
    this.#site.journal.info('mode-changed', { hub, mode, since })
    const all = modeOfAll(this.#states)
    if (all !== this.#all.mode) this.#all = { mode: all, since: this.#now }
    // Whoever has just asked waits for nothing; what a disk does not take is told again.
    void this.#keep(hub, known).catch(this.#onFailed)
  }

  async #keep(hub: string, { state: { mode, since }, said }: KnownHub): Promise<void> {
    const value = utf8Encode(JSON.stringify({ mode, since, said }))
    try {
      await this.#site.store.write([{ key: modeRow(hub), value }], 'lazy')
    } catch (error) {
      if (!(error instanceof PortUnavailable)) throw error
    }
  }

  get #states(): readonly HubState[] {
    return [...this.#hubs.values()].map(({ state }) => state)
  }

  get #now(): number {
    return this.#site.clock.now()
  }
}

function decodeRow(row: Uint8Array): ModeSince & { readonly said: ModeSaid | undefined } {
  return JSON.parse(utf8Decode(row) ?? '') as ModeSince & { readonly said: ModeSaid | undefined }
}
