import { marginsOf } from './margins.ts'
import type { ElectionPlan, SeatPlan, StationPlan } from './plan.ts'
import { mean, sd, sum } from './statistics.ts'

/** A measured figure of a real election, and the same of a plan. */
export interface Proportion {
  readonly name: string
  readonly real: number
  readonly generated: number
  readonly source: string
}

/** What a plan is compared in: figures a seat and a station, so that a sample can be compared too. */
export function proportionsOf(plan: ElectionPlan): readonly Proportion[] {
  const na = plan.seats.filter(({ assembly }) => assembly === 'NA')
  const pa = plan.seats.filter(({ assembly }) => assembly === 'PA')
  const stations = plan.seats.flatMap((seat) => seat.stations)
  const buildings = na.flatMap((seat) => seat.stations)
  const forms = stations.flatMap(({ figures }) =>
    figures === undefined || figures.defect !== undefined ? [] : [figures],
  )
  const valid = forms.flatMap(({ validTotal }) => validTotal ?? [])
  const excluded = forms.flatMap((form) => form.excluded ?? [])
  const registered = sum(buildings.flatMap(({ registeredTotal }) => registeredTotal ?? []))
  const polled = sum(buildings.flatMap(({ figures }) => figures?.polled ?? []))
  const ofType = (type: StationPlan['type']) => buildings.filter((station) => station.type === type).length
  const candidates = (seats: readonly SeatPlan[]) => mean(seats.map((seat) => seat.candidates.length))
  const margins = marginsOf(plan)
  const perSeat = (seats: readonly SeatPlan[]) => mean(seats.map((seat) => seat.stations.length))
  return [
    { name: 'National Assembly seats', real: 266, generated: na.length, source: '2024' },
    { name: 'Provincial Assembly seats', real: 593, generated: pa.length, source: '2024' },
    { name: 'polling stations', real: 90_675, generated: buildings.length, source: '2024' },
    { name: 'Forms 45', real: 181_350, generated: stations.length, source: '2024, two polls at each station' },
    { name: 'stations a National Assembly seat', real: 341, generated: perSeat(na), source: '2024' },
    { name: 'stations a Provincial Assembly seat', real: 153, generated: perSeat(pa), source: '2024' },
    { name: 'candidates a National Assembly seat', real: 5121 / 266, generated: candidates(na), source: '2024' },
    { name: 'candidates a Provincial Assembly seat', real: 12_695 / 593, generated: candidates(pa), source: '2024' },
    { name: 'stations for men, %', real: 27.92, generated: percent(ofType('male'), buildings.length), source: '2024' },
    {
      name: 'stations for women, %',
      real: 26.41,
      generated: percent(ofType('female'), buildings.length),
      source: '2024',
    },
    { name: 'valid votes a station, mean', real: 621, generated: mean(valid), source: '2018, 156,114 station rows' },
    { name: 'valid votes a station, sd', real: 244, generated: sd(valid), source: '2018, 156,114 station rows' },
    { name: 'excluded ballots a station, mean', real: 20.6, generated: mean(excluded), source: '2018' },
    { name: 'excluded ballots a station, sd', real: 18.8, generated: sd(excluded), source: '2018' },
    {
      name: 'seats with a margin below 5 %, %',
      real: percent(245, 827),
      generated: percent(margins.filter(({ margin, polled: all }) => 20 * margin < all).length, margins.length),
      source: '2018, 827 seats',
    },
    {
      name: 'seats with excluded ballots of at least the margin, %',
      real: percent(164, 827),
      generated: percent(margins.filter(({ margin, excluded: out }) => out >= margin).length, margins.length),
      source: '2018, 827 seats',
    },
    { name: 'turnout, %', real: 48, generated: percent(polled, registered), source: '2024' },
  ]
}

function percent(part: number, whole: number): number {
  return (100 * part) / whole
}
