import pLimit from 'p-limit'
import { deadlines } from '../ceremony/rules.ts'
import type { Drill } from '../drill/drill.ts'
import { bringForm, type Onlooker, pollsOf } from '../drill/form-way.ts'
import { issueAll } from '../drill/issue.ts'
import { onTheWayMax } from '../drill/receipts.ts'
import { type Arrival, arrivals } from '../election/arrivals.ts'

/** What the night's officers did, in numbers. */
export interface NightTally {
  submitted: number
  accepted: number
  returned: number
  corrected: number
  partial: number
  complete: number
}

/** The whole night in its order of events, as fast as the machine bears: forms, Form 47 at two, the rest, Form 47. */
export async function electionNight(drill: Drill, seed: number): Promise<NightTally> {
  const tally: NightTally = { submitted: 0, accepted: 0, returned: 0, corrected: 0, partial: 0, complete: 0 }
  const all = arrivals(drill.plan, seed)
  const { closeOfPollMs } = drill.plan
  const untilTwoMs = closeOfPollMs === undefined ? 0 : deadlines(closeOfPollMs).form47PartialDueAt - closeOfPollMs
  const early = all.filter(({ atMs }) => atMs < untilTwoMs)
  await receive(drill, early, tally)
  if (early.length > 0 && early.length < all.length) await issue(drill, tally, 'not received by 02:00')
  await receive(drill, all.slice(early.length), tally)
  await issue(drill, tally, 'not received by 10:00')
  return tally
}

async function receive(drill: Drill, forms: readonly Arrival[], tally: NightTally): Promise<void> {
  const limit = pLimit(onTheWayMax)
  const pollOf = pollsOf(drill.plan)
  const onlooker = tallying(drill, tally)
  await Promise.all(
    forms.map((arrival) =>
      limit(async () => {
        drill.signal.throwIfAborted()
        await bringForm(drill, pollOf(arrival), onlooker)
      }),
    ),
  )
}

function tallying({ progress }: Drill, tally: NightTally): Onlooker {
  return {
    signed: () => undefined,
    delivered: (_, isCorrection) => {
      tally[isCorrection ? 'corrected' : 'submitted'] += 1
      progress.add('received')
    },
    examined: (_, { type }) => {
      if (type !== 'left') tally[type] += 1
      progress.add('examined')
    },
  }
}

async function issue(drill: Drill, tally: NightTally, late: string): Promise<void> {
  for (const stage of await issueAll(drill, late)) tally[stage] += 1
}
