import type { Conditions } from '../election/conditions.ts'
import type { Journey } from '../election/journeys.ts'
import type { ElectionPlan } from '../election/plan.ts'
import { seededFrom } from '../election/seeded.ts'
import { invariant } from '@khata/ledger'
import { reachableFrom } from '../election/outages.ts'
import { OfficeNight, type OfficeTold } from './office-night.ts'
import type { Gates, Office } from './settings.ts'
import { Timeline } from './timeline.ts'

export interface Rehearsal {
  readonly plan: ElectionPlan
  /** Of the plan, under these conditions. */
  readonly journeys: readonly Journey[]
  readonly seed: number
  readonly conditions: Conditions
  readonly gates: Gates
  readonly office: Office
}

/** Beyond the streams that the plan and its journeys are drawn from. */
const PEOPLE_STREAM = 2_000

/** Plays the people of a night: no signature and no node, only who waits for whom. Offices in the order of the plan. */
export function rehearse({ plan, journeys, seed, ...setting }: Rehearsal): readonly OfficeTold[] {
  const timeline = new Timeline()
  const nextStream = seededFrom(seed, PEOPLE_STREAM)
  const offices = new Map(
    plan.seats.map(({ seat }) => [seat, new OfficeNight(seat, { ...setting, timeline, random: nextStream() })]),
  )
  const officeOf = (seat: string): OfficeNight => {
    const office = offices.get(seat)
    invariant(office !== undefined, 'a form goes to an office of the plan')
    return office
  }
  for (const journey of journeys) {
    for (const form of journey.forms) {
      const office = officeOf(form.seat)
      const { sentMs } = form
      if (sentMs === undefined) continue
      const send = () => timeline.at(sentMs, () => office.receive(form, journey))
      if (journey.takenOverMs === undefined) send()
      else timeline.at(reachableFrom(journey.outage, journey.takenOverMs), () => office.enrol(send))
    }
    travel(timeline, officeOf, journey)
  }
  timeline.run()
  return [...offices.values()].map((office) => office.told())
}

/** From the building to each office in turn, waiting at each. */
function travel(timeline: Timeline, officeOf: (seat: string) => OfficeNight, journey: Journey): void {
  const stopAt = (stop: number, leftMs: number): void => {
    const form = journey.forms[stop]
    if (form === undefined) return
    timeline.at(leftMs + form.roadMs, () =>
      officeOf(form.seat).arrive(form, journey, () => stopAt(stop + 1, timeline.nowMs)),
    )
  }
  stopAt(0, journey.leavesMs)
}
