import type { ElectionPlan } from '../election/plan.ts'
import { privateRecord } from './private-record.ts'
import { poKeyName, roKeyName } from './seat.ts'

/** The name file of a rehearsal, as JSON: what the returning officers and HQ would hold, and nobody would publish. */
export function nameFile({ seats }: ElectionPlan, seed: string): string {
  const keyNames = seats.flatMap((seat) => [
    roKeyName(seat.seat),
    ...seat.stations.map((station) => poKeyName(seat.seat, station)),
  ])
  const records = [...new Set(keyNames)].map((keyName) => privateRecord(seed, keyName))
  return `${JSON.stringify(records, undefined, 1)}\n`
}
