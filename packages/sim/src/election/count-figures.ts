import type { Building } from './buildings.ts'
import type { BallotPaperAccount, CellFigures, Form45Figures } from './plan.ts'
import { clamped, type Seeded } from './seeded.ts'

/** Excluded ballots per station, 2018: mean 20.6, sd 18.8, most 1,016. At most a quarter of the poll here. */
const EXCLUDED = { mean: 20.6, sd: 18.8, pollShareMost: 0.25 }

/** The largest count of valid votes in the 156,114 station rows of 2018. */
const VALID_MOST = 2028

/** How much a candidate's standing varies from one station of the seat to the next: an assumption. */
const LOCAL_STANDING_SD = 0.35

/** Tendered and challenged votes are rare; how rare is not published: an assumption. */
const TENDERED_CHANCE = 0.02
const CHALLENGED_CHANCE = 0.02

/** Ballot papers come to a station in books of a hundred: an assumption. */
const BOOK_PAPERS = 100

const MINUTE_MS = 60_000

export interface Poll {
  /** Expected share of each candidate, adding up to 1. */
  readonly shares: readonly number[]
  readonly closeOfPollMs: number
  /** 0 for the poll counted first, 1 for the one after it. */
  readonly turn: number
}

/**
 * The count of one poll at one building, adding up: totals to valid, valid and excluded to polled, men and women to
 * polled, ballot papers received to those left, cast, spoilt and cancelled.
 */
export function countFigures(building: Building, poll: Poll, random: Seeded): Form45Figures {
  const voters = votersOf(building, random)
  const valid = voters.votersTotal - excludedOf(voters.votersTotal, random)
  const votes = cells(split(valid, poll.shares, random), random)
  return {
    votes,
    validTotal: valid,
    excluded: voters.votersTotal - valid,
    polled: voters.votersTotal,
    ...voters,
    ballots: ballotPaperAccount(building.registeredTotal, voters.votersTotal, votes, random),
    countedAt: countedAt(poll, voters.votersTotal, random),
  }
}

/**
 * A voter may take one paper and not the other: in all of 2024 the two polls differed by 448,943 votes in some 60
 * million.
 */
function votersOf(building: Building, random: Seeded) {
  const votersMale = aboutSame(building.cameMale, building.registeredMale, random)
  const votersFemale = aboutSame(building.cameFemale, building.registeredFemale, random)
  return { votersMale, votersFemale, votersTotal: votersMale + votersFemale }
}

function aboutSame(came: number, registered: number, random: Seeded): number {
  return clamped(Math.round(came + random.normal(0, came * 0.0075)), 0, registered)
}

function excludedOf(polled: number, random: Seeded): number {
  const drawn = Math.round(random.gamma(EXCLUDED.mean, EXCLUDED.sd))
  return Math.max(clamped(drawn, 0, Math.floor(polled * EXCLUDED.pollShareMost)), polled - VALID_MOST)
}

/** Votes of each candidate, adding up to `valid`; what rounding leaves over is the strongest candidate's. */
function split(valid: number, shares: readonly number[], random: Seeded): number[] {
  const standing = shares.map((share) => share * Math.exp(random.normal(0, LOCAL_STANDING_SD)))
  const sum = standing.reduce((a, b) => a + b, 0)
  const strongest = standing.indexOf(Math.max(...standing))
  let left = valid
  const votes = standing.map((strength, index) => {
    if (index === strongest) return 0
    const share = Math.min(left, Math.floor((valid * strength) / sum + random.uniform()))
    left -= share
    return share
  })
  votes[strongest] = left
  return votes
}

/** Of a candidate's total, one vote now and then was tendered or challenged. */
function cells(totals: readonly number[], random: Seeded): CellFigures[] {
  const leader = totals.indexOf(Math.max(...totals))
  const tenderedHere = random.uniform() < TENDERED_CHANCE ? 1 : 0
  const challengedHere = random.uniform() < CHALLENGED_CHANCE ? 1 : 0
  return totals.map((total, column) => {
    const tendered = column === leader && total >= 2 ? tenderedHere : 0
    const challenged = column === leader && total >= 2 ? challengedHere : 0
    return { column, valid: total - tendered - challenged, tendered, challenged, total }
  })
}

function ballotPaperAccount(
  registered: number,
  takenFromBox: number,
  votes: readonly CellFigures[],
  random: Seeded,
): BallotPaperAccount {
  const spoilt = random.integer(0, 4)
  const cancelled = random.integer(0, 2)
  const used = takenFromBox + spoilt + cancelled
  const received = Math.ceil(Math.max(registered, used) / BOOK_PAPERS) * BOOK_PAPERS
  const tendered = votes.reduce((sum, cell) => sum + (cell.tendered ?? 0), 0)
  const challenged = votes.reduce((sum, cell) => sum + (cell.challenged ?? 0), 0)
  return { received, unissued: received - used, takenFromBox, tendered, challenged, spoilt, stray: 0, cancelled }
}

/** An hour and a quarter, and a second or so per ten ballots, for each poll in its turn: an assumption. */
function countedAt(poll: Poll, polled: number, random: Seeded): number {
  const minutes = (75 + polled * 0.1) * (1 + poll.turn * 0.4) + random.normal(0, 15)
  return poll.closeOfPollMs + Math.round(Math.max(30, minutes)) * MINUTE_MS
}
