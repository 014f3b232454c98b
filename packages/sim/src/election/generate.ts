import { type Building, buildings } from './buildings.ts'
import { withAgents } from './agents.ts'
import { contest } from './contest.ts'
import { countFigures, type Poll } from './count-figures.ts'
import { DEFECTS, withDefect } from './defects.ts'
import { type Area, type AreaPlan, nationAreas, sampleAreas } from './areas.ts'
import { type ElectionPlan, type ProvinceCode, PROVINCES, type SeatPlan, type StationPlan } from './plan.ts'
import { clamped, type Seeded, seeded } from './seeded.ts'
import { PLACE_ENDINGS, THINGS } from './words.ts'

export interface GenerateOptions {
  /** 32 bits; the same seed and options give the same plan, to the byte. */
  readonly seed: number
  /**
   * Seats of both assemblies together, 1 to 859; twelve by default: five NA and seven PA in the five areas. Or all of the
   * nation, or of a province.
   */
  readonly seats?: number | 'nation' | ProvinceCode
  /** Stations of a seat on average; 341 (NA) and 153 (PA) in 2024. The nation's provinces keep their proportions. */
  readonly stationsPerNaSeat?: number
  readonly stationsPerPaSeat?: number
  /** Share of stations whose form is deliberately defective or never comes, 0 to 1. */
  readonly defectShare?: number
  readonly election?: string
  /** Milliseconds since 1970; 17:00 of 8 February 2024 in Pakistan by default. */
  readonly closeOfPollMs?: number
}

/** 266 National and 593 Provincial Assembly seats in 2024. */
export const seatsMax = 859

const DEFAULTS = {
  seats: 12,
  stationsPerNaSeat: 341,
  stationsPerPaSeat: 153,
  defectShare: 0.01,
  election: 'pk-ge-2024',
  closeOfPollMs: Date.UTC(2024, 1, 8, 12),
}

type Settings = Required<GenerateOptions>

/** Drill seats are numbered beyond every real seat (NA-266, PP-297), so that none can be taken for one. */
const FIRST_SEAT_NUMBER = 301

/** Beyond the streams of the areas. */
const AGENTS_STREAM = 1_000

/** Stations per seat vary by about a tenth: an assumption; the most in the 2024 files is 535. */
const STATIONS_SD_SHARE = 0.1

/** A drill's election: invented names, the proportions of 2024. Throws a RangeError where an option is out of range. */
export function generateElection(options: GenerateOptions): ElectionPlan {
  const settings = { ...DEFAULTS, ...options }
  checkSettings(settings)
  const areas = areasOf(settings)
  const seats = areas.flatMap((area, index) => areaSeats(area, index, settings))
  const codes = new Set(seats.map((seat) => seat.province))
  return {
    election: settings.election,
    mode: 'drill',
    title: `Drill ${settings.seed}: invented seats, candidates and votes`,
    closeOfPollMs: settings.closeOfPollMs,
    provinces: PROVINCES.filter((province) => codes.has(province.code)),
    seats,
  }
}

function areasOf(settings: Settings): readonly AreaPlan[] {
  const { seats } = settings
  if (typeof seats === 'number') return sampleAreas(seats, settings)
  return nationAreas(settings, seats === 'nation' ? undefined : seats)
}

function checkSettings({ seed, seats, stationsPerNaSeat, stationsPerPaSeat, defectShare }: Settings): void {
  checkWhole('seed', seed, 0, 0xffffffff)
  if (typeof seats === 'number') checkWhole('seats', seats, 1, seatsMax)
  checkWhole('stationsPerNaSeat', stationsPerNaSeat, 1, 2000)
  checkWhole('stationsPerPaSeat', stationsPerPaSeat, 1, 2000)
  if (!(defectShare >= 0 && defectShare <= 1)) throw new RangeError(`defectShare ${defectShare} is not from 0 to 1`)
}

function checkWhole(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return
  throw new RangeError(`${name} ${value} is not a whole number from ${least} to ${most}`)
}

