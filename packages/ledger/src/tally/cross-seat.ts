import { Role, type Tolerance } from '@khata/proto'
import type { LogFold } from '../audit/fold.ts'
import { rulesOf } from '../audit/rules.ts'
import { equal } from '../count/check.ts'
import { wholeIn } from '../count/figures.ts'
import type { SeatState, StationRecord } from '../count/state.ts'
import type { KeyHex } from '../event/statement.ts'
import { type ElectionHeading, electionHeading } from '../form/seat-heading.ts'
import { textOf } from '../form/seat-text.ts'
import { isolated } from '../form/text-table.ts'
import type { RegisterState } from '../identity/register.ts'

/** What several seats' logs say of one thing, and do not agree in. Advice: it never holds up a seat. */
export type CrossSeatFinding =
  /** The National and the Provincial Assembly's polls of one building differ by more than the register allows. */
  | { readonly code: 'tally/polls-differ'; readonly building: string; readonly polls: readonly BuildingPoll[] }
  /** One key signs for stations of more than one building. */
  | { readonly code: 'tally/key-at-two-buildings'; readonly key: KeyHex; readonly posts: readonly Post[] }

/** What several seats' logs, at these sizes, do not agree in, as JSON whose RFC 8785 bytes are the document. */
export interface CrossSeatJson extends ElectionHeading {
  readonly document: 'cross-seat'
  /** By name. */
  readonly logs: readonly { readonly log: string; readonly generation: number; readonly size: number }[]
  readonly findings: readonly CrossSeatFinding[]
}

/** Compares the seats among these folds. Stations without a physical station are linked to nothing. */
export function crossSeatJson(folds: readonly LogFold[], register: RegisterState): CrossSeatJson {
  const seats = folds.flatMap(({ content }) => (content.kind === 'seat' ? [content.seat] : []))
  const named = folds.filter(({ content }) => content.kind === 'seat').toSorted((a, b) => (a.log < b.log ? -1 : 1))
  return {
    document: 'cross-seat',
    ...electionHeading(register),
    logs: named.map(({ log, generation, size }) => ({ log, generation, size })),
    findings: [...pollFindings(seats, rulesOf(register).parameters.crossPoll), ...keyFindings(seats)],
  }
}

/** For a terminal. Lines end in a line feed. */
export function crossSeatText({ logs, findings, reconstruction }: CrossSeatJson): string {
  const lines = findings.map((one) =>
    one.code === 'tally/polls-differ'
      ? `${isolated(one.building)}: ${one.polls.map((poll) => `${poll.seat}/${poll.station} polled ${poll.polled}`).join(', ')}`
      : `key ${one.key.slice(0, 16)}: ${one.posts.map((post) => `${post.seat}/${post.station}`).join(', ')}`,
  )
  return textOf([
    reconstruction === undefined ? [] : [reconstruction.notice],
    [`Across ${logs.length} seats, for somebody to look at: ${findings.length}`, ...lines.map((text) => `  ${text}`)],
  ])
}

/** Votes polled at one station by its counted form, and the entry that carries the form. */
export interface BuildingPoll extends Post {
  readonly polled: number
  readonly entry: number
}

export interface Post {
  readonly seat: string
  readonly station: number
}

function pollFindings(seats: readonly SeatState[], tolerance: Tolerance | null): readonly CrossSeatFinding[] {
  const byBuilding = new Map<string, BuildingPoll[]>()
  for (const { seat, stations } of seats) {
    for (const record of stations.values()) {
      const polled = polledAt(record)
      const { physicalStation: building, number: station } = record.station
      if (polled === null || record.current === undefined || building === '') continue
      append(byBuilding, building, { seat, station, polled, entry: record.current.index })
    }
  }
  return [...byBuilding]
    .filter(([, polls]) => !agree(polls.map(polledOf), tolerance))
    .map(([building, polls]) => ({ code: 'tally/polls-differ', building, polls }))
}

function keyFindings(seats: readonly SeatState[]): readonly CrossSeatFinding[] {
  const byKey = new Map<KeyHex, (Post & { readonly building: string })[]>()
  for (const { seat, rolls, stations } of seats) {
    for (const [key, { role, station }] of rolls) {
      if (role !== Role.PRESIDING_OFFICER && role !== Role.SENIOR_ASSISTANT_PRESIDING_OFFICER) continue
      const record = station === null ? undefined : stations.get(station)
      if (station === null || record === undefined) continue
      append(byKey, key, { seat, station, building: record.station.physicalStation || `${seat}/${station}` })
    }
  }
  return [...byKey]
    .filter(([, posts]) => new Set(posts.map(({ building }) => building)).size > 1)
    .map(([key, posts]) => ({
      code: 'tally/key-at-two-buildings',
      key,
      posts: posts.map(({ seat, station }) => ({ seat, station })),
    }))
}

function agree(polled: readonly number[], tolerance: Tolerance | null): boolean {
  return equal(['least', Math.min(...polled)], ['most', Math.max(...polled)], tolerance) === 'holds'
}

function polledAt({ status, current }: StationRecord): number | null {
  if (status !== 'accepted' || current?.figures === undefined) return null
  const [, , polled] = wholeIn(current.figures)
  return polled ?? null
}

function polledOf({ polled }: BuildingPoll): number {
  return polled
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key) ?? []
  list.push(value)
  lists.set(key, list)
}
