import {
  type CandidatesListed,
  type ListAcknowledged,
  type ListCertified,
  ListKind,
  Role,
  type Station,
  type StationsListed,
} from '@khata/proto'
import { concatBytes, equalBytes } from '../base/bytes.ts'
import { sha256 } from '../base/hash.ts'
import { invariant } from '../base/invariant.ts'
import { candidatesMax, listPartsMax, stationsMax } from '../base/limits.ts'
import { type Refusal, refuse } from '../event/refusal.ts'
import type { Office } from '../identity/office.ts'
import type { Laws, SeatPlace } from './law.ts'
import { decideContesting } from './nominations.ts'
import type { Rules, Said } from './said.ts'
import type { CertifiedList, HeldPart, ListDraft } from './list-state.ts'
import type { SeatState } from './state.ts'

/** Forms 28 and 33: drafted in parts, certified, sent up and acknowledged, until the seat is frozen. */
export const listLaws: Laws<'stationsListed' | 'candidatesListed' | 'listCertified' | 'listAcknowledged'> = {
  stationsListed: {
    offices: [Role.RETURNING_OFFICER],
    decide: (place, part) => decideStationsListed(place, part),
    evolve: ({ state, said }, part) => addPart(state.form28, part, said),
  },
  candidatesListed: {
    offices: [Role.RETURNING_OFFICER],
    decide: ({ state, rules }, part) => decideCandidatesListed(state, part, rules),
    evolve: ({ state, said }, part) => addPart(state.form33, part, said),
  },
  listCertified: {
    offices: [Role.RETURNING_OFFICER],
    decide: ({ state }, certified) => decideListCertified(state, certified),
    evolve: ({ state, said }, certified) => evolveListCertified(state, certified, said.index),
  },
  listAcknowledged: {
    offices: [Role.HQ, Role.PROVINCIAL_COMMISSIONER],
    decide: ({ state, office }, acknowledged) => decideListAcknowledged(state, acknowledged, office),
    evolve: ({ state, said, office: { office } }, { list, version }) =>
      void state.acknowledgements.push({ list, version, office, index: said.index }),
  },
}

/** A part of Form 28 or Form 33 joins the draft; a higher version starts a new one. */
function decideStationsListed(place: SeatPlace, part: StationsListed): Refusal | undefined {
  const { form28 } = place.state
  const earlier = heldWith(form28, part).flatMap(({ stations }) => stations)
  return decidePart(place.state, form28, part) ?? badStations(place, part.stations, earlier)
}

function decideCandidatesListed(state: SeatState, part: CandidatesListed, rules: Rules): Refusal | undefined {
  return decidePart(state, state.form33, part) ?? badCandidates(state.form33, part, rules)
}

/** The returning officer signs for exactly the parts that the log holds. */
function decideListCertified(state: SeatState, certified: ListCertified): Refusal | undefined {
  if (state.frozen) return refuse('list/frozen')
  const draft = draftOf(state, certified)
  if (draft === undefined) return refuse('statement/bad-shape', { field: 'list' })
  const whole = draft.parts > 0 && draft.held.size === draft.parts
  const same = certified.version === draft.version && certified.parts === draft.parts
  if (!whole || !same || !equalBytes(certified.sha256, listHash(draft))) {
    return refuse('list/not-as-certified', { version: draft.version, parts: draft.held.size })
  }
  return certified.list === ListKind.FORM_33
    ? decideContesting(
        state,
        heldInOrder(state.form33).map(({ part }) => part),
      )
    : undefined
}

/** An office above the seat has received exactly what was certified. Once is enough. */
function decideListAcknowledged(
  state: SeatState,
  { list, version, sha256: hash }: ListAcknowledged,
  { office }: Office,
): Refusal | undefined {
  if (state.frozen) return refuse('list/frozen')
  const certified = draftOf(state, { list })?.certified.find((one) => one.version === version)
  if (certified === undefined || !equalBytes(certified.sha256, hash))
    return refuse('list/not-as-certified', { version })
  const known = state.acknowledgements.some(
    (one) => one.list === list && one.version === version && one.office === office,
  )
  return known ? refuse('list/already-acknowledged', { version }) : undefined
}

function evolveListCertified(state: SeatState, certified: ListCertified, since: number): void {
  const draft = draftOf(state, certified)
  invariant(draft !== undefined, 'a list was certified that decide would refuse')
  certify(draft, certified, since)
}

/** The parts, in order, of the newest version that stood certified when the log had `size` entries. */
export function frozenParts<Part>(draft: ListDraft<Part>, size: number): readonly Part[] {
  return certifiedAt(draft, size)?.parts ?? []
}

function certifiedAt<Part>(draft: ListDraft<Part>, size: number): CertifiedList<Part> | undefined {
  return draft.certified.findLast(({ since }) => since < size)
}

/** The version of a list that forms show: the one that was frozen, else the newest certified, else the draft. */
export interface ShownList<Part> {
  readonly version: number
  /** Entries that carry its parts, in order. */
  readonly entries: readonly number[]
  readonly certified: Pick<CertifiedList<Part>, 'sha256' | 'since'> | undefined
  /** Its parts, until the freeze. */
  readonly parts: readonly Part[]
}

