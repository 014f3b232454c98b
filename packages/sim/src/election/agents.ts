import type { AgentOnForm, SeatPlan } from './plan.ts'
import type { Seeded } from './seeded.ts'

/** Forms that no agent had signed: 95 % of the 78,467 that were read in 2018. */
const UNSIGNED_SHARE = 0.95

/** Observers were given no copy at 28 % of the stations in 2024; taken for agents here. */
const NO_COPY_SHARE = 0.28

/** Candidates with an agent at every station: an assumption. */
const REPRESENTED = 3

const REASONS: readonly [string, ...string[]] = ['left before the count', 'was not asked', 'refused', 'was sent out']

/** The seat with the strongest candidates' agents on each form, and what the presiding officer wrote of them. */
export function withAgents(seat: SeatPlan, random: Seeded): SeatPlan {
  const represented = strongest(seat)
  const stations = seat.stations.map((station) => {
    if (station.figures === undefined) return station
    const isSigned = random.uniform() >= UNSIGNED_SHARE
    const agents = represented.map((candidate) => agentOf(candidate, isSigned, random))
    return { ...station, figures: { ...station.figures, agents } }
  })
  return { ...seat, stations }
}

function strongest({ candidates, stations }: SeatPlan): readonly number[] {
  const votes = candidates.map(({ serial }, column) => {
    const cells = stations.flatMap(({ figures }) => figures?.votes.find((cell) => cell.column === column) ?? [])
    return { serial, total: cells.reduce((sum, { total = 0 }) => sum + total, 0) }
  })
  const ranked = votes.toSorted((a, b) => b.total - a.total)
  return ranked.slice(0, REPRESENTED).map(({ serial }) => serial)
}

function agentOf(candidate: number, signed: boolean, random: Seeded): AgentOnForm {
  const absenceReason = signed ? '' : random.pick(REASONS)
  return { candidate, signed, absenceReason, copyGiven: random.uniform() >= NO_COPY_SHARE }
}
