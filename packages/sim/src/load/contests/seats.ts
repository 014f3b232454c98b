import { assemblyOf } from '../../election/seat-code.ts'
import { type ElectionPlan, PROVINCES, type SeatPlan, type StationPlan } from '../../election/plan.ts'
import { COLOURS, THINGS } from '../../election/words.ts'
import type { SeatKind } from './contest.ts'

/** Registered voters of every contest's station. */
const registeredVoters = 1_000

/** An election's plan with the contests' seats, whose stations send what the contests say and nothing else. */
export function withSeats(plan: ElectionPlan, kinds: readonly SeatKind[]): ElectionPlan {
  const seats = [...plan.seats, ...kinds.map(seatOf)]
  const codes = new Set(seats.map(({ province }) => province))
  return { ...plan, seats, provinces: PROVINCES.filter(({ code }) => codes.has(code)) }
}

function seatOf({ seat, province, candidates, stations, buildings = {} }: SeatKind): SeatPlan {
  return {
    seat,
    name: `Contest of ${seat}`,
    assembly: assemblyOf(seat),
    province,
    district: `Contests of ${province}`,
    candidates: Array.from({ length: candidates }, (_, at) => candidateOf(at + 1)),
    serials: 'generated',
    stations: stations.map((type, at) => stationOf(at + 1, type, buildings[at + 1])),
  }
}

function candidateOf(serial: number): SeatPlan['candidates'][number] {
  const [thing, colour] = [THINGS[serial % THINGS.length] ?? THINGS[0], COLOURS[serial % COLOURS.length] ?? COLOURS[0]]
  const name = { nameEn: `${thing[0]} ${colour[0]}`, nameUr: `${thing[1]} ${colour[1]}` }
  return { serial, ...name, party: serial % 3 === 0 ? 'Independent' : `Party ${serial}` }
}

/** @param building where another seat polls too. */
export function stationOf(number: number, type: StationPlan['type'], building?: string): StationPlan {
  const half = registeredVoters / 2
  const voters = {
    male: { registeredMale: registeredVoters, registeredFemale: 0 },
    female: { registeredMale: 0, registeredFemale: registeredVoters },
    combined: { registeredMale: half, registeredFemale: half },
    unknown: {},
  }[type]
  const place = building === undefined ? {} : { physicalStation: building }
  return { number, name: `School ${number}`, type, ...place, ...voters, registeredTotal: registeredVoters }
}
