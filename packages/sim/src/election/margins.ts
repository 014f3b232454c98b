import type { ElectionPlan, SeatPlan } from './plan.ts'
import { sum } from './statistics.ts'

/** A seat's result as its stations counted it. */
export interface Margin {
  readonly seat: SeatPlan
  readonly polled: number
  /** The largest number of votes above the next. */
  readonly margin: number
  readonly excluded: number
}

/** Of forms that add up: one that was signed wrongly is left out. */
export function marginsOf({ seats }: ElectionPlan): readonly Margin[] {
  return seats.map((seat) => {
    const forms = seat.stations.flatMap(({ figures }) =>
      figures === undefined || figures.defect !== undefined ? [] : [figures],
    )
    const votes = new Map<number, number>()
    for (const { column, total = 0 } of forms.flatMap((form) => form.votes)) {
      votes.set(column, (votes.get(column) ?? 0) + total)
    }
    const [first = 0, second = 0] = [...votes.values()].toSorted((a, b) => b - a)
    const excluded = sum(forms.map((form) => form.excluded ?? 0))
    return { seat, polled: sum([...votes.values()]) + excluded, margin: first - second, excluded }
  })
}
