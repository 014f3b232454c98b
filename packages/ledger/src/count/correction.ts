import { Form45Figure } from '@khata/proto'
import { differences, nameOf, votesIn } from './figures.ts'
import { type Finding, finding } from './finding.ts'
import type { FormRecord, StationRecord } from './state.ts'

/**
 * What a correction that was asked for says beyond its own checks (Election Rules 2017 r. 84(3)): it keeps to the
 * figures that the returning officer unlocked, and one that changes a candidate's votes is told to everyone.
 */
export function correctionFindings({ asked, current }: StationRecord, corrected: FormRecord): readonly Finding[] {
  if (current?.figures === undefined || corrected.figures === undefined) return []
  const changed = differences(current.figures, corrected.figures)
  const unlocked = new Set(asked?.map(nameOf))
  const beyond = unlocked.size === 0 ? [] : changed.filter((one) => !unlocked.has(nameOf(one)))
  const votes = changed.filter(({ figure }) => figure === Form45Figure.TOTAL)
  const [first] = votes
  const column = first?.row ?? 0
  const before = votesIn(current.figures)[column] ?? null
  return [
    ...(beyond.length > 0 ? [finding('form-45/correction-beyond-request', { figures: beyond.length })] : []),
    ...(first === undefined
      ? []
      : [
          finding('form-45/votes-changed', {
            candidates: votes.length,
            column,
            ...(before !== null && { from: before }),
            ...(first.value !== null && { to: first.value }),
          }),
        ]),
  ]
}
