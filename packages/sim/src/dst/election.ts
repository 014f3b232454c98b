import { Author } from '../ceremony/author.ts'
import { type DrillKey, drillKey } from '../ceremony/drill-key.ts'
import { enrolment } from '../ceremony/enrolment.ts'
import { freezeStatement, hqEnrolment, hqKeyName, roStatements } from '../ceremony/hq.ts'
import { type ApprovedOrder, type HubPost, type Root, rootOf, rootOrders, trustOf } from '../ceremony/root.ts'
import { deadlines } from '../ceremony/rules.ts'
import { poKeyName, roKeyName, type SeatPlace, seatStatements } from '../ceremony/seat.ts'
import type { ElectionPlan, SeatPlan, StationPlan } from '../election/plan.ts'
import type { SignedBytes, Trust } from '@khata/ledger'
import { Role, type SeatFrozenInput } from '@khata/proto'
import type { MachinePlan } from './machine.ts'

/** Keys' seed: every run has the same officers, so that a signature is checked once for all of them. */
const keySeed = 'simulated'
const closeOfPollMs = Date.UTC(2024, 1, 8, 12)

/** Three quarters of a minute before the first Form 47 is due. */
export const nightBeginsAt: number = deadlines(closeOfPollMs).form47PartialDueAt - 45_000

/** Two seats in one province: one with six stations, one with two. */
export const simulatedPlan: ElectionPlan = {
  election: 'simulated',
  mode: 'drill',
  title: 'Simulated election',
  closeOfPollMs,
  provinces: [{ code: 'punjab', name: 'Punjab' }],
  seats: [seatPlan('NA-1', 6), seatPlan('PP-1', 2)],
}

export const electionId = `${simulatedPlan.election}/${simulatedPlan.mode}`
export const root: Root = rootOf(electionId, keySeed)
export const trust: Trust = trustOf(root, keyOf('node/hq').key)
export const place: SeatPlace = { election: electionId, seed: keySeed, now: closeOfPollMs }

/** HQ, the province and one office for each seat. */
export const machinePlans: readonly MachinePlan[] = [
  hubMachine('hq', 'hq', []),
  hubMachine('punjab', 'province', ['hq']),
  ...simulatedPlan.seats.map(({ seat }) => officeMachine(seat)),
]

/** The root's orders that HQ's node says first. */
export function orders(): readonly ApprovedOrder[] {
  const posts = {
    hubs: ['hq', 'punjab'].map(hubPost),
    sequencerOf: (seat: string): Uint8Array => keyOf(`node/office-${seat}`).key,
  }
  return rootOrders(simulatedPlan, root, posts, hqEnrolment(electionId, keyOf(hqKeyName)))
}

/** Everybody who speaks, with what each has said before the night: the same each time. */
export class People {
  readonly hq = new Author(electionId, keyOf(hqKeyName))
  readonly #authors = new Map<string, Author>()
  /** HQ's statements before the freeze, and each returning officer's. */
  readonly appointments: readonly SignedBytes[]
  readonly lists: ReadonlyMap<string, readonly SignedBytes[]>

  constructor() {
    this.appointments = roStatements(simulatedPlan.seats, this.hq, place)
    this.lists = new Map(
      simulatedPlan.seats.map((seat) => [seat.seat, seatStatements(seat, this.ro(seat.seat), place)]),
    )
  }

  freeze(frozen: SeatFrozenInput): SignedBytes {
    return freezeStatement(frozen, this.hq, closeOfPollMs)
  }

  /** HQ gives one more office of the whole election: every seat's log pins it. */
  appoint(name: string, saidAt: number): SignedBytes {
    const office = { election: electionId, seat: '', office: name, role: Role.PROVINCIAL_COMMISSIONER }
    return this.hq.say('', { body: 'keyEnrolled', keyEnrolled: enrolment(keyOf(name), office) }, saidAt).signed
  }

  ro(seat: string): Author {
    return this.#author(roKeyName(seat))
  }

  #author(name: string): Author {
    const known = this.#authors.get(name) ?? new Author(electionId, keyOf(name))
    this.#authors.set(name, known)
    return known
  }
}

export function poKey(seat: SeatPlan, station: StationPlan): DrillKey {
  return keyOf(poKeyName(seat.seat, station))
}

export function roKey({ seat }: SeatPlan): DrillKey {
  return keyOf(roKeyName(seat))
}

/** What the trace calls a presiding officer's device. */
export function deviceName({ seat }: SeatPlan, { number }: StationPlan): string {
  return `device of ${seat}/${number}`
}

/** Whoever has a key, with a device chain that nobody else knows of. */
export function holderOf(key: DrillKey): Author {
  return new Author(electionId, key)
}

function keyOf(name: string): DrillKey {
  return drillKey(keySeed, name)
}

function hubPost(hub: string): HubPost {
  return { hub, sequencerKey: keyOf(`node/${hub}`).key, cosignerKey: keyOf(`cosigner/${hub}`).key }
}

function hubMachine(hub: string, role: 'hq' | 'province', hubsAbove: readonly string[]): MachinePlan {
  return {
    name: hub,
    role,
    hub,
    seats: [],
    hubsAbove,
    signer: keyOf(`node/${hub}`),
    cosignerSigner: keyOf(`cosigner/${hub}`),
  }
}

function officeMachine(seat: string): MachinePlan {
  return {
    name: `office-${seat}`,
    role: 'ro',
    hub: undefined,
    seats: [seat],
    hubsAbove: ['punjab', 'hq'],
    signer: keyOf(`node/office-${seat}`),
    cosignerSigner: undefined,
  }
}

function seatPlan(seat: string, stations: number): SeatPlan {
  return {
    seat,
    name: `Constituency ${seat}`,
    assembly: seat.startsWith('NA-') ? 'NA' : 'PA',
    province: 'punjab',
    district: 'Lahore',
    candidates: [1, 2, 3].map((serial) => ({ serial, nameEn: `Candidate ${serial}`, party: `Party ${serial}` })),
    stations: Array.from({ length: stations }, (_, at) => stationPlan(at + 1)),
  }
}

function stationPlan(number: number): StationPlan {
  const votes = [1, 2, 3].map((column) => ({ column: column - 1, total: 7 * number + 3 * column }))
  const validTotal = votes.reduce((sum, { total }) => sum + total, 0)
  return {
    number,
    name: `School ${number}`,
    type: 'combined',
    registeredTotal: 1_000,
    figures: { votes, validTotal, excluded: 0, polled: validTotal, countedAt: closeOfPollMs + 1_800_000 },
  }
}
