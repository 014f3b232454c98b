import { LockGrade, type RuleParametersInput } from '@khata/proto'
import type { ElectionPlan } from '../election/plan.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Pakistan Standard Time is UTC+5 all year. */
const pakistanOffsetMs = 5 * hourMs

/** A form of one station: the most ballots seen at one is 2,028 (2018), and a field of five digits holds any typing error. */
const countMaxOfStation = 99_999

/** A whole constituency as one synthetic station: the largest roll of 2024 was below a million and a half. */
const countMaxOfSynthetic = 9_999_999

/**
 * The rule parameters of a rehearsal. Deadlines: Elections Act 2017 s. 13(3) as amended in 2023, 02:00 (with reasons and
 * the stations awaited) and 10:00 of the day after the poll. The rest is this project's choice, not law.
 */
export function ruleParameters(plan: ElectionPlan): RuleParametersInput {
  const { closeOfPollMs } = plan
  const isSynthetic = plan.seats.some(({ stations }) => stations.some(({ synthetic }) => synthetic !== undefined))
  return {
    countMax: isSynthetic ? countMaxOfSynthetic : countMaxOfStation,
    clockSkewMsMax: 10 * 60_000,
    withheldAfterMs: 30 * 60_000,
    stalePinEntriesMax: 200,
    exceptionApprovalsMin: 1,
    // Where the poll was held on devices. Published figures say nothing of signatures, locks and readings.
    ...(plan.mode === 'drill' && { lockGradeMin: LockGrade.REMOTE, holdResolvedWithinMs: 12 * hourMs }),
    paperSharePerMilleMax: 50,
    crossPoll: { votes: 15, perMille: 20 },
    turnoutPerMilleMax: 950,
    // Elections Act 2017 s. 9: women's votes below 10 % of those polled in the constituency.
    womenSharePerMilleMin: 100,
    // Elections Act 2017 s. 95(5) as amended in 2023: 5 % of the votes polled, and 8,000 or 4,000 votes.
    recountMarginPerMille: 50,
    recountMarginVotesNational: 8_000,
    recountMarginVotesProvincial: 4_000,
    // Not verified in the Act's text: excluded ballots of at least the margin as a ground of their own.
    recountExcludedAtLeastMargin: true,
    // Elections Act 2017 s. 95(7), (8) and (10): five days, 24 hours, and 14 days after the poll.
    consolidatedWithinMs: 5 * dayMs,
    documentsSentWithinMs: dayMs,
    documentsPublishedWithinMs: 14 * dayMs,
    // Election tribunals: 180 days.
    tribunalWithinMs: 180 * dayMs,
    // Four operators an office, and three named agents of a candidate at a station.
    operatorsMax: 4,
    agentsPerStationMax: 3,
    ...(closeOfPollMs !== undefined && { pollClosedAt: closeOfPollMs, ...deadlines(closeOfPollMs) }),
  }
}

/** 02:00 and 10:00 after the midnight that follows the close of poll, in Pakistan; milliseconds since 1970. */
export function deadlines(closeOfPollMs: number): {
  readonly form47PartialDueAt: number
  readonly form47CompleteDueAt: number
} {
  const midnight = Math.ceil((closeOfPollMs + pakistanOffsetMs) / dayMs) * dayMs - pakistanOffsetMs
  return { form47PartialDueAt: midnight + 2 * hourMs, form47CompleteDueAt: midnight + 10 * hourMs }
}