export function shownList<Part>(draft: ListDraft<Part>): ShownList<Part> {
  const certified = draft.certified.at(-1)
  const stands = draft.frozen ?? certified
  if (stands !== undefined) {
    return { version: stands.version, entries: stands.entries, certified: stands, parts: certified?.parts ?? [] }
  }
  const held = heldInOrder(draft)
  const parts = held.map(({ part }) => part)
  return { version: draft.version, entries: held.map(({ index }) => index), certified: undefined, parts }
}

/** What `ListCertified.sha256` commits to: SHA-256 over the parts' statement hashes, in order. */
export function listHash(draft: ListDraft<unknown>): Uint8Array {
  return sha256(concatBytes(...heldInOrder(draft).map(({ hash }) => hash)))
}

/** Leaves of a list what HQ froze of the log's first `size` entries, without its rows. */
export function closeDraft(draft: ListDraft<unknown>, size: number): void {
  const certified = certifiedAt(draft, size)
  if (certified !== undefined) {
    const { parts: _, ...frozen } = certified
    draft.frozen = frozen
  }
  draft.held.clear()
  draft.certified.length = 0
}

interface Numbered {
  readonly version: number
  readonly part: number
  readonly parts: number
}

function draftOf(state: SeatState, { list }: Pick<ListCertified, 'list'>): SeatState['form28' | 'form33'] | undefined {
  switch (list) {
    case ListKind.FORM_28:
      return state.form28
    case ListKind.FORM_33:
      return state.form33
    case ListKind.UNSPECIFIED:
      return undefined
  }
}

function decidePart(state: SeatState, draft: ListDraft<unknown>, part: Numbered): Refusal | undefined {
  if (state.frozen) return refuse('list/frozen')
  if (part.parts > listPartsMax) return refuse('list/too-long', { parts: part.parts, partsMax: listPartsMax })
  const inRange = part.part >= 1 && part.part <= part.parts
  const opens = part.version > draft.version
  const joins = part.version === draft.version && part.parts === draft.parts && !draft.held.has(part.part)
  if (!inRange || !(opens || joins)) return refuse('list/part-out-of-order', { version: part.version, part: part.part })
  return undefined
}

function addPart<P extends Numbered>(draft: ListDraft<P>, part: P, { opened: { hash }, index }: Said): void {
  if (part.version > draft.version) {
    Object.assign(draft, { version: part.version, parts: part.parts })
    draft.held.clear()
  }
  draft.held.set(part.part, { part, hash, index })
}

function certify(draft: ListDraft<unknown>, { version, sha256: hash }: ListCertified, since: number): void {
  const parts = heldInOrder(draft)
  draft.certified.push({
    version,
    parts: parts.map(({ part }) => part),
    entries: parts.map(({ index }) => index),
    sha256: hash,
    since,
  })
}

/** The parts held of the newest version, in order. */
function heldInOrder<Part>({ held }: ListDraft<Part>): readonly HeldPart<Part>[] {
  return [...held].toSorted(([a], [b]) => a - b).map(([, part]) => part)
}

/** What is wrong with rows of Form 28 that come after these: in a part of the list, or one row amended. */
export function badStations(
  { rules, knowsPhysicalStation }: SeatPlace,
  stations: readonly Station[],
  earlier: readonly Station[],
): Refusal | undefined {
  if (earlier.length + stations.length > stationsMax) return refuse('list/too-long', { stationsMax })
  const synthetic = stations.find((station) => station.synthetic !== '')
  if (synthetic !== undefined && rules.mode !== 'replay') {
    return refuse('list/only-in-replay', { station: synthetic.number })
  }
  const astray = stations.find(({ physicalStation: id }) => id !== '' && !knowsPhysicalStation(id))
  if (astray !== undefined) {
    return refuse('list/unknown-physical-station', { station: astray.number, id: astray.physicalStation })
  }
  const seen = new Set(earlier.map(({ number }) => number))
  return stations.map((station) => badRow(seen, station.number, station.name)).find((bad) => bad !== undefined)
}

function badCandidates(draft: ListDraft<CandidatesListed>, part: CandidatesListed, rules: Rules): Refusal | undefined {
  const held = heldWith(draft, part)
  const earlier = held.flatMap(({ candidates }) => candidates)
  const columns = held.reduce((sum, other) => sum + other.columns.length, part.columns.length)
  if (Math.max(earlier.length + part.candidates.length, columns) > candidatesMax) {
    return refuse('list/too-long', { candidatesMax })
  }
  if (columns > 0 && rules.mode !== 'replay') return refuse('list/only-in-replay', { columns })
  if (part.columns.some(({ label }) => label === '')) return refuse('list/bad-row', { part: part.part })
  const seen = new Set(earlier.map(({ serial }) => serial))
  return part.candidates.map(({ serial, nameEn }) => badRow(seen, serial, nameEn)).find((bad) => bad !== undefined)
}

function heldWith<P>(draft: ListDraft<P>, part: Numbered): readonly P[] {
  return part.version === draft.version ? [...draft.held.values()].map((held) => held.part) : []
}

function badRow(seen: Set<number>, number: number, name: string): Refusal | undefined {
  if (number < 1 || name === '' || seen.has(number)) return refuse('list/bad-row', { number })
  seen.add(number)
  return undefined
}
