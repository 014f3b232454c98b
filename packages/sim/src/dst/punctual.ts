import { type Form47, openEntry } from '@khata/ledger'
import type { History } from './history.ts'

/**
 * What a Form 47 says of a deadline and is not so, in words; empty where all is true. Nothing done after a deadline is
 * told as met, whatever any office's clock said; and nothing that a hub held before it is told as missed while HQ's own
 * clock is right.
 */
export function untrueDeadline(history: History, log: string, { deadlines }: Form47): string {
  for (const { entry, dueAt, outcome, stage } of deadlines) {
    const bytes = entry === null ? undefined : history.log(log).entries[entry]
    const opened = bytes && openEntry(bytes)
    if (dueAt === null || opened?.ok !== true || !opened.value.statement.ok) continue
    const act = history.acts.get(opened.value.statement.value.hashHex)
    if (act === undefined) continue
    const { saidAt, replicatedAt = Number.POSITIVE_INFINITY } = act
    if (outcome === 'met' && saidAt > dueAt) return `${stage} at ${saidAt}, due ${dueAt}, is ${outcome}`
    if (history.hqClockIsRight && outcome === 'missed' && replicatedAt <= dueAt)
      return `${stage} at ${saidAt}, due ${dueAt}, is ${outcome}`
  }
  return ''
}
