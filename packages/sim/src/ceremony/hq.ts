import type { SignedBytes } from '@khata/ledger'
import { type KeyEnrolledInput, Role, type SeatFrozenInput } from '@khata/proto'
import type { SeatPlan } from '../election/plan.ts'
import type { Author } from './author.ts'
import { type DrillKey, drillKey } from './drill-key.ts'
import { enrolment } from './enrolment.ts'
import { signable } from './lists.ts'
import { roKeyName, type SeatPlace } from './seat.ts'

export const hqKeyName = 'hq'

/** HQ's first officer, whom the root enrols. */
export function hqEnrolment(election: string, hq: DrillKey): KeyEnrolledInput {
  return enrolment(hq, { election, seat: '', office: 'hq', role: Role.HQ })
}

/** Buildings that one statement declares: well below an entry's 65,535 bytes. */
const buildingsPerStatement = 300

/** HQ declares the buildings in which the plan's stations are, each once. */
export function buildingStatements(seats: readonly SeatPlan[], hq: Author, now: number): readonly SignedBytes[] {
  const named = seats.flatMap(({ district, stations }) =>
    stations.map(({ physicalStation = '', name }) => [physicalStation, { name: signable(name), district }] as const),
  )
  const buildings = [...new Map(named.filter(([id]) => id !== ''))].map(([id, building]) => ({ id, ...building }))
  const parts = Array.from({ length: Math.ceil(buildings.length / buildingsPerStatement) }, (_, at) =>
    buildings.slice(at * buildingsPerStatement, (at + 1) * buildingsPerStatement),
  )
  return parts.map((stations) => {
    const body = { body: 'physicalStationsDeclared', physicalStationsDeclared: { stations } } as const
    return hq.say('', body, now).signed
  })
}

/** HQ gives each seat its returning officer. */
export function roStatements(seats: readonly SeatPlan[], hq: Author, place: SeatPlace): readonly SignedBytes[] {
  const { election, seed, now } = place
  return seats.map(({ seat }) => {
    const office = { election, seat, office: 'ro', role: Role.RETURNING_OFFICER }
    const keyEnrolled = enrolment(drillKey(seed, roKeyName(seat)), office)
    return hq.say('', { body: 'keyEnrolled', keyEnrolled }, now).signed
  })
}

/** HQ freezes a seat as its copy of the seat's log holds it. */
export function freezeStatement(frozen: SeatFrozenInput, hq: Author, now: number): SignedBytes {
  return hq.say('', { body: 'seatFrozen', seatFrozen: frozen }, now).signed
}
