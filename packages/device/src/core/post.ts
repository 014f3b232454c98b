import type { Column, SeatState } from '@khata/ledger'
import type { RuleParameters, Station } from '@khata/proto'
import { destinationsMax, postsMax } from './limits.ts'

/** Where a statement is sent. */
export interface Destination {
  /** Its own among a post's destinations, and the same after every restart: `ro`, `hq`. */
  readonly name: string
  readonly kind: 'ro' | 'hq' | 'province'
  /** The log that files the statement: the seat's own at its returning officer, an intake log at a hub. */
  readonly log: string
  /** What the transport needs to find it; over HTTP the node's base URL. */
  readonly address: string
}

/** An officer's office at one station of one seat, and what a form of that station is checked against. */
export interface Post {
  readonly seat: string
  /** The station's row of Form 28. */
  readonly station: Station
  /** What Form 45 counts: the seat's certified Form 33, in order. */
  readonly columns: readonly Column[]
  /** Whether the columns are labels as collected, in mode replay. */
  readonly collected: boolean
  /** Form 33 serials of the candidates with a polling agent at the station: who signs the form, or has a reason not to. */
  readonly agents: readonly number[]
  readonly parameters: RuleParameters
  readonly destinations: readonly Destination[]
}

/** The post of a station as a verified and frozen seat log has it; undefined where Form 28 has no such station. */
export function postOfSeat(
  seat: SeatState,
  station: number,
  rest: Pick<Post, 'parameters' | 'destinations'>,
): Post | undefined {
  const record = seat.stations.get(station)
  if (record === undefined) return undefined
  const { columns, collected } = seat
  return { seat: seat.seat, station: record.station, columns, collected, agents: record.agents, ...rest }
}

export interface BadPost {
  readonly code: 'device/bad-post'
  readonly seat: string
  readonly detail: string
}

/** What is wrong with a device's posts; undefined when nothing is. */
export function postFault(posts: readonly Post[]): BadPost | undefined {
  if (posts.length > postsMax) return { code: 'device/bad-post', seat: '', detail: `more than ${postsMax} posts` }
  for (const [at, { seat, destinations }] of posts.entries()) {
    const names = new Set(destinations.map(({ name }) => name))
    const fault = (detail: string): BadPost => ({ code: 'device/bad-post', seat, detail })
    if (posts.findIndex((other) => other.seat === seat) !== at) return fault('the seat has two posts')
    if (destinations.length === 0) return fault('no destination')
    if (destinations.length > destinationsMax) return fault(`more than ${destinationsMax} destinations`)
    if (names.size !== destinations.length) return fault('two destinations have one name')
  }
  return undefined
}
