import { DrillError } from '../officers/drill-error.ts'
import type { Drill } from './drill.ts'

export interface CrossChecked {
  readonly held: number
  readonly found: number
  readonly missing: number
  readonly different: number
  readonly holds: boolean
}

/** HQ's own comparison of the direct copies with the constituency logs: `GET /v1/cross-check`. */
export async function crossCheck(drill: Drill): Promise<CrossChecked> {
  const { status, bytes } = await drill.client('hq').get('/v1/cross-check')
  if (status !== 200) throw new DrillError('drill/refused', `cross-check: status ${status}`)
  const { seats } = JSON.parse(new TextDecoder().decode(bytes)) as { readonly seats: readonly CrossCheckedSeat[] }
  const total = (count: (seat: CrossCheckedSeat) => number) => seats.reduce((sum, seat) => sum + count(seat), 0)
  const sums = {
    held: total(({ held }) => held),
    found: total(({ found }) => found),
    missing: total(({ missing }) => missing.length),
    different: total(({ different }) => different.length),
  }
  return { ...sums, holds: sums.missing === 0 && sums.different === 0 && sums.held === sums.found }
}

interface CrossCheckedSeat {
  readonly held: number
  readonly found: number
  readonly missing: readonly unknown[]
  readonly different: readonly unknown[]
}
