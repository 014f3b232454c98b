import type { ProvinceCode } from './plan.ts'

/** Part of a province, with one National Assembly seat. */
export interface Area {
  readonly province: ProvinceCode
  readonly prefix: 'PP' | 'PS' | 'PK' | 'PB' | undefined
  readonly lat: number
  readonly lon: number
}

/** An area with what is drawn in it. */
export interface AreaPlan {
  readonly area: Area
  /** The how-manieth of its province, from 1. */
  readonly ordinal: number
  /** Provincial Assembly seats that share its stations, and those of its province in the areas before it. */
  readonly paSeats: number
  readonly paSeatsBefore: number
  /** Stations on average. */
  readonly stations: number
  /** Absent: the Provincial Assembly seats share all stations evenly. */
  readonly stationsPerPaSeat?: number
}

/** Stations of a seat on average. */
export interface StationMeans {
  readonly stationsPerNaSeat: number
  readonly stationsPerPaSeat: number
}

/** A Provincial Assembly seat has less than half the stations of a National Assembly seat, as in 2024. */
export function stationMeans(stationsPerNaSeat: number): StationMeans {
  return { stationsPerNaSeat, stationsPerPaSeat: Math.max(1, Math.round((stationsPerNaSeat * 153) / 341)) }
}

interface AreaKind {
  readonly area: Area
  /** Provincial Assembly seats of one area in a sample; Islamabad has no assembly of its own. */
  readonly inSample: number
  readonly nation: Nation
}

/**
 * Seats and polling stations of 2024. National Assembly seats by the lists of Form 33; 297, 130, 115 and 51 Provincial
 * Assembly seats; the stations announced for the four provinces, of which Punjab's 50,944 are shared with Islamabad here
 * in proportion to National Assembly seats.
 */
interface Nation {
  readonly naSeats: number
  readonly paSeats: number
  readonly stations: number
}

const PUNJAB_AND_ISLAMABAD = 50_944 / (141 + 3)

const KINDS: readonly [AreaKind, ...AreaKind[]] = [
  {
    area: { province: 'punjab', prefix: 'PP', lat: 31.0, lon: 73.0 },
    inSample: 2,
    nation: { naSeats: 141, paSeats: 297, stations: 141 * PUNJAB_AND_ISLAMABAD },
  },
  {
    area: { province: 'sindh', prefix: 'PS', lat: 26.0, lon: 68.5 },
    inSample: 2,
    nation: { naSeats: 61, paSeats: 130, stations: 19_006 },
  },
  {
    area: { province: 'kp', prefix: 'PK', lat: 34.2, lon: 71.8 },
    inSample: 2,
    nation: { naSeats: 45, paSeats: 115, stations: 15_697 },
  },
  {
    area: { province: 'balochistan', prefix: 'PB', lat: 29.5, lon: 66.8 },
    inSample: 1,
    nation: { naSeats: 16, paSeats: 51, stations: 5_028 },
  },
  {
    area: { province: 'islamabad', prefix: undefined, lat: 33.65, lon: 73.1 },
    inSample: 0,
    nation: { naSeats: 3, paSeats: 0, stations: 3 * PUNJAB_AND_ISLAMABAD },
  },
]

/** Stations of a National Assembly seat in 2024, on average: what the nation is scaled by. */
const NATION_STATIONS_PER_NA_SEAT = 341

/** Areas of the five kinds in turn, until there are as many seats as asked for. */
export function sampleAreas(seats: number, means: StationMeans): readonly AreaPlan[] {
  const areas: AreaPlan[] = []
  for (let left = seats; left > 0; ) {
    const { area, inSample } = KINDS[areas.length % KINDS.length] ?? KINDS[0]
    const round = Math.floor(areas.length / KINDS.length)
    const paSeats = Math.min(left - 1, inSample)
    const ordinal = 1 + round
    const { stationsPerNaSeat: stations, stationsPerPaSeat } = means
    areas.push({ area, ordinal, paSeats, paSeatsBefore: round * inSample, stations, stationsPerPaSeat })
    left -= 1 + paSeats
  }
  return areas
}

/**
 * All 266 National and 593 Provincial Assembly seats, with each province's share of the stations; of one province where
 * one is named.
 */
export function nationAreas({ stationsPerNaSeat }: StationMeans, province?: ProvinceCode): readonly AreaPlan[] {
  const scale = stationsPerNaSeat / NATION_STATIONS_PER_NA_SEAT
  const kinds = KINDS.filter(({ area }) => province === undefined || area.province === province)
  return kinds.flatMap(({ area, nation: { naSeats, paSeats: ofProvince, stations } }) =>
    Array.from({ length: naSeats }, (_, at) => {
      const before = Math.floor((at * ofProvince) / naSeats)
      const paSeats = Math.floor(((at + 1) * ofProvince) / naSeats) - before
      return { area, ordinal: at + 1, paSeats, paSeatsBefore: before, stations: (scale * stations) / naSeats }
    }),
  )
}
