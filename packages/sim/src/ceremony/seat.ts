import { modeOf, type SignedBytes } from '@khata/ledger'
import { type KeyClaimInput, ListKind, Role } from '@khata/proto'
import type { SeatPlan, StationPlan } from '../election/plan.ts'
import type { Author, Spoken } from './author.ts'
import { type DrillKey, drillKey } from './drill-key.ts'
import { enrolment } from './enrolment.ts'
import { certified, form28, form33 } from './lists.ts'
import { nominationsOf, withNominations } from './nominations.ts'

/** Everything that a seat's returning officer says before HQ freezes the seat, in the order in which it is said. */
export function seatStatements(seat: SeatPlan, ro: Author, place: SeatPlace): readonly SignedBytes[] {
  const { now, election } = place
  // A reconstruction's source knows nothing of nominations.
  const isDrill = modeOf(election) === 'drill'
  const nominations = isDrill ? nominationsOf(seat.candidates).map((body) => ro.say(seat.seat, body, now)) : []
  const stations = form28(seat).map((part) => ro.say(seat.seat, { body: 'stationsListed', stationsListed: part }, now))
  const candidates = form33(seat).map((part) => {
    const candidatesListed = isDrill ? withNominations(part) : part
    return ro.say(seat.seat, { body: 'candidatesListed', candidatesListed }, now)
  })
  const lists = [...stations, ...candidates]
  const certificates = [
    certified(ListKind.FORM_28, hashesOf(stations)),
    certified(ListKind.FORM_33, hashesOf(candidates)),
  ].map((listCertified) => ro.say(seat.seat, { body: 'listCertified', listCertified }, now))
  const offices = [aroOffice(seat.seat, place), ...seat.stations.map((station) => poOffice(seat.seat, station, place))]
  const enrolments = offices.map(({ holder, office }) =>
    ro.say(seat.seat, { body: 'keyEnrolled', keyEnrolled: enrolment(holder, office) }, now),
  )
  return [...nominations, ...lists, ...certificates, ...enrolments].map(({ signed }) => signed)
}

export interface SeatPlace {
  readonly election: string
  readonly seed: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Name of the key of a station's presiding officer: one officer and device for both polls of a building. */
export function poKeyName(seat: string, { physicalStation, number }: StationPlan): string {
  return `po/${physicalStation ?? `${seat}/${number}`}`
}

export function roKeyName(seat: string): string {
  return `ro/${seat}`
}

interface Appointment {
  readonly holder: DrillKey
  readonly office: Omit<KeyClaimInput, 'key'>
}

function hashesOf(parts: readonly Spoken[]): readonly Uint8Array[] {
  return parts.map(({ hash }) => hash)
}

function aroOffice(seat: string, { election, seed }: SeatPlace): Appointment {
  const office = { election, seat, office: 'aro', role: Role.ASSISTANT_RETURNING_OFFICER }
  return { holder: drillKey(seed, `aro/${seat}`), office }
}

function poOffice(seat: string, station: StationPlan, { election, seed }: SeatPlace): Appointment {
  const { number } = station
  const office = { election, seat, office: `po/${number}`, role: Role.PRESIDING_OFFICER, station: number }
  return { holder: drillKey(seed, poKeyName(seat, station)), office }
}
