import type { StationPlan } from './plan.ts'
import { clamped, type Seeded } from './seeded.ts'
import { THINGS } from './words.ts'

/** A polling station as a place: it has one roll of voters and two polls, each with its own station number. */
export interface Building extends Omit<StationPlan, 'number' | 'figures' | 'type'> {
  readonly type: 'male' | 'female' | 'combined'
  readonly physicalStation: string
  readonly registeredMale: number
  readonly registeredFemale: number
  readonly registeredTotal: number
  /** Men and women who came to vote; nearly all of them vote in both polls. */
  readonly cameMale: number
  readonly cameFemale: number
}

export interface Place {
  /** e.g. `punjab-1`: the prefix of its buildings' ids. */
  readonly area: string
  readonly lat: number
  readonly lon: number
}

/** Polling stations of 2024 by type: 25,320 male, 23,950 female, 41,405 combined, of 90,675. */
const MALE_SHARE = 25_320 / 90_675
const FEMALE_SHARE = 23_950 / 90_675

/**
 * Turnout of 2024 was 48 %; 621 valid and 20.6 excluded votes a station (2018) at that turnout mean 1,337 registered
 * voters. The rolls of 2024 had 1,418 a station, of 2018 1,242: the three figures come from two elections and
 * cannot all hold. The spread is the 2018 polling scheme's (sd 399 of 1,240), and turnout's is what is then left of the
 * valid votes' sd of 244.
 */
const TURNOUT = { mean: 0.48, sd: 0.1, least: 0.08, most: 0.92 }
const REGISTERED = { mean: 1337, sd: 430, least: 150, most: 2900 }

/** Men on the rolls of the 2018 polling scheme: 55.8 %. */
const MEN_ON_ROLL = 0.558

/** Turnout of 2018 by seat: men 54.5 %, women 44.9 %. */
const WOMEN_TO_MEN_TURNOUT = 44.9 / 54.5

/** 128,585,760 voters in 276,398 booths in 2024. */
const VOTERS_PER_BOOTH = 128_585_760 / 276_398

export function buildings(place: Place, count: number, random: Seeded): Building[] {
  return Array.from({ length: count }, (_, index) => building(place, index + 1, random))
}

function building(place: Place, ordinal: number, random: Seeded): Building {
  const type = stationType(random)
  const rolls = rollsOf(type, random)
  return {
    physicalStation: `${place.area}/${ordinal}`,
    name: schoolName(type, ordinal, random),
    type,
    ...rolls,
    ...booths(rolls),
    ...voters(rolls, random),
    // About 20 km around the area's centre.
    lat: degrees(place.lat + random.normal(0, 0.1)),
    lon: degrees(place.lon + random.normal(0, 0.1)),
  }
}

function stationType(random: Seeded): Building['type'] {
  const drawn = random.uniform()
  if (drawn < MALE_SHARE) return 'male'
  return drawn < MALE_SHARE + FEMALE_SHARE ? 'female' : 'combined'
}

type Rolls = Pick<Building, 'registeredMale' | 'registeredFemale' | 'registeredTotal'>

function rollsOf(type: Building['type'], random: Seeded): Rolls {
  const drawn = Math.round(random.gamma(REGISTERED.mean, REGISTERED.sd))
  const registeredTotal = clamped(drawn, REGISTERED.least, REGISTERED.most)
  const men = { male: 1, female: 0, combined: clamped(random.normal(MEN_ON_ROLL, 0.03), 0.4, 0.7) }[type]
  const registeredMale = Math.round(registeredTotal * men)
  return { registeredMale, registeredFemale: registeredTotal - registeredMale, registeredTotal }
}

function booths(rolls: Rolls): Pick<Building, 'boothsMale' | 'boothsFemale'> {
  return { boothsMale: boothsFor(rolls.registeredMale), boothsFemale: boothsFor(rolls.registeredFemale) }
}

function boothsFor(registered: number): number {
  return registered === 0 ? 0 : Math.max(1, Math.round(registered / VOTERS_PER_BOOTH))
}

/** Men's and women's turnout differ by the known ratio and average to the station's own where both vote. */
function voters(rolls: Rolls, random: Seeded): Pick<Building, 'cameMale' | 'cameFemale'> {
  const turnout = clamped(random.normal(TURNOUT.mean, TURNOUT.sd), TURNOUT.least, TURNOUT.most)
  const came = Math.round(rolls.registeredTotal * turnout)
  const weightOfWomen = rolls.registeredFemale * WOMEN_TO_MEN_TURNOUT
  const menShare = rolls.registeredMale / (rolls.registeredMale + weightOfWomen)
  const cameMale = Math.min(Math.round(came * menShare), rolls.registeredMale)
  return { cameMale, cameFemale: Math.min(came - cameMale, rolls.registeredFemale) }
}

function schoolName(type: Building['type'], ordinal: number, random: Seeded): string {
  const level = random.pick(['Primary', 'Middle', 'High'])
  const pupils = type === 'female' || (type === 'combined' && random.uniform() < 0.5) ? 'Girls' : 'Boys'
  const kind = { male: 'Male', female: 'Female', combined: 'Combined' }[type]
  return `Government ${pupils} ${level} School, Basti ${random.pick(THINGS)[0]} ${ordinal} (${kind})`
}

function degrees(value: number): number {
  return Math.round(value * 1e5) / 1e5
}
