import type { Candidate, CandidatesListed, ListCertified, Station, StationsListed } from '@khata/proto'
import { ListKind } from '@khata/proto'
import { concatBytes, equalBytes } from '../base/bytes.ts'
import { sha256 } from '../base/hash.ts'
import { candidatesMax, listPartsMax, stationsMax } from '../base/limits.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import { draftRows, type ListDraft, type SeatState } from './state.ts'

/** A part of Form 28 or Form 33 joins the draft; a higher version starts a new one. */
export function decideStationsListed(state: SeatState, part: StationsListed): Refusal | undefined {
  return decidePart(state, state.form28, part) ?? badStation(state.form28, part)
}

export function decideCandidatesListed(state: SeatState, part: CandidatesListed): Refusal | undefined {
  return decidePart(state, state.form33, part) ?? badCandidate(state.form33, part)
}

/** The returning officer signs for exactly the parts that the log holds. */
export function decideListCertified(state: SeatState, certified: ListCertified): Refusal | undefined {
  if (state.frozen) return refuse('list/frozen')
  const draft = certified.list === ListKind.FORM_28 ? state.form28 : state.form33
  const whole = draft.parts > 0 && draft.rows.size === draft.parts
  const same = certified.version === draft.version && certified.parts === draft.parts
  if (!whole || !same || !equalBytes(certified.sha256, listHash(draft))) {
    return refuse('list/not-as-certified', { version: draft.version, parts: draft.rows.size })
  }
  return undefined
}

export function evolveStationsListed(state: SeatState, part: StationsListed, hash: Uint8Array): void {
  addPart(state.form28, part, part.stations, hash)
}

export function evolveCandidatesListed(state: SeatState, part: CandidatesListed, hash: Uint8Array): void {
  addPart(state.form33, part, part.candidates, hash)
  state.collected = part.part === 1 ? part.columns : [...state.collected, ...part.columns]
}

export function evolveListCertified(state: SeatState, certified: ListCertified): void {
  const draft = certified.list === ListKind.FORM_28 ? state.form28 : state.form33
  draft.certified = true
}

/** What `ListCertified.sha256` commits to: SHA-256 over the parts' statement hashes, in order. */
export function listHash(draft: ListDraft<unknown>): Uint8Array {
  const hashes = Array.from({ length: draft.parts }, (_, part) => draft.hashes.get(part + 1) ?? new Uint8Array(0))
  return sha256(concatBytes(...hashes))
}

interface Part {
  readonly version: number
  readonly part: number
  readonly parts: number
}

function decidePart(state: SeatState, draft: ListDraft<unknown>, part: Part): Refusal | undefined {
  if (state.frozen) return refuse('list/frozen')
  if (part.parts > listPartsMax) return refuse('list/too-long', { parts: part.parts, partsMax: listPartsMax })
  const inRange = part.part >= 1 && part.part <= part.parts
  const opens = part.version > draft.version
  const joins = part.version === draft.version && part.parts === draft.parts && !draft.rows.has(part.part)
  if (!inRange || !(opens || joins)) return refuse('list/part-out-of-order', { version: part.version, part: part.part })
  return undefined
}

function addPart<Row>(draft: ListDraft<Row>, part: Part, rows: readonly Row[], hash: Uint8Array): void {
  if (part.version > draft.version) startVersion(draft, part)
  draft.rows.set(part.part, rows)
  draft.hashes.set(part.part, hash)
}

function startVersion(draft: ListDraft<unknown>, part: Part): void {
  draft.version = part.version
  draft.parts = part.parts
  draft.rows.clear()
  draft.hashes.clear()
  draft.certified = false
}

function badStation(draft: ListDraft<Station>, part: StationsListed): Refusal | undefined {
  const earlier = part.version === draft.version ? draftRows(draft) : []
  if (earlier.length + part.stations.length > stationsMax) return refuse('list/too-long', { stationsMax })
  const seen = new Set(earlier.map(({ number }) => number))
  return part.stations.map((station) => badRow(seen, station.number, station.name)).find((bad) => bad !== undefined)
}

function badCandidate(draft: ListDraft<Candidate>, part: CandidatesListed): Refusal | undefined {
  const earlier = part.version === draft.version ? draftRows(draft) : []
  if (earlier.length + part.candidates.length > candidatesMax) return refuse('list/too-long', { candidatesMax })
  const seen = new Set(earlier.map(({ serial }) => serial))
  return part.candidates.map(({ serial, nameEn }) => badRow(seen, serial, nameEn)).find((bad) => bad !== undefined)
}

function badRow(seen: Set<number>, number: number, name: string): Refusal | undefined {
  if (number < 1 || name === '' || seen.has(number)) return refuse('list/bad-row', { number })
  seen.add(number)
  return undefined
}
