/** How this node's word comes to a hub, and the hub's to this node. */
export type Mode = 'online' | 'offline' | 'courier'

export interface ModeSince {
  readonly mode: Mode
  /** By this node's clock, milliseconds since 1970. */
  readonly since: number
}

/** What is known of one hub. */
export interface HubState extends ModeSince {
  /** When it answered last; undefined before it has. */
  readonly answeredAt: number | undefined
}

export type HubNews =
  /** It answered a request. */
  | 'answered'
  /** A request to it had no answer. */
  | 'silent'
  /** Its word came by hand. */
  | 'carried'

/** A hub that has not answered for so long is out of reach: shorter gaps are a link's own. */
export const silentMsMax = 10_000

/** Nobody switches anything: what happens to requests decides. */
export function afterNews(state: HubState, news: HubNews, at: number): HubState {
  switch (news) {
    case 'answered':
      return { mode: 'online', since: state.mode === 'online' ? state.since : at, answeredAt: at }
    case 'silent': {
      const { answeredAt = state.since } = state
      const isGone = state.mode === 'online' && at - answeredAt >= silentMsMax
      return isGone ? { ...state, mode: 'offline', since: answeredAt } : state
    }
    case 'carried':
      return state.mode === 'offline' ? { ...state, mode: 'courier', since: at } : state
  }
}

/** After a start nobody has answered yet; a hub that was out of reach before has been so all the time. */
export function afterStart(kept: ModeSince | undefined, at: number): HubState {
  return {
    ...(kept === undefined || kept.mode === 'online' ? { mode: 'offline', since: at } : kept),
    answeredAt: undefined,
  }
}

/** The node as a whole: online while any hub answers; by courier while no hub does and any speaks by hand. */
export function modeOfAll(hubs: readonly ModeSince[]): Mode {
  if (hubs.some(({ mode }) => mode === 'online')) return 'online'
  return hubs.some(({ mode }) => mode === 'courier') ? 'courier' : 'offline'
}

/** What the logs last said of a hub. */
export interface ModeSaid {
  readonly mode: Mode
  readonly at: number
}

/** A mode is told to the logs once it has held for so long. */
export const modeHeldMs = 30_000

/** Between two changes of one hub's mode that the logs are told: a link that flaps fills no log. */
export const modeSaidEveryMs = 900_000

/**
 * Whether the logs are to be told of a mode now. An office begins as online: one whose links hold all night says nothing.
 * A clock that was set back counts as one that has gone on long enough.
 */
export function isToBeSaid({ mode, since }: ModeSince, said: ModeSaid | undefined, now: number): boolean {
  if (mode === (said?.mode ?? 'online')) return false
  const spoken = said === undefined || isOver(said.at, modeSaidEveryMs, now)
  return spoken && isOver(since, modeHeldMs, now)
}

function isOver(since: number, ms: number, now: number): boolean {
  return now >= since + ms || now < since
}
