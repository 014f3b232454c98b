import type { ElectionPlan, SeatPlan } from '../election/plan.ts'

/** Why nothing came from a station. */
export type SilentWhy = 'never-signed' | 'after-the-end' | 'lost'

export interface SilentStation {
  readonly station: number
  readonly why: SilentWhy
}

/** Who took part in a drill, of one returning officer. */
export interface Participation {
  readonly seat: string
  readonly site: string
  readonly stations: number
  readonly heard: number
  readonly devices: number
  /** Buildings whose device sent nothing for this seat. */
  readonly silentDevices: readonly string[]
  readonly silentStations: readonly SilentStation[]
}

export interface Heard {
  /** Stations of a seat from which its log has a form: Form 47's list without those awaited. */
  readonly stations: ReadonlyMap<string, ReadonlySet<number>>
  /** Forms whose time had not come when the run ended, as `seat/station`. */
  readonly later: ReadonlySet<string>
  readonly siteOf: (seat: string) => string
}

/** A log cannot show what was never sent; the list of stations can. */
export function participationOf(plan: ElectionPlan, heard: Heard): readonly Participation[] {
  return plan.seats.map((seat) => ofSeat(seat, heard))
}

/** Seats from which nothing came at all. */
export function silentContests(all: readonly Participation[]): readonly string[] {
  return all.filter(({ heard }) => heard === 0).map(({ seat }) => seat)
}

function ofSeat({ seat, stations }: SeatPlan, { stations: bySeat, later, siteOf }: Heard): Participation {
  const heard = bySeat.get(seat) ?? new Set()
  const silent = stations.filter(({ number }) => !heard.has(number))
  const whyOf = ({ number, figures }: SeatPlan['stations'][number]): SilentWhy => {
    if (figures === undefined) return 'never-signed'
    return later.has(`${seat}/${number}`) ? 'after-the-end' : 'lost'
  }
  return {
    seat,
    site: siteOf(seat),
    stations: stations.length,
    heard: stations.length - silent.length,
    devices: new Set(stations.map(deviceOf)).size,
    silentDevices: [...new Set(silent.map(deviceOf))],
    silentStations: silent.map((station) => ({ station: station.number, why: whyOf(station) })),
  }
}

/** One building has one officer with one device. */
function deviceOf({ physicalStation, number }: SeatPlan['stations'][number]): string {
  return physicalStation ?? `station ${number}`
}
