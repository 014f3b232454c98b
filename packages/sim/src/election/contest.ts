import type { CandidatePlan, SeatPlan } from './plan.ts'
import { clamped, type Seeded } from './seeded.ts'
import { COLOURS, INDEPENDENT_SYMBOLS, PARTY_SYMBOLS, THINGS } from './words.ts'

/** Who stands in a seat, and how strong each is there. */
export interface Contest {
  readonly candidates: readonly CandidatePlan[]
  /** One per candidate, adding up to 1. */
  readonly shares: readonly number[]
}

/**
 * Candidates per seat. NA: the 266 lists of Form 33, 2024: 8 to 46, mean 19.4, sd 7.6. PA: 12,695 candidates of 593
 * seats make a mean of 21.4; least, most and sd from the 523 lists that were read.
 */
const CANDIDATES = {
  NA: { least: 8, most: 46, mean: 19.4, sd: 7.6 },
  PA: { least: 4, most: 55, mean: 21.4, sd: 8.6 },
}

/** 3,274 of the 5,155 National Assembly candidates of 2024 stood as independents. */
const INDEPENDENT_SHARE = 3274 / 5155

/** Mean share of the seat's votes by rank, in the 2018 results, seats of eight candidates and more. */
const SHARE_BY_RANK = [0.4218, 0.2948, 0.1225, 0.0649, 0.0362, 0.0217, 0.0131, 0.0082, 0.0056, 0.004, 0.0031, 0.0024]
const SHARE_RATIO_BELOW = 0.85
const LEADERS = 2

export function contest(assembly: SeatPlan['assembly'], district: string, random: Seeded): Contest {
  const count = candidateCount(assembly, random)
  return { candidates: candidates(count, district, random), shares: shares(count, random) }
}

function candidateCount(assembly: SeatPlan['assembly'], random: Seeded): number {
  const { least, most, mean, sd } = CANDIDATES[assembly]
  return clamped(Math.round(least + random.gamma(mean - least, sd)), least, most)
}

/** Serials follow the Urdu alphabet, as Form 33 has it: the lists of words stand in that order. */
function candidates(count: number, district: string, random: Seeded): CandidatePlan[] {
  const names = THINGS.flatMap((thing, i) => COLOURS.map((colour, j) => ({ thing, colour, order: i * 100 + j })))
  const chosen = random
    .shuffled(names)
    .slice(0, count)
    .toSorted((a, b) => a.order - b.order)
  const tickets = drawTickets(count, random)
  return chosen.map(({ thing, colour }, index) => ({
    serial: index + 1,
    nameEn: `${thing[0]} ${colour[0]}`,
    nameUr: `${thing[1]} ${colour[1]}`,
    ...(tickets[index] ?? { party: 'Independent' }),
    address: `Mohalla ${random.pick(THINGS)[0]}, ${district}`,
  }))
}

/** Every party stands at most once in a seat, and no symbol is allotted twice. */
function drawTickets(count: number, random: Seeded): { party: string; symbol: string }[] {
  const partyCount = Math.min(PARTY_SYMBOLS.length, Math.round(count * (1 - INDEPENDENT_SHARE)))
  const partyTickets = random.shuffled(PARTY_SYMBOLS).slice(0, partyCount)
  const independentTickets = random.shuffled(INDEPENDENT_SYMBOLS).slice(0, count - partyCount)
  return random.shuffled([
    ...partyTickets.map((symbol) => ({ party: `${symbol} Party`, symbol })),
    ...independentTickets.map((symbol) => ({ party: 'Independent', symbol })),
  ])
}

function shares(count: number, random: Seeded): number[] {
  const strengths = Array.from({ length: count }, (_, rank) => strengthAt(rank, random))
  const sum = strengths.reduce((a, b) => a + b, 0)
  return random.shuffled(strengths.map((strength) => strength / sum))
}

/** The two leaders are drawn alike, from both their shares: three margins in ten are then below 5 %, as in 2018. */
function strengthAt(rank: number, random: Seeded): number {
  if (rank >= LEADERS) return shareAtRank(rank) * Math.exp(random.normal(0, 0.25))
  return ((shareAtRank(0) + shareAtRank(1)) / LEADERS) * Math.exp(random.normal(0, 0.27))
}

function shareAtRank(rank: number): number {
  const last = SHARE_BY_RANK.length - 1
  const listed = SHARE_BY_RANK[Math.min(rank, last)] ?? 0
  return listed * SHARE_RATIO_BELOW ** Math.max(0, rank - last)
}