function areaSeats(plan: AreaPlan, index: number, settings: Settings): SeatPlan[] {
  const { area, paSeats, paSeatsBefore, stations, stationsPerPaSeat } = plan
  const random = seeded(settings.seed, 1 + index)
  const district = districtName(index)
  const place = { ...area, area: `${area.province}-${plan.ordinal}` }
  const naCount = drawCount(stations, 1 + paSeats, random)
  const all = buildings(place, naCount, random)
  const naSeat = seatOf({ area, district, number: FIRST_SEAT_NUMBER + index, all, settings, random })
  const slices = paSlices(all, paSeats, stationsPerPaSeat ?? all.length, random)
  const first = FIRST_SEAT_NUMBER + paSeatsBefore
  const ofPa = slices.map((slice, nth) =>
    seatOf({ area, district, number: first + nth, nth: 1 + nth, all: slice, settings, random }),
  )
  const ofAgents = seeded(settings.seed, AGENTS_STREAM + index)
  return [naSeat, ...ofPa].map((seat) => withAgents(seat, ofAgents))
}

function districtName(index: number): string {
  const thing = THINGS[index % THINGS.length] ?? THINGS[0]
  const round = Math.floor(index / THINGS.length)
  const ending = PLACE_ENDINGS[round % PLACE_ENDINGS.length] ?? PLACE_ENDINGS[0]
  const again = Math.floor(round / PLACE_ENDINGS.length)
  return again === 0 ? `${thing[0]}${ending}` : `${thing[0]}${ending} ${again + 1}`
}

function drawCount(mean: number, least: number, random: Seeded): number {
  const drawn = Math.round(random.normal(mean, mean * STATIONS_SD_SHARE))
  return clamped(drawn, Math.max(least, Math.ceil(mean * 0.7)), Math.max(least, Math.floor(mean * 1.5)))
}

/** The NA seat's first stations belong to a neighbour's PA seat, so that every shared building has two numbers. */
function paSlices(all: readonly Building[], count: number, mean: number, random: Seeded): Building[][] {
  const most = Math.floor((all.length - 1) / Math.max(1, count))
  const sizes = Array.from({ length: count }, () => Math.min(most, drawCount(mean, 1, random)))
  const taken = sizes.reduce((a, b) => a + b, 0)
  let from = all.length - taken
  return sizes.map((size) => {
    from += size
    return all.slice(from - size, from)
  })
}

interface SeatDraft {
  readonly area: Area
  readonly district: string
  readonly number: number
  /** Present for a Provincial Assembly seat: the how-manieth of its area, from 1. */
  readonly nth?: number
  readonly all: readonly Building[]
  readonly settings: Settings
  readonly random: Seeded
}

function seatOf({ area, district, number, nth, all, settings, random }: SeatDraft): SeatPlan {
  const assembly = nth === undefined ? 'NA' : 'PA'
  const { candidates, shares } = contest(assembly, district, random)
  const poll = { shares, closeOfPollMs: settings.closeOfPollMs, turn: nth === undefined ? 0 : 1 }
  return {
    seat: `${nth === undefined ? 'NA' : area.prefix}-${number}`,
    name: nth === undefined ? district : `${district}-${'I'.repeat(nth)}`,
    assembly,
    province: area.province,
    district,
    candidates,
    serials: 'generated',
    stations: stationsOf(all, poll, settings.defectShare, random),
  }
}

/** Defective stations are drawn; the kinds take turns from a drawn start, so that a few seats show them all. */
function stationsOf(all: readonly Building[], poll: Poll, defectShare: number, random: Seeded): StationPlan[] {
  let turn = random.integer(0, DEFECTS.length - 1)
  return all.map((building, index) => {
    const station = stationOf(building, index + 1, poll, random)
    const defect = random.uniform() < defectShare ? DEFECTS[turn++ % DEFECTS.length] : undefined
    return defect === undefined ? station : withDefect(station, defect, random)
  })
}

function stationOf(building: Building, number: number, poll: Poll, random: Seeded): StationPlan {
  const { cameMale: _men, cameFemale: _women, ...station } = building
  return { number, ...station, figures: countFigures(building, poll, random) }
}
