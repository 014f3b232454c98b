import type { Destination, Post } from '@khata/device'
import { type Column, invariant, openStatement, type SignedBytes } from '@khata/ledger'
import type { Candidate, CollectedColumn, RuleParameters, Station, Statement } from '@khata/proto'

/** A seat's lists as its returning officer signed them: what devices check forms against. */
export interface SeatLists {
  readonly stations: ReadonlyMap<number, Station>
  readonly columns: readonly Column[]
  readonly collected: boolean
}

export function listsIn(statements: readonly SignedBytes[]): SeatLists {
  const bodies = statements.map(statementIn)
  const stations = bodies.flatMap((it) => (it.body === 'stationsListed' ? it.stationsListed.stations : []))
  const lists = bodies.flatMap((it) => (it.body === 'candidatesListed' ? [it.candidatesListed] : []))
  const candidates = lists.flatMap((list) => list.candidates)
  const collected = lists.flatMap((list) => list.columns)
  return {
    stations: new Map(stations.map((station) => [station.number, station])),
    columns: collected.length > 0 ? collectedColumns(collected, candidates) : candidates.map(candidateColumn),
    collected: collected.length > 0,
  }
}

export interface PostPlace {
  readonly parameters: RuleParameters
  readonly destinations: readonly Destination[]
}

export function postOf(seat: string, lists: SeatLists, stationNumber: number, place: PostPlace): Post {
  const station = lists.stations.get(stationNumber)
  invariant(station !== undefined, 'a post is at a station of Form 28')
  // No polling agent has a key in a drill.
  return { seat, station, columns: lists.columns, collected: lists.collected, agents: [], ...place }
}

function statementIn({ statement, signature }: SignedBytes): Statement {
  const opened = openStatement(statement, signature)
  invariant(opened.ok, 'an officer signs well-formed statements')
  return opened.value.statement
}

function candidateColumn({ nameEn, serial, party }: Candidate): Column {
  return { label: nameEn, serial, party }
}

function collectedColumns(columns: readonly CollectedColumn[], candidates: readonly Candidate[]): readonly Column[] {
  const parties = new Map(candidates.map(({ serial, party }) => [serial, party]))
  return columns.map(({ label, serial }) => ({
    label,
    serial: serial !== null && parties.has(serial) ? serial : null,
    party: (serial !== null && parties.get(serial)) || '',
  }))
}
